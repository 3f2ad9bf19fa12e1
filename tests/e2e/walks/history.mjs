// The reader's way: Back, Forward and reload show exactly what was seen, and Back gives back the place on the page.

import assert from "node:assert/strict";
import { ATLASES, enter, headingOf, stands, start } from "../atlases.mjs";
import { STATED, fromList, looksAgain, noteCloses, noteOpens, onPage, seen } from "../site.mjs";

/** Waits until what is so named has the focus. */
async function focusOn(page, name) {
  const met = (name) => document.activeElement?.innerText.replace(/\s+/g, " ").trim() === name;
  await page.until(met, 5000, name).catch(() => {});
  assert.equal((await page.focused()).name, name, "the focus is on what was chosen");
}

export const walks = ATLASES.flatMap((atlas) => [
  {
    title: `Back, Forward and reload show exactly what was seen${atlas.of}`,
    async run(tools) {
      const { page } = await start(tools, atlas);
      const { units, back, routes, leg } = atlas;
      const trail = [await seen(page)];
      const step = async (act, there) => {
        await act();
        await there();
        trail.push(await seen(page));
      };
      await step(() => page.click("link", units.link), () => onPage(page, units.heading));
      await step(() => page.click("link", back.name), () => onPage(page, back.name));
      await step(() => page.click("link", back.value), () => noteOpens(page, back.note));
      await step(() => page.click("link", back.all), () => onPage(page, back.programme));
      await step(() => page.click("link", routes), () => onPage(page, headingOf(atlas, "#/routes")));
      await step(() => page.click("link", leg.value), () => noteOpens(page, leg.note));
      assert.equal(new Set(trail.map(({ address }) => address)).size, trail.length, "each step has an address of its own");

      for (let at = trail.length - 2; at >= 0; at--) {
        await page.back();
        await looksAgain(page, trail[at], `Back to step ${at}`);
      }
      for (let at = 1; at < trail.length; at++) {
        await page.forward();
        await looksAgain(page, trail[at], `Forward to step ${at}`);
      }
      for (const at of [trail.length - 1, 3]) {
        await page.evaluate((address) => { location.hash = address; }, trail[at].address);
        await looksAgain(page, trail[at], `the address of step ${at}`);
        await page.reload();
        await stands(page, atlas);
        await looksAgain(page, trail[at], `reload at step ${at}`);
      }
    },
  },
  {
    title: `Back returns to the place on the page, and to what had the focus${atlas.of}`,
    async run(tools) {
      const { deep, undertaking } = atlas;
      const { page } = await start(tools, atlas, `#/countries/${deep.unit}`);
      await page.click("link", deep.statement);
      await noteOpens(page, STATED);
      const [place] = await page.find("link", deep.place);
      await page.click("link", place.name);
      await onPage(page, deep.heading);
      await page.until(() => scrollY === 0);
      await page.back();
      await onPage(page, deep.name);
      await noteOpens(page, STATED);
      await page.until(() => scrollY > 0);
      await focusOn(page, place.name);
      const [bounds] = await page.evaluate(() => [document.activeElement.getBoundingClientRect()].map(({ top, bottom }) => ({ top, bottom })));
      assert.ok(bounds.top >= 0 && bounds.bottom <= 768, "the link that was chosen is in view again");

      // The same from a link that is no value.
      await page.click("link", "Programmes");
      await onPage(page, headingOf(atlas, "#/programmes"));
      await page.click("link", undertaking);
      await onPage(page, undertaking);
      await page.back();
      await onPage(page, headingOf(atlas, "#/programmes"));
      await focusOn(page, undertaking);
    },
  },
  {
    title: `closing a note leaves no step in the history${atlas.of}`,
    async run(tools) {
      const { page } = await start(tools, atlas);
      const first = await seen(page);
      await fromList(page, "What it doesn’t say");
      await onPage(page, "What the article leaves open");
      await page.click("link", atlas.gap);
      await noteOpens(page, "What the article leaves open");
      await page.click("button", /^Close/);
      await noteCloses(page);
      // Two steps were chosen: the page and the note. The note's step is now the page without it.
      await page.back(2);
      await looksAgain(page, first, "two steps back is where the walk began");
    },
  },
  {
    title: `a note closed a moment ago opens again by its mark${atlas.of}`,
    async run(tools) {
      const { page } = await start(tools, atlas, `#/countries/${atlas.dated.unit}`);
      await page.click("link", atlas.dated.value);
      await noteOpens(page, atlas.dated.note);
      // Sooner than the address bar follows.
      await page.evaluate(() => {
        const mark = document.querySelector("main [data-value][aria-current=true]");
        document.querySelector("#note .close").click();
        mark.click();
      });
      await page.until(() => location.hash.includes("note="));
      await noteOpens(page, atlas.dated.note);
      await new Promise((resolve) => setTimeout(resolve, 400));
      await noteOpens(page, atlas.dated.note);
    },
  },
  {
    title: `reload keeps the place on the page${atlas.of}`,
    async run(tools) {
      const { page, server } = await start(tools, atlas);
      for (const path of ["#/gaps", `#/countries/${atlas.back.unit}`]) {
        await enter(page, server, atlas, path);
        await page.evaluate(() => scrollTo(0, 700));
        await page.until(() => Math.abs(scrollY - 700) < 2);
        await page.reload();
        await stands(page, atlas);
        await page.until(() => Math.abs(scrollY - 700) < 2, 5000);
      }
    },
  },
]);
