// Writes what measure.mjs found into docs/performance.md, between its two marks, and as a chart beside it.
//
//   node bench/report.mjs

import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { cpus, release, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { OUT } from "./peers.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const NAMES = { static: "plain HTML", vanilla: "vanilla JavaScript", react: "React", atlas: "the atlas" };
const results = JSON.parse(await readFile(`${OUT}/results.json`, "utf8"));

const sorted = (list) => [...list].sort((a, b) => a - b);
const median = (list) => sorted(list)[Math.floor(list.length / 2)];
const ms = (list) => (list.length === 0 ? "" : spread(list.map(Math.round)));
const spread = (list) => (list.length === 1 || sorted(list)[0] === sorted(list).at(-1) ? `${median(list)}` : `${median(list)} (${sorted(list)[0]}–${sorted(list).at(-1)})`);
const number = (n) => Math.round(n).toLocaleString("en");
const table = (head, rows) => [head, head.map((_, n) => (n === 0 ? "---" : "---:")), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
const ratio = (a, b) => (a / b).toFixed(2);

function visits() {
  const rows = Object.keys(NAMES).map((name) => {
    const of = (field) => results.visits[name].map((visit) => visit[field]);
    return [NAMES[name], ms(of("fcp")), ms(of("lcp")), Math.max(...of("shift")).toFixed(3), ms(of("ready")), ms(of("cpu"))];
  });
  return table(["", "first paint (ms)", "largest paint (ms)", "layout shift", "ready (ms)", "main thread to ready (ms)"], rows);
}

function transfer() {
  const kinds = [...new Set(Object.values(results.transfer).flatMap(Object.keys))];
  const rows = Object.keys(NAMES).map((name) => {
    const of = results.transfer[name];
    const sum = (field) => number(Object.values(of).reduce((all, kind) => all + kind[field], 0));
    return [NAMES[name], sum("raw"), sum("gzip"), sum("brotli"), ...kinds.map((kind) => (of[kind] ? number(of[kind].brotli) : ""))];
  });
  return table(["", "raw", "gzip", "brotli", ...kinds.map((kind) => `${kind}, brotli`)], rows);
}

const runs = (name, size) => results.growth.filter((run) => run.name === name && run.size === size);
const first = (name, size) => runs(name, size).map((run) => run.keys[0].cpu);
const later = (name, size) => runs(name, size).flatMap((run) => run.keys.slice(1).map((key) => key.cpu));

function growth() {
  const rows = [];
  for (const size of results.sizes) {
    for (const name of ["vanilla", "react", "atlas"]) {
      const all = runs(name, size);
      const of = (take) => ms(all.map(take));
      rows.push([`${number(size)}, ${NAMES[name]}`, of((run) => run.open), of((run) => run.keys[0].cpu), ms(later(name, size)), of((run) => run.keys[1].wall), of((run) => run.filter.cpu), median(all.map((run) => run.dom)), (median(all.map((run) => run.memory ?? 0)) / 1e6).toFixed(1)]);
    }
  }
  return table(["statements", "opening (CPU ms)", "first key (CPU ms)", "later keys (CPU ms)", "a key to the frame after (ms)", "a filter (CPU ms)", "elements", "memory (MB)"], rows);
}

function pages() {
  const names = Object.keys(runs("atlas", results.sizes[0])[0].pages);
  const rows = names.map((name) => [name, ...results.sizes.flatMap((size) => {
    const all = runs("atlas", size).map((run) => run.pages[name]);
    return [ms(all.map((page) => page.cpu)), ms(all.map((page) => page.long)), median(all.map((page) => page.dom))];
  })]);
  rows.push(["a step of the date (matrix)", ...results.sizes.flatMap((size) => {
    const all = runs("atlas", size).map((run) => run.step);
    return [ms(all.map((step) => step.cpu)), ms(all.map((step) => step.long)), ""];
  })]);
  return table(["page", ...results.sizes.flatMap((size) => [`${number(size)}: CPU ms`, "longest task", "elements"])], rows);
}

/** The largest dataset, opened once. */
function most() {
  const { size, refused, bytes, open, openLong, dom, memory } = results.most;
  if (refused) return `${number(size)} statements were not opened: ${refused}.`;
  return `${number(size)} statements, once: a file of ${(bytes / 1e6).toFixed(0)} MB, opened and validated in ${number(open)} ms of the main thread (longest task ${number(openLong)} ms), ${dom} elements on the page of all statements, ${((memory ?? 0) / 1e6).toFixed(0)} MB of memory.`;
}

/** The aims, each with what was found. */
function aims() {
  const found = (name, field) => median(results.visits[name].map((visit) => visit[field]));
  const [least, most] = [results.sizes[0], results.sizes.at(-1)];
  const atlas = runs("atlas", most);
  const doms = atlas.flatMap((run) => [run.dom, ...Object.values(run.pages).map((page) => page.dom)]);
  const long = Math.max(...atlas.flatMap((run) => [...run.keys.map((key) => key.long), run.filter.long, ...Object.values(run.pages).map((page) => page.long)]));
  const cpu = (size) => median(runs("atlas", size).flatMap((run) => [...run.keys.slice(1).map((key) => key.cpu), run.filter.cpu, ...Object.values(run.pages).map((page) => page.cpu)]));
  const exponent = Math.log(cpu(most) / cpu(least)) / Math.log(most / least);
  const bytes = Object.values(results.transfer.atlas).reduce((all, kind) => all + kind.brotli, 0);
  const rows = [
    ["first paint beside plain HTML", "at most 1.05", ratio(found("atlas", "fcp"), found("static", "fcp"))],
    ["first paint beside React", "at most 0.40", ratio(found("atlas", "fcp"), found("react", "fcp"))],
    ["largest paint beside the first", "1.00", ratio(found("atlas", "lcp"), found("atlas", "fcp"))],
    ["layout shift", "0", Math.max(...results.visits.atlas.map((visit) => visit.shift)).toFixed(3)],
    ["ready beside React", "reported", ratio(found("atlas", "ready"), found("react", "ready"))],
    ["bytes of a first visit (brotli)", "180,000", number(bytes)],
    [`typing at ${number(most)} beside vanilla, after the first key`, "at most 1.50", ratio(median(later("atlas", most)), median(later("vanilla", most)))],
    [`the first key at ${number(most)} beside vanilla's`, "at most 1.50", ratio(median(first("atlas", most)), median(first("vanilla", most)))],
    [`most elements at ${number(most)}`, "1,500", number(Math.max(...doms))],
    [`longest task at ${number(most)}, opening aside (ms)`, "50", number(long)],
    [`longest task of opening ${number(most)} (ms)`, "50", number(median(atlas.map((run) => run.openLong)))],
    [`memory at ${number(most)} beside the bundle's bytes`, "at most 3.5", ratio(median(atlas.map((run) => run.memory ?? 0)), atlas[0].bytes)],
    [`growth exponent, ${number(least)} to ${number(most)}`, "at most 0.20", exponent.toFixed(2)],
  ];
  return table(["", "aim", "found"], rows);
}

/** Bars of the first visit: first paint and ready of each, on one scale. */
function chart() {
  const names = Object.keys(NAMES);
  const of = (name, field) => median(results.visits[name].map((visit) => visit[field]));
  const most = Math.max(...names.map((name) => of(name, "ready")), ...names.map((name) => of(name, "fcp")));
  const scale = (value) => (value / most) * 440;
  const bars = names.map((name, n) => {
    const y = 40 + n * 46;
    const [paint, ready] = [of(name, "fcp"), of(name, "ready")];
    return `<text x="0" y="${y + 20}">${NAMES[name]}</text>
<rect x="150" y="${y}" width="${scale(paint).toFixed(1)}" height="14" fill="#1f5f8b"/><text x="${(156 + scale(paint)).toFixed(1)}" y="${y + 12}">${(paint / 1000).toFixed(1)} s</text>
<rect x="150" y="${y + 17}" width="${scale(ready).toFixed(1)}" height="14" fill="#b9c7d1"/><text x="${(156 + scale(ready)).toFixed(1)}" y="${y + 29}">${(ready / 1000).toFixed(1)} s</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 660 230" font-family="sans-serif" font-size="13" role="img" aria-label="First paint and readiness of the atlas and its peers on a slow line">
<rect width="660" height="230" fill="#fff"/>
<rect x="150" y="8" width="12" height="12" fill="#1f5f8b"/><text x="168" y="19">first paint</text><rect x="260" y="8" width="12" height="12" fill="#b9c7d1"/><text x="278" y="19">ready for a click</text>
${bars.join("\n")}
</svg>
`;
}

const git = (...words) => execFileSync("git", words, { cwd: ROOT, encoding: "utf8" }).trim();
const version = async (name) => JSON.parse(await readFile(new URL(`node_modules/${name}/package.json`, import.meta.url), "utf8")).version;
const said = `Commit ${git("rev-parse", "--short", "HEAD")}${git("status", "--porcelain") ? " with changes" : ""}, ${new Date().toISOString().slice(0, 10)}; ${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}; ${results.browser}; Node ${process.versions.node}; React ${await version("react")}, Vite ${await version("vite")}. ${results.rounds} rounds in turn, medians, in brackets the least and the most.`;

const text = `${said}

A first visit with nothing cached, ${562.5} ms a request, 1.44 Mbit/s, a processor four times as slow:

${visits()}

![First paint and readiness of the atlas and its peers](performance.svg)

Bytes of it:

${transfer()}

The same actions at several sizes, unthrottled (the peers list and filter; the atlas searches everything it holds, and validates what it opens):

${growth()}

Pages of the atlas:

${pages()}

${most()}

The aims:

${aims()}`;

const file = `${ROOT}/docs/performance.md`;
const page = await readFile(file, "utf8");
const [begin, end] = ["<!-- bench: begin -->", "<!-- bench: end -->"];
if (!page.includes(begin) || !page.includes(end)) throw new Error(`docs/performance.md should hold ${begin} and ${end}`);
await writeFile(file, `${page.slice(0, page.indexOf(begin) + begin.length)}\n\n${text}\n\n${page.slice(page.indexOf(end))}`);
await writeFile(`${ROOT}/docs/performance.svg`, chart());
console.log(aims());
