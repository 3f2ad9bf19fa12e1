// Bytes of a first visit, file by file: as they lie in dist/, and as a server with brotli would send them. Fails when the sum has
// grown by more than 5 % over the one recorded in size.json: whoever adds bytes on purpose records the new sum there.

import { readFile, readdir } from "node:fs/promises";
import { constants, brotliCompressSync } from "node:zlib";
import { DIST } from "./server.mjs";

const html = await readFile(`${DIST}/index.html`, "utf8");
// What the page names, wherever it names it; dataset.json and the plain edition are fetched only by who asks for them.
const named = [...html.matchAll(/(?:src|href|data-js|data-wasm|data-style)=["']?([^\s"'>]+)/g)].map(([, path]) => path.replace(/^\.\//, ""));
const files = ["index.html", ...new Set(named)].filter((path) => !/^(#|[a-z]+:|dataset\.json|plain\/)/.test(path));

const row = (name, raw, sent) => console.log(`${name.padEnd(48)} ${String(raw).padStart(9)} ${String(sent).padStart(9)}`);
row("file", "bytes", "brotli");
/** Writes a row for each file and gives their sums. */
async function sum(files) {
  let [raw, sent] = [0, 0];
  for (const file of files) {
    const bytes = await readFile(`${DIST}/${file}`);
    const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    row(file, bytes.length, packed);
    raw += bytes.length;
    sent += packed;
  }
  return [raw, sent];
}

const [raw, sent] = await sum(files);
row("first visit, until the start page stands", raw, sent);
const parts = (await readdir(DIST)).filter((file) => file.endsWith(".wasm") && !files.includes(file));
if (parts.length) {
  const [moreRaw, moreSent] = await sum(parts.sort());
  row("parts, when they are asked for", moreRaw, moreSent);
  row("everything", raw + moreRaw, sent + moreSent);
}

const recorded = JSON.parse(await readFile(new URL("size.json", import.meta.url), "utf8")).brotli;
const share = ((sent / recorded - 1) * 100).toFixed(1);
console.log(`recorded: ${recorded} (${share} % more now); aim: 180000`);
if (sent > recorded * 1.05) {
  console.error(`a first visit has grown by ${share} %: make it smaller, or record ${sent} in tests/e2e/size.json with the reason in docs/performance.md`);
  process.exit(1);
}
