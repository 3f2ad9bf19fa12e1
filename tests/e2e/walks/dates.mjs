// The banner of another date: it tells both dates in their order, and "What changed" leads to that very comparison.

import assert from "node:assert/strict";
import { ATLASES, enter, start } from "../atlases.mjs";
import { onPage } from "../site.mjs";

/** What the banner says, squeezed; waits until there is one. */
async function banner(page) {
  await page.until(() => [...document.querySelectorAll("[role=status]")].some((status) => /^You see /.test(status.textContent.trim())));
  return page.evaluate(() => [...document.querySelectorAll("[role=status]")].find((status) => /^You see /.test(status.textContent.trim())).textContent.replace(/\s+/g, " "));
}

export const walks = ATLASES.flatMap((atlas) => {
  const { changes } = atlas.back;
  const [later, earlier] = [...new URLSearchParams(changes).values()];
  return [
    {
      title: `two dates are told in their order, whichever was chosen first${atlas.of}`,
      async run(tools) {
        const { page, server } = await start(tools, atlas, `#/programmes?${changes}`);
        for (const dates of [changes, `as-of=${earlier}&vs=${later}`]) {
          await enter(page, server, atlas, `#/programmes?${dates}`);
          assert.match(await banner(page), new RegExp(`From ${earlier} to ${later} `), dates);
          assert.equal((await page.find("button", /^Dates?: /))[0]?.name, `Dates: ${earlier}, ${later}`, dates);
        }
      },
    },
    {
      title: `“What changed” leads to the comparison that the banner tells of${atlas.of}`,
      async run(tools) {
        const { page } = await start(tools, atlas, `#/programmes?${changes}`);
        const told = (await banner(page)).match(/(\d+|no) values? /)[1];
        await page.click("link", "What changed");
        await onPage(page, `What changed from ${earlier} to ${later}`);
        assert.equal(await page.evaluate(() => location.hash), atlas.at(`#/changes?${changes}`));
        const headings = (await page.find("heading")).map(({ name }) => name);
        if (told !== "no") assert.ok(headings.includes(`Changed (${told})`), `as many as the banner counts, ${told}: ${headings}`);
      },
    },
    {
      title: `“What changed” from one date compares it with the time of writing${atlas.of}`,
      async run(tools) {
        const { page } = await start(tools, atlas, `#/?as-of=${earlier}`);
        await page.click("link", "What changed");
        await onPage(page, `What changed from ${earlier} to ${atlas.bundle.dataset.vantage.words}`);
        await page.click("link", `Back to ${atlas.bundle.dataset.vantage.words}`);
        await page.until(() => ![...document.querySelectorAll("[role=status]")].some((status) => /^You see /.test(status.textContent.trim())));
      },
    },
  ];
});
