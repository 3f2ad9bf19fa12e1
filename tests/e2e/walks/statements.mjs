// The table of statements, and what can be taken from it and from any note: filters and order in the address, references, frames.

import assert from "node:assert/strict";
import { ATLASES, notices, start } from "../atlases.mjs";
import { onPage } from "../site.mjs";

const table = (page) => page.evaluate(() => ({
  said: document.querySelector("main [role=status]").textContent,
  rows: document.querySelectorAll(".listing tbody tr").length,
  count: document.querySelector(".listing").getAttribute("aria-rowcount"),
  first: document.querySelector(".listing tbody th")?.textContent ?? "",
}));

export const walks = ATLASES.flatMap((atlas) => [
  {
    title: `only a window of rows is drawn, with the true count, and all of them to print${atlas.of}`,
    async run(tools) {
      const { page } = await start(tools, atlas, "#/statements");
      const now = await table(page);
      const all = Number(now.said.match(/^All (\d+) statements/)[1]);
      assert.equal(all, atlas.bundle.statements.length);
      assert.equal(now.rows, 80);
      assert.equal(now.count, String(all + 1));
      await page.click("button", "The next 80");
      await page.until(() => document.querySelector(".listing tbody tr").getAttribute("aria-rowindex") === "82", 5000);
      await page.click("button", "All rows, to print");
      await page.until((all) => document.querySelectorAll(".listing tbody tr").length === all, 5000, all);
    },
  },
  {
    title: `facets and order are in the address, counted, and taken away again${atlas.of}`,
    async run(tools) {
      const { country, name } = atlas.facet;
      const { page } = await start(tools, atlas, `#/statements?f.country=${country}&f.modality=occurred,holds&sort=date`);
      const now = await table(page);
      const [, shown, all] = now.said.match(/^(\d+) of (\d+) statements/).map(Number);
      assert.ok(shown > 0 && shown < all);
      assert.deepEqual(await notices(page, atlas), [], "nothing of the address is odd");
      const counts = await page.evaluate(() => [...document.querySelectorAll("[role=group] a:has(.minor)")].map((choice) => Number(choice.querySelector(".minor").textContent)));
      assert.ok(counts.length > 10 && counts.every((count) => count > 0), `only values that occur are there to choose: ${counts}`);
      await page.click("link", new RegExp(`^Remove the filter ${name}`));
      const firm = atlas.bundle.statements.filter(({ modality }) => ["occurred", "holds"].includes(modality)).length;
      assert.ok(firm > shown, "of all units there are more");
      await page.until((firm) => Number(document.querySelector("main [role=status]").textContent.match(/^\d+/)[0]) === firm, 5000, firm);
      await page.click("link", "Clear all");
      await page.until(() => /^All \d+ statements/.test(document.querySelector("main [role=status]").textContent), 5000);
    },
  },
  {
    title: `a reference in five formats, of the article and of the atlas${atlas.of}`,
    browsers: ["chromium"],
    async run(tools) {
      const { page } = await start(tools, atlas, `#/statements/${atlas.statements[0]}`);
      await page.evaluate(() => { document.querySelector("main .cite").open = true; });
      const written = () => page.evaluate(() => [...document.querySelectorAll("main .cite pre")].map((pre) => pre.textContent));
      assert.match((await written())[0], atlas.reference);
      const [bibtex, ris, csl] = atlas.kind;
      const formats = [["BibTeX", `@${bibtex}{`, "@misc{"], ["RIS", `TY  - ${ris}`, "TY  - DATA"], ["CSL-JSON", `"type":"${csl}"`, `"type":"dataset"`]];
      for (const [format, article, own] of formats) {
        await page.evaluate((format) => {
          const select = document.querySelector("main .cite select");
          select.value = format;
          select.dispatchEvent(new Event("change", { bubbles: true }));
        }, format);
        await page.until((now) => document.querySelector("main .cite pre").textContent !== "", 5000);
        const now = await written();
        assert.ok(now[0].includes(article), `${format}: ${now[0]}`);
        assert.ok(now[1].includes(own), `${format}: ${now[1]}`);
      }
    },
  },
  {
    title: `an embedded view has no header, and its links keep it so${atlas.of}`,
    async run(tools) {
      const { page } = await start(tools, atlas, "#/countries?embed=1");
      assert.equal(await page.evaluate(() => document.querySelectorAll("header.masthead, footer.footer").length), 0);
      assert.match(await page.evaluate(() => document.querySelector(".embed-line").textContent), /Open in the atlas/);
      await page.click("link", atlas.bundle.countries[0].name);
      await onPage(page, atlas.bundle.countries[0].name);
      assert.match(await page.evaluate(() => location.hash), /embed=1/);
      assert.equal(await page.evaluate(() => document.querySelectorAll("header.masthead").length), 0);
    },
  },
]);
