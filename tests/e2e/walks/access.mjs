// What axe finds: nothing, on any kind of page and in any kind of note, in both schemes, on a laptop and on a phone. Chromium
// alone, as axe's driver is.

import assert from "node:assert/strict";
import { axe } from "../axe.mjs";
import { ATLASES, start } from "../atlases.mjs";
import { goTo, noteOpens, open } from "../site.mjs";

/** Between the schemes only colours differ, so the dark one is asked for what depends on them. */
const COLOURS = { rules: ["color-contrast", "link-in-text-block"] };

/** What a note adds to a page that was looked at without one: itself, in the margin, and the mark on its value. */
const NOTE = { within: ["#margin", "main [aria-current]"] };

/** Unfolds everything: axe does not look at what is hidden. */
const unfold = (page) => page.evaluate(() => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
});

/** A walk of an atlas over addresses: each page is unfolded and looked at. */
function finds(what, atlas, addresses, window, options) {
  return {
    title: `${what}${atlas.of}`,
    browsers: ["chromium"],
    seconds: 180,
    async run(tools) {
      const { page } = await start(tools, atlas, "#/", window);
      const findings = [];
      for (const { path, heading, of } of addresses) {
        await goTo(page, atlas.at(path), of ? /./ : heading);
        if (of) await noteOpens(page, heading);
        // A note fades in: what is looked at is what stays.
        await page.until(() => document.getAnimations().every((animation) => animation.playState === "finished"));
        await unfold(page);
        findings.push(...(await axe(page, options)).map((line) => `${path}: ${line}`));
      }
      assert.deepEqual(findings, [], "axe finds nothing");
    },
  };
}

const phone = { width: 320, height: 640 };

export const walks = ATLASES.flatMap((atlas) => {
  const { kinds, notes, back, narrow } = atlas;
  const states = [
    { path: "#/countries?as-of=someday", heading: atlas.units.heading },
    { path: "#/gaps?note=nothing-of-that-name", heading: "What the article leaves open" },
    { path: `#/countries/${back.unit}?as-of=${back.away[0]}`, heading: back.name },
  ];
  const narrowest = [
    ...kinds.filter(({ path }) => ["#/", "#/timeline"].includes(path)),
    // Under its line a note stands in an item, in a row of its own, in a description.
    { of: "a leg, in the strip", path: `#/routes?note=${narrow.leg}`, heading: /./ },
    { of: "a cell", path: `#/programmes?note=${narrow.cell}`, heading: /./ },
    { of: "a participation", path: `#/programmes/${narrow.programme}?note=${narrow.row}`, heading: /./ },
  ];
  return [
    finds("on every kind of page", atlas, [...kinds, ...states], {}),
    finds("in every kind of note", atlas, notes, {}, NOTE),
    finds("on a phone, with and without a note", atlas, narrowest, phone),
    finds("in the dark scheme, on every kind of page", atlas, [...kinds, ...states], { scheme: "dark" }, COLOURS),
    finds("in the dark scheme, in every kind of note", atlas, notes, { scheme: "dark" }, { ...COLOURS, ...NOTE }),
  ];
}).concat({
  title: "with the date control open",
  browsers: ["chromium"],
  async run({ serve, newPage }) {
    const server = await serve();
    for (const scheme of ["light", "dark"]) {
      const page = await newPage({ scheme });
      await open(page, server.url);
      await page.click("button", /^Date: /);
      await page.until(() => document.querySelector("header details[open]") !== null);
      assert.deepEqual(await axe(page), [], `axe finds nothing in the ${scheme} scheme`);
    }
  },
});
