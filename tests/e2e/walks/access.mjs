// What axe finds: nothing, on any kind of page and in any kind of note, in both schemes, on a laptop and on a phone. Chromium
// alone, as axe's driver is.

import assert from "node:assert/strict";
import { axe } from "../axe.mjs";
import { KINDS, NOTES, goTo, noteOpens, open } from "../site.mjs";

/** Between the schemes only colours differ, so the dark one is asked for what depends on them. */
const COLOURS = { rules: ["color-contrast", "link-in-text-block"] };

/** What a note adds to a page that was looked at without one: itself, in the margin, and the mark on its value. */
const NOTE = { within: ["#margin", "main [aria-current]"] };

/** Unfolds everything: axe does not look at what is hidden. */
const unfold = (page) => page.evaluate(() => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
});

/** Goes to addresses, unfolds each page and looks at it. */
export async function findsNothing({ serve, newPage }, addresses, window, options) {
  const server = await serve();
  const page = await newPage(window);
  const findings = [];
  await open(page, server.url);
  for (const { path, heading, of } of addresses) {
    await goTo(page, path, of ? /./ : heading);
    if (of) await noteOpens(page, heading);
    // A note fades in: what is looked at is what stays.
    await page.until(() => document.getAnimations().every((animation) => animation.playState === "finished"));
    await unfold(page);
    findings.push(...(await axe(page, options)).map((line) => `${path}: ${line}`));
  }
  assert.deepEqual(findings, [], "axe finds nothing");
}

/** A walk over addresses. */
function finds(title, addresses, window, options) {
  return { title, browsers: ["chromium"], seconds: 180, run: (tools) => findsNothing(tools, addresses, window, options) };
}

const phone = { width: 320, height: 640 };
const states = [
  { path: "#/countries?as-of=someday", heading: "Central Asian Partners" },
  { path: "#/gaps?note=nothing-of-that-name", heading: "What the article leaves open" },
  { path: "#/countries/uzbekistan?as-of=2006-06", heading: "Uzbekistan" },
];
const narrowest = [
  ...KINDS.filter(({ path }) => ["#/", "#/timeline"].includes(path)),
  // Under its line a note stands in an item, in a row of its own, in a description.
  { of: "a leg, in the strip", path: "#/routes?note=northern-leg-kazakhstan", heading: /./ },
  { of: "a cell", path: "#/programmes?note=tajikistan-in-forum-26-5-1", heading: /./ },
  { of: "a participation", path: "#/programmes/ipap?note=uzbekistan-in-ipap", heading: /./ },
];

export const walks = [
  finds("on every kind of page", [...KINDS, ...states], {}),
  finds("in every kind of note", NOTES, {}, NOTE),
  finds("on a phone, with and without a note", narrowest, phone),
  finds("in the dark scheme, on every kind of page", [...KINDS, ...states], { scheme: "dark" }, COLOURS),
  finds("in the dark scheme, in every kind of note", NOTES, { scheme: "dark" }, { ...COLOURS, ...NOTE }),
  {
    title: "with the date control open",
    browsers: ["chromium"],
    async run({ serve, newPage }) {
      const server = await serve();
      for (const scheme of ["light", "dark"]) {
        const page = await newPage({ scheme });
        await open(page, server.url);
        await page.click("button", /^As written/);
        await page.until(() => document.querySelector("header [aria-expanded=true]") !== null);
        assert.deepEqual(await axe(page), [], `axe finds nothing in the ${scheme} scheme`);
      }
    },
  },
];
