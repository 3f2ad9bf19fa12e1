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

export const walks = [
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
