// Writes what a script has made, or compares it with what stands there: the same bytes, or the script fails.

import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

/** Writes `text` to `file`, or with `check` only compares. */
export async function deliver(file, text, check) {
  const name = basename(fileURLToPath(file));
  if (!check) {
    await writeFile(file, text);
    console.log(`${name} written`);
    return;
  }
  const there = await readFile(file, "utf8").catch(() => undefined);
  if (there === text) console.log(`${name}: the same bytes`);
  else {
    console.error(there === undefined ? `there is no ${name}` : `${name} differs from what its sources give: make it anew and look at it`);
    process.exitCode = 1;
  }
}
