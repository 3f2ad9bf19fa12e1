// Hostile addresses in a browser: whatever stands after the #, there is one page with one heading and nothing in the console.

import assert from "node:assert/strict";
import { count, figure, random } from "../counts.mjs";
import { INJECTIONS } from "../injections.mjs";
import { KINDS, NOTES, open } from "../site.mjs";
import { foreign } from "./documents.mjs";

const SEED = 20_090_105;
const PIECES = ["#", "/", "?", "&", "=", ",", "%", "%2", "%00", "%0A", "%2F", "%E0%A4%A", "%ff", "+", "..", "//", "as-of=", "as-of=9999", "vs=1", "of=", "f.a=",
  "f.modality=act", "note=", "note=manas-base", "d=x@1", "embed=1", "closed=", "q=", "sort=", "__proto__", "constructor", "\u202e", "\ufeff", "🙂", "\\", "x".repeat(2_100)];

function address({ below, pick }) {
  let text = pick([...KINDS, ...NOTES]).path;
  for (let changes = 1 + below(5); changes > 0; changes--) {
    const at = 2 + below(Math.max(1, text.length - 1));
    const piece = below(4) ? pick(PIECES) : pick([encodeURIComponent, (plain) => plain])(pick(INJECTIONS));
    text = below(5) ? text.slice(0, at) + piece + text.slice(at) : text.slice(0, at);
  }
  return text.toWellFormed?.() ?? text;
}

export const walk = {
  title: "hostile addresses show a page with one heading, and nothing of them becomes part of it",
  browsers: ["chromium"],
  seconds: 1_500,
  async run({ serve, newPage }) {
    const all = count(30, 500);
    const server = await serve();
    const page = await newPage();
    const dialogs = [];
    page.raw.on("dialog", (dialog) => { dialogs.push(dialog.message()); dialog.dismiss(); });
    await open(page, server.url);
    let told = 0;
    for (let n = 0; n < all; n++) {
      // A dataset of the same host may be asked for; that none is there stands in the console, rightly.
      const hash = address(random(SEED + n)).replaceAll("data=", "date=");
      const fresh = n % 10 === 0;
      if (fresh) await open(page, server.url + hash);
      else await page.evaluate((hash) => { location.hash = hash; }, hash);
      await page.evaluate(() => { globalThis.drawn = false; setTimeout(() => requestAnimationFrame(() => { globalThis.drawn = true; }), 40); });
      await page.until(() => globalThis.drawn && document.querySelectorAll("h1").length === 1, 10_000).catch((error) => { throw new Error(`no page at ${hash}`, { cause: error }); });
      assert.equal(await page.evaluate(foreign), 0, hash);
      told += await page.evaluate(() => Number(document.querySelector("main .notice") !== null || /^No such/.test(document.querySelector("main h1")?.textContent ?? "")));
    }
    assert.deepEqual(dialogs, []);
    assert.deepEqual(page.console, []);
    figure(`hostile addresses in Chromium: ${all} opened, ${told} with a notice or as not found; one heading each, console empty; seed ${SEED}`);
  },
};
