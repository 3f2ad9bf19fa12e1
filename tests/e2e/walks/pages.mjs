// A page is a function of its address: a shared link shows what its sender saw, and an address that cannot be read gives a page
// that says so. Back, Forward and reload are in history.mjs.

import assert from "node:assert/strict";
import { KINDS, NOTES, goTo, mainHeadings, noteOpens, onPage, open } from "../site.mjs";

async function start({ serve, newPage }, path = "#/") {
  const server = await serve();
  const page = await newPage();
  await open(page, server.url + path);
  return { server, page };
}

/** Waits until the note begins within the window. */
async function inView(page, what) {
  const top = () => Math.round(document.getElementById("note")?.getBoundingClientRect().top ?? NaN);
  await page.until(() => {
    const { top } = document.getElementById("note").getBoundingClientRect();
    return top >= -1 && top < innerHeight - 40;
  }, 5000).catch(async () => assert.fail(`${what} is in view; it begins at ${await page.evaluate(top)} px`));
}

/** Opens every kind of page by its address, each in a document of its own; of another dataset where its kinds and name are given. */
export async function opensEveryKind({ serve, newPage }, kinds = KINDS, name = "Partnership Atlas") {
  const server = await serve();
  const page = await newPage();
  for (const { path, title, heading } of kinds) {
    await open(page, server.url + path);
    // A dataset beside the app comes after the embedded one.
    await page.until((name) => document.title.endsWith(` · ${name}`), undefined, name);
    await onPage(page, heading);
    assert.ok((await page.title()).startsWith(title), `${path} is titled “${title}”, not “${await page.title()}”`);
    assert.ok((await page.url()).endsWith(path), `the address stays ${path}`);
    assert.equal(await page.evaluate(() => document.querySelectorAll("main, [role=main]").length), 1, `one main part at ${path}`);
  }
  assert.deepEqual(page.console, [], "the console stays empty");
  return page;
}

/** Opens notes by their addresses: each says something, and its value is marked; of another dataset as above. */
export async function opensEveryNote({ serve, newPage }, notes = NOTES, name = "Partnership Atlas") {
  const server = await serve();
  const page = await newPage();
  for (const { of, path, heading } of notes) {
    await open(page, server.url + path);
    await page.until((name) => document.title.endsWith(` · ${name}`), undefined, name);
    const note = await noteOpens(page, heading);
    assert.ok(note.length > 40, `the note of ${of} says something: ${note}`);
    const id = path.split("note=")[1];
    const marked = await page.evaluate(() => [...document.querySelectorAll("main [aria-current=true]")].map((value) => value.getAttribute("href").split("note=")[1]));
    assert.ok(marked.length > 0 && marked.every((value) => value === id), `${of} is marked where it stands, and nothing else: ${marked}`);
  }
  return { server, page };
}

export const walks = [
  {
    title: "a deep link opens every kind of page",
    run: (tools) => opensEveryKind(tools),
  },
  {
    title: "the navigation leads to each of its pages and says which one it is",
    async run(tools) {
      const { page } = await start(tools);
      const inNavigation = () => page.evaluate(() => [...document.querySelectorAll("nav[aria-label=Pages] a")].map((link) => link.innerText.trim()));
      const names = await inNavigation();
      assert.ok(names.length >= 8, `the navigation has its pages: ${names}`);
      const headings = new Set();
      for (const name of names) {
        const before = (await mainHeadings(page))[0];
        await page.click("link", name);
        await page.until((before) => document.querySelector("main h1")?.innerText !== before, undefined, before);
        const current = (await page.find("link")).filter((link) => link.current === "page").map((link) => link.name);
        assert.deepEqual(current, [name], "the navigation marks the page");
        assert.deepEqual(await inNavigation(), names, "the navigation stays as it is");
        const [heading, ...more] = await mainHeadings(page);
        assert.deepEqual(more, [], "one main heading");
        assert.doesNotMatch(heading, /No such page/);
        headings.add(heading);
      }
      assert.equal(headings.size, names.length, "each page has a heading of its own");
    },
  },
  {
    title: "a deep link opens a note of every kind",
    async run(tools) {
      const { server, page } = await opensEveryNote(tools);
      await open(page, `${server.url}#/gaps?note=nothing-of-that-name`);
      assert.match(await noteOpens(page, "No such note"), /nothing-of-that-name/);
      await onPage(page, "What the article leaves open");
      assert.deepEqual(page.console, [], "the console stays empty");
    },
  },
  {
    title: "a deep link brings its note into view, and unfolds the value that it is of",
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      for (const id of ["kazakhstan-package-chromium", "kazakhstan-depository-designation"]) {
        await open(page, `${server.url}#/countries/kazakhstan?note=${id}`);
        await noteOpens(page, "What is stated");
        await inView(page, "the note");
        const values = await page.evaluate((id) => [...document.querySelectorAll(`main [data-value="${id}"]`)].map((value) => value.checkVisibility()), id);
        assert.ok(values.includes(true), `the value ${id} can be seen`);
      }
    },
  },
  {
    title: "a statement chosen in a note leaves the note in view",
    async run(tools) {
      const { page } = await start(tools, "#/countries/kazakhstan");
      await page.click("link", /^Kazakhstan’s assistance package for Afghanistan amounts to/);
      await noteOpens(page, "What is stated");
      await page.click("button", /more from this paragraph$/);
      const [next] = (await page.find("link")).filter((link) => link.href?.includes("note=nazarbayev-intent-statement"));
      await page.click("link", next.name, (await page.find("link", next.name)).length - 1);
      await page.until((text) => document.querySelector("#note .note-text")?.innerText === text, undefined, next.name);
      await inView(page, "the note of the statement");

      // One that stands nowhere on the page: the note stays where the reader is.
      await goTo(page, "#/countries/kazakhstan?note=manas-base", "Kazakhstan");
      await page.until(() => document.querySelector("#note .note-text")?.innerText.includes("Manas"));
      await inView(page, "the note of a statement that is not on the page");
    },
  },
  {
    title: "a value that cannot be read gives the page with a notice",
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      const cases = [
        ["#/countries/kazakhstan?as-of=yesterday", "Kazakhstan", /as-of.*yesterday.*expected.*2005/s],
        ["#/routes?colour=blue", "Who allows what, and how firmly", /colour.*blue.*expected/s],
        ["#/gaps?diff=perhaps", "What the article leaves open", /diff.*perhaps.*expected/s],
        [`#/gaps?q=${"x".repeat(2100)}`, /^All five Partners/, /address.*2,000 characters/s],
      ];
      for (const [path, heading, words] of cases) {
        await open(page, server.url + path);
        await onPage(page, heading);
        const [notice, ...more] = await page.find("note");
        assert.deepEqual(more, [], "one notice");
        assert.match(notice?.text ?? "", words, `the notice at ${path.slice(0, 60)}`);
      }
      await page.click("link", "Gaps");
      await onPage(page, "What the article leaves open");
      assert.deepEqual(await page.find("note"), [], "the notice goes with the address that it is about");
    },
  },
  {
    title: "a path that leads nowhere names the nearest page",
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      const cases = [
        ["#/countries/kasakhstan", "Kazakhstan", "Kazakhstan"],
        ["#/programms", "Programmes", "Who takes part in what"],
        ["#/programmes/ipapp", "Individual Partnership Action Plan", "Individual Partnership Action Plan (IPAP)"],
        ["#/sources/3.afghanistan.2", "Source", "The article, paragraph by paragraph"],
      ];
      for (const [path, name, heading] of cases) {
        await open(page, server.url + path);
        await onPage(page, "No such page");
        assert.match(await page.title(), /^Not found/, "the title says so too");
        assert.ok((await page.url()).endsWith(path), "the address stays as it came");
        const inMain = await page.evaluate(() => [...document.querySelectorAll("main a")].map((link) => link.innerText.trim()));
        assert.deepEqual(inMain, [name], `the nearest page to ${path}`);
        const links = await page.find("link", name);
        await page.click("link", name, links.length - 1);
        await onPage(page, heading);
      }
    },
  },
  {
    title: "a hostile address gives a page that says so",
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      const hostile = ["#/%E0%A4%A", "#//", "#/countries/%00", "#/countries/<img%20src=x%20onerror=alert(1)>", "#/source/../../etc/passwd", "#/?note=%3Cscript%3E", "#/?&&=&==", "#/countries/__proto__"];
      for (const path of hostile) {
        await open(page, server.url + path);
        assert.equal((await mainHeadings(page)).length, 1, `a page with a heading at ${path}`);
        assert.equal(await page.evaluate(() => document.querySelectorAll("main img, main script").length), 0, "nothing of the address becomes part of the page");
      }
      assert.deepEqual(page.console, [], "the console stays empty");
    },
  },
];
