// One date drives everything: chosen by keyboard alone, restored by its link, and told wherever values stand.

import assert from "node:assert/strict";
import { ATLASES, enter, stands, start } from "../atlases.mjs";

const says = (page, selector, words) =>
  page.until((selector, words) => [...document.querySelectorAll(selector)].some((e) => e.innerText.replace(/\s+/g, " ").includes(words)), 5000, selector, words);

/** What stands of a value on the page, as one of its marks sees it: the row of the first that is shown, what is only heard included. */
const value = (page, id) => page.evaluate((id) => {
  const mark = [...document.querySelectorAll(`main a[data-value="${id}"]`)].find((mark) => mark.checkVisibility() && mark.closest("li"));
  return mark?.closest("li").textContent.replace(/\s+/g, " ").trim();
}, id);

export const walks = ATLASES.flatMap((atlas) => [
  {
    title: `the date is stepped by keyboard alone, and the address keeps it${atlas.of}`,
    async run(tools) {
      const { page } = await start(tools, atlas, "#/programmes");
      const { words } = atlas.bundle.dataset.vantage;
      for (let n = 0; n < 40 && !/^Date: /.test((await page.focused()).name ?? ""); n++) await page.press("Tab");
      assert.ok((await page.focused()).name === `Date: ${words}`, "the date of the source is the first");
      await page.press("ArrowLeft");
      await page.until((earlier) => new RegExp(earlier).test(location.hash), 5000, atlas.earlier.source);
      await says(page, "[role=status]", `not ${words}.`);
      const first = (await page.url()).split("#")[1];
      await page.press("ArrowLeft");
      await page.until((first) => location.hash !== "#" + first, 5000, first);
      await page.press("Enter");
      await page.until(() => document.querySelector("details:has(#as-of-panel)").open, 5000);
      await page.press("Escape");
      await page.until(() => !document.querySelector("details:has(#as-of-panel)").open, 5000);
      await page.reload();
      await stands(page, atlas);
      assert.notEqual((await page.find("button", /^Date: /))[0].name, `Date: ${words}`);
    },
  },
  {
    title: `a permission before and after it was over${atlas.of}`,
    async run(tools) {
      const { id, before, after } = atlas.over;
      const { page, server } = await start(tools, atlas, `#/routes?as-of=${before[0]}`);
      assert.match(await value(page, id), before[1]);
      await enter(page, server, atlas, `#/routes?as-of=${after[0]}`);
      assert.match(await value(page, id), after[1]);
    },
  },
  {
    title: `away for a time, then taking part again; what changed is what the time between brought${atlas.of}`,
    async run(tools) {
      const { unit, id, away, absent, again, present, changes, changed, between } = atlas.back;
      const { page, server } = await start(tools, atlas);
      for (const [on, word] of [...away.map((on) => [on, absent]), [again, present]]) {
        await enter(page, server, atlas, `#/countries/${unit}?as-of=${on}`);
        assert.match(await value(page, id), new RegExp(word), on);
      }
      await enter(page, server, atlas, `#/changes?${changes}`);
      const marked = await page.evaluate(() => [...document.querySelectorAll("#certain-heading ~ .changes [data-value]")].map((e) => e.dataset.value));
      // A value has a mark for each of its paragraphs.
      assert.deepEqual([...new Set(marked)].sort(), changed);
      await enter(page, server, atlas, `#/changes?${between}`);
      const back = await page.evaluate(() => document.querySelector("#passing-heading").parentElement.innerText);
      assert.match(back, /Changed in between, and back \(1\)/);
      assert.match(back, new RegExp(`${absent}[\\s\\S]*then[\\s\\S]*${present}`));
    },
  },
]);
