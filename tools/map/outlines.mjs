// Outlines for the locator map: cut, projected and simplified from Natural Earth, written as data/outlines.json.
//
//   npm ci --ignore-scripts      once
//   node outlines.mjs            writes the file and says its size
//   node outlines.mjs --check    makes it again and compares byte by byte
//
// Done at authoring time, so that neither the build nor the browser needs a map library. Borders are simplified in the topology,
// where two countries share one arc, and only then become paths: neighbours keep the same border to the unit.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { brotliCompressSync } from "node:zlib";
import { geoConicEqualArea, geoPath } from "d3-geo";
import { feature, mesh } from "topojson-client";
import { deliver } from "./deliver.mjs";
import { cutRings, labelPoint, path, projected, simplified, whole } from "./geometry.mjs";
import * as view from "./view.mjs";

/** How far beyond the frame shapes reach, so that no stroke runs along it. */
const BLEED = 12;
/** The bar. */
const MOST_BYTES = 12 * 1024;

const here = (name) => new URL(name, import.meta.url);
const file = "countries-50m.json";
const bytes = await readFile(here(`node_modules/world-atlas/${file}`));
const { version } = JSON.parse(await readFile(here("node_modules/world-atlas/package.json"), "utf8"));
const airfields = JSON.parse(await readFile(here("airfields.json"), "utf8"));
const topology = JSON.parse(bytes.toString("utf8"));

const { projection, width, height } = frame(topology);
const plane = simplified(projected(near(topology), projection), view.LEAST_CORNER);
const outlines = {
  width,
  height,
  source: `Natural Earth, countries at 1:50 million, public domain; from the npm package world-atlas ${version}, ${file}`,
  sha256: createHash("sha256").update(bytes).digest("hex"),
  note: view.NOTE,
  shapes: shapes(plane),
  disputed: disputed(plane),
  marks: marks(),
};
const text = written(outlines);
const packed = brotliCompressSync(Buffer.from(text)).length;
console.log(`${outlines.shapes.length} shapes, ${outlines.disputed.length} disputed lines, ${outlines.marks.length} marks, ` +
  `${width} x ${height}: ${text.length} bytes, ${packed} after brotli`);
if (packed > MOST_BYTES) throw new Error(`more than ${MOST_BYTES} bytes after brotli`);
await deliver(here("../../data/outlines.json"), text, process.argv.includes("--check"));

/** The projection fitted around the countries of interest, and the size of the plane. The whole frame must lie in the window. */
function frame(topology) {
  const [a, b] = view.PROJECTION.parallels;
  const projection = geoConicEqualArea().parallels([a, b]).rotate([-view.PROJECTION.meridian, 0]).precision(0);
  const fitted = feature(topology, topology.objects.countries).features.filter((f) => view.FITTED.includes(f.properties.name));
  const margin = Math.round(view.WIDTH * view.MARGIN);
  projection.fitWidth(view.WIDTH - 2 * margin, { type: "FeatureCollection", features: fitted });
  const [x, y] = projection.translate();
  projection.translate([x + margin, y + margin]);
  const [, [, bottom]] = geoPath(projection).bounds({ type: "FeatureCollection", features: fitted });
  const height = Math.round(bottom + margin);
  for (let n = 0; n <= 20; n += 1) {
    const [u, v] = [(view.WIDTH * n) / 20, (height * n) / 20];
    for (const point of [[u, 0], [u, height], [0, v], [view.WIDTH, v]]) {
      const [lon, lat] = projection.invert(point);
      const { west, east, south, north } = view.WINDOW;
      if (lon < west || lon > east || lat < south || lat > north) throw new Error(`the frame leaves the window at ${lon}, ${lat}`);
    }
  }
  return { projection, width: view.WIDTH, height };
}

/** The topology with only the countries that come near the window: far ones would only cost time. */
function near(topology) {
  const { west, east, south, north } = view.WINDOW;
  const geometries = topology.objects.countries.geometries.filter((geometry) =>
    feature(topology, geometry).geometry.coordinates.flat(geometry.type === "Polygon" ? 1 : 2)
      .some(([lon, lat]) => lon > west - 5 && lon < east + 5 && lat > south - 5 && lat < north + 5));
  return { ...topology, objects: { countries: { type: "GeometryCollection", geometries } } };
}

/** What of each country lies in the frame, those with an entity first, then by name. */
function shapes(plane) {
  const drawn = [[-BLEED, -BLEED], [width + BLEED, height + BLEED]];
  const seen = [[0, 0], [width, height]];
  return feature(plane, plane.objects.countries).features.flatMap((country) => {
    const rings = cutRings(country.geometry, drawn, view.LEAST_RING);
    if (rings.length === 0) return [];
    // What shows only as a sliver has no room for a label, but would be a hole if it were left out.
    const visible = cutRings(country.geometry, seen, view.LEAST_RING);
    const { x, y, room } = labelPoint(visible.length > 0 ? visible : rings);
    const { name } = country.properties;
    const entity = view.ENTITIES[name];
    const d = rings.map((ring) => path(ring, true)).join("");
    return [{ ...(entity ? { entity } : { name }), path: d, label: [x, y], room }];
  }).sort((a, b) => rank(a) - rank(b) || (label(a) < label(b) ? -1 : 1));
}

function rank(shape) {
  return shape.entity ? Object.values(view.ENTITIES).indexOf(shape.entity) : 1_000;
}

function label(shape) {
  return shape.entity ?? shape.name;
}

/** The stretches of shared arcs that are drawn dashed, cut at the box. */
function disputed(plane) {
  const { among, box } = view.DISPUTED;
  const concerned = ({ properties: { name } }) => among.includes(name);
  const lines = mesh(plane, plane.objects.countries, (a, b) => a !== b && concerned(a) && concerned(b)).coordinates;
  const within = (point) => {
    const [lon, lat] = projection.invert(point);
    return lon > box.west && lon < box.east && lat > box.south && lat < box.north;
  };
  const parts = lines.flatMap((line) => {
    const runs = [[]];
    for (const point of line) within(point) ? runs.at(-1).push(point) : runs.push([]);
    return runs.map(whole).filter((run) => run.length > 1);
  });
  return parts.map((run) => path(run, false)).sort();
}

/** Airfields at the gazetteer's positions. */
function marks() {
  const { name, version } = airfields.package;
  return airfields.rows.map(({ place, icao, lon, lat }) => {
    const [x, y] = projection([lon, lat]).map(Math.round);
    return { entity: place, x, y, source: `${name} ${version}, ${icao}` };
  });
}

/** One row a line, so that a change can be read. */
function written({ shapes, disputed, marks, ...rest }) {
  const rows = (list) => `[\n${list.map((row) => JSON.stringify(row)).join(",\n")}\n]`;
  const fields = Object.entries(rest).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  fields.push(`"shapes": ${rows(shapes)}`, `"disputed": ${rows(disputed)}`, `"marks": ${rows(marks)}`);
  return `{\n${fields.join(",\n")}\n}\n`;
}
