// Search as a reader uses it: from the box in the header, by keyboard, to the thing itself and to the page of all hits.

import assert from "node:assert/strict";
import { onPage, open } from "../site.mjs";

async function start({ serve, newPage }, path = "#/") {
  const server = await serve();
  const page = await newPage();
  await open(page, server.url + path);
  return page;
}

/** Types into what has the focus, as keys do. */
async function type(page, text) {
  await page.evaluate((text) => {
    const box = document.activeElement;
    for (const letter of text) {
      box.setRangeText(letter, box.selectionStart, box.selectionEnd, "end");
      box.dispatchEvent(new InputEvent("input", { bubbles: true, data: letter }));
    }
  }, text);
}

const box = (page) => page.evaluate(() => {
  const input = document.querySelector("#search");
  const active = document.getElementById(input.getAttribute("aria-activedescendant") ?? "");
  return {
    focused: document.activeElement === input,
    expanded: input.getAttribute("aria-expanded"),
    active: active?.textContent ?? "",
    options: [...document.querySelectorAll("#search-list [role=option]")].map((option) => option.textContent),
    said: document.querySelector(".search [role=status]")?.textContent ?? "",
  };
});

export const walks = [
  {
    title: "a stroke brings the box, typing the hits, Enter the thing itself",
    async run(tools) {
      const page = await start(tools);
      await page.press("/");
      assert.ok((await box(page)).focused, "the box has the focus");
      await type(page, "termez german");
      await page.until(() => document.querySelectorAll("#search-list [role=option]").length > 0, 5000);
      let now = await box(page);
      assert.equal(now.expanded, "true");
      assert.match(now.options[0], /^Germany uses an airfield in Termez/);
      assert.match(now.said, /^\d+ results?$/, "the count is announced");
      for (let back = 0; back < 2; back++) {
        await page.press("ArrowUp");
        const inView = await page.evaluate(() => {
          const option = document.querySelector("#search-list [aria-selected=true]").getBoundingClientRect();
          const list = document.querySelector(".search-list").getBoundingClientRect();
          return option.top >= list.top - 1 && option.bottom <= list.bottom + 1;
        });
        assert.ok(inView, "the active option is in view");
      }
      while (!/^Germany/.test((await box(page)).active)) await page.press("ArrowUp");
      now = await box(page);
      assert.match(now.active, /^Germany uses/, "the active option is named");
      assert.ok(now.focused, "the focus stays in the box");
      await page.press("Enter");
      await onPage(page, /^Statement/);
      assert.match(await page.evaluate(() => document.querySelector("main").textContent), /Germany uses an airfield in Termez/);
    },
  },
  {
    title: "Enter without a choice leads to all hits, which the address keeps",
    async run(tools) {
      const page = await start(tools, "#/gaps");
      await page.press("/");
      await type(page, "interest in parp");
      await page.press("Enter");
      await onPage(page, "Search");
      const first = () => page.evaluate(() => document.querySelector("main .hit")?.textContent ?? "");
      assert.match(await first(), /^Tajikistan has expressed an interest/);
      assert.match(await page.evaluate(() => location.hash), /^#\/search\?q=interest/);
      const chip = await page.evaluate(() => document.querySelector(".chips a")?.getAttribute("aria-label"));
      assert.equal(chip, "Take out: Programme Planning and Review Process");
      await page.click("link", "Take out: Programme Planning and Review Process");
      await page.until(() => document.querySelector("#search").value === "interest in", 5000);
    },
  },
  {
    title: "on the page of hits the list follows what is typed, and Escape closes the list elsewhere",
    async run(tools) {
      const page = await start(tools, "#/search?q=K2");
      assert.match(await page.evaluate(() => document.querySelector("main .hit").textContent), /^Karshi-Khanabad/);
      await page.press("/");
      await type(page, " zzz");
      await page.until(() => /most of them|Nothing/.test(document.querySelector("main [role=status]").textContent), 5000);
      assert.equal(await page.evaluate(() => document.querySelector("#search").value), "K2 zzz");
      await page.evaluate(() => { location.hash = "#/about"; });
      await onPage(page, /^About/);
      await page.press("/");
      await type(page, "x");
      await page.until(() => document.querySelector("#search").getAttribute("aria-expanded") === "true", 5000);
      await page.press("Escape");
      assert.equal((await box(page)).expanded, "false");
    },
  },
];
