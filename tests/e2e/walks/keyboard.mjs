// The atlas by keyboard alone: everything can be reached, opened and left, the focus is always somewhere and can be seen, and a
// new page is told to those who do not see it.

import assert from "node:assert/strict";
import { ATLASES, headingOf, start } from "../atlases.mjs";
import { STATED, goTo, noteCloses, noteOpens, onPage } from "../site.mjs";

/** Goes on by Tab until what is so named has the focus. */
async function tabTo(page, name, most = 200) {
  const passed = [];
  for (let presses = 0; presses < most; presses++) {
    await page.press("Tab");
    const { name: reached } = await page.focused();
    if (typeof name === "string" ? reached === name : name.test(reached)) return;
    passed.push(reached.slice(0, 40));
  }
  throw new Error(`Tab does not come to ${name} in ${most} steps; it passed ${passed.join(" | ")}`);
}

/** Waits until what meets a condition has the focus; a condition is a function that runs in the page. */
async function focusOn(page, condition, what, ...args) {
  await page.until(condition, 5000, ...args).catch(async () => {
    const { tag, id, name } = await page.focused();
    assert.fail(`the focus should be on ${what}; it is on <${tag} id="${id}">, named “${name.slice(0, 80)}”`);
  });
}

const inHeading = () => document.activeElement === document.querySelector("main h1");
const inNote = () => document.activeElement?.id === "note";

/** What is told to screen readers outside a note. */
const told = (page) => page.evaluate(() => [...document.querySelectorAll("[role=status]")].filter((status) => !status.closest("#note")).map((status) => status.textContent.trim()).filter(Boolean));

/** Where the focus is in the document, and whether it can be seen to be there. */
const stop = (page) => page.evaluate(() => {
  const element = document.activeElement;
  // In a drawing the shape of the link is outlined, not its box.
  const shapes = element.ownerSVGElement ? [...element.querySelectorAll("*")].map((shape) => getComputedStyle(shape)) : [];
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const bounds = element.getBoundingClientRect();
  return {
    place: [...document.querySelectorAll("*")].indexOf(element),
    outlined: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2
      || shapes.some(({ stroke, strokeWidth }) => stroke !== "none" && parseFloat(strokeWidth) >= 2),
    inView: bounds.width > 0 && bounds.bottom > 0 && bounds.top < innerHeight && bounds.right > 0 && bounds.left < innerWidth,
  };
});

export const walks = ATLASES.flatMap((atlas) => [
  {
    title: `a question mark lists the keys, Escape closes the list${atlas.of}`,
    async run(tools) {
      const { page } = await start(tools, atlas, "#/countries");
      await page.press("?");
      await focusOn(page, () => document.activeElement?.id === "help", "the list of keys");
      await page.press("Escape");
      await focusOn(page, () => document.activeElement?.id === "help-button", "the button that opens the list");
      assert.equal(await page.evaluate(() => document.querySelector("#help")), null);
    },
  },
  {
    title: `the arrow keys walk the paragraphs of the source${atlas.of}`,
    async run(tools) {
      const { path, its, next } = atlas.paragraph;
      const { page } = await start(tools, atlas, path);
      await page.press("ArrowRight");
      await onPage(page, next);
      await focusOn(page, inHeading, "the paragraph's heading");
      await page.press("ArrowLeft");
      await onPage(page, its);
      await goTo(page, atlas.at(`#/source/${atlas.bundle.source.paragraphs[0].id}`), /1st paragraph$/);
      await page.press("ArrowLeft");
      await onPage(page, /1st paragraph$/);
    },
  },
  {
    title: `the skip link comes first and leads past the navigation${atlas.of}`,
    async run(tools) {
      const { page } = await start(tools, atlas);
      const address = await page.url();
      await page.press("Tab");
      assert.equal((await page.focused()).name, "Skip to the content");
      assert.ok((await stop(page)).inView, "it can be seen once it has the focus");
      await page.press("Enter");
      await focusOn(page, inHeading, "the heading");
      assert.equal(await page.url(), address, "the address stays");
      await page.press("Tab");
      assert.ok(await page.evaluate(() => document.activeElement.closest("main") !== null), "Tab goes on in the content");
    },
  },
  {
    title: `Tab goes in reading order, and shows where it is${atlas.of}`,
    async run(tools) {
      const { page } = await start(tools, atlas);
      let last = -1;
      for (let presses = 0; presses < 60; presses++) {
        await page.press("Tab");
        const { name, tag, href } = await page.focused();
        const { place, outlined, inView } = await stop(page);
        const what = `<${tag} href="${href}"> “${name.slice(0, 60)}”`;
        assert.ok(name, `${what} has a name`);
        assert.ok(place > last, `${what} comes after what had the focus before`);
        assert.ok(outlined, `${what} shows that it has the focus`);
        assert.ok(inView, `${what} is in view`);
        last = place;
      }
    },
  },
  {
    title: `a value opens by Enter, the focus goes into the note, Esc brings it back${atlas.of}`,
    async run(tools) {
      const { page } = await start(tools, atlas);
      // The same statement stands behind the headline above it: the focus has to come back to this mark, not to that one.
      await tabTo(page, atlas.lead);
      const before = await stop(page);
      await page.press("Enter");
      await noteOpens(page, STATED);
      await focusOn(page, inNote, "the note");
      await page.press("Tab");
      assert.equal((await page.focused()).name, "Close the note", "the note begins with the way out");
      await tabTo(page, "Copy citation", 20);
      await page.press("Escape");
      await noteCloses(page);
      await focusOn(page, () => document.activeElement?.dataset.value, "the mark");
      assert.deepEqual(await stop(page), before, "the focus is where it was");
      assert.match((await page.focused()).name, atlas.lead);

      await page.press("Enter");
      await noteOpens(page, STATED);
      await focusOn(page, inNote, "the note");
      await page.press("Tab");
      await page.press("Enter");
      await noteCloses(page);
      assert.deepEqual(await stop(page), before, "the button does as Esc does");
    },
  },
  {
    title: `arrow keys walk from value to value${atlas.of}`,
    async run(tools) {
      const { unit, second, ids, notes } = atlas.row;
      const { page } = await start(tools, atlas, `#/countries/${unit}`);
      const arrow = async (key, at) => {
        await page.press(key);
        await noteOpens(page, notes[at]);
        await focusOn(page, inNote, "the note");
        const marked = new Set((await page.find("link")).filter((link) => link.current === "true").map((link) => link.href));
        assert.equal(marked.size, 1, "the value that the note is of is marked, and nothing else is");
      };
      await tabTo(page, second);
      await page.press("Enter");
      await noteOpens(page, notes[1]);
      const address = () => page.evaluate(() => location.hash);
      await arrow("ArrowRight", 2);
      await arrow("ArrowRight", 3);
      await page.until((id) => location.hash.endsWith(`note=${id}`), undefined, ids[3]);
      await arrow("ArrowLeft", 2);
      await arrow("ArrowLeft", 1);
      await arrow("ArrowLeft", 0);
      await page.until((id) => location.hash.endsWith(`note=${id}`), undefined, ids[0]);
      await page.press("Escape");
      await noteCloses(page);
      await focusOn(page, (id) => document.activeElement?.dataset.value === id, "the value walked to last", ids[0]);
      assert.equal(await address(), atlas.at(`#/countries/${unit}`));
      await page.press("ArrowRight");
      assert.equal((await page.find("region", /^Note/)).length, 0, "without a note the arrows are the browser's");
    },
  },
  {
    title: `a new page is told and has the focus on its heading${atlas.of}`,
    async run(tools) {
      const { page } = await start(tools, atlas);
      await tabTo(page, "Programmes");
      await page.press("Enter");
      await onPage(page, headingOf(atlas, "#/programmes"));
      await focusOn(page, inHeading, "the heading");
      await page.until(() => [...document.querySelectorAll("[role=status]")].some((status) => status.textContent.trim() === "Programmes"));
      assert.deepEqual(await told(page), ["Programmes"]);
      assert.match(await page.title(), /^Programmes ·/);

      await page.back();
      await onPage(page, atlas.kinds[0].heading);
      await focusOn(page, () => document.activeElement?.textContent === "Programmes", "the link that was chosen");
      assert.deepEqual(await told(page), ["Overview"]);

      // A page that was left before is a new page all the same when a link leads there.
      await tabTo(page, atlas.routes);
      await page.press("Enter");
      await focusOn(page, inHeading, "the heading");
      await page.press("Shift+Tab");
      await tabTo(page, atlas.bundle.dataset.short_title, 400);
      await page.press("Enter");
      await onPage(page, atlas.kinds[0].heading);
      await focusOn(page, inHeading, "the heading of a page seen before");
      assert.deepEqual(await told(page), ["Overview"]);
    },
  },
  {
    title: `a newcomer's question, by keyboard alone${atlas.of}`,
    async run(tools) {
      const { page } = await start(tools, atlas);
      await tabTo(page, atlas.question);
      await page.press("Enter");
      await onPage(page, headingOf(atlas, "#/routes"));
      const { value, note: heading, since, statement, place } = atlas.over;
      await tabTo(page, value);
      await page.press("Enter");
      const note = await noteOpens(page, heading);
      assert.match(note, since);
      await focusOn(page, inNote, "the note");
      await tabTo(page, statement, 10);
      await page.press("Enter");
      assert.match(await noteOpens(page, STATED), place);
      await focusOn(page, inNote, "the note of the statement");
    },
  },
]);
