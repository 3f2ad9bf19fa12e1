// The reader's notes: collected from a note, ordered, written to, kept over a reload; and what is said when they cannot be kept.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";
import { goTo, open } from "../site.mjs";

async function collect(page, url, id) {
  await open(page, `${url}#/statements/${id}`);
  await page.click("button", "Collect");
  await page.until(() => document.querySelector("main [aria-pressed=true]")?.textContent === "Collected", 5000);
}

const items = (page) => page.evaluate(() => [...document.querySelectorAll(".tray > li")].map((li) => [li.querySelector("p").textContent, li.querySelector("input").value]));

export const walks = [
  {
    title: "collected, moved, written to, and there again after a reload",
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      await collect(page, server.url, "termez-german-use");
      await collect(page, server.url, "manas-base");
      await goTo(page, "#/tray", "Your notes");
      assert.match(await page.evaluate(() => document.querySelector("header nav").textContent), /Your notes \(2\)/);
      await page.evaluate(() => {
        const input = document.querySelectorAll(".tray input")[1];
        input.value = "=for the second seminar";
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      });
      await page.evaluate(() => document.querySelectorAll(".tray > li")[1].querySelector("button").click());
      await page.until(() => /Manas/.test(document.querySelector(".tray > li").textContent), 5000);
      await open(page, `${server.url}#/tray`);
      const [first, second] = await items(page);
      assert.match(first[0], /^Kyrgyzstan hosts a base/);
      assert.equal(first[1], "=for the second seminar");
      assert.match(second[0], /^Germany uses an airfield/);
    },
  },
  {
    title: "notes that cannot be read are shown as they are, and new ones are kept",
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      await open(page, `${server.url}#/about`);
      await page.evaluate(() => localStorage.setItem("atlas.tray.vinnikov-2009", "{\"broken\": true}"));
      await open(page, `${server.url}#/tray`);
      assert.match(await page.evaluate(() => document.querySelector("main [role=alert]").textContent), /cannot be read/);
      assert.equal(await page.evaluate(() => document.querySelector("main pre").textContent), "{\"broken\": true}");
      await collect(page, server.url, "manas-base");
      const kept = await page.evaluate(() => [localStorage.getItem("atlas.tray.vinnikov-2009"), localStorage.getItem("atlas.tray.vinnikov-2009.unread")]);
      assert.match(kept[0], /manas-base/);
      assert.equal(kept[1], "{\"broken\": true}", "what could not be read is still kept");
    },
  },
  {
    title: "where storage is full it says so, and the notes last as long as the page",
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      await open(page, `${server.url}#/statements/manas-base`);
      await page.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; });
      await page.click("button", "Collect");
      await page.until(() => /keeps nothing/.test(document.querySelector("main").textContent), 5000);
      await goTo(page, "#/tray", "Your notes");
      assert.equal((await items(page)).length, 1);
    },
  },
  {
    title: "saved references are read by a reference manager's own library, without retyping",
    browsers: ["chromium"],
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      await collect(page, server.url, "manas-base");
      await goTo(page, "#/tray", "Your notes");
      for (const [button, form] of [["Save RIS", "@ris/file"], ["Save CSL-JSON", "@csl/list+object"]]) {
        const [download] = await Promise.all([page.raw.waitForEvent("download"), page.click("button", button)]);
        const text = await readFile(await download.path(), "utf8");
        const read = new Cite(form.startsWith("@csl") ? JSON.parse(text) : text, { forceType: form }).data;
        const article = read.find((item) => item.DOI === "10.1163/187502309787858084");
        assert.ok(article, `${button}: the article with its DOI`);
        assert.match(article.title, /^NATO and Central Asia: Security, Interests and Values/);
        assert.equal(article.author[0].family, "Vinnikov");
        assert.equal(String(article.issued["date-parts"][0][0]), "2009");
        const bibliography = new Cite(read).format("bibliography", { format: "text", template: "apa" });
        assert.match(bibliography, /Vinnikov, A\. \(2009/);
      }
    },
  },
  {
    title: "where storage is forbidden it says so, and the notes last as long as the page",
    browsers: ["chromium"],
    async run({ serve, newPage }) {
      const server = await serve();
      const before = () => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("blocked", "SecurityError"); } });
      const page = await newPage({ before });
      await open(page, `${server.url}#/statements/manas-base`);
      await page.click("button", "Collect");
      await page.until(() => /keeps nothing/.test(document.querySelector("main").textContent), 5000);
      await goTo(page, "#/tray", "Your notes");
      assert.equal((await items(page)).length, 1);
    },
  },
];
