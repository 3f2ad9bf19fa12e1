// The masthead: the list of pages opens and closes as readers expect, and at no width does anything lie over a control.

import assert from "node:assert/strict";
import { ATLASES, headingOf, start } from "../atlases.mjs";
import { fromList, goTo, onPage } from "../site.mjs";

/** Widths on both sides of every change of the layout. */
const WIDTHS = [320, 640, 800, 1024, 1440];

const isOpen = () => document.querySelector("details:has([aria-label='More pages'])").open;
const isClosed = () => !document.querySelector("details:has([aria-label='More pages'])").open;
const WORD = /^(More|Menu)$/;

/** Controls that cannot be met where they stand: another element lies over the middle of their first line. */
export const covered = (page) => page.evaluate(() => {
  const found = [];
  for (const control of document.querySelectorAll("a[href], button, summary, input, select")) {
    const closed = control.closest("details:not([open])");
    const seen = control.checkVisibility({ visibilityProperty: true }) && (!closed || control.parentElement === closed);
    if (!seen || control.matches(".skip") || control.ownerSVGElement) continue;
    control.scrollIntoView({ block: "center", inline: "center" });
    const [line] = control.getClientRects();
    if (!line || line.width < 2) continue;
    const top = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
    // What names a field belongs to it, and a note or a sheet at the foot of the window goes by itself.
    if (top && (control.contains(top) || top.contains(control) && top.matches("label") || top.closest("#note"))) continue;
    found.push(`${control.localName} “${control.textContent.trim().slice(0, 30) || control.id}” under <${top?.localName} class="${top?.getAttribute("class") ?? ""}">`);
  }
  return found.slice(0, 10);
});

export const walks = ATLASES.flatMap((atlas) => [
  {
    title: `nothing lies over a control, at any width${atlas.of}`,
    async run(tools) {
      for (const width of WIDTHS) {
        const { page } = await start(tools, atlas, "#/", { width, height: 800 });
        for (const { path, heading } of atlas.kinds) {
          await goTo(page, atlas.at(path), heading);
          assert.deepEqual(await covered(page), [], `${path} at ${width} px`);
        }
      }
    },
  },
  {
    title: `every link and button of the masthead can be met, the atlas’s name leads to the start page${atlas.of}`,
    async run(tools) {
      for (const width of [360, 700, 1024, 1280, 1600]) {
        const { page } = await start(tools, atlas, "#/gaps", { width, height: 800 });
        const missed = await page.evaluate(() => [...document.querySelectorAll("header a[href], header button, header summary, header input")]
          .filter((control) => control.checkVisibility({ visibilityProperty: true }) && control.getBoundingClientRect().width > 0)
          .filter((control) => !control.closest("details:not([open])") || control.localName === "summary")
          .filter((control) => {
            const { left, top, width, height } = control.getBoundingClientRect();
            const met = document.elementFromPoint(left + width / 2, top + height / 2);
            return !(met && (control.contains(met) || met.matches("label") && met.contains(control)));
          }).map((control) => control.textContent.trim() || control.id));
        assert.deepEqual(missed, [], `at ${width} px`);
        const { short_title: name } = atlas.bundle.dataset;
        await page.click("link", name);
        await onPage(page, headingOf(atlas, "#/"));
      }
    },
  },
  {
    title: `the list of pages closes on Escape, on a choice, and when the focus leaves it${atlas.of}`,
    async run(tools) {
      const { page } = await start(tools, atlas);
      await page.click("button", WORD);
      await page.until(isOpen);
      await page.press("Escape");
      await page.until(isClosed);
      assert.match((await page.focused()).name, WORD, "the word has the focus again");

      await page.press("Enter");
      await page.until(isOpen);
      for (let presses = 0; presses < 30 && await page.evaluate(isOpen); presses++) await page.press("Tab");
      assert.ok(await page.evaluate(isClosed), "Tab leaves the list, which closes");
      assert.equal((await page.focused()).id, "search", "what comes after it has the focus");

      await fromList(page, "About");
      await onPage(page, "About this atlas");
      assert.ok(await page.evaluate(isClosed), "a choice closes it");
      const current = (await page.evaluate(() => [...document.querySelectorAll("header [aria-current=page]")].map((link) => link.textContent)));
      assert.deepEqual(current, ["About"], "the page at hand is named as such");
    },
  },
]);
