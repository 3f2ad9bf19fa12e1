// The table of statements, and what can be taken from it and from any note: filters and order in the address, references, frames.

import assert from "node:assert/strict";
import { onPage, open } from "../site.mjs";

async function start({ serve, newPage }, path) {
  const server = await serve();
  const page = await newPage();
  await open(page, server.url + path);
  return page;
}

const table = (page) => page.evaluate(() => ({
  said: document.querySelector("main [role=status]").textContent,
  rows: document.querySelectorAll(".listing tbody tr").length,
  count: document.querySelector(".listing").getAttribute("aria-rowcount"),
  first: document.querySelector(".listing tbody th")?.textContent ?? "",
}));

export const walks = [
  {
    title: "only a window of rows is drawn, with the true count, and all of them to print",
    async run(tools) {
      const page = await start(tools, "#/statements");
      const now = await table(page);
      const all = Number(now.said.match(/^(\d+) statements/)[1]);
      assert.equal(now.rows, 80);
      assert.equal(now.count, String(all + 1));
      await page.click("button", "The next 80");
      await page.until(() => document.querySelector(".listing tbody tr").getAttribute("aria-rowindex") === "82", 5000);
      await page.click("button", "All rows, to print");
      await page.until((all) => document.querySelectorAll(".listing tbody tr").length > 400, 5000);
      assert.equal((await table(page)).rows, all);
    },
  },
  {
    title: "facets and order are in the address, counted, and taken away again",
    async run(tools) {
      const page = await start(tools, "#/statements?f.country=turkmenistan&f.modality=occurred,holds&sort=date");
      const now = await table(page);
      const [, shown, all] = now.said.match(/^(\d+) of (\d+) statements/).map(Number);
      assert.ok(shown > 0 && shown < all);
      assert.equal(await page.evaluate(() => document.querySelector(".notice")), null, "nothing of the address is odd");
      const zero = await page.evaluate(() => [...document.querySelectorAll(".facet li")].some((li) => / none$/.test(li.textContent)));
      assert.ok(zero, "values without a statement stay, worded");
      await page.click("link", /^Remove the filter Turkmenistan/);
      await page.until((shown) => Number(document.querySelector("main [role=status]").textContent.match(/^\d+/)[0]) > 20, 5000);
      await page.click("link", "Clear all");
      await page.until(() => /^\d+ statements/.test(document.querySelector("main [role=status]").textContent), 5000);
    },
  },
  {
    title: "a reference in five formats, of the article and of the atlas",
    browsers: ["chromium"],
    async run(tools) {
      const page = await start(tools, "#/statements/termez-german-use");
      await page.evaluate(() => { document.querySelector("main .cite").open = true; });
      const written = () => page.evaluate(() => [...document.querySelectorAll("main .cite pre")].map((pre) => pre.textContent));
      assert.match((await written())[0], /^Vinnikov, Alexander\. .*Section 3, .*2nd paragraph\./);
      for (const [format, article, own] of [["BibTeX", /^@article\{/, /^@misc\{/], ["RIS", /^TY {2}- JOUR/, /^TY {2}- DATA/], ["CSL-JSON", /^\[\{"id"/, /"type":"dataset"/]]) {
        await page.evaluate((format) => {
          const select = document.querySelector("main .cite select");
          select.value = format;
          select.dispatchEvent(new Event("change", { bubbles: true }));
        }, format);
        await page.until((now) => document.querySelector("main .cite pre").textContent !== "", 5000);
        const now = await written();
        assert.match(now[0], article, format);
        assert.match(now[1], own, format);
      }
    },
  },
  {
    title: "an embedded view has no header, and its links keep it so",
    async run(tools) {
      const page = await start(tools, "#/countries?embed=1");
      assert.equal(await page.evaluate(() => document.querySelectorAll("header.header, footer.footer").length), 0);
      assert.match(await page.evaluate(() => document.querySelector(".embed-line").textContent), /Open in the atlas/);
      await page.evaluate(() => document.querySelector("main .card-name a").click());
      await onPage(page, "Kazakhstan");
      assert.match(await page.evaluate(() => location.hash), /embed=1/);
      assert.equal(await page.evaluate(() => document.querySelectorAll("header.header").length), 0);
    },
  },
];
