// A dataset that has grown: the embedded one with its statements repeated under new ids and with a word of their own, drawn by a
// generator with a fixed seed; and its pages, opened as a file. walks/open.mjs counts their elements, the benchmark (bench/) their time.

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { random } from "./counts.mjs";
import { DIST } from "./server.mjs";
import { open } from "./site.mjs";

/** Pages that list statements or what is made of them. */
export const PAGES = ["statements", "countries", "countries/kazakhstan", "programmes", "programmes/pfp", "routes", "timeline",
  "compare?of=kazakhstan,uzbekistan", "tension", "actors/osce", "themes/supply", "source", "source/3.afghanistan.2", "gaps",
  "search?q=termez", "about"];

const SEED = 20_090_101;

/** The embedded dataset with so many statements, as a bundle with an id of its own; fewer than its own are not taken away. */
export async function grown(statements) {
  const bundle = JSON.parse(await readFile(`${DIST}/dataset.json`, "utf8"));
  const own = bundle.statements;
  const { next } = random(SEED);
  const word = () => Array.from({ length: 6 }, () => String.fromCharCode(97 + Math.floor(next() * 26))).join("");
  const copies = Array.from({ length: Math.max(0, statements - own.length) }, (_, n) => {
    const like = own[Math.floor(next() * own.length)];
    return { ...like, id: `copy-${n}`, text: `${like.text.replace(/\.$/, "")}, ${word()}.` };
  });
  const order = new Map(bundle.source.paragraphs.map((paragraph, n) => [paragraph.id, n]));
  const place = ({ evidence: [first] }) => order.get(first.paragraph) * 1000 + first.sentence;
  bundle.statements = [...own, ...copies].sort((a, b) => place(a) - place(b));
  bundle.dataset.id = "grown";
  return bundle;
}

/** Opens a bundle in a page of Chromium. */
export async function give(page, url, bundle) {
  await open(page, `${url}#/open`);
  // By the disk: what is handed over in memory is limited to 50 MB.
  const folder = await mkdtemp(`${tmpdir()}/atlas-`);
  try {
    await writeFile(`${folder}/grown.json`, JSON.stringify(bundle));
    await page.raw.setInputFiles("input[type=file]", `${folder}/grown.json`);
    await page.until(() => document.querySelector("main > .notice[role=note] strong"), 180_000);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Goes to a page of the opened bundle and gives the number of elements once it stands. */
export async function elements(page, kind, bundle) {
  const stamp = encodeURIComponent(`${bundle.dataset.id}@${bundle.dataset.version}`);
  const hash = `#/${kind}${kind.includes("?") ? "&" : "?"}d=${stamp}`;
  await page.evaluate((hash) => { location.hash = hash; }, hash);
  await page.until((kind) => location.hash.startsWith(`#/${kind}`) && document.querySelector("main h1"), 20_000, kind);
  await new Promise((resolve) => setTimeout(resolve, 300));
  return page.evaluate(() => document.querySelectorAll("*").length);
}
