// The example that ships with the atlas: another text, another ladder, other lines. It opens by its address on the built site, and
// its text is open, so its notes quote it. What every atlas must do, the other walks ask of it too.

import assert from "node:assert/strict";
import { EXAMPLE, enter, start } from "../atlases.mjs";
import { KINDS, STATED, keptQuiet, noteOpens, onPage, open } from "../site.mjs";

const { address, bundle, stamp } = EXAMPLE;

/** The embedded dataset's names, none of which may stand on a page of another. */
const OTHERS = /Kazakhstan|Uzbekistan|NATO|undefined|null/;

export const walks = [
  {
    title: "nothing of it sticks out of a card on a laptop",
    browsers: ["chromium"],
    async run(tools) {
      // Its programmes have names where others have acronyms.
      for (const width of [1000, 1280]) {
        const { page: laptop } = await start(tools, EXAMPLE, "#/", { width, height: 900 });
        const out = await laptop.evaluate(() => [...document.querySelectorAll("main .card")].flatMap((card) => {
          const { right } = card.getBoundingClientRect();
          return [...card.querySelectorAll("*")].filter((part) => part.getBoundingClientRect().right > right + 1).map((part) => part.textContent.trim().slice(0, 40));
        }));
        assert.deepEqual(out, [], `at ${width} px`);
      }
    },
  },
  {
    title: "it is offered where a dataset is opened, quotes its text, has no map and no hole, and is left again",
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      await open(page, `${server.url}#/open`);
      await page.click("link", bundle.dataset.title);
      await onPage(page, bundle.texts.finding.text);
      await page.until((title) => document.querySelector("main > .notice strong")?.textContent === title, undefined, bundle.dataset.title);
      // Its address stands in the bar, with its id and version.
      const stamped = `d=${encodeURIComponent(stamp)}`;
      await page.until((hash) => location.hash === hash, undefined, EXAMPLE.at("#/"));

      // Every page of the navigation, by its links: nothing of another dataset, no map, nothing left empty.
      const names = await page.evaluate(() => [...document.querySelectorAll("nav[aria-label='Main pages'] li")].filter((item) => item.checkVisibility()).map((item) => item.textContent.trim()));
      for (const link of names) {
        const before = await page.evaluate(() => location.hash);
        await page.click("link", link);
        await page.until((before, first) => first || location.hash !== before, undefined, before, link === names[0]);
        await page.until((title) => document.querySelector("main > .notice strong")?.textContent === title, undefined, bundle.dataset.title);
        assert.doesNotMatch(await page.read("main"), OTHERS, link);
        for (const part of ["data=", stamped]) assert.ok((await page.url()).includes(part), `${link} keeps ${part}`);
        const seen = await page.evaluate(() => ({
          maps: document.querySelectorAll("main figure [aria-label^='The map']").length,
          // What is folded away has its text too.
          holes: [...document.querySelectorAll("main section, main h2, main h3, main dt, main dd, main li, main td:not(.row-wide)")].filter((part) => !part.textContent.trim() && !part.querySelector("svg")).map((part) => part.outerHTML.slice(0, 120)),
        }));
        assert.deepEqual(seen, { maps: 0, holes: [] }, link);
      }

      // A value's note leads to its statement, and that shows the sentence that it rests on.
      const { country, history: [{ statements: [id] }], ...row } = bundle.participations.find(({ country }) => country);
      const { evidence: [{ quote }] } = bundle.statements.find((statement) => statement.id === id);
      await enter(page, server, EXAMPLE, `#/countries/${country}`);
      await page.until((id) => document.querySelector(`main a[href*="note=${id}"]`), undefined, row.id);
      await page.evaluate((id) => document.querySelector(`main a[href*="note=${id}"]`).click(), row.id);
      await noteOpens(page, /./);
      await page.evaluate((id) => document.querySelector(`#note a[href*="note=${id}"]`).click(), id);
      await noteOpens(page, STATED);
      const quotes = await page.evaluate(() => [...document.querySelectorAll("#note blockquote")].map((quote) => quote.textContent.trim()));
      assert.ok(quotes.includes(quote), `“${quote}” is quoted: ${quotes}`);
      const text = await page.evaluate(async (path) => (await fetch(path)).text(), address.replace("dataset.json", "article.md"));
      assert.ok(text.includes(quote), "and stands in the text beside the dataset");

      await page.click("button", "Back to the embedded atlas");
      await onPage(page, KINDS[0].heading);
      assert.equal(await page.evaluate(() => document.querySelector("main > .notice")), null);
      keptQuiet(page, server);
    },
  },
];
