// The copy for offline use: there after a first visit, replaced as a whole or not at all, taken away by the kill switch.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { PATIENCE } from "../page.mjs";
import { DIST } from "../server.mjs";
import { KINDS, goTo, open } from "../site.mjs";

const digest = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

/** Another version of the site: its document says which. `broken`: a file of it has not arrived yet. */
async function version(name, { broken = false } = {}) {
  const folder = await mkdtemp(`${tmpdir()}/atlas-`);
  await cp(DIST, folder, { recursive: true });
  const page = (await readFile(`${folder}/index.html`, "utf8")).replace("<body>", `<body data-version="${name}">`);
  await writeFile(`${folder}/index.html`, page);
  const worker = (await readFile(`${folder}/sw.js`, "utf8"))
    .replace(/"\.\/":"[^"]+"/, `"./":"${digest(page)}"`)
    .replace(/const VERSION = "[^"]+"/, `const VERSION = "${name}"`);
  await writeFile(`${folder}/sw.js`, worker);
  if (broken) await writeFile(`${folder}/boot.js`, `${await readFile(`${folder}/boot.js`, "utf8")}\n// cut`);
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

/** Waits until what a function of the page promises is true. */
async function promised(page, fn) {
  const end = Date.now() + PATIENCE;
  while (!(await page.evaluate(fn))) {
    if (Date.now() > end) throw new Error(`waited in vain for ${fn}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until this browser keeps a whole copy. */
const kept = (page) => promised(page, async () => Boolean((await navigator.serviceWorker.getRegistration())?.active));

/** Asks the browser to look for a newer worker, and waits until it has looked. */
const look = (page) => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update().catch(() => undefined);
  const coming = registration.installing;
  if (coming) await new Promise((done) => coming.addEventListener("statechange", () => ["installed", "redundant"].includes(coming.state) && done()));
});

const shown = (page) => page.evaluate(() => document.body.dataset.version ?? "as built");

export const walks = [
  {
    title: "after a first visit every page opens without a network, and that is said",
    browsers: ["chromium", "firefox"],
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      await open(page, server.url);
      await kept(page);
      await server.close();
      await page.reload();
      await page.ready();
      for (const kind of KINDS.slice(0, 8)) await goTo(page, kind.path, kind.heading);
      await page.evaluate(() => dispatchEvent(new Event("offline")));
      await page.until(() => /You are offline\. The atlas works/.test(document.querySelector(".news")?.textContent ?? ""));
      await page.evaluate(() => dispatchEvent(new Event("online")));
      await page.until(() => document.querySelector(".news").hidden);
    },
  },
  {
    title: "a new version is offered once it is there whole, and a broken one never",
    browsers: ["chromium", "firefox"],
    async run({ serve, newPage }) {
      const [first, broken, second] = [await version("A"), await version("B", { broken: true }), await version("B")];
      try {
        const server = await serve({ dist: first.folder });
        const page = await newPage();
        await open(page, server.url);
        await kept(page);
        await page.reload();
        await page.ready();
        assert.equal(await shown(page), "A");
        server.use(broken.folder);
        await look(page);
        await page.reload();
        await page.ready();
        assert.equal(await shown(page), "A", "an interrupted publication changes nothing");
        assert.equal(await page.evaluate(() => document.querySelector(".news")), null);
        server.use(second.folder);
        await look(page);
        await page.until(() => /new version of the atlas is ready/.test(document.querySelector(".news")?.textContent ?? ""));
        assert.equal(await shown(page), "A", "until it is asked for, the version at hand goes on");
        await page.click("button", "Use it now");
        await page.until(() => document.body.dataset.version === "B" && document.documentElement.dataset.ready === "true");
        assert.equal(await page.evaluate(async () => (await caches.keys()).length), 1, "one version is kept");
      } finally {
        for (const { remove } of [first, broken, second]) await remove();
      }
    },
  },
  {
    title: "the kill switch takes the copy away",
    browsers: ["chromium"],
    async run({ serve, newPage }) {
      const off = await version("off");
      try {
        await cp(`${off.folder}/sw-off.js`, `${off.folder}/sw.js`);
        const server = await serve();
        const page = await newPage();
        await open(page, server.url);
        await kept(page);
        server.use(off.folder);
        await look(page);
        await promised(page, async () => (await caches.keys()).length === 0 && !(await navigator.serviceWorker.getRegistration()));
        await page.reload();
        await page.ready();
        assert.equal(await shown(page), "off");
      } finally {
        await off.remove();
      }
    },
  },
];
