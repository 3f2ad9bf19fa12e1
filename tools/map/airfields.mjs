// Positions of the airfields that the dataset names, taken from the gazetteer `airportsdata` (PyPI, MIT). Rarely run: the rows it
// takes are committed as airfields.json, so that drawing the map needs no Python.
//
//   pip download airportsdata==20260905 --no-deps && unzip airportsdata-*.whl airportsdata/airports.csv
//   node airfields.mjs airportsdata/airports.csv            writes airfields.json
//   node airfields.mjs airportsdata/airports.csv --check    compares instead
//
// Left out: which airfield a place of the dataset is. That is a judgement, made below by hand and by the gazetteer's name.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { deliver } from "./deliver.mjs";

const PACKAGE = { name: "airportsdata", version: "20260905", registry: "PyPI", licence: "MIT" };

/** Place of the dataset, code of the airfield, and the name that must stand beside the code: codes have been reassigned. */
const WANTED = [
  ["manas-airport", "UCFM", "Manas International Airport"],
  ["dushanbe-airport", "UTDD", "Dushanbe Airport"],
  ["termez-airfield", "UZST", "Termez Airport"],
  // Not UZSK, which is the city's own airport, 13 kilometres to the west.
  ["karshi-khanabad", "UZSL", "Karshi Khanabad Airport"],
];

/** The cells of a row in which text is quoted and quotes are doubled. */
function cells(line) {
  return [...line.matchAll(/"((?:[^"]|"")*)"|([^,]+)/g)].map((m) => (m[1] ?? m[2]).replaceAll('""', '"'));
}

const [file, ...options] = process.argv.slice(2);
if (!file) throw new Error("name the airports.csv of the package");
const csv = await readFile(file);
const [head, ...lines] = csv.toString("utf8").trimEnd().split(/\r?\n/);
const columns = cells(head);
const rows = WANTED.map(([place, icao, name]) => {
  const line = lines.find((line) => line.startsWith(`"${icao}",`));
  const values = line ? cells(line) : [];
  const row = Object.fromEntries(columns.map((column, n) => [column, values[n]]));
  if (row.name !== name) throw new Error(`${icao} is "${row.name}", not "${name}": look before placing ${place}`);
  return { place, icao, name, lat: Number(row.lat), lon: Number(row.lon) };
});
const sha256 = createHash("sha256").update(csv).digest("hex");
const text = `{\n"package": ${JSON.stringify({ ...PACKAGE, file: "airports.csv", sha256 })},\n"rows": [\n${
  rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n}\n`;
await deliver(new URL("airfields.json", import.meta.url), text, options.includes("--check"));
