// One date drives everything: chosen by keyboard alone, restored by its link, and told wherever values stand.

import assert from "node:assert/strict";
import { open } from "../site.mjs";

async function start({ serve, newPage }, path) {
  const server = await serve();
  const page = await newPage();
  await open(page, server.url + path);
  return { page, server };
}

const says = (page, selector, words) =>
  page.until((selector, words) => [...document.querySelectorAll(selector)].some((e) => e.innerText.replace(/\s+/g, " ").includes(words)), 5000, selector, words);

/** The cell of a value in the page, in words. */
const value = (page, id) => page.evaluate((id) => document.querySelector(`main a.value[data-value="${id}"]:has(.shown)`)?.innerText.replace(/\s+/g, " ").trim(), id);

export const walks = [
  {
    title: "the date is stepped by keyboard alone, and the address keeps it",
    async run(tools) {
      const { page } = await start(tools, "#/programmes");
      for (let n = 0; n < 40 && !/^As written/.test((await page.focused()).name ?? ""); n++) await page.press("Tab");
      assert.match((await page.focused()).name, /^As written, late 2008/);
      await page.press("ArrowLeft");
      await page.until(() => /as-of=2008-/.test(location.hash), 5000);
      await says(page, ".as-of-line", "from late 2008");
      const first = (await page.url()).split("#")[1];
      await page.press("ArrowLeft");
      await page.until((first) => location.hash !== "#" + first, 5000, first);
      await page.press("Enter");
      assert.equal((await page.focused()).expanded, "true");
      await page.press("Escape");
      await page.until(() => !document.querySelector("#as-of-panel"), 5000);
      await page.reload();
      await page.ready();
      assert.match((await page.find("button", /^As of/))[0].name, /^As of/);
    },
  },
  {
    title: "an airfield in June 2005 and in January 2006",
    async run(tools) {
      const { page, server } = await start(tools, "#/routes?as-of=2005-06");
      assert.match(await value(page, "uzbekistan-karshi-khanabad"), /In effect start not given/);
      await open(page, server.url + "#/routes?as-of=2006-01");
      assert.match(await value(page, "uzbekistan-karshi-khanabad"), /Ended December 2005/);
    },
  },
  {
    title: "absent in 2007, taking part again from June 2008; what changed is what 2008 brought",
    async run(tools) {
      const { page, server } = await start(tools, "#/countries/uzbekistan?as-of=2007");
      assert.match(await value(page, "uzbekistan-in-parp"), /Absent for a time/);
      await open(page, server.url + "#/countries/uzbekistan?as-of=2008-06");
      assert.match(await value(page, "uzbekistan-in-parp"), /Taking part again/);
      await open(page, server.url + "#/changes?as-of=2008&vs=2007");
      const changed = await page.evaluate(() => [...document.querySelectorAll("#certain-heading ~ .changes [data-value]")].map((e) => e.dataset.value).sort());
      assert.deepEqual(changed, ["kazakhstan-transit", "russia-rail-transit", "uzbekistan-in-melange-project", "uzbekistan-in-parp", "uzbekistan-transit"].sort());
      await open(page, server.url + "#/changes?as-of=2008&vs=2004");
      const back = await page.evaluate(() => document.querySelector("#passing-heading").parentElement.innerText);
      assert.match(back, /Changed in between, and back \(1\)/);
      assert.match(back, /Absent for a time[\s\S]*then[\s\S]*Taking part again/);
    },
  },
];
