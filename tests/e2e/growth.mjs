// How the pages bear a dataset that has grown: the embedded one with its statements repeated under new ids, opened as a file.
//
//   node tests/e2e/growth.mjs [20000]      main-thread time (ms) and elements of each page, and time of keys in the search box
//
// Times are for docs/performance.md and gate nothing; the walk in walks/open.mjs counts elements alone.

import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { launch } from "./driver.mjs";
import { DIST, serve } from "./server.mjs";
import { open } from "./site.mjs";

/** Pages that list statements or what is made of them. */
export const PAGES = ["statements", "countries", "countries/kazakhstan", "programmes", "programmes/pfp", "routes", "timeline",
  "compare?of=kazakhstan,uzbekistan", "tension", "actors/osce", "themes/supply", "source", "source/3.afghanistan.2", "gaps",
  "search?q=termez", "about"];

/** The embedded dataset with so many statements, as a bundle with an id of its own. */
export async function grown(statements) {
  const bundle = JSON.parse(await readFile(`${DIST}/dataset.json`, "utf8"));
  const own = bundle.statements;
  const copies = Array.from({ length: Math.max(0, statements - own.length) }, (_, n) => ({ ...own[n % own.length], id: `copy-${n}` }));
  const order = new Map(bundle.source.paragraphs.map((paragraph, n) => [paragraph.id, n]));
  const place = ({ evidence: [first] }) => order.get(first.paragraph) * 1000 + first.sentence;
  bundle.statements = [...own, ...copies].sort((a, b) => place(a) - place(b));
  bundle.dataset.id = "grown";
  return bundle;
}

/** Opens a bundle in a page of Chromium. */
export async function give(page, url, bundle) {
  await open(page, `${url}#/open`);
  await page.raw.setInputFiles("input[type=file]", { name: "grown.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(bundle)) });
  await page.until(() => document.querySelector("main > .notice strong"), 60_000);
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

async function measure(statements) {
  const [browser, server, bundle] = [await launch("chromium"), await serve(), await grown(statements)];
  const page = await browser.newPage();
  const begun = Date.now();
  await give(page, server.url, bundle);
  console.log(`${statements} statements: opened in ${Date.now() - begun} ms with the page itself`);
  const client = await page.raw.context().newCDPSession(page.raw);
  await client.send("Performance.enable");
  const spent = async () => (await client.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  const during = async (act) => {
    const before = await spent();
    const result = await act();
    return [Math.round(await spent() - before), result];
  };
  for (const kind of PAGES) {
    const [ms, count] = await during(() => elements(page, kind, bundle));
    console.log(`${kind.padEnd(36)} ${String(ms).padStart(5)} ms ${String(count).padStart(6)} elements`);
  }
  for (const text of ["t", "te", "ter", "term", "terme", "termez"]) {
    const [ms] = await during(async () => {
      await page.evaluate((text) => {
        const box = document.getElementById("search");
        box.focus();
        box.value = text;
        box.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }, text);
      await new Promise((resolve) => setTimeout(resolve, 700));
    });
    console.log(`search “${text}”`.padEnd(36), String(ms).padStart(5), "ms");
  }
  await browser.close();
  await server.close();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await measure(Number(process.argv[2] ?? 20_000));
