// Hostile documents through the real file input: each opens or is refused with its reasons, and nothing of it becomes part of the page.

import assert from "node:assert/strict";
import { harbours } from "../bundle.mjs";
import { count, figure, random } from "../counts.mjs";
import { INJECTIONS } from "../injections.mjs";
import { open } from "../site.mjs";

const SEED = 20_090_103;

/** The places of a tree: each a container and the key in it. */
function places(value, out = []) {
  if (value === null || typeof value !== "object") return out;
  for (const key of Object.keys(value)) {
    out.push([value, key]);
    places(value[key], out);
  }
  return out;
}

const ODD = [null, true, -1, 1.5, 2 ** 53, 1e300, "", " ", "\u0000", "a\u202eb", "\u2066x", "\ufeff", "__proto__", "NaN", "2005-13", "x".repeat(5000), [], {},
  [[[[[[]]]]]], { __proto__: null, constructor: { prototype: { polluted: 1 } } }];

/** A mutant: the bytes of a file. */
function mutant(bundle, { next, below, pick }) {
  if (next() < 0.1) return Buffer.from(Array.from({ length: below(400) }, () => below(256)));
  const tree = structuredClone(bundle);
  for (let changes = below(4); changes > 0; changes--) {
    const all = places(tree);
    const [holder, key] = pick(all);
    const [, from] = pick(all);
    switch (below(6)) {
      case 0: Array.isArray(holder) ? holder.splice(Number(key), 1) : delete holder[key]; break;
      case 1: holder[key] = pick(INJECTIONS); break;
      case 2: if (Array.isArray(holder)) holder.push(...Array(pick([1, 2, 400])).fill(holder[key])); break;
      case 3: if (!Array.isArray(holder)) Object.defineProperty(holder, pick(["__proto__", "constructor", "toString", from]), { value: pick(ODD), enumerable: true, configurable: true, writable: true }); break;
      default: holder[key] = pick(ODD);
    }
  }
  const bytes = Buffer.from(JSON.stringify(tree));
  const at = below(bytes.length);
  switch (below(8)) {
    case 0: bytes[at] ^= 1 << below(8); return bytes;
    case 1: return bytes.subarray(0, at);
    case 2: return Buffer.concat([bytes.subarray(0, at), bytes.subarray(below(bytes.length))]);
    default: return bytes;
  }
}

/** What no page of the atlas has: elements that run, load or embed. Runs in the page. */
export const foreign = () => document.querySelectorAll(
  "#app :is(script, img, iframe, object, embed, template, link, meta, base, audio, video, form, style, foreignObject, animate, set), #trouble :not(main, h1, p, ul, li, a, button, code)",
).length;

export const walk = {
  title: "hostile documents are opened or refused with reasons, and nothing of them becomes part of the page",
  browsers: ["chromium"],
  seconds: 3_000,
  async run({ serve, newPage }) {
    const all = count(25, 2_000);
    const server = await serve();
    const page = await newPage();
    const dialogs = [];
    page.raw.on("dialog", (dialog) => { dialogs.push(dialog.message()); dialog.dismiss(); });
    await open(page, `${server.url}#/open`);
    const bundle = await harbours();
    const tally = { opened: 0, refused: 0 };
    for (let n = 0; n < all; n++) {
      const numbers = random(SEED + n);
      await page.evaluate(() => { location.hash = "#/open"; });
      await page.until(() => location.hash === "#/open" && document.querySelector("main input[type=file]") && !document.querySelector("main > .notice[role=note] strong"));
      const name = `mutant-${n}.json`;
      await page.raw.setInputFiles("input[type=file]", { name, mimeType: "application/json", buffer: mutant(bundle, numbers) });
      await page.until((name) => {
        const said = document.querySelector("main [role=alert]")?.textContent ?? "";
        return (said.includes(`“${name}” was not opened`) && "refused") || document.querySelector("main > .notice")?.textContent.includes(`“${name}”`);
      }, 20_000, name).catch(async (error) => { throw new Error(`${name}: neither opened nor refused: ${await page.read()}`, { cause: error }); });
      const opened = await page.evaluate(() => Boolean(document.querySelector("main > .notice[role=note] strong")));
      tally[opened ? "opened" : "refused"]++;
      if (opened) {
        const stamp = await page.evaluate(() => new URLSearchParams(location.hash.split("?")[1]).get("d") ?? "");
        for (const kind of [numbers.pick(["countries", "programmes", "timeline", "statements", "source"]), numbers.pick(["gaps", "actors", "briefs", "glossary", "about"])]) {
          await page.evaluate((hash) => { location.hash = hash; }, `#/${kind}?d=${encodeURIComponent(stamp)}`);
          await page.until((kind) => location.hash.startsWith(`#/${kind}`) && document.querySelectorAll("main h1").length === 1, 5_000, kind);
        }
      } else {
        const rows = await page.evaluate(() => document.querySelectorAll("main table tbody tr").length);
        assert.ok(rows > 0, `${name}: refused with reasons`);
      }
      assert.equal(await page.evaluate(foreign), 0, `${name}: no element of the document's`);
    }
    assert.equal(await page.evaluate(() => document.querySelectorAll("h1").length), 1);
    assert.equal(await page.evaluate(() => ({}).polluted), undefined, "no prototype is spoilt");
    assert.deepEqual(dialogs, []);
    assert.deepEqual(page.console, []);
    figure(`hostile documents through the file input: ${all} given, ${tally.opened} opened, ${tally.refused} refused with reasons; console empty, no dialog; seed ${SEED}`);
  },
};
