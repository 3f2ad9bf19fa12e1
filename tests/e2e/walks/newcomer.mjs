// The walk of a newcomer: three questions of each atlas, each answered within two clicks from the start page, each with the
// paragraph that says so. In all three browsers, and on a phone. The questions and answers stand in ../atlases.mjs.

import assert from "node:assert/strict";
import { ATLASES, start } from "../atlases.mjs";
import { STATED, noteOpens, onPage } from "../site.mjs";

/** A reader on the start page who counts the clicks, and may make two. */
async function newcomer(tools, atlas, window) {
  const { page } = await start(tools, atlas, "#/", window);
  let clicks = 0;
  const click = (...target) => {
    clicks += 1;
    assert.ok(clicks <= 2, "an answer takes two clicks at most");
    return page.click(...target);
  };
  return { page, click };
}

/** Makes sure that a text says all of these, in this order. */
function says(text, words) {
  let from = 0;
  for (const word of words) {
    const at = text.indexOf(word, from);
    assert.notEqual(at, -1, `it says “${word}”, after what comes before in ${JSON.stringify(words)}:\n${text}`);
    from = at + word.length;
  }
}

/** Follows a question of the start page to its page, and from there to the note of one value. */
async function ask(tools, atlas, { question, on, main = [], rows = [], in_order: inOrder = [], value, note }, window) {
  const { page, click } = await newcomer(tools, atlas, window);
  await click("link", question);
  await onPage(page, on);
  const text = await page.read("main");
  for (const words of main) assert.match(text, words);
  const listed = (await page.find("listitem")).map((row) => row.text);
  for (const words of rows) assert.ok(listed.some((row) => words.test(row)), `a row that says ${words}`);
  says(text, inOrder);

  await click("link", value);
  says(await noteOpens(page, note.heading), note.says);
}

const BROWSERS = ["chromium", "firefox", "webkit"];

export const walks = ATLASES.flatMap((atlas) => [
  ...atlas.newcomer.map((asked) => ({ title: `${asked.title}${atlas.of}`, browsers: BROWSERS, run: (tools) => ask(tools, atlas, asked) })),
  {
    title: `the three questions on a phone${atlas.of}`,
    async run(tools) {
      for (const asked of atlas.newcomer) await ask(tools, atlas, asked, { width: 360, height: 740 });
    },
  },
  {
    title: `opening a note on the start page moves nothing that was clicked${atlas.of}`,
    async run(tools) {
      for (const window of [{ width: 1440, height: 900 }, { width: 1024, height: 768 }]) {
        const { page } = await start(tools, atlas, "#/", window);
        const names = [atlas.lead, ...atlas.lines.filter(([path]) => path === "#/").map(([, name]) => name)];
        for (const { source, flags } of names) {
          // Where the first of that name stands in the document, and how long that is.
          const place = (source, flags) => {
            const fits = (link) => new RegExp(source, flags).test((link.getAttribute("aria-label") ?? link.textContent).trim());
            const link = [...document.querySelectorAll("main a")].find((link) => fits(link) && link.getBoundingClientRect().width > 0);
            const { left, top } = link.getBoundingClientRect();
            return [Math.round(left), Math.round(top + scrollY), document.documentElement.scrollHeight];
          };
          const before = await page.evaluate(place, source, flags);
          await page.click("link", new RegExp(source, flags));
          await noteOpens(page, /./);
          // Of a drawing the browser measures the frame of the chosen mark as well, which is a hair's breadth.
          const after = await page.evaluate(place, source, flags);
          assert.ok(after.every((at, n) => Math.abs(at - before[n]) <= 1), `${source} at ${window.width} px: from ${before} to ${after}`);
          await page.press("Escape");
          await page.until(() => !document.getElementById("note") && !location.hash.includes("note="));
        }
      }
    },
  },
  {
    title: `a value on the start page leads to its sentence in one click${atlas.of}`,
    browsers: BROWSERS,
    async run(tools) {
      const { page, click } = await newcomer(tools, atlas);
      await click("link", atlas.lead);
      const note = await noteOpens(page, STATED);
      says(note, atlas.led);
      if (atlas.link) assert.match(note, atlas.link);
      const marked = (await page.find("link")).filter((link) => link.current === "true");
      const isIts = ({ href }) => href.endsWith(`note=${atlas.leadId}`) || href.includes(`note=${atlas.leadId}&`);
      assert.ok(marked.length > 0 && marked.every(isIts), `the value is marked wherever it stands, and nothing else: ${marked.map(({ href }) => href)}`);
    },
  },
]);
