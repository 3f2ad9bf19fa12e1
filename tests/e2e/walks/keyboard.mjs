// The atlas by keyboard alone: everything can be reached, opened and left, the focus is always somewhere and can be seen, and a
// new page is told to those who do not see it.

import assert from "node:assert/strict";
import { goTo, noteCloses, noteOpens, onPage, open } from "../site.mjs";

async function start({ serve, newPage }, path = "#/") {
  const server = await serve();
  const page = await newPage();
  await open(page, server.url + path);
  return page;
}

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
async function focusOn(page, condition, what) {
  await page.until(condition, 5000).catch(async () => {
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
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const bounds = element.getBoundingClientRect();
  return {
    place: [...document.querySelectorAll("*")].indexOf(element),
    outlined: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
    inView: bounds.width > 0 && bounds.bottom > 0 && bounds.top < innerHeight && bounds.right > 0 && bounds.left < innerWidth,
  };
});

export const walks = [
  {
    title: "a question mark lists the keys, Escape closes the list",
    async run(tools) {
      const page = await start(tools, "#/countries");
      await page.press("?");
      await focusOn(page, () => document.activeElement?.id === "help", "the list of keys");
      await page.press("Escape");
      await focusOn(page, () => document.activeElement?.id === "help-button", "the button that opens the list");
      assert.equal(await page.evaluate(() => document.querySelector("#help")), null);
    },
  },
  {
    title: "the arrow keys walk the paragraphs of the source",
    async run(tools) {
      const page = await start(tools, "#/source/3.afghanistan.2");
      await page.press("ArrowRight");
      await onPage(page, /^Section 3, .*3rd paragraph$/);
      await focusOn(page, inHeading, "the paragraph's heading");
      await page.press("ArrowLeft");
      await onPage(page, /^Section 3, .*2nd paragraph$/);
      await goTo(page, "#/source/0.intro.1", /1st paragraph$/);
      await page.press("ArrowLeft");
      await onPage(page, /1st paragraph$/);
    },
  },
  {
    title: "the skip link comes first and leads past the navigation",
    async run(tools) {
      const page = await start(tools);
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
    title: "Tab goes in reading order, and shows where it is",
    async run(tools) {
      const page = await start(tools);
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
    title: "a value opens by Enter, the focus goes into the note, Esc brings it back",
    async run(tools) {
      const page = await start(tools);
      // The same statement stands behind the finding above it: the focus has to come back to this value, not to that one.
      await tabTo(page, /^In January 2006 Kazakhstan became the first Partner/);
      const before = await stop(page);
      await page.press("Enter");
      await noteOpens(page, "What is stated");
      await focusOn(page, inNote, "the note");
      await page.press("Tab");
      assert.equal((await page.focused()).name, "Close the note", "the note begins with the way out");
      await tabTo(page, "Copy citation", 20);
      await page.press("Escape");
      await noteCloses(page);
      await focusOn(page, () => document.activeElement?.matches("main .card a"), "the value");
      assert.deepEqual(await stop(page), before, "the focus is where it was");
      assert.match((await page.focused()).name, /^In January 2006/);

      await page.press("Enter");
      await noteOpens(page, "What is stated");
      await focusOn(page, inNote, "the note");
      await page.press("Tab");
      await page.press("Enter");
      await noteCloses(page);
      assert.deepEqual(await stop(page), before, "the button does as Esc does");
    },
  },
  {
    title: "arrow keys walk from value to value",
    async run(tools) {
      const page = await start(tools, "#/countries/kazakhstan");
      const of = (name) => `Kazakhstan in ${name}`;
      const arrow = async (key, name) => {
        await page.press(key);
        await noteOpens(page, of(name));
        await focusOn(page, inNote, "the note");
        const marked = new Set((await page.find("link")).filter((link) => link.current === "true").map((link) => link.href));
        assert.equal(marked.size, 1, "the value that the note is of is marked, and nothing else is");
      };
      await tabTo(page, /^IPP Taking part/);
      await page.press("Enter");
      await noteOpens(page, of("Individual Partnership Programme (IPP)"));
      const address = () => page.evaluate(() => location.hash);
      await arrow("ArrowRight", "Planning and Review Process (PARP)");
      await arrow("ArrowRight", "Individual Partnership Action Plan (IPAP)");
      await page.until(() => location.hash.endsWith("note=kazakhstan-in-ipap"));
      await arrow("ArrowLeft", "Planning and Review Process (PARP)");
      await arrow("ArrowLeft", "Individual Partnership Programme (IPP)");
      await arrow("ArrowLeft", "Partnership for Peace (PfP)");
      await page.until(() => location.hash.endsWith("note=kazakhstan-in-pfp"));
      await page.press("Escape");
      await noteCloses(page);
      await focusOn(page, () => document.activeElement?.dataset.value === "kazakhstan-in-pfp", "the value walked to last");
      assert.equal(await address(), "#/countries/kazakhstan");
      await page.press("ArrowRight");
      assert.equal((await page.find("region", /^Note/)).length, 0, "without a note the arrows are the browser's");
    },
  },
  {
    title: "a new page is told and has the focus on its heading",
    async run(tools) {
      const page = await start(tools);
      await tabTo(page, "Programmes");
      await page.press("Enter");
      await onPage(page, "Who takes part in what");
      await focusOn(page, inHeading, "the heading");
      await page.until(() => [...document.querySelectorAll("[role=status]")].some((status) => status.textContent.trim() === "Programmes"));
      assert.deepEqual(await told(page), ["Programmes"]);
      assert.match(await page.title(), /^Programmes ·/);

      await page.back();
      await onPage(page, /^All five Partners/);
      await focusOn(page, () => document.activeElement?.textContent === "Programmes", "the link that was chosen");
      assert.deepEqual(await told(page), ["Overview"]);

      // A page that was left before is a new page all the same when a link leads there.
      await tabTo(page, "Supply routes");
      await page.press("Enter");
      await focusOn(page, inHeading, "the heading");
      await page.press("Shift+Tab");
      await tabTo(page, "Partnership Atlas", 400);
      await page.press("Enter");
      await onPage(page, /^All five Partners/);
      await focusOn(page, inHeading, "the heading of a page seen before");
      assert.deepEqual(await told(page), ["Overview"]);
    },
  },
  {
    title: "the newcomer's question about airfields, by keyboard alone",
    async run(tools) {
      const page = await start(tools);
      await tabTo(page, /^Which airfields are used/);
      await page.press("Enter");
      await onPage(page, "Who allows what, and how firmly");
      await tabTo(page, /^Karshi-Khanabad Ended/);
      await page.press("Enter");
      const note = await noteOpens(page, "Karshi-Khanabad, Uzbekistan");
      assert.match(note, /December 2005/);
      await focusOn(page, inNote, "the note");
      await tabTo(page, /^The United States had a base at Karshi-Khanabad/, 10);
      await page.press("Enter");
      assert.match(await noteOpens(page, "What is stated"), /Section 3, Security co-operation: Afghanistan, 2nd paragraph, 4th sentence/);
      await focusOn(page, inNote, "the note of the statement");
    },
  },
];
