// The invented dataset of tests/fixtures/harbours as one bundle, merged as the build merges data/; and with permissions, a line and its
// legs, which are rows of tests/fixtures/ferries added to its tables.

import { readFile, readdir } from "node:fs/promises";

const FOLDER = new URL("../fixtures/harbours/", import.meta.url);
const MORE = new URL("../fixtures/ferries/", import.meta.url);

export async function harbours() {
  const json = async (name) => JSON.parse(await readFile(new URL(name, FOLDER), "utf8"));
  const bundle = { format: "partnership-atlas/1.0" };
  for (const file of (await readdir(FOLDER)).filter((name) => name.endsWith(".json"))) bundle[file.replace(".json", "")] = await json(file);
  bundle.statements = [];
  for (const file of (await readdir(new URL("statements/", FOLDER))).sort()) bundle.statements.push(...await json(`statements/${file}`));
  bundle.outlines = null;
  return bundle;
}

export async function ferries() {
  const bundle = await harbours();
  for (const file of await readdir(MORE)) bundle[file.replace(".json", "")].push(...JSON.parse(await readFile(new URL(file, MORE), "utf8")));
  return bundle;
}
