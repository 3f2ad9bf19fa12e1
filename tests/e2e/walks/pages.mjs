// A page is a function of its address: a shared link shows what its sender saw, and an address that cannot be read gives a page
// that says so. Back, Forward and reload are in history.mjs.

import assert from "node:assert/strict";
import { ATLASES, enter, headingOf, notices, start } from "../atlases.mjs";
import { KINDS, STATED, fromList, goTo, mainHeadings, noteOpens, onPage, open } from "../site.mjs";

/** Waits until the note begins within the window. */
async function inView(page, what) {
  const top = () => Math.round(document.getElementById("note")?.getBoundingClientRect().top ?? NaN);
  await page.until(() => {
    const { top } = document.getElementById("note").getBoundingClientRect();
    return top >= -1 && top < innerHeight - 40;
  }, 5000).catch(async () => assert.fail(`${what} is in view; it begins at ${await page.evaluate(top)} px`));
}

const GAPS = "What the article leaves open";

/** The part of the site that an address leads to. */
const part = ({ path }) => path.split(/[/?]/)[1];

/** What opens every kind of page by its address, each in a document of its own. */
async function opensEveryKind({ serve, newPage }, atlas) {
  const server = await serve();
  const page = await newPage();
  assert.deepEqual(new Set(atlas.kinds.map(part)), new Set(KINDS.map(part)), "every kind of page is in the list");
  for (const { path, title, heading } of atlas.kinds) {
    await enter(page, server, atlas, path);
    await onPage(page, heading);
    assert.ok((await page.title()).startsWith(title), `${path} is titled “${title}”, not “${await page.title()}”`);
    assert.ok((await page.url()).endsWith(atlas.at(path)), `the address stays ${path}`);
    assert.equal(await page.evaluate(() => document.querySelectorAll("main, [role=main]").length), 1, `one main part at ${path}`);
  }
  assert.deepEqual(page.console, [], "the console stays empty");
}

/** What opens notes by their addresses: each says something, and its value is marked. */
async function opensEveryNote({ serve, newPage }, atlas) {
  const server = await serve();
  const page = await newPage();
  for (const { of, path, heading } of atlas.notes) {
    await enter(page, server, atlas, path);
    const note = await noteOpens(page, heading);
    assert.ok(note.length > 40, `the note of ${of} says something: ${note}`);
    const id = path.split("note=")[1];
    const marked = await page.evaluate(() => [...document.querySelectorAll("main [data-value][aria-current=true]")].map((value) => new URLSearchParams(value.getAttribute("href").split("?")[1]).get("note")));
    assert.ok(marked.length > 0 && marked.every((value) => value === id), `${of} is marked where it stands, and nothing else: ${marked}`);
  }
  await enter(page, server, atlas, "#/gaps?note=nothing-of-that-name");
  assert.match(await noteOpens(page, "No such note"), /nothing-of-that-name/);
  await onPage(page, GAPS);
  assert.deepEqual(page.console, [], "the console stays empty");
}

export const walks = ATLASES.flatMap((atlas) => [
  {
    title: `a deep link opens every kind of page${atlas.of}`,
    run: (tools) => opensEveryKind(tools, atlas),
  },
  {
    title: `the navigation leads to each of its pages and says which one it is${atlas.of}`,
    async run(tools) {
      const { page } = await start(tools, atlas);
      // What the bar has room for, and the list for all others; a page stands in one of them.
      const named = (label) => page.evaluate((label) => [...document.querySelectorAll(`nav[aria-label="${label}"] li`)]
        .filter((item) => [item, item.parentElement].every((part) => getComputedStyle(part).display !== "none"))
        .map((item) => item.textContent.trim()), label);
      const bar = await named("Main pages");
      const list = await named("More pages");
      assert.ok(bar.length >= 3 && list.length >= 8, `the navigation has its pages: ${bar}; ${list}`);
      const headings = new Set();
      for (const name of [...bar, ...list]) {
        const before = (await mainHeadings(page))[0];
        await (bar.includes(name) ? page.click("link", name) : fromList(page, name));
        await page.until((before) => document.querySelector("main h1")?.innerText !== before, undefined, before);
        const current = await page.evaluate(() => [...document.querySelectorAll("header li")]
          .filter((item) => [item, item.parentElement].every((part) => getComputedStyle(part).display !== "none") && item.querySelector("[aria-current=page]")).map((item) => item.textContent.trim()));
        assert.deepEqual(current, [name], "the navigation marks the page");
        assert.deepEqual([await named("Main pages"), await named("More pages")], [bar, list], "the navigation stays as it is");
        const [heading, ...more] = await mainHeadings(page);
        assert.deepEqual(more, [], "one main heading");
        assert.doesNotMatch(heading, /No such page/);
        headings.add(heading);
      }
      assert.equal(headings.size, bar.length + list.length, "each page has a heading of its own");
    },
  },
  {
    title: `a deep link opens a note of every kind${atlas.of}`,
    run: (tools) => opensEveryNote(tools, atlas),
  },
  {
    title: `a deep link brings its note into view, and unfolds the value that it is of${atlas.of}`,
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      for (const id of atlas.deep.folded) {
        await enter(page, server, atlas, `#/countries/${atlas.deep.unit}?note=${id}`);
        await noteOpens(page, STATED);
        await inView(page, "the note");
        const values = await page.evaluate((id) => [...document.querySelectorAll(`main [data-value="${id}"]`)].map((value) => value.checkVisibility()), id);
        assert.ok(values.includes(true), `the value ${id} can be seen`);
      }
    },
  },
  {
    title: `a statement chosen in a note leaves the note in view${atlas.of}`,
    async run(tools) {
      const { unit, name, statement, beside, elsewhere } = atlas.deep;
      const { page } = await start(tools, atlas, `#/countries/${unit}`);
      await page.click("link", statement);
      await noteOpens(page, STATED);
      await page.click("button", /more from this paragraph$/);
      const { text: its } = atlas.bundle.statements.find(({ id }) => id === beside);
      const [next] = (await page.find("link")).filter((link) => link.name.endsWith(`: ${its}`));
      await page.click("link", next.name, (await page.find("link", next.name)).length - 1);
      await page.until((text) => document.querySelector("#note .note-text")?.textContent === text, undefined, its);
      await inView(page, "the note of the statement");

      // One that stands nowhere on the page: the note stays where the reader is.
      await goTo(page, atlas.at(`#/countries/${unit}?note=${elsewhere}`), name);
      const { text } = atlas.bundle.statements.find(({ id }) => id === elsewhere);
      await page.until((text) => document.querySelector("#note .note-text")?.textContent === text, undefined, text);
      await inView(page, "the note of a statement that is not on the page");
    },
  },
  {
    title: `a value that cannot be read gives the page with a notice${atlas.of}`,
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      const cases = [
        [`#/countries/${atlas.deep.unit}?as-of=yesterday`, atlas.deep.name, /as-of.*yesterday.*expected.*2005/s],
        ["#/routes?colour=blue", headingOf(atlas, "#/routes"), /colour.*blue.*expected/s],
        ["#/gaps?diff=perhaps", GAPS, /diff.*perhaps.*expected/s],
      ];
      for (const [path, heading, words] of cases) {
        await enter(page, server, atlas, path);
        await onPage(page, heading);
        const [notice, ...more] = await notices(page, atlas);
        assert.deepEqual(more, [], "one notice");
        assert.match(notice ?? "", words, `the notice at ${path.slice(0, 60)}`);
      }
      await fromList(page, "About");
      await onPage(page, "About this atlas");
      assert.deepEqual(await notices(page, atlas), [], "the notice goes with the address that it is about");
    },
  },
  {
    title: `a path that leads nowhere names the nearest page${atlas.of}`,
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      for (const [path, name, heading] of atlas.mistyped) {
        await enter(page, server, atlas, path);
        await onPage(page, "No such page");
        assert.match(await page.title(), /^Not found/, "the title says so too");
        assert.ok((await page.url()).endsWith(atlas.at(path)), "the address stays as it came");
        const inMain = await page.evaluate(() => [...document.querySelectorAll("main a")].map((link) => link.innerText.trim()));
        assert.deepEqual(inMain, [name, "Overview", "Search"], `the nearest page to ${path}, and the two ways on from anywhere`);
        const links = await page.find("link", name);
        await page.click("link", name, links.length - 1);
        await onPage(page, heading);
      }
    },
  },
  {
    title: `a hostile address gives a page that says so${atlas.of}`,
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      const hostile = ["#/%E0%A4%A", "#//", "#/countries/%00", "#/countries/<img%20src=x%20onerror=alert(1)>", "#/source/../../etc/passwd", "#/?note=%3Cscript%3E", "#/?&&=&==", "#/countries/__proto__"];
      for (const path of hostile) {
        await enter(page, server, atlas, path);
        assert.equal((await mainHeadings(page)).length, 1, `a page with a heading at ${path}`);
        assert.equal(await page.evaluate(() => document.querySelectorAll("main img, main script").length), 0, "nothing of the address becomes part of the page");
      }
      assert.deepEqual(page.console, [], "the console stays empty");
    },
  },
]).concat({
  title: "an address that is too long gives the start page with a notice",
  async run({ serve, newPage }) {
    const server = await serve();
    const page = await newPage();
    await open(page, `${server.url}#/gaps?q=${"x".repeat(2100)}`);
    await onPage(page, KINDS[0].heading);
    const [notice, ...more] = await page.find("note");
    assert.deepEqual(more, [], "one notice");
    assert.match(notice?.text ?? "", /address.*2,000 characters/s);
  },
});
