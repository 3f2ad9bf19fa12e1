// The reader's choice of colours: it is kept through a reload, and stands before the first paint.

import assert from "node:assert/strict";
import { open } from "../site.mjs";

const COLOURS = ["Automatic", "Light", "Dark"];

/** Whether the page is dark: by what is painted, not by what is set. */
const isDark = (page) => page.evaluate(() => {
  const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g).map(Number);
  return (red + green + blue) / 3 < 128;
});

async function chosen(page) {
  const buttons = await page.find("button");
  return COLOURS.filter((name) => buttons.some((button) => button.name === name && button.pressed === "true"));
}

/** Reloads, and looks at the page while the app is still on its way. */
async function reloaded(page, site) {
  site.stall = true;
  await page.reload();
  await page.until(() => document.querySelector(".first-view") !== null);
  const early = await isDark(page);
  site.server.release();
  await page.ready();
  return early;
}

export const walks = [
  {
    title: "a chosen theme survives a reload and is there before the app",
    async run({ serve, newPage }) {
      for (const [name, dark] of [["Dark", true], ["Light", false]]) {
        const site = { stall: false };
        // The copy for offline use would answer in the server's place: a worker that does nothing stands for it.
        site.server = await serve({ fault: (file) => file === "sw.js" ? Buffer.from("//") : site.stall && file.endsWith(".wasm") ? "stalled" : undefined });
        const page = await newPage();
        await open(page, site.server.url);
        assert.deepEqual(await chosen(page), ["Automatic"], "at first the page follows the system");
        assert.equal(await isDark(page), false, "which is light here");
        await page.click("button", name);
        assert.deepEqual(await chosen(page), [name], "one choice at a time");
        assert.equal(await isDark(page), dark, `${name} is ${name}`);
        assert.equal(await reloaded(page, site), dark, `${name} stands before the app does`);
        assert.deepEqual(await chosen(page), [name], "the choice is shown");
        assert.equal(await isDark(page), dark, "and kept");
        assert.deepEqual(page.console, [], "the console stays empty");
      }
    },
  },
  {
    title: "Automatic forgets the choice, and a spoilt memory does no harm",
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      await open(page, `${server.url}#/gaps`);
      await page.click("button", "Dark");
      await page.click("button", "Automatic");
      assert.equal(await isDark(page), false);
      await page.reload();
      await page.ready();
      assert.deepEqual(await chosen(page), ["Automatic"]);
      assert.equal(await page.evaluate(() => localStorage.length), 0, "nothing is kept without a choice");

      await page.evaluate(() => localStorage.setItem("atlas.theme", "purple"));
      await page.reload();
      await page.ready();
      assert.deepEqual(await chosen(page), ["Automatic"]);
      assert.deepEqual(page.console, [], "the console stays empty");
    },
  },
  {
    title: "in the dark scheme of the system, light can be chosen",
    async run({ serve, dark }) {
      const server = await serve();
      const page = await (await dark()).newPage();
      await open(page, server.url);
      assert.deepEqual(await chosen(page), ["Automatic"]);
      assert.equal(await isDark(page), true, "Automatic is dark here");
      await page.click("button", "Light");
      assert.equal(await isDark(page), false);
      await page.reload();
      await page.ready();
      assert.equal(await isDark(page), false, "and is kept");
      await page.click("button", "Automatic");
      assert.equal(await isDark(page), true, "Automatic follows the system again");
    },
  },
];
