// Search as a reader uses it: from the box in the header, by keyboard, to the thing itself and to the page of all hits.

import assert from "node:assert/strict";
import { ATLASES, start } from "../atlases.mjs";
import { goTo, onPage } from "../site.mjs";

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

export const walks = ATLASES.flatMap((atlas) => [
  {
    title: `a stroke brings the box, typing the hits, Enter the thing itself${atlas.of}`,
    async run(tools) {
      const { words, first } = atlas.search;
      const { page } = await start(tools, atlas);
      await page.press("/");
      assert.ok((await box(page)).focused, "the box has the focus");
      await type(page, words);
      await page.until(() => document.querySelectorAll("#search-list [role=option]").length > 0, 5000);
      let now = await box(page);
      assert.equal(now.expanded, "true");
      assert.match(now.options[0], first);
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
      while (!first.test((await box(page)).active)) await page.press("ArrowUp");
      now = await box(page);
      assert.match(now.active, first, "the active option is named");
      assert.ok(now.focused, "the focus stays in the box");
      await page.press("Enter");
      await onPage(page, /^Statement/);
      assert.match(await page.evaluate(() => document.querySelector("main .note-text").textContent), first);
    },
  },
  {
    title: `Enter without a choice leads to all hits, which the address keeps${atlas.of}`,
    async run(tools) {
      const { named, hit, chip, rest } = atlas.search;
      const { page } = await start(tools, atlas, "#/gaps");
      await page.press("/");
      await type(page, named);
      await page.press("Enter");
      await onPage(page, "Search");
      const first = () => page.evaluate(() => document.querySelector("main .hit")?.textContent ?? "");
      assert.match(await first(), hit);
      assert.equal(await page.evaluate(() => location.hash), atlas.at(`#/search?q=${encodeURIComponent(named)}`));
      assert.equal(await page.evaluate(() => document.querySelector(".chips a")?.getAttribute("aria-label")), chip);
      await page.click("link", chip);
      await page.until((rest) => document.querySelector("#search").value === rest, 5000, rest);
    },
  },
  {
    title: `on the page of hits the list follows what is typed, and Escape closes the list elsewhere${atlas.of}`,
    async run(tools) {
      const { alias, thing } = atlas.search;
      const { page } = await start(tools, atlas, `#/search?q=${encodeURIComponent(alias)}`);
      assert.match(await page.evaluate(() => document.querySelector("main .hit").textContent), thing);
      await page.press("/");
      await type(page, " zzz");
      await page.until(() => /none with all|Nothing/.test(document.querySelector("main [role=status]").textContent), 5000);
      assert.equal(await page.evaluate(() => document.activeElement.value), `${alias} zzz`);
      await goTo(page, atlas.at("#/about"), /^About/);
      await page.press("/");
      await type(page, "x");
      await page.until(() => document.querySelector("#search").getAttribute("aria-expanded") === "true", 5000);
      await page.press("Escape");
      assert.equal((await box(page)).expanded, "false");
    },
  },
]);
