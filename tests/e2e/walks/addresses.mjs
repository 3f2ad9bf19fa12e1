// Addresses as mail, chats and print make them: the page that was meant, with the address bar put right, or what is odd said aloud.
// The whole table of manglings is tried natively (tests/arriving.rs); here the browser itself is part of the way.

import assert from "node:assert/strict";
import { open, onPage } from "../site.mjs";

const MEANT = "#/countries/kazakhstan";

export const walks = [
  {
    title: "a mangled address opens the page that was meant",
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      for (const fragment of ["%2Fcountries%2Fkazakhstan", "%252Fcountries%252Fkazakhstan", "!/countries/kazakhstan", "countries/kazakhstan",
        "/countries/kazakhstan.", "/countries/kazakhstan)", "/countries/kazakhstan/", "/countries/kazakhstan%20", "/countries/kazakhstan»",
        "/countries/kazakhstan”.", "/countries/kazakhstan」。", "/Countries/Kazakhstan", "/countries/kazakhstan&fbclid=x",
        "/countries/kazakhstan?utm_source=a&utm_medium=b", "/countries/kaza\u00adkhstan", "/countries/kazakh\u200bstan"]) {
        await open(page, `${server.url}#${fragment}`);
        await onPage(page, "Kazakhstan");
        await page.until((meant) => location.hash === meant, 5000, MEANT);
        assert.equal(await page.evaluate(() => document.querySelectorAll("main .notice").length), 0, `${fragment}: nothing to say`);
      }
      for (const fragment of ["/countries/kazakhstan%3Fas-of%3D2005", "/countries/kazakhstan&as-of=2005", "/countries/kazakhstan?AS-OF=2005."]) {
        await open(page, `${server.url}#${fragment}`);
        await onPage(page, "Kazakhstan");
        await page.until((meant) => location.hash === meant, 5000, `${MEANT}?as-of=2005`);
      }
      assert.deepEqual(page.console, []);
    },
  },
  {
    title: "an address put right costs no step of the history, and one followed within the page is put right too",
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      await open(page, `${server.url}#/gaps`);
      await page.evaluate(() => { location.hash = "#!/Countries/Kazakhstan/"; });
      await onPage(page, "Kazakhstan");
      await page.until((meant) => location.hash === meant, 5000, MEANT);
      await page.back();
      await page.until(() => location.hash === "#/gaps", 5000);
      await page.until(() => !/^Kazakhstan$/.test(document.querySelector("main h1").innerText), 5000);
    },
  },
  {
    title: "what leads nowhere says so and names the nearest, and what was cut off is told and can be put away",
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      for (const fragment of ["/countries/kazakstan", "kazakhstan", "/programmes/ipapp."]) {
        await open(page, `${server.url}#${fragment}`);
        await onPage(page, "No such page");
        assert.match(await page.read("main"), /Closest page:/);
      }
      await open(page, `${server.url}#/countries/kazakhstan|Kazakhstan`);
      await onPage(page, "Kazakhstan");
      assert.match(await page.read("main"), /expected: nothing after the address/);
      await page.click("button", "Close what was odd");
      await page.until(() => !document.querySelector("main .notice"), 5000);
      await page.until(() => document.activeElement !== document.body, 5000);
    },
  },
];
