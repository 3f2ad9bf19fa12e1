// The reader's notes, row by row and in two windows: each line stays with its statement, what one window does the other shows, and
// what was removed comes back.

import assert from "node:assert/strict";
import { ATLASES, enter } from "../atlases.mjs";
import { goTo } from "../site.mjs";

const LINES = ["first", "second", "third"];

/** Rows as a reader sees them: the beginning of the statement, and what stands in the field. */
const rows = (page) => page.evaluate(() => [...document.querySelectorAll(".tray > li")].map((li) => [li.querySelector("p").textContent.slice(0, 30), li.querySelector("input").value]));

const lines = (page) => page.evaluate(() => [...document.querySelectorAll(".tray > li input")].map(({ value }) => value));

async function shows(page, wanted, what) {
  await page.until((wanted) => JSON.stringify([...document.querySelectorAll(".tray > li input")].map(({ value }) => value)) === JSON.stringify(wanted), 5000, wanted)
    .catch(async () => assert.deepEqual(await lines(page), wanted, what));
}

/** Writes in a row as a reader does. */
async function writes(page, row, text) {
  await page.evaluate((row) => { const field = document.querySelectorAll(".tray > li input")[row]; field.focus(); field.select(); }, row);
  await page.type(text);
}

const presses = (page, row, word) => page.evaluate((row, word) => {
  const button = [...document.querySelectorAll(".tray > li")[row].querySelectorAll("button")].find(({ textContent }) => textContent.startsWith(word));
  button.focus();
  button.click();
}, row, word);

/** Three statements among the notes, each with a line. */
async function collected(tools, atlas) {
  const server = await tools.serve();
  const page = await tools.newPage();
  const ids = [...new Set([...atlas.statements, ...atlas.bundle.statements.map(({ id }) => id)])].slice(0, 3);
  for (const id of ids) {
    await enter(page, server, atlas, `#/statements/${id}`);
    await page.click("button", "Save to notes");
    await page.until(() => [...document.querySelectorAll("main button")].some(({ textContent }) => textContent === "Remove from your notes"), 5000);
  }
  await goTo(page, atlas.at("#/tray"), "Your notes");
  for (const [row, line] of LINES.entries()) await writes(page, row, line);
  await shows(page, LINES, "what was written");
  return { server, page, ids };
}

export const walks = ATLASES.flatMap((atlas) => [
  {
    title: `a line goes with its statement when rows are moved, removed and put back${atlas.of}`,
    async run(tools) {
      const { page } = await collected(tools, atlas);
      const texts = Object.fromEntries((await rows(page)).map(([text, line]) => [line, text]));
      await presses(page, 0, "Down");
      await shows(page, ["second", "first", "third"], "row 1 moved down");
      for (const [text, line] of await rows(page)) assert.equal(text, texts[line], `“${line}” stands with its statement`);
      assert.match((await page.focused()).name, /^Down/, "the focus goes with the row");
      assert.ok(await page.evaluate(() => document.activeElement.closest("li").querySelector("input").value === "first"), "with this row");
      await presses(page, 1, "Remove");
      await shows(page, ["second", "third"], "row 2 removed");
      await page.until(() => document.activeElement?.textContent === "Undo", 5000);
      assert.match(await page.read("main [role=status]"), /^Removed: .*Undo$/s);
      await page.press("Enter");
      await shows(page, ["second", "first", "third"], "put back where it was, with its line");
      for (const [text, line] of await rows(page)) assert.equal(text, texts[line], `“${line}” stands with its statement`);
      await page.until(() => document.activeElement?.value === "first", 5000);
      for (let left = 3; left > 0; left--) {
        await presses(page, 0, "Remove");
        await page.until((left) => document.querySelectorAll(".tray > li").length === left - 1, 5000, left);
      }
      await page.until(() => document.activeElement && document.activeElement !== document.body, 5000);
      assert.match(await page.read("main"), /No notes yet/);
    },
  },
  {
    title: `two windows hear of each other, and lose nothing${atlas.of}`,
    async run(tools) {
      const { server, page, ids } = await collected(tools, atlas);
      const other = await page.another();
      await enter(other, server, atlas, "#/tray");
      await shows(other, LINES, "the other window begins with the same");
      await writes(other, 2, "third of the other");
      await shows(page, ["first", "second", "third of the other"], "what the other window wrote");
      await presses(page, 2, "Up");
      await shows(other, ["first", "third of the other", "second"], "what this window moved");
      await writes(other, 0, "1");
      await writes(page, 2, "2");
      await shows(page, ["1", "third of the other", "2"], "both wrote");
      await shows(other, ["1", "third of the other", "2"], "both wrote");
      await presses(other, 1, "Remove");
      await shows(page, ["1", "2"], "what the other window removed");
      // One that has not heard of the other yet: what both wrote to one statement stands there.
      await page.evaluate(() => addEventListener("storage", (event) => event.stopImmediatePropagation(), { capture: true }));
      const key = `atlas.tray.${atlas.bundle.dataset.id}`;
      await page.evaluate((key, id) => {
        const kept = localStorage.getItem(key);
        localStorage.setItem(key, kept.split("\n").map((line) => (line.startsWith(`${id}\t`) ? `${id}\tunheard` : line)).join("\n"));
      }, key, ids[0]);
      await writes(page, 0, "mine");
      const now = await page.evaluate((key) => localStorage.getItem(key), key);
      assert.match(now, /unheard/, "what was not heard of is kept");
      assert.match(now, /mine/, "and what was written here");
    },
  },
]);
