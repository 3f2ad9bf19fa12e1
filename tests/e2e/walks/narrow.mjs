// On a narrow window, 320 px: what a phone shows, and what 400 % zoom leaves of a laptop's 1280 px. Nothing is cut off or has to
// be scrolled sideways, and a note is a sheet at the foot of the window that leaves its mark in view.

import assert from "node:assert/strict";
import { ATLASES, enter, headingOf, start } from "../atlases.mjs";
import { goTo, noteCloses, noteOpens, onPage } from "../site.mjs";

export const PHONE = { width: 320, height: 640 };
const ZOOMED = { width: 320, height: 256 };
const LAPTOP = { width: 1280, height: 1024 };

/** How much of the window a sheet may take. */
const SHEET = 0.7;

/** What sticks out of the window or is cut off within it; what may be scrolled, such as a wide table, does not count. */
export const tooWide = (page) => page.evaluate(() => {
  const wide = document.documentElement.clientWidth;
  const said = (element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}"> ${element.textContent.trim().slice(0, 40)}`;
  const scrolls = (element) => {
    const above = element.parentElement;
    return above !== null && above !== document.body && (/auto|scroll/.test(getComputedStyle(above).overflowX) || scrolls(above));
  };
  // Within what is itself measured: a drawing cuts off what lies outside its field, and so does what only screen readers read.
  const isClipped = (element) => {
    const outer = element.closest("div:has(> table)");
    const field = element.ownerSVGElement?.closest(":not(svg) > svg");
    const hides = (box) => Boolean(box) && box !== element && /hidden|clip/.test(getComputedStyle(box).overflowX);
    return hides(field) || hides(outer) && outer.getBoundingClientRect().width <= 1;
  };
  const found = [];
  if (document.documentElement.scrollWidth > wide) found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  for (const element of document.querySelectorAll("body *")) {
    const { left, right, width } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    // What is hidden from the eye alone is 1 px small.
    if (width <= 1 || !element.checkVisibility({ visibilityProperty: true }) || scrolls(element) || isClipped(element)) continue;
    if (right > wide + 1 || left < -1) found.push(`sticks out (${Math.round(left)} to ${Math.round(right)}): ${said(element)}`);
    // A control cuts off what it shows by itself.
    const cuts = /hidden|clip/.test(style.overflowX) && element.localName !== "input";
    if (cuts && element.scrollWidth > element.clientWidth + 1) found.push(`cuts off: ${said(element)}`);
  }
  return found.slice(0, 10);
});

/** Where the note stands in the window, and whether a mark of its value can be seen beside it. */
const noteStands = (page) => page.evaluate(() => {
  const note = document.getElementById("note").getBoundingClientRect();
  const marks = [...document.querySelectorAll("main [data-value][aria-current=true]")]
    .filter((mark) => !mark.closest("#note")).map((mark) => mark.getBoundingClientRect()).filter(({ width }) => width > 0);
  const apart = ({ left, right, top, bottom }) => bottom <= note.top + 1 || top >= note.bottom - 1 || right <= note.left + 1 || left >= note.right - 1;
  const inWindow = ({ left, right, top, bottom }) => top >= -1 && bottom <= innerHeight + 1 && left >= -1 && right <= innerWidth + 1;
  return {
    left: note.left, right: note.right, top: note.top, bottom: note.bottom, wide: document.documentElement.clientWidth, high: innerHeight,
    markSeen: marks.some((mark) => inWindow(mark) && apart(mark)),
  };
});

/** Makes sure that the note is a sheet at the foot of a narrow window. */
async function isSheet(page, what) {
  const { left, right, top, bottom, wide, high, markSeen } = await noteStands(page);
  assert.ok(left <= 1 && right >= wide - 1, `${what}: the sheet has the whole width, from ${left} to ${right}`);
  assert.ok(Math.abs(bottom - high) <= 1 && top >= high * (1 - SHEET) - 1, `${what}: it stands at the foot of the window, from ${top} to ${bottom}`);
  assert.ok(markSeen, `${what}: its mark is in view above it`);
}

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
    title: `a note opens as a sheet, leaves its mark in view, and leaves nothing behind${atlas.of}`,
    async run(tools) {
      const { page } = await start(tools, atlas, "#/", PHONE);
      for (const [path, name, heading] of atlas.lines) {
        const what = `${name} at ${path}`;
        await goTo(page, atlas.at(path), atlas.kinds.find((kind) => kind.path === path).heading);
        // On a phone the longer sections are folded.
        await page.evaluate(() => { for (const fold of document.querySelectorAll("main details.fold")) fold.open = true; });
        const before = await height(page);
        await page.click("link", name);
        await noteOpens(page, heading);
        await isSheet(page, what);
        // At its end it has room for what the sheet would cover, and not more.
        assert.ok(await height(page) - before <= SHEET * PHONE.height + 1, `${what}: the page grows by the sheet at most`);
        assert.deepEqual(await tooWide(page), [], what);
        await page.press("Escape");
        await noteCloses(page);
        assert.equal(await height(page), before, `${what}: closing it leaves the page as it was`);
        assert.ok(name instanceof RegExp ? name.test((await page.focused()).name) : (await page.focused()).name === name, `${what} has the focus again`);
      }
    },
  },
  {
    title: `zooming in to 400 % makes an open note a sheet, zooming out gives it its place back${atlas.of}`,
    async run(tools) {
      const { unit, value, note: heading } = atlas.dated;
      const { page } = await start(tools, atlas, `#/countries/${unit}`, LAPTOP);
      await page.click("link", value);
      const note = await noteOpens(page, heading);
      const { left, wide } = await noteStands(page);
      assert.ok(left > wide / 2, "at first the note is at the right");

      await page.resize(ZOOMED.width, ZOOMED.height);
      await page.until(() => document.getElementById("note").getBoundingClientRect().left <= 1);
      await isSheet(page, "zoomed in");
      assert.equal((await page.focused()).id, "note", "the focus stays in the note");
      assert.deepEqual(await tooWide(page), []);

      await page.resize(LAPTOP.width, LAPTOP.height);
      await page.until(() => document.getElementById("note").getBoundingClientRect().left > innerWidth / 2);
      assert.equal(await page.read("#note"), note, "it is the same note");
      assert.equal((await page.focused()).id, "note", "and still has the focus");
    },
  },
  {
    title: `a note stays open when the date changes${atlas.of}`,
    async run(tools) {
      const { unit, name, id, value, note: heading, away: [on], absent } = atlas.back;
      const { page } = await start(tools, atlas, `#/countries/${unit}`, PHONE);
      await page.click("link", value);
      await noteOpens(page, heading);
      await goTo(page, atlas.at(`#/countries/${unit}?as-of=${on}&note=${id}`), name);
      const named = (absent) => [...document.querySelectorAll("main [data-value][aria-current=true]")].some((mark) => new RegExp(absent, "i").test(mark.textContent));
      await page.until(named, undefined, absent);
      assert.match(await noteOpens(page, heading), new RegExp(absent));
      await isSheet(page, `at ${on}`);
    },
  },
  {
    title: `the walk of a newcomer works at 400 % zoom${atlas.of}`,
    async run(tools) {
      const { value, note } = atlas.over;
      const { page } = await start(tools, atlas, "#/", ZOOMED);
      await page.click("link", atlas.question);
      await onPage(page, headingOf(atlas, "#/routes"));
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
