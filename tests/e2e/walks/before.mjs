// Before the program has come: everything on the start page answers at once, and what a reader did is there when the program takes
// the page's place. A server holds the program back for as long as the walk wants.

import assert from "node:assert/strict";
import { ATLASES } from "../atlases.mjs";
import { onPage } from "../site.mjs";

/** How long an answer may take, in ms: what is counted is the page's own time, from the event to what it shows. */
const AT_ONCE = 100;

/** The start page with its program held back, and what lets it go. */
async function early(tools, options = {}) {
  let go = () => {};
  const held = new Promise((resolve) => { go = resolve; });
  const server = await tools.serve({ fault: async (file) => { if (/\.wasm$/.test(file)) await held; return options.fault?.(file); } });
  const page = await tools.newPage({ width: 1280 });
  await page.open(server.url);
  await page.until(() => document.querySelector("main h1") && document.documentElement.dataset.starting !== undefined);
  return { page, server, go };
}

const word = () => document.querySelector("#coming p").textContent;

/** Presses an element and gives what the page says to it, and how long that took. */
const presses = (page, selector) => page.evaluate((selector) => {
  const element = document.querySelector(selector);
  const begun = performance.now();
  element.click();
  const said = document.querySelector("#coming p").textContent;
  return { said, took: performance.now() - begun, busy: element.getAttribute("aria-busy") };
}, selector);

const embedded = ATLASES[0];

export const walks = [
  {
    title: "a link, a mark and a button say at once what comes",
    async run(tools) {
      const { page, go } = await early(tools);
      assert.ok(await page.evaluate(() => document.querySelector("#coming progress").checkVisibility()), "how far it is can be seen");
      assert.equal(await page.evaluate(() => document.querySelector("#coming p").getAttribute("role")), "status");
      for (const [selector, wanted] of [["main a.ev", /^Opening “¶/], ["#help-button", /comes next/], [".main-pages a", /^Opening “Countries”/]]) {
        const { said, took, busy } = await presses(page, selector);
        assert.match(said, wanted, selector);
        assert.ok(took < AT_ONCE, `${selector} took ${took} ms`);
        assert.equal(busy, "true", selector);
      }
      assert.ok((await page.evaluate(() => document.querySelector("main h1").textContent)).length > 10, "the start page can still be read");
      go();
      await page.ready();
      await onPage(page, embedded.units.heading);
      assert.match(await page.url(), /#\/countries$/);
      assert.ok(!(await page.evaluate(() => document.querySelector("#coming").checkVisibility())), "the bar has gone");
    },
  },
  {
    title: "what is typed, selected and focused is carried over, and looked for",
    async run(tools) {
      const { page, go } = await early(tools);
      await page.evaluate(() => document.getElementById("search").focus());
      await page.type(embedded.search.words);
      await page.until(() => /Results come next/.test(document.querySelector("#coming p").textContent), 5000);
      await page.evaluate(() => document.getElementById("search").setSelectionRange(2, 5));
      go();
      await page.ready();
      await page.until(() => document.querySelectorAll("#search-list [role=option]").length > 0, 10_000);
      const field = await page.evaluate(() => { const search = document.getElementById("search"); return [search.value, document.activeElement === search, search.selectionStart, search.selectionEnd]; });
      assert.deepEqual(field, [embedded.search.words, true, 2, 5]);
    },
  },
  {
    title: "Enter in the search is a search, once the program is here",
    async run(tools) {
      const { page, go } = await early(tools);
      await page.evaluate(() => document.getElementById("search").focus());
      await page.type(embedded.search.words);
      await page.press("Enter");
      assert.match(await page.evaluate(word), /^Looking for “/);
      go();
      await page.ready();
      await page.until(() => document.querySelectorAll("main .hit").length > 0, 10_000);
      assert.equal(await page.evaluate(() => document.getElementById("search").value), embedded.search.words);
    },
  },
  {
    title: "theme and date are set, a panel stays open, a button is pressed when it can be",
    async run(tools) {
      const { page, go } = await early(tools);
      await page.evaluate(() => [...document.querySelectorAll(".footer .seg button")].find(({ textContent }) => textContent === "Dark").click());
      assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
      assert.equal(await page.evaluate(() => localStorage.getItem("atlas.theme")), "dark");
      await page.evaluate(() => document.getElementById("as-of-button").click());
      await page.evaluate(() => {
        const [year, month] = document.querySelectorAll("#as-of-panel fieldset select");
        year.value = "2005";
        year.dispatchEvent(new Event("change", { bubbles: true }));
        month.value = "06";
        month.dispatchEvent(new Event("change", { bubbles: true }));
        month.focus();
      });
      assert.match(await page.url(), /#\/\?as-of=2005-06$/);
      assert.match(await page.evaluate(word), /^The date is set/);
      go();
      await page.ready();
      await page.until(() => document.querySelector(".as-of-banner"), 5000);
      assert.match(await page.read(".as-of-banner"), /June 2005/);
      await page.until(() => document.querySelector(".as-of-popup").open, 5000);
      await page.until(() => document.activeElement?.closest("#as-of-panel select") !== null, 5000);
      assert.equal(await page.evaluate(() => document.querySelector(".footer .seg [aria-pressed=true]").textContent), "Dark");
    },
  },
  {
    title: "a load that fails leaves the start page to be read",
    async run(tools) {
      const { page, go } = await early(tools, { fault: (file) => (/\.wasm$/.test(file) ? "missing" : undefined) });
      go();
      await page.until(() => document.querySelector("#trouble:not([hidden]) h2"), 15_000);
      const heading = embedded.kinds[0].heading;
      const seen = await page.evaluate(() => [...document.querySelectorAll("h1")].filter((h1) => h1.checkVisibility()).map((h1) => h1.textContent));
      assert.equal(seen.length, 1, `its heading is the only main one: ${seen}`);
      assert.match(seen[0], heading);
      const { top } = await page.evaluate(() => { const { top } = document.getElementById("trouble").getBoundingClientRect(); return { top }; });
      assert.ok(top < 700, "what happened stands first");
      await page.evaluate(() => document.querySelector(".main-pages a").click());
      await page.until(() => document.activeElement?.id === "trouble", 5000);
    },
  },
];
