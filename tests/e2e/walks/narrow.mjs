// On a narrow window, 320 px: what a phone shows, and what 400 % zoom leaves of a laptop's 1280 px. Nothing is cut off or has to
// be scrolled sideways, and a note opens under its line.

import assert from "node:assert/strict";
import { ATLASES, enter, start } from "../atlases.mjs";
import { goTo, noteCloses, noteOpens, onPage } from "../site.mjs";

export const PHONE = { width: 320, height: 640 };
const ZOOMED = { width: 320, height: 256 };
const LAPTOP = { width: 1280, height: 1024 };

/** How far below its value a note may begin, in px: a stair of steps is one line. */
const NEAR = 240;

/** What sticks out of the window or is cut off within it; what may be scrolled, such as a wide table, does not count. */
export const tooWide = (page) => page.evaluate(() => {
  const wide = document.documentElement.clientWidth;
  const said = (element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}"> ${element.textContent.trim().slice(0, 40)}`;
  const scrolls = (element) => {
    const above = element.parentElement;
    return above !== null && above !== document.body && (/auto|scroll/.test(getComputedStyle(above).overflowX) || scrolls(above));
  };
  const found = [];
  if (document.documentElement.scrollWidth > wide) found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  for (const element of document.querySelectorAll("body *")) {
    const { left, right, width } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    // What is hidden from the eye alone is 1 px small.
    if (width <= 1 || !element.checkVisibility({ visibilityProperty: true }) || scrolls(element)) continue;
    if (right > wide + 1 || left < -1) found.push(`sticks out (${Math.round(left)} to ${Math.round(right)}): ${said(element)}`);
    // A control cuts off what it shows by itself.
    const cuts = /hidden|clip/.test(style.overflowX) && element.localName !== "input";
    if (cuts && element.scrollWidth > element.clientWidth + 1) found.push(`cuts off: ${said(element)}`);
  }
  return found.slice(0, 10);
});

/** Where the note stands against the value that it is of: the gap below the value, and both sides. */
const noteUnder = (page) => page.evaluate(() => {
  const note = document.getElementById("note").getBoundingClientRect();
  const values = [...document.querySelectorAll("main [data-value][aria-current=true]")]
    .filter((value) => !value.closest("#note")).map((value) => value.getBoundingClientRect());
  const gaps = values.map((value) => note.top - value.bottom).filter((gap) => gap >= -1);
  return { gap: gaps.length ? Math.min(...gaps) : null, left: note.left, right: note.right, width: note.width, within: document.getElementById("note").closest("main") !== null };
});

const height = (page) => page.evaluate(() => document.documentElement.scrollHeight);

export const walks = ATLASES.flatMap((atlas) => [
  {
    title: `no kind of page is wider than 320 px${atlas.of}`,
    async run(tools) {
      const { page } = await start(tools, atlas, "#/", PHONE);
      for (const { path, heading } of atlas.kinds) {
        await goTo(page, atlas.at(path), heading);
        assert.deepEqual(await tooWide(page), [], path);
      }
    },
  },
  {
    title: `no kind of note is wider than 320 px${atlas.of}`,
    async run(tools) {
      const { page } = await start(tools, atlas, "#/", PHONE);
      for (const { path, heading } of atlas.notes) {
        await goTo(page, atlas.at(path), /./);
        await noteOpens(page, heading);
        assert.deepEqual(await tooWide(page), [], path);
      }
    },
  },
  {
    title: `a note opens under its line and leaves nothing behind${atlas.of}`,
    async run(tools) {
      const { page } = await start(tools, atlas, "#/", PHONE);
      for (const [path, name, heading] of atlas.lines) {
        const what = `${name} at ${path}`;
        await goTo(page, atlas.at(path), atlas.kinds.find((kind) => kind.path === path).heading);
        const before = await height(page);
        await page.click("link", name);
        await noteOpens(page, heading);
        const { gap, left, right, width, within } = await noteUnder(page);
        assert.ok(within, `${what}: the note is in the content`);
        assert.ok(gap !== null && gap <= NEAR, `${what}: the note is under its line, ${gap} px below the value`);
        // Where a table scrolls sideways its place is rounded to a fraction of a pixel.
        assert.ok(left >= -0.5 && right <= 320.5 && width >= 200, `${what}: the note has room, from ${left} to ${right}`);
        assert.deepEqual(await tooWide(page), [], what);
        await page.press("Escape");
        await noteCloses(page);
        assert.equal(await height(page), before, `${what}: closing it leaves the page as it was`);
        assert.ok(name instanceof RegExp ? name.test((await page.focused()).name) : (await page.focused()).name === name, `${what} has the focus again`);
      }
    },
  },
  {
    title: `zooming in to 400 % brings an open note under its line, zooming out back to the margin${atlas.of}`,
    async run(tools) {
      const { unit, value, note: heading } = atlas.dated;
      const { page } = await start(tools, atlas, `#/countries/${unit}`, LAPTOP);
      await page.click("link", value);
      const note = await noteOpens(page, heading);
      assert.equal((await noteUnder(page)).within, false, "at first the note is in the margin");

      await page.resize(ZOOMED.width, ZOOMED.height);
      await page.until(() => document.getElementById("note").closest("main") !== null);
      const { gap } = await noteUnder(page);
      assert.ok(gap !== null && gap <= NEAR, `the note is under its line, ${gap} px below`);
      assert.equal((await page.focused()).id, "note", "the focus stays in the note");
      assert.deepEqual(await tooWide(page), []);

      await page.resize(LAPTOP.width, LAPTOP.height);
      await page.until(() => document.getElementById("note").closest("main") === null);
      assert.equal(await page.read("#note"), note, "it is the same note");
      assert.equal((await page.focused()).id, "note", "and still has the focus");
    },
  },
  {
    title: `a note stays open under its line when the date changes${atlas.of}`,
    async run(tools) {
      const { unit, name, id, value, note: heading, away: [on], absent } = atlas.back;
      const { page } = await start(tools, atlas, `#/countries/${unit}`, PHONE);
      await page.click("link", value);
      await noteOpens(page, heading);
      await goTo(page, atlas.at(`#/countries/${unit}?as-of=${on}&note=${id}`), name);
      await page.until((absent) => document.querySelector("main .value[aria-current=true]")?.innerText.includes(absent), undefined, absent);
      await noteOpens(page, heading);
      const { gap, within } = await noteUnder(page);
      assert.ok(within && gap !== null && gap <= NEAR, `the note is under its line, ${gap} px below`);
    },
  },
  {
    title: `the walk of a newcomer works at 400 % zoom${atlas.of}`,
    async run(tools) {
      const { value, note } = atlas.over;
      const { page } = await start(tools, atlas, "#/", ZOOMED);
      await page.click("link", atlas.question);
      await onPage(page, "Who allows what, and how firmly");
      await page.click("link", value);
      await noteOpens(page, note);
      const top = await page.evaluate(() => document.getElementById("note").getBoundingClientRect().top);
      assert.ok(top >= -1 && top < ZOOMED.height, `the note begins in view, at ${top}`);
    },
  },
  {
    title: `in the dark scheme a narrow page is dark, and no wider${atlas.of}`,
    async run({ serve, dark }) {
      const server = await serve();
      const page = await (await dark()).newPage(PHONE);
      await enter(page, server, atlas);
      for (const { path, heading } of atlas.kinds) {
        await goTo(page, atlas.at(path), heading);
        const shades = await page.evaluate(() => ["backgroundColor", "color"].map((which) => {
          const [red, green, blue] = getComputedStyle(document.body)[which].match(/[\d.]+/g).map(Number);
          return (red + green + blue) / 3;
        }));
        assert.ok(shades[0] < 60 && shades[1] > 180, `light ink on dark paper at ${path}: ${shades}`);
        assert.deepEqual(await tooWide(page), [], path);
      }
      assert.deepEqual(page.console, [], "the console stays empty");
    },
  },
]);
