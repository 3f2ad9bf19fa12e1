// Measures the atlas beside its peers in Chromium, all in one run, round by round in turn.
//
//   node bench/measure.mjs [--quick]      (ROUNDS=N for other than five) writes target/bench/results.json; `cargo xtask bench` calls it and then report.mjs

import { readFile, writeFile } from "node:fs/promises";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { launch } from "../tests/e2e/driver.mjs";
import { elements, give, grown } from "../tests/e2e/growth.mjs";
import { DIST, serve } from "../tests/e2e/server.mjs";
import { OUT, peers } from "./peers.mjs";

const QUICK = process.argv.includes("--quick");
const ROUNDS = QUICK ? 1 : Number(process.env.ROUNDS ?? 5);
const SIZES = QUICK ? [500, 2_000] : [500, 2_000, 20_000];
/** Once, for the atlas alone: its largest file is 64 MB, and it says so beyond. */
const MOST = QUICK ? 5_000 : 100_000;
const WORDS = "termez";
const PAGES = { "programmes (matrix)": "programmes", timeline: "timeline", "supply routes": "routes", "a country": "countries/kazakhstan", "statements": "statements", "compare": "compare?of=kazakhstan,uzbekistan", tension: "tension", gaps: "gaps" };

/** A slow phone on a slow line: what Lighthouse calls slow 4G, and a processor four times as slow as this one. */
const THROTTLE = { latency: 562.5, throughput: (1.44 * 1_000_000) / 8, cpu: 4 };

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const results = { rounds: ROUNDS, sizes: SIZES, visits: {}, growth: [], transfer: {} };

async function client(page) {
  const client = await page.raw.context().newCDPSession(page.raw);
  await client.send("Performance.enable");
  const spent = async () => (await client.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  return { client, spent };
}

/** Milliseconds of the main thread, and until the second frame after, that an action takes; and its longest task. */
async function cost(page, spent, act) {
  const before = await spent();
  const wall = await act();
  await sleep(250);
  return { cpu: await spent() - before, wall, long: await page.evaluate(() => globalThis.longest?.splice(0).reduce((a, b) => Math.max(a, b), 0) ?? 0) };
}

/** Runs in each document before its scripts. */
function watch() {
  globalThis.seen = { shift: 0 };
  globalThis.longest = [];
  const on = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  on("paint", (entry) => { if (entry.name === "first-contentful-paint") seen.fcp = entry.startTime; });
  on("largest-contentful-paint", (entry) => { seen.lcp = entry.startTime; });
  on("layout-shift", (entry) => { seen.shift += entry.value; });
  on("longtask", (entry) => { longest.push(entry.duration); });
  const ready = () => { if (!seen.ready && document.documentElement.dataset.ready === "true") seen.ready = performance.now(); };
  new MutationObserver(ready).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });
  addEventListener("DOMContentLoaded", ready);
}

/** A first visit with nothing cached, over a slow line and a slow processor. */
async function visit(browser, url) {
  const page = await browser.newPage({ width: 412, height: 823, before: watch });
  const { client: cdp, spent } = await client(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", { offline: false, latency: THROTTLE.latency, downloadThroughput: THROTTLE.throughput, uploadThroughput: THROTTLE.throughput });
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE.cpu });
  await page.raw.goto(url, { waitUntil: "commit" });
  await page.until(() => globalThis.seen?.ready, 120_000);
  const cpu = await spent();
  await sleep(1500);
  const { fcp, lcp, shift, ready } = await page.evaluate(() => globalThis.seen);
  await page.close();
  return { fcp, lcp, shift, ready, cpu };
}

/** Bytes that a first visit asks for, by kind: raw, gzip, brotli. */
async function transfer(browser, site, folder) {
  const page = await browser.newPage();
  await page.open(site.url);
  await page.until(() => document.documentElement.dataset.ready === "true", 30_000);
  const kinds = {};
  for (const url of new Set(page.requests.filter((url) => url.startsWith(site.url)))) {
    const path = decodeURIComponent(new URL(url).pathname).replace(/^\//, "") || "index.html";
    const bytes = await readFile(`${folder}/${path}`);
    const kind = { js: "script", wasm: "program", css: "style", html: "document", json: "data" }[path.split(".").pop()] ?? "other";
    const of = kinds[kind] ??= { raw: 0, gzip: 0, brotli: 0 };
    of.raw += bytes.length;
    of.gzip += gzipSync(bytes, { level: 9 }).length;
    of.brotli += brotliCompressSync(bytes).length;
  }
  await page.close();
  return kinds;
}

/** Typing and filtering in a peer with so many rows. */
async function peerAt(browser, site, size) {
  const page = await browser.newPage({ before: watch });
  const { spent } = await client(page);
  await page.raw.goto(`${site.url}?rows=${size}`);
  await page.until(() => document.documentElement.dataset.ready === "true", 60_000);
  const open = await spent();
  const keys = [];
  await page.raw.focus("#words");
  for (const key of WORDS) keys.push(await cost(page, spent, () => press(page, key)));
  for (const _ of WORDS) await press(page, "Backspace");
  const filter = await cost(page, spent, () => page.evaluate(frames, "country"));
  const out = { open, keys, filter, dom: await page.evaluate(() => document.querySelectorAll("*").length), ...await memory(page) };
  await page.close();
  return out;
}

/** Presses a key; gives the milliseconds until the frame after the next. */
async function press(page, key) {
  const begun = performance.now();
  await page.press(key);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return performance.now() - begun;
}

/** In the page: chooses the first country of the peers' filter and waits for two frames. */
function frames(id) {
  const begun = performance.now();
  const box = document.getElementById(id);
  const { set } = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value");
  set.call(box, box.options[1].value);
  box.dispatchEvent(new Event("change", { bubbles: true }));
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - begun))));
}

/** Bytes held by the page, WebAssembly's memory among them. */
async function memory(page) {
  const bytes = await page.evaluate(async () => (await performance.measureUserAgentSpecificMemory?.())?.bytes ?? null);
  return { memory: bytes };
}

/** The same in the atlas with a dataset of so many statements, and its own pages. */
async function atlasAt(browser, site, bundle, all = true) {
  const page = await browser.newPage({ before: watch });
  const { spent } = await client(page);
  await page.open(`${site.url}#/open`);
  await page.until(() => document.documentElement.dataset.ready === "true", 60_000);
  const opening = await cost(page, spent, async () => {
    const begun = performance.now();
    await give(page, site.url, bundle);
    return performance.now() - begun;
  });
  const out = { open: opening.cpu, openLong: opening.long, bytes: JSON.stringify(bundle).length, pages: {}, keys: [] };
  out.dom = await elements(page, "statements", bundle);
  if (!all) return { ...out, ...await memory(page), done: await page.close() };
  await page.raw.focus("#search");
  for (const key of WORDS) out.keys.push(await cost(page, spent, () => press(page, key)));
  await page.press("Escape");
  const go = (kind) => cost(page, spent, async () => {
    const begun = performance.now();
    await elements(page, kind, bundle);
    // elements() waits a while for what is drawn later.
    return performance.now() - begun - 300;
  });
  await go("statements");
  out.filter = await go("statements?f.country=kazakhstan");
  for (const [name, kind] of Object.entries(PAGES)) {
    const { cpu, long } = await go(kind);
    out.pages[name] = { cpu, long, dom: await page.evaluate(() => document.querySelectorAll("*").length) };
  }
  await go("programmes");
  out.step = await go("programmes?as-of=2005-06");
  Object.assign(out, await memory(page));
  await page.close();
  return out;
}

const bundles = await peers(SIZES);
const folders = { atlas: DIST, static: `${OUT}/static`, vanilla: `${OUT}/vanilla`, react: `${OUT}/react` };
const sites = {};
const isolated = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
for (const [name, dist] of Object.entries(folders)) sites[name] = await serve({ dist, brotli: true, headers: isolated });
// Memory is measured now, not when the browser would collect garbage anyway.
const browser = await launch("chromium", { flags: ["--enable-blink-features=ForceEagerMeasureMemory"] });
try {
  for (const [name, site] of Object.entries(sites)) results.transfer[name] = await transfer(browser, site, folders[name]);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, site] of Object.entries(sites)) (results.visits[name] ??= []).push(await visit(browser, site.url));
  }
  for (const size of SIZES) {
    for (let round = 0; round < Math.min(ROUNDS, 3); round++) {
      for (const name of ["vanilla", "react"]) results.growth.push({ name, size, ...await peerAt(browser, sites[name], size) });
      results.growth.push({ name: "atlas", size, ...await atlasAt(browser, sites.atlas, bundles.get(size)) });
    }
    console.log(`${size} statements: measured`);
  }
  results.most = { size: MOST, ...await atlasAt(browser, sites.atlas, await grown(MOST), false).catch((error) => ({ refused: String(error.message).split("\n")[0] })) };
  results.browser = `Chromium ${browser.version}`;
} finally {
  await browser.close();
  for (const site of Object.values(sites)) await site.close();
}
await writeFile(`${OUT}/results.json`, JSON.stringify(results, null, 1));
