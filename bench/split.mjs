// What the first part of the program is made of: its code by crate, its constant data, and the dataset in it, before wasm-opt (which
// keeps no names). `cargo xtask size` shows it after the files.
//
//   node bench/split.mjs      after `cargo xtask build`

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const ROOT = new URL("..", import.meta.url);
const wasm = await readFile(`${process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL("target", ROOT))}/split/partnership-atlas.wasm`);

let at = 8;
const number = () => {
  let [value, shift, byte] = [0, 0, 0];
  do {
    byte = wasm[at++];
    value += (byte & 0x7f) * 2 ** shift;
    shift += 7;
  } while (byte & 0x80);
  return value;
};
const text = () => {
  const length = number();
  at += length;
  return wasm.toString("utf8", at - length, at);
};

/** The crate of a function by its mangled name: of a generic of the standard library the first crate that it was made for. */
function crate(name) {
  if (name.startsWith("__wbindgen_describe")) return "descriptions for wasm-bindgen, which takes them out";
  // The newer mangling: what comes with the compiler.
  if (name.startsWith("_R")) return "std";
  const own = [...name.matchAll(/(?:^_ZN|\$LT\$|\$u20\$|\.\.|E)(?:\d+)?_?(leptos\w*|reactive_graph|reactive_stores|tachys|any_spawner|throw_error|either_of|hydration_context|atlas|partnership_atlas|markup|serde_json|serde_core|serde|web_sys|js_sys|wasm_bindgen\w*|core|alloc|std|hashbrown|dlmalloc|slotmap|futures\w*|oco_ref|or_poisoned|guardian|send_wrapper)/g)].map(([, crate]) => crate);
  const first = /^_ZN\d+([a-z_0-9]+?)(?=\d)/.exec(name)?.[1];
  const std = new Set(["core", "alloc", "std", "hashbrown", "0", "1"]);
  return (std.has(first) || !first ? own.find((crate) => !std.has(crate)) : first) ?? first ?? "other";
}

const sections = {};
let [imports, bodies, names] = [0, [], new Map()];
while (at < wasm.length) {
  const id = wasm[at++];
  const size = number();
  const end = at + size;
  sections[id] = (sections[id] ?? 0) + size;
  if (id === 2) {
    for (let n = number(); n > 0; n--) {
      text(), text();
      const kind = wasm[at++];
      if (kind === 0) imports++, number();
      else if (kind === 3) at += 2;
      else {
        if (kind === 1) at++;
        const limits = wasm[at++];
        number();
        if (limits & 1) number();
      }
    }
  } else if (id === 10) {
    for (let n = number(); n > 0; n--) {
      const length = number();
      bodies.push(length);
      at += length;
    }
  } else if (id === 0 && text() === "name") {
    while (at < end) {
      const kind = wasm[at++];
      const stop = number() + at;
      if (kind === 1) for (let n = number(); n > 0; n--) names.set(number(), text());
      at = stop;
    }
  }
  at = end;
}

const crates = {};
bodies.forEach((bytes, n) => {
  const name = crate(names.get(n + imports) ?? "");
  crates[name] = (crates[name] ?? 0) + bytes;
});
const code = sections[10];
const dataset = await readFile(new URL("dist/dataset.json", ROOT));
console.log("| crate | bytes of code | share |\n|---|---:|---:|");
const rows = Object.entries(crates).sort(([, a], [, b]) => b - a);
for (const [name, bytes] of rows.slice(0, 14)) console.log(`| ${name} | ${bytes.toLocaleString("en")} | ${(bytes / code * 100).toFixed(1)} % |`);
console.log(`| ${rows.length - 14} others | ${rows.slice(14).reduce((all, [, bytes]) => all + bytes, 0).toLocaleString("en")} | |`);
console.log(`\ncode ${code.toLocaleString("en")}, constant data ${sections[11].toLocaleString("en")}, of which the dataset ${dataset.length.toLocaleString("en")} (${brotliCompressSync(dataset).length.toLocaleString("en")} with brotli)`);
