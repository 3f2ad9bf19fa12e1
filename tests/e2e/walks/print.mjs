// On paper: sheets of one page, nothing of the app's own controls, and nothing cut off at the side.

import assert from "node:assert/strict";
import { ATLASES, stands, start } from "../atlases.mjs";
import { goTo, open } from "../site.mjs";

/** Pages of a paper that the browser prints. */
async function printed(page, format) {
  const pdf = await page.raw.pdf({ format });
  return (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
}

export const walks = ATLASES.flatMap((atlas) => [
  {
    title: `each brief and each teaching sheet is one page${atlas.of}`,
    browsers: ["chromium"],
    async run(tools) {
      const { page, server } = await start(tools, atlas, "#/briefs");
      const hrefs = await page.evaluate(() => [...document.querySelectorAll("main a")].map((a) => a.getAttribute("href")));
      const briefs = [...atlas.bundle.countries.map(({ id }) => id), "routes"].map((id) => atlas.at(`#/briefs/${id}`));
      for (const brief of briefs) assert.ok(hrefs.includes(brief), `${brief} is listed`);
      const sheets = [...hrefs, ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => atlas.at(`#/teaching/${n}`))];
      for (const sheet of sheets) {
        await open(page, server.url + sheet);
        await stands(page, atlas);
        for (const paper of ["A4", "Letter"]) assert.equal(await printed(page, paper), 1, `${paper} pages of ${sheet}`);
      }
    },
  },
  {
    title: `a brief's notes are numbered without gaps, and each number leads to a statement${atlas.of}`,
    async run(tools) {
      const path = `#/briefs/${atlas.bundle.countries[0].id}`;
      const { page } = await start(tools, atlas, path);
      const [numbers, notes, address] = await page.evaluate(() => [
        [...document.querySelectorAll(".sheet .mark")].map((mark) => Number(mark.textContent.match(/\d+/)[0])),
        document.querySelectorAll(".brief-notes > li").length,
        document.querySelector(".imprint").textContent,
      ]);
      assert.deepEqual([...new Set(numbers)].sort((a, b) => a - b), Array.from({ length: notes }, (_, n) => n + 1));
      assert.match(address, /version \d+\.\d+\.\d+/);
      assert.ok(address.endsWith(atlas.at(path)), address);
      await page.evaluate(() => document.querySelector(".sheet .mark").click());
      await page.until(() => document.querySelector("#note h2")?.textContent && /^Paragraph/.test(document.querySelector("#note h2").textContent));
    },
  },
  {
    title: `no page prints a control, and none is wider than the paper${atlas.of}`,
    browsers: ["chromium"],
    async run(tools) {
      const { page } = await start(tools, atlas, "#/about", { width: 700, height: 900 });
      await page.raw.emulateMedia({ media: "print" });
      for (const kind of atlas.kinds) {
        await goTo(page, atlas.at(kind.path), kind.heading);
        const [controls, over] = await page.evaluate(() => [
          // The date stands there as words, and so does what a paragraph of the source is about.
          [...document.querySelectorAll("button, input, select, summary:not(#as-of-button, :has(.gist))")].filter((e) => e.checkVisibility({ visibilityProperty: true })).map((e) => e.outerHTML.slice(0, 100)),
          document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ]);
        assert.deepEqual(controls, [], `controls on ${kind.path}`);
        assert.ok(over <= 0, `${kind.path} is ${over} px wider than the paper`);
      }
    },
  },
]);
