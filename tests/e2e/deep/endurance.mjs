// Endurance: ten thousand navigations, a thousand searches, two hundred openings of datasets, each after a warm-up. The memory of the
// WebAssembly stays as it is, the heap of the page within five hundredths, elements and listeners are as many as before.
//
// Navigations and searches are drawn once and then gone through again and again: memory that grows with every round is a leak. Ever
// new ones would also let it grow, for hours, by the gaps between what is held at the same time.

import assert from "node:assert/strict";
import { harbours } from "../bundle.mjs";
import { count, figure, random } from "../counts.mjs";
import { keepInstance } from "../instance.mjs";
import { KINDS, NOTES, goTo, open } from "../site.mjs";

const SEED = 20_090_106;

/** A page whose measures can be taken. */
async function measured({ serve, newPage }) {
  const server = await serve();
  const page = await newPage({ before: keepInstance });
  await open(page, server.url);
  const protocol = await page.context.newCDPSession(page.raw);
  await protocol.send("HeapProfiler.enable");
  const once = async () => {
    await goTo(page, "#/glossary", "Glossary");
    await goTo(page, "#/gaps", "What the article leaves open");
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    for (let rounds = 3; rounds > 0; rounds--) await protocol.send("HeapProfiler.collectGarbage");
    const { usedSize } = await protocol.send("Runtime.getHeapUsage");
    const { nodes, jsEventListeners } = await protocol.send("Memory.getDOMCounters");
    const wasm = await page.evaluate(() => globalThis.instance.exports.memory.buffer.byteLength);
    return { wasm, heap: usedSize, nodes, listeners: jsEventListeners };
  };
  // The browser holds on to a page that was left for a while: what counts is the least of a few measures.
  const take = async () => {
    const measures = [];
    for (let times = 4; times > 0; times--) measures.push(await once());
    const least = (of) => Math.min(...measures.map((measure) => measure[of]));
    return { wasm: measures.at(-1).wasm, heap: least("heap"), nodes: least("nodes"), listeners: least("listeners") };
  };
  return { page, server, take };
}

function compared(what, before, after) {
  const percent = ((after.heap / before.heap - 1) * 100).toFixed(1);
  figure(`${what}: WebAssembly memory ${before.wasm} to ${after.wasm} bytes, heap ${before.heap} to ${after.heap} bytes (${percent} %), nodes ${before.nodes} to ${after.nodes}, listeners ${before.listeners} to ${after.listeners}`);
  // Memory comes in pages of 64 KiB, and what is freed leaves gaps: a page more is no growth.
  assert.ok(after.wasm - before.wasm <= 65_536, `${what}: memory of the WebAssembly`);
  assert.ok(after.heap <= before.heap * 1.05, `${what}: heap of the page`);
  assert.ok(after.nodes <= before.nodes + 5, `${what}: nodes`);
  assert.ok(after.listeners <= before.listeners + 2, `${what}: listeners`);
}

/** Goes through the places of a round, `all` in sum, and waits until each is drawn, in the page: a driver's round trips would be most of the time. */
async function travel(page, round, all) {
  for (let done = 0; done < all; done += 100) {
    const hashes = Array.from({ length: Math.min(100, all - done) }, (_, n) => round[(done + n) % round.length]);
    await page.evaluate(async (hashes) => {
      for (const hash of hashes) {
        location.hash = hash;
        await new Promise((resolve) => { addEventListener("hashchange", resolve, { once: true }); setTimeout(resolve, 200); });
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      }
    }, hashes);
  }
}

export const walks = [
  {
    title: "navigations",
    browsers: ["chromium"],
    seconds: 3_600,
    async run(tools) {
      const { page, take } = await measured(tools);
      const all = count(500, 10_000);
      const { pick } = random(SEED);
      const paths = [...KINDS, ...NOTES].map(({ path }) => path);
      const round = Array.from({ length: 500 }, () => pick(paths));
      const warm = count(500, 2_000);
      await travel(page, round, warm);
      const before = await take();
      await travel(page, round, all);
      compared(`${all} navigations, ${round.length} of them again and again, after a warm-up of ${warm}, seed ${SEED}`, before, await take());
      assert.deepEqual(page.console, []);
    },
  },
  {
    title: "searches",
    browsers: ["chromium"],
    seconds: 1_800,
    async run(tools) {
      const { page, take } = await measured(tools);
      const all = count(100, 1_000);
      const { pick, below } = random(SEED + 1);
      const words = ["transit", "termez", "2005", "nato", "border", "uzbek", "agreement", "railway", "pfp", "xyzzy", "value", "train", "\"", "é"];
      const round = Array.from({ length: 100 }, () => `#/search?q=${encodeURIComponent(Array.from({ length: 1 + below(3) }, () => pick(words)).join(" ").slice(0, 1 + below(24)))}`);
      const warm = count(100, 500);
      await travel(page, round, warm);
      const before = await take();
      await travel(page, round, all);
      compared(`${all} searches, ${round.length} of them again and again, after a warm-up of ${warm}, seed ${SEED + 1}`, before, await take());
      assert.deepEqual(page.console, []);
    },
  },
  {
    title: "openings of datasets",
    browsers: ["chromium"],
    seconds: 1_800,
    async run(tools) {
      const { page, take } = await measured(tools);
      const all = count(10, 200);
      const bundle = await harbours();
      const openings = async (from, to) => {
        for (let n = from; n < to; n++) {
          bundle.dataset.version = `1.0.${n}`;
          await page.evaluate(() => { location.hash = "#/open"; });
          await page.until(() => document.querySelector("main input[type=file]") && !document.querySelector("main > .notice[role=note] strong"));
          // Given within the page: the driver would keep a handle to the input, and with it a piece of each page.
          await page.evaluate((name, text) => {
            const input = document.querySelector("main input[type=file]");
            const files = new DataTransfer();
            files.items.add(new File([text], name));
            input.files = files.files;
            input.dispatchEvent(new Event("change", { bubbles: true }));
          }, `${n}.json`, JSON.stringify(bundle));
          await page.until((version) => document.querySelector("main > .notice[role=note] strong") && decodeURIComponent(location.hash).endsWith(version), 20_000, bundle.dataset.version);
        }
      };
      await openings(0, 20);
      const before = await take();
      await openings(20, 20 + all);
      compared(`${all} openings of a dataset, each followed by the way back, after a warm-up of 20`, before, await take());
      assert.deepEqual(page.console, []);
    },
  },
];
