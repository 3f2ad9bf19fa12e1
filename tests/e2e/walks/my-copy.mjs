// "Open my copy": what is not the source is refused with a reason, and nothing leaves the page.
//
// The example's text lies beside it. The embedded atlas's does not: with ATLAS_SOURCE (article.json: paragraphs of the article,
// which this project does not ship) the walks drop the article in as well; without it they say that this was not done.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { ATLASES, start } from "../atlases.mjs";
import { goTo } from "../site.mjs";

/** The passages of an atlas's source, or none where its text is not at hand. */
function passagesOf({ text }) {
  if (!text) return undefined;
  const { paragraphs, notes = [], author } = JSON.parse(readFileSync(text, "utf8"));
  return [...paragraphs, ...notes, ...(author ? [author] : [])];
}

/** Gives the page a text as a file of the reader's, and waits for what it says of it. */
async function give(tools, atlas, text) {
  const { page } = await start(tools, atlas, "#/source");
  const before = page.requests.length;
  await page.evaluate((text) => {
    const input = document.querySelector("main input[type=file]");
    const files = new DataTransfer();
    files.items.add(new File([text], "copy.txt", { type: "text/plain" }));
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, text);
  await page.until(() => /passages found word for word/.test(document.querySelector("main")?.textContent ?? ""), 60000);
  assert.deepEqual(sentSince(page, before), [], "no request was made for it");
  return { page, found: await found(page) };
}

/** Requests since, but for files of the atlas itself, which may still be on their way. */
const sentSince = (page, before) => page.requests.slice(before).filter((url) => !/^(data:|http:\/\/127\.0\.0\.1:\d+\/[a-z0-9._-]+$)/i.test(url));

/** What the page says: passages found word for word, of how many, and the statements of the rest. */
async function found(page) {
  return page.evaluate(() => {
    const said = [...document.querySelectorAll("main [role=status]")].map((e) => e.textContent).find((t) => /word for word/.test(t));
    const [, whole, all] = said.match(/(\d+) of (\d+) passages/);
    const rest = [...document.querySelectorAll("main [role=status] ~ details .rows > li")].map((e) => e.textContent);
    return { whole: Number(whole), all: Number(all), rest };
  });
}

/** Letters and digits alone, so that quotes and spaces of a copy do not matter. */
const bare = (text) => text.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "");

async function paste(tools, atlas, text) {
  const { page } = await start(tools, atlas, "#/source");
  const before = page.requests.length;
  await page.evaluate((text) => {
    const area = document.querySelector("main textarea");
    for (let fold = area.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    area.value = text;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }, text);
  await page.click("button", "Look for the passages");
  return { page, before };
}

export const walks = ATLASES.flatMap((atlas) => {
  const passages = passagesOf(atlas);
  if (!passages) console.log("not run: the walks with the article dropped in (ATLAS_SOURCE names no copy of it)");
  return [
    {
      title: `another text is refused as not the source, and nothing is sent${atlas.of}`,
      async run(tools) {
        const { page, before } = await paste(tools, atlas, "It was a quiet morning in the harbour, and the boats lay still. ".repeat(2000));
        await page.until(() => /not the source/i.test(document.querySelector("main [role=alert]")?.textContent ?? ""), 10000);
        assert.deepEqual(sentSince(page, before), [], "no request was made for it");
        assert.ok(await page.evaluate(() => Boolean(document.querySelector("main input[type=file]"))), "another copy can be given");
      },
    },
    {
      title: `a text without words is refused${atlas.of}`,
      async run(tools) {
        const { page } = await paste(tools, atlas, " ... ");
        await page.until(() => (document.querySelector("main [role=alert]")?.textContent ?? "").length > 10, 10000);
      },
    },
    ...(passages ? withText(atlas, passages) : []),
  ];
});

function withText(atlas, passages) {
  const whole = passages.map((p) => p.text).join("\n\n");
  return [
    {
      title: `with the text dropped in, the right sentences light up and the rest say why not${atlas.of}`,
      browsers: ["chromium"],
      async run(tools) {
        const { page, found } = await give(tools, atlas, whole);
        assert.ok(found.whole >= 0.99 * found.all, `${found.whole} of ${found.all} word for word`);
        assert.equal(found.rest.length, found.all - found.whole, "each of the rest is listed with its reason");
        const { statements } = atlas.bundle;
        const sample = statements.filter((_, n) => n % Math.ceil(statements.length / 22) === 0);
        for (const { id, evidence } of sample) {
          await goTo(page, atlas.at(`#/statements/${id}`), /^Statement/);
          await page.until(() => document.querySelector("main .in-copy"), 10000);
          const marks = await page.evaluate(() => [...document.querySelectorAll("main .in-copy blockquote")].map((quote) =>
            [...quote.querySelectorAll("mark")].map((mark) => mark.textContent).join(" ")));
          evidence.forEach(({ paragraph, terms }, n) => {
            const own = passages.find((p) => p.id === paragraph).text;
            assert.ok(bare(own).includes(bare(marks[n] ?? "?")), `${id}: the sentence lit is one of ${paragraph}`);
            for (const term of terms) assert.ok(bare(marks[n]).includes(bare(term)), `${id}: "${term}" stands in the sentence lit`);
          });
        }
      },
    },
    {
      title: `in a copy with altered words the altered sentences are named${atlas.of}`,
      browsers: ["chromium"],
      async run(tools) {
        // A figure that occurs once, so that it is known which sentence was altered.
        const figures = [...new Set(whole.match(/\b\d{3,4}\b/g))].filter((figure) => whole.split(figure).length === 2).slice(0, 6);
        assert.ok(figures.length >= 3, "the text has figures that occur once");
        const altered = figures.reduce((text, figure) => text.replace(figure, `x${figure}`), whole);
        const { page, found } = await give(tools, atlas, altered);
        const missed = found.all - found.whole;
        assert.ok(missed > 0 && missed <= 4 * figures.length, `${found.whole} of ${found.all} word for word: a few statements for each figure are not`);
        assert.ok(found.rest.some((row) => /lacks: /.test(row)), "what is missing from a sentence is named");
        assert.equal(found.rest.length, missed);
      },
    },
  ];
}
