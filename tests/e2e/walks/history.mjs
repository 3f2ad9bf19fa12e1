// The reader's way: Back, Forward and reload show exactly what was seen, and Back gives back the place on the page.

import assert from "node:assert/strict";
import { looksAgain, noteCloses, noteOpens, onPage, open, seen } from "../site.mjs";

async function start({ serve, newPage }, path = "#/") {
  const server = await serve();
  const page = await newPage();
  await open(page, server.url + path);
  return page;
}

/** Waits until what is so named has the focus. */
async function focusOn(page, name) {
  const met = (name) => document.activeElement?.innerText.replace(/\s+/g, " ").trim() === name;
  await page.until(met, 5000, name).catch(() => {});
  assert.equal((await page.focused()).name, name, "the focus is on what was chosen");
}

export const walks = [
  {
    title: "Back, Forward and reload show exactly what was seen",
    async run(tools) {
      const page = await start(tools);
      const trail = [await seen(page)];
      const step = async (act, there) => {
        await act();
        await there();
        trail.push(await seen(page));
      };
      await step(() => page.click("link", "Countries"), () => onPage(page, "Central Asian Partners"));
      await step(() => page.click("link", "Uzbekistan"), () => onPage(page, "Uzbekistan"));
      await step(() => page.click("link", /^PARP Taking part again/), () => noteOpens(page, "Uzbekistan in Planning and Review Process (PARP)"));
      await step(() => page.click("link", "All of PARP"), () => onPage(page, "Planning and Review Process (PARP)"));
      await step(() => page.click("link", "Supply routes"), () => onPage(page, "Who allows what, and how firmly"));
      await step(() => page.click("link", /^Pakistan Arrangement not said/), () => noteOpens(page, "Pakistan on the Southern Line of Communication"));
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
        await page.ready();
        await looksAgain(page, trail[at], `reload at step ${at}`);
      }
    },
  },
  {
    title: "Back returns to the place on the page, and to what had the focus",
    async run(tools) {
      const page = await start(tools, "#/countries/kazakhstan");
      await page.click("link", /^Kazakhstan’s assistance package for Afghanistan amounts to/);
      await noteOpens(page, "What is stated");
      const [place] = await page.find("link", /^Section 4, Afghanistan, 2nd paragraph/);
      await page.click("link", place.name);
      await onPage(page, "Section 4, Afghanistan, 2nd paragraph");
      await page.until(() => scrollY === 0);
      await page.back();
      await onPage(page, "Kazakhstan");
      await noteOpens(page, "What is stated");
      await page.until(() => scrollY > 0);
      await focusOn(page, place.name);
      const [bounds] = await page.evaluate(() => [document.activeElement.getBoundingClientRect()].map(({ top, bottom }) => ({ top, bottom })));
      assert.ok(bounds.top >= 0 && bounds.bottom <= 768, "the link that was chosen is in view again");

      // The same from a link that is no value.
      await page.click("link", "Programmes");
      await onPage(page, "Who takes part in what");
      await page.click("link", "Steppe Eagle exercises");
      await onPage(page, "Steppe Eagle exercises");
      await page.back();
      await onPage(page, "Who takes part in what");
      await focusOn(page, "Steppe Eagle exercises");
    },
  },
  {
    title: "closing a note leaves no step in the history",
    async run(tools) {
      const page = await start(tools);
      const first = await seen(page);
      await page.click("link", "Gaps");
      await onPage(page, "What the article leaves open");
      await page.click("link", /^When did Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan each join/);
      await noteOpens(page, "Not said");
      await page.click("button", /^Close/);
      await noteCloses(page);
      // Two steps were chosen: the page and the note. The note's step is now the page without it.
      await page.back(2);
      await looksAgain(page, first, "two steps back is where the walk began");
    },
  },
  {
    title: "reload keeps the place on the page",
    async run(tools) {
      const page = await start(tools, "#/gaps");
      await page.evaluate(() => scrollTo(0, 700));
      await page.until(() => Math.abs(scrollY - 700) < 2);
      await page.reload();
      await page.ready();
      await page.until(() => Math.abs(scrollY - 700) < 2, 5000);
    },
  },
];
