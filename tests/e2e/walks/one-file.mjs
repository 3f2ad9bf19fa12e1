// The edition of one file: opened from the disk in every browser, walked page by page, saved again with another dataset in it.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { pathToFileURL } from "node:url";
import { harbours } from "../bundle.mjs";
import { DIST } from "../server.mjs";
import { KINDS, goTo, open } from "../site.mjs";

const URL_OF_FILE = pathToFileURL(`${DIST}/one-file.html`).href;

/** Gives a chooser of the page a text as a file. */
const give = (page, selector, name, text) => page.evaluate((selector, name, text) => {
  const input = document.querySelector(selector);
  const files = new DataTransfer();
  files.items.add(new File([text], name));
  input.files = files.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}, selector, name, text);

/** What the page saves, as text: the link that it makes is stopped and read. */
async function saved(page, press) {
  await page.evaluate(() => {
    globalThis.taken = [];
    HTMLAnchorElement.prototype.click = function () {
      globalThis.taken.push({ name: this.download, href: this.href });
    };
    const make = URL.createObjectURL;
    globalThis.blobs = new Map();
    URL.createObjectURL = (blob) => {
      const address = make.call(URL, blob);
      globalThis.blobs.set(address, blob);
      return address;
    };
  });
  await press();
  await page.until(() => globalThis.taken.length > 0);
  const name = await page.evaluate(() => globalThis.taken[0].name);
  await page.evaluate(() => { globalThis.blobs.get(globalThis.taken[0].href).text().then((text) => { globalThis.text = text; }); });
  await page.until(() => globalThis.text !== undefined);
  return { name, text: await page.evaluate(() => globalThis.text) };
}

export const walks = [
  {
    title: "opens from the disk: every page, search, notes, a copy of one's own, saving; and it asks for nothing",
    browsers: ["chromium", "firefox", "webkit"],
    async run({ newPage }) {
      const page = await newPage();
      await open(page, URL_OF_FILE);
      for (const kind of KINDS) await goTo(page, kind.path, kind.heading);
      await goTo(page, "#/open", "Open a dataset");
      assert.doesNotMatch(await page.read("main"), /example/, "nothing lies beside one file");
      await goTo(page, "#/search?q=termez", "Search");
      await page.until(() => /Termez/.test(document.querySelector("main").textContent));
      await goTo(page, "#/routes", KINDS.find(({ path }) => path === "#/routes").heading);
      await page.evaluate(() => document.querySelector("main a[data-value]").click());
      await page.until(() => document.querySelector("#note h2"));
      assert.match(await page.url(), /one-file\.html#\/routes\?note=/);
      await goTo(page, "#/source", "The article, paragraph by paragraph");
      await give(page, "main input[type=file]", "copy.txt", "This is another text altogether, about gardens and their gates. ".repeat(40));
      await page.until(() => /not the source/i.test(document.querySelector("main [role=alert]")?.textContent ?? ""));
      const { name, text } = await saved(page, () => page.click("button", "Save the dataset (JSON)"));
      assert.match(name, /\.json$/);
      assert.equal(JSON.parse(text).format.split("/")[0], "partnership-atlas");
      const outside = page.requests.filter((url) => !/^(file|blob|data|about):/.test(url));
      assert.deepEqual(outside, []);
      if (page.console.length) assert.deepEqual(page.console.filter(({ kind }) => kind === "error" || kind === "uncaught"), []);
    },
  },
  {
    title: "saved from the running app with another dataset in it, and saved again from there",
    browsers: ["chromium", "firefox"],
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      const bundle = await harbours();
      const folder = await mkdtemp(`${tmpdir()}/atlas-`);
      try {
        await open(page, `${server.url}#/open`);
        await page.until(() => document.querySelector("main input[type=file]"));
        await give(page, "main input[type=file]", "other.json", JSON.stringify(bundle));
        await page.until((title) => document.querySelector("main > .notice strong")?.textContent === title, 10_000, bundle.dataset.title);
        let press = () => page.click("button", "Save this atlas as one file");
        for (const round of [1, 2]) {
          const { name, text } = await saved(page, press);
          assert.equal(name, `${bundle.dataset.id}.html`);
          assert.doesNotMatch(text.slice(0, text.indexOf("inside-glue")), /Kazakhstan|citation_/, "nothing of the other atlas stands in the document");
          await writeFile(`${folder}/${round}.html`, text);
          await open(page, pathToFileURL(`${folder}/${round}.html`).href);
          assert.match(await page.read("header"), new RegExp(bundle.dataset.short_title));
          assert.equal(await page.evaluate(() => document.querySelector("main > .notice")), null, "it is this atlas's own dataset");
          assert.doesNotMatch(await page.read("main"), /Kazakhstan/);
        }
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  },
  {
    title: "a spoilt dataset in it is said, and nothing of it runs",
    browsers: ["chromium"],
    async run({ newPage }) {
      const page = await newPage();
      const folder = await mkdtemp(`${tmpdir()}/atlas-`);
      try {
        const text = await readFile(`${DIST}/one-file.html`, "utf8");
        const spoilt = text.replace('id="inside-dataset">', 'id="inside-dataset">{"format":"partnership-atlas/1.0","x":"<img src=x onerror=alert(1)>"}');
        assert.notEqual(spoilt, text);
        await writeFile(`${folder}/spoilt.html`, spoilt);
        await page.open(pathToFileURL(`${folder}/spoilt.html`).href);
        await page.until(() => document.querySelector("#trouble:not([hidden]) :is(h1, h2)"));
        assert.match(await page.read("#trouble"), /dataset has \d+ problems/);
        assert.equal((await page.find("link", /plain/)).length, 0, "nothing lies beside one file");
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  },
];
