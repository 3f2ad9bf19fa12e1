// The reader's notes: collected from a note, ordered, written to, kept over a reload; and what is said when they cannot be kept.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";
import { ATLASES, enter, start } from "../atlases.mjs";
import { goTo, listed } from "../site.mjs";

async function collect(page, server, atlas, id) {
  await enter(page, server, atlas, `#/statements/${id}`);
  await page.click("button", "Save to notes");
  await page.until(() => [...document.querySelectorAll("main button")].some(({ textContent }) => textContent === "Remove from your notes"), 5000);
}

const items = (page) => page.evaluate(() => [...document.querySelectorAll(".tray > li")].map((li) => [li.querySelector("p").textContent, li.querySelector("input").value]));

/** The text of a statement, by its id. */
const textOf = ({ bundle }, id) => bundle.statements.find((statement) => statement.id === id).text;

export const walks = ATLASES.flatMap((atlas) => [
  {
    title: `collected, moved, written to, and there again after a reload${atlas.of}`,
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      const [one, other] = atlas.statements;
      await collect(page, server, atlas, one);
      await collect(page, server, atlas, other);
      await goTo(page, atlas.at("#/tray"), "Your notes");
      assert.match(await listed(page), /Your notes \(2\)/);
      await page.evaluate(() => {
        const input = document.querySelectorAll(".tray input")[1];
        input.value = "=for the second seminar";
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      });
      await page.evaluate(() => document.querySelectorAll(".tray > li")[1].querySelector("button").click());
      await page.until((text) => document.querySelector(".tray > li").textContent.includes(text), 5000, textOf(atlas, other));
      await enter(page, server, atlas, "#/tray");
      const [first, second] = await items(page);
      assert.ok(first[0].startsWith(textOf(atlas, other)), first[0]);
      assert.equal(first[1], "=for the second seminar");
      assert.ok(second[0].startsWith(textOf(atlas, one)), second[0]);
    },
  },
  {
    title: `notes that cannot be read are shown as they are, and new ones are kept${atlas.of}`,
    async run(tools) {
      const { page, server } = await start(tools, atlas, "#/about");
      const key = `atlas.tray.${atlas.bundle.dataset.id}`;
      await page.evaluate((key) => localStorage.setItem(key, "{\"broken\": true}"), key);
      await enter(page, server, atlas, "#/tray");
      assert.match(await page.evaluate(() => document.querySelector("main [role=alert]").textContent), /cannot be read/);
      assert.equal(await page.evaluate(() => document.querySelector("main pre").textContent), "{\"broken\": true}");
      const [id] = atlas.statements;
      await collect(page, server, atlas, id);
      const kept = await page.evaluate((key) => [localStorage.getItem(key), localStorage.getItem(`${key}.unread`)], key);
      assert.ok(kept[0].includes(id), kept[0]);
      assert.equal(kept[1], "{\"broken\": true}", "what could not be read is still kept");
    },
  },
  {
    title: `where storage is full it says so, and the notes last as long as the page${atlas.of}`,
    async run(tools) {
      const { page } = await start(tools, atlas, `#/statements/${atlas.statements[0]}`);
      await page.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; });
      await page.click("button", "Save to notes");
      await page.until(() => /keeps nothing/.test(document.querySelector("main").textContent), 5000);
      await goTo(page, atlas.at("#/tray"), "Your notes");
      assert.equal((await items(page)).length, 1);
    },
  },
  {
    title: `saved references are read by a reference manager's own library, without retyping${atlas.of}`,
    browsers: ["chromium"],
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      await collect(page, server, atlas, atlas.statements[0]);
      await goTo(page, atlas.at("#/tray"), "Your notes");
      for (const [button, form] of [["Save RIS", "@ris/file"], ["Save CSL-JSON", "@csl/list+object"]]) {
        const [download] = await Promise.all([page.raw.waitForEvent("download"), page.click("button", button)]);
        const text = await readFile(await download.path(), "utf8");
        const read = new Cite(form.startsWith("@csl") ? JSON.parse(text) : text, { forceType: form }).data;
        const { doi, title, year } = atlas.bundle.source.record;
        const source = read.find((item) => item.title === title);
        assert.ok(source, `${button}: the source by its title`);
        assert.equal(source.DOI, doi, "with its DOI, where it has one");
        assert.equal(source.author[0].family ?? source.author[0].literal, atlas.bibliography.author);
        assert.equal(String(source.issued["date-parts"][0][0]), String(year));
        const bibliography = new Cite(read).format("bibliography", { format: "text", template: "apa" });
        assert.match(bibliography, atlas.bibliography.written);
      }
    },
  },
  {
    title: `where storage is forbidden it says so, and the notes last as long as the page${atlas.of}`,
    browsers: ["chromium"],
    async run({ serve, newPage }) {
      const server = await serve();
      const before = () => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("blocked", "SecurityError"); } });
      const page = await newPage({ before });
      await enter(page, server, atlas, `#/statements/${atlas.statements[0]}`);
      await page.click("button", "Save to notes");
      await page.until(() => /keeps nothing/.test(document.querySelector("main").textContent), 5000);
      await goTo(page, atlas.at("#/tray"), "Your notes");
      assert.equal((await items(page)).length, 1);
    },
  },
]);
