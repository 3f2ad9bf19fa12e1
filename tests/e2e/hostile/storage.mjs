// Storage that is corrupt, full or blocked: the app stands each time, and where notes are lost or not kept it says so.

import assert from "node:assert/strict";
import { count, figure, random } from "../counts.mjs";
import { INJECTIONS } from "../injections.mjs";
import { goTo, open } from "../site.mjs";

const SEED = 20_090_104;
const HEAD = "partnership-atlas tray 1";
const KEY = "atlas.tray.vinnikov-2009";

/** What storage might hold in place of notes. */
function spoilt({ below, pick }) {
  const letters = () => Array.from({ length: below(200) }, () => String.fromCharCode(below(0xffff))).join("");
  return pick([
    () => letters(),
    () => pick(INJECTIONS),
    () => `${HEAD}\n${letters()}`,
    () => `${HEAD}\n${pick(INJECTIONS)}\t${pick(INJECTIONS)}\n`,
    () => `${HEAD}\nmanas-base\tone\nmanas-base\ttwo\n`,
    () => `${HEAD}\n${Array.from({ length: 501 + below(200) }, (_, n) => `id-${n}\t\n`).join("")}`,
    () => `${HEAD.replace("1", "2")}\nmanas-base\t\n`,
    () => JSON.stringify({ items: [{ id: "manas-base" }] }),
    () => "x".repeat(1 + below(1_000_000)),
    () => `${HEAD}\nmanas-base\t${"y".repeat(below(5_000))}\n`,
    () => `${HEAD}\nno-such-statement\t${pick(INJECTIONS).replaceAll("\n", " ")}\n`,
    () => "",
  ])();
}

/** Ways in which a browser keeps nothing. Run before the page's scripts. */
const FAULTS = {
  blocked: () => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("blocked", "SecurityError"); } }),
  absent: () => Object.defineProperty(window, "localStorage", { get: () => null }),
  full: () => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; },
  unreadable: () => { Storage.prototype.getItem = () => { throw new DOMException("broken", "InvalidStateError"); }; },
};

const REMOVE = "Remove from your notes";

/** Saves a statement to the notes, anew where it was among them, and says what the app said of it. */
async function collects(page, url) {
  await open(page, `${url}#/statements/manas-base`);
  const offers = (name) => page.until((name) => [...document.querySelectorAll("main button")].some(({ textContent }) => textContent === name), 5_000, name);
  if ((await page.find("button", REMOVE)).length > 0) {
    await page.click("button", REMOVE);
    await offers("Save to notes");
  }
  await page.click("button", "Save to notes");
  await offers(REMOVE);
  return page.read("main");
}

export const walk = {
  title: "with storage corrupt, full or blocked the app stands, and says where notes are not kept",
  browsers: ["chromium"],
  seconds: 1_500,
  async run({ serve, newPage }) {
    const all = count(20, 200);
    const tally = {};
    const server = await serve();
    const shared = await newPage();
    await open(shared, `${server.url}#/about`);
    for (let n = 0; n < all; n++) {
      const numbers = random(SEED + n);
      const fault = n % 2 ? numbers.pick(Object.keys(FAULTS)) : undefined;
      const kept = spoilt(numbers);
      const theme = numbers.pick(["dark", "light", "", "purple", kept.slice(0, 50)]);
      const what = `state ${n} (${fault ?? "corrupt"}, ${JSON.stringify(kept.slice(0, 60))})`;
      let page = shared;
      const fill = (key, kept, theme) => {
        localStorage.clear();
        localStorage.setItem(key, kept);
        localStorage.setItem("atlas.theme", theme);
      };
      if (fault) {
        // What stands there when the browser begins to fail. The blank page at first has no storage.
        page = await newPage({ before: `if (location.protocol === "http:" && !sessionStorage.getItem("filled")) { sessionStorage.setItem("filled", "1"); (${fill})(...${JSON.stringify([KEY, kept, theme])}); } (${FAULTS[fault]})();` });
      } else {
        await page.evaluate(fill, KEY, kept, theme);
      }
      await open(page, `${server.url}#/tray`);
      assert.equal(await page.evaluate(() => document.querySelectorAll("h1").length), 1, what);
      if (fault) {
        assert.match(await collects(page, server.url), /keeps nothing/, what);
        await goTo(page, "#/tray", "Your notes");
        const notes = await page.evaluate(() => [...document.querySelectorAll(".tray > li")].map((note) => note.textContent));
        assert.ok(notes.some((note) => note.includes("Kyrgyzstan hosts a base")), `${what}: the note lasts as long as the page`);
        // What is full can still be read.
        if (fault !== "full") assert.equal(notes.length, 1, what);
        tally[fault] = (tally[fault] ?? 0) + 1;
      } else {
        const told = await page.evaluate(() => document.querySelector("main [role=alert]")?.textContent ?? "");
        const shown = await page.evaluate(() => document.querySelector("main pre")?.textContent);
        const items = await page.evaluate(() => document.querySelectorAll(".tray > li").length);
        if (told) {
          assert.match(told, /cannot be read/, what);
          // Halves of characters, which no text in UTF-8 can hold, are replaced.
          assert.equal(shown, kept.toWellFormed(), `${what}: shown as it is`);
          await collects(page, server.url);
          const after = await page.evaluate((key) => [localStorage.getItem(key), localStorage.getItem(`${key}.unread`)], KEY);
          assert.match(after[0], /manas-base/, what);
          assert.equal(after[1], kept.toWellFormed(), `${what}: and kept aside`);
        } else {
          assert.equal(items, kept.split("\n").filter((line) => line.includes("\t")).length, `${what}: every note is there`);
        }
        const state = told ? "corrupt, told" : "readable";
        tally[state] = (tally[state] ?? 0) + 1;
      }
      assert.equal(await page.evaluate(() => document.querySelectorAll("#app :is(script, img, iframe, svg script)").length), 0, what);
      assert.deepEqual(page.console, [], what);
      if (fault) await page.close();
    }
    figure(`states of storage: ${all} tried (${Object.entries(tally).map(([state, n]) => `${state} ${n}`).join(", ")}); seed ${SEED}`);
  },
};
