// The reader's notes: collected from a note, ordered, written to, kept over a reload; and what is said when they cannot be kept.

import assert from "node:assert/strict";
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
];
