// "Open my copy": what is not the source is refused with a reason, and nothing leaves the page.

//
// With ATLAS_SOURCE (article.json: paragraphs of the article, which this project does not ship) the walks drop the article in as
// well; without it they say that this was not done.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { goTo, open } from "../site.mjs";

const source = process.env.ATLAS_SOURCE;
const given = source ? JSON.parse(readFileSync(source, "utf8")) : undefined;
const article = given && [...given.paragraphs, ...given.notes, given.author];
if (!article) console.log("not run: the walks with the article dropped in (ATLAS_SOURCE names no copy of it)");

/** Gives the page a text as a file of the reader's, and waits for what it says of it. */
async function give({ serve, newPage }, text) {
  const server = await serve();
  const page = await newPage();
  await open(page, server.url + "#/source");
  const before = page.requests.length;
  await page.evaluate((text) => {
    const input = document.querySelector("main input[type=file]");
    const files = new DataTransfer();
    files.items.add(new File([text], "copy.txt", { type: "text/plain" }));
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, text);
  await page.until(() => /passages found word for word/.test(document.querySelector("main")?.textContent ?? ""), 60000);
  assert.equal(page.requests.length, before, "no request was made for it");
  return { page, server, found: await found(page) };
}

/** What the page says: passages found word for word, of how many, and the statements of the rest. */
async function found(page) {
  return page.evaluate(() => {
    const said = [...document.querySelectorAll("main [role=status]")].map((e) => e.textContent).find((t) => /word for word/.test(t));
    const [, whole, all] = said.match(/(\d+) of (\d+) passages/);
    const rest = [...document.querySelectorAll("main .gap-list > li")].map((e) => e.textContent);
    return { whole: Number(whole), all: Number(all), rest };
  });
}

/** Letters and digits alone, so that quotes and spaces of a copy do not matter. */
const bare = (text) => text.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "");

async function paste({ serve, newPage }, text) {
  const server = await serve();
  const page = await newPage();
  await open(page, server.url + "#/source");
  const before = page.requests.length;
  await page.evaluate((text) => {
    const area = document.querySelector("main textarea");
    area.closest("details").open = true;
    area.value = text;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }, text);
  await page.click("button", "Look for the passages");
  return { page, before };
}

export const walks = [
  {
    title: "another text is refused as not the source, and nothing is sent",
    async run(tools) {
      const { page, before } = await paste(tools, "It was a quiet morning in the harbour, and the boats lay still. ".repeat(2000));
      await page.until(() => /not the source/i.test(document.querySelector("main [role=alert]")?.textContent ?? ""), 10000);
      assert.equal(page.requests.length, before, "no request was made for it");
      assert.ok(await page.evaluate(() => Boolean(document.querySelector("main input[type=file]"))), "another copy can be given");
    },
  },
  {
    title: "a text without words is refused",
    async run(tools) {
      const { page } = await paste(tools, " ... ");
      await page.until(() => (document.querySelector("main [role=alert]")?.textContent ?? "").length > 10, 10000);
    },
  },
  ...(article ? withArticle() : []),
];

function withArticle() {
  const whole = article.map((p) => p.text).join("\n\n");
  return [
    {
      title: "with the article dropped in, the right sentences light up and the rest say why not",
      browsers: ["chromium"],
      async run(tools) {
        const { page, server, found } = await give(tools, whole);
        assert.ok(found.whole >= 0.99 * found.all, `${found.whole} of ${found.all} word for word`);
        assert.equal(found.rest.length, found.all - found.whole, "each of the rest is listed with its reason");
        const { statements } = await (await fetch(new URL("dataset.json", server.url))).json();
        const sample = statements.filter((_, n) => n % 25 === 0);
        for (const { id, evidence } of sample) {
          await goTo(page, `#/statements/${id}`, /^Statement/);
          await page.until(() => document.querySelector("main .in-copy"), 10000);
          const marks = await page.evaluate(() => [...document.querySelectorAll("main .in-copy blockquote")].map((quote) =>
            [...quote.querySelectorAll("mark")].map((mark) => mark.textContent).join(" ")));
          evidence.forEach(({ paragraph, terms }, n) => {
            const own = article.find((p) => p.id === paragraph).text;
            assert.ok(bare(own).includes(bare(marks[n] ?? "?")), `${id}: the sentence lit is one of ${paragraph}`);
            for (const term of terms) assert.ok(bare(marks[n]).includes(bare(term)), `${id}: "${term}" stands in the sentence lit`);
          });
        }
      },
    },
    {
      title: "in a copy with altered words the altered sentences are named",
      browsers: ["chromium"],
      async run(tools) {
        // A figure that occurs once, so that it is known which sentence was altered.
        const figures = [...new Set(whole.match(/\b\d{3,4}\b/g))].filter((figure) => whole.split(figure).length === 2).slice(0, 6);
        assert.ok(figures.length >= 3, "the article has figures that occur once");
        const altered = figures.reduce((text, figure) => text.replace(figure, `x${figure}`), whole);
        const { page, found } = await give(tools, altered);
        assert.ok(found.whole < found.all && found.whole > 0.9 * found.all, `${found.whole} of ${found.all} word for word`);
        assert.ok(found.rest.some((row) => /lacks: /.test(row)), "what is missing from a sentence is named");
        assert.equal(found.rest.length, found.all - found.whole);
      },
    },
  ];
}
