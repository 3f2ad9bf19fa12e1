// The least: the site opens wherever it is put, says nothing in the console, and asks nobody else for anything.

import assert from "node:assert/strict";

const opens = (base) => async ({ serve, newPage }) => {
  const server = await serve({ base });
  const page = await newPage();
  await page.open(server.url);
  await page.ready();
  assert.equal((await page.find("heading")).filter((heading) => heading.tag === "h1").length, 1, "one main heading");
  assert.deepEqual(page.console, [], "the console stays empty");
  const origin = new URL(server.url).origin;
  const elsewhere = page.requests.filter((url) => !url.startsWith(origin) && !/^(data|blob):/.test(url));
  assert.deepEqual(elsewhere, [], "no request leaves the origin");
};

/** What is seen while the program is still on its way. */
const early = (page) => page.evaluate(() => {
  const heading = document.querySelector(".first-view h1");
  return { heading: heading?.checkVisibility() ? heading.textContent : "", waiting: document.querySelector(".elsewhere")?.checkVisibility() ?? false };
});

/** The words of an element, but for those of the map, which comes with the program. */
const words = (page, selector) => page.evaluate((selector) => {
  const copy = document.querySelector(selector).cloneNode(true);
  copy.querySelectorAll("svg").forEach((drawing) => drawing.remove());
  return copy.textContent.replace(/\s+/g, " ");
}, selector);

export const walks = [
  {
    title: "the start page can be read before the program has come, and is not shown in another page's place",
    async run({ serve, newPage }) {
      const server = await serve({ fault: (file) => file.endsWith(".wasm") ? "stalled" : undefined });
      const page = await newPage();
      await page.open(server.url);
      await page.until(() => document.querySelector(".first-view h1") !== null);
      const start = await early(page);
      assert.match(start.heading, /^In late 2008 five Central Asian states/);
      assert.equal(start.waiting, false);
      const before = await words(page, ".first-view main");
      server.release();
      await page.ready();
      // The program shows the very same page, and draws the map in the place that was kept free for it.
      assert.equal(await words(page, "#app main"), before);
      assert.ok(await page.evaluate(() => document.querySelectorAll("#app figure svg a").length > 0));
      assert.equal(await page.evaluate(() => document.querySelector(".first-view")), null, "once");

      const other = await newPage();
      const second = await serve({ fault: (file) => file.endsWith(".wasm") ? "stalled" : undefined });
      await other.open(second.url + "#/gaps");
      await other.until(() => document.querySelector(".elsewhere") !== null);
      assert.deepEqual(await early(other), { heading: "", waiting: true });
      second.release();
      await other.ready();
      assert.deepEqual([...other.console, ...page.console], [], "the console stays empty");
    },
  },
  { title: "opens at the root of a host", run: opens("/"), browsers: ["chromium", "firefox", "webkit"] },
  { title: "opens under a path with a space", run: opens("/sub path/") },
  {
    title: "asks for each file once",
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      await page.open(server.url);
      await page.ready();
      const wasm = page.requests.filter((url) => url.endsWith(".wasm"));
      assert.equal(wasm.length, 1, "the WASM is the heaviest file, and is fetched once");
    },
  },
];
