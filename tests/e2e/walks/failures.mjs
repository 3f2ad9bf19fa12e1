// What a reader sees when the atlas cannot start or has to stop: plain words, a way on, and the focus on them.

import assert from "node:assert/strict";
import { axe } from "../axe.mjs";
import { keepInstance } from "../instance.mjs";
import { fromList, listed } from "../site.mjs";

const glue = (file) => /^partnership-atlas-.*\.js$/.test(file);
const pages = (file) => /^partnership-atlas-pages-.*\.wasm$/.test(file);
const sheet = (file) => /^pages-.*\.css$/.test(file);
const wasm = (file) => file.endsWith(".wasm");

/** The bytes with one changed in the middle. */
function altered(bytes) {
  const copy = Buffer.from(bytes);
  copy[copy.length >> 1] ^= 1;
  return copy;
}

/** Waits for the page that tells of trouble and checks what all such pages have in common. */
async function trouble(page, heading) {
  await page.until((heading) => document.querySelector("#trouble:not([hidden]) :is(h1, h2)")?.textContent === heading, 15_000, heading);
  // Where the start page is left to be read, the main heading is its own.
  const headings = (await page.find("heading")).filter((found) => found.tag === "h1");
  assert.equal(headings.length, 1, "one main heading");
  assert.equal((await page.find("heading"))[0].name, heading, "what happened stands first");
  const focused = await page.focused();
  assert.equal(focused.id, "trouble", "the focus is on it");
  assert.equal(focused.role, "alert");
  assert.match(await page.title(), new RegExp(heading), "the title says so too");
  assert.equal((await page.find("link", /plain data/))[0]?.href, "dataset.json", "the data can be had all the same");
  assert.equal((await page.find("link", /plain edition/))[0]?.href, "plain/index.html", "and the pages without a program");
  return page.read("#trouble");
}

/** A walk in which one file goes wrong. */
function broken(title, fault, heading, words) {
  return {
    title,
    // In WebKit too: it is the one that would run altered glue if the digest stood on a link tag.
    browsers: ["chromium", "firefox", "webkit"],
    async run({ browser, serve, newPage }) {
      const server = await serve({ fault });
      const page = await newPage();
      await page.open(server.url);
      assert.match(await trouble(page, heading), words);
      if (browser.name === "chromium") assert.deepEqual(await axe(page), [], "axe finds nothing");
    },
  };
}

/** A walk in which the part of the program that draws pages does not come at first. */
function lost(what, fault) {
  return {
    title: `a part of the program ${what}: the page says so, and reloading mends it`,
    browsers: ["chromium", "firefox", "webkit"],
    async run({ serve, newPage }) {
      let out = true;
      const server = await serve({ fault: (file, bytes) => file === "sw.js" ? Buffer.from("//") : out && pages(file) ? fault(bytes) : undefined });
      const page = await newPage();
      await page.open(`${server.url}#/gaps`);
      await page.ready();
      assert.equal(await page.read("h1"), "This page did not arrive");
      assert.equal(server.requests.filter((path) => pages(path.slice(1))).length, 1, "it was asked for once");
      out = false;
      await page.click("button", "Reload the page");
      await page.until(() => document.documentElement.dataset.ready === "true" && !/did not arrive/.test(document.querySelector("h1")?.textContent ?? "did not arrive"));
    },
  };
}

/** Not the document that is left: it was ready once. */
const afresh = () => document.documentElement.dataset.ready === "true" && document.getElementById("trouble").hidden;

const stall = (file, bytes) =>
  file === "index.html"
    ? Buffer.from(bytes.toString().replace(/data-stall-seconds="?20"?/, 'data-stall-seconds="1"'))
    : wasm(file) ? "stalled" : undefined;

export const walks = [
  broken("the WASM is missing", (file) => wasm(file) ? "missing" : undefined, "A file of the atlas is missing", /answered 404 .*_bg\.wasm/),
  broken("the glue is missing", (file) => glue(file) ? "missing" : undefined, "A file of the atlas is missing", /answered 404 .*\.js/),
  broken("a byte of the WASM is altered", (file, bytes) => wasm(file) ? altered(bytes) : undefined, "A file of the atlas was altered", /_bg\.wasm is not the one/),
  broken("a byte of the glue is altered", (file, bytes) => glue(file) ? altered(bytes) : undefined, "A file of the atlas was altered", /\.js is not the one/),
  broken("the style sheet of pages is missing", (file) => sheet(file) ? "missing" : undefined, "A file of the atlas is missing", /answered 404 .*\.css/),
  broken("a byte of the style sheet of pages is altered", (file, bytes) => sheet(file) ? altered(bytes) : undefined, "A file of the atlas was altered", /\.css is not the one/),
  {
    title: "the starter itself is missing: the document says so",
    browsers: ["chromium", "firefox", "webkit"],
    async run({ serve, newPage }) {
      const server = await serve({ fault: (file) => file === "boot.js" ? "missing" : undefined });
      const page = await newPage();
      await page.open(`${server.url}#/gaps`);
      await page.until(() => document.getElementById("cannot").checkVisibility());
      assert.match(await page.read("body"), /could not be loaded here[^]*plain edition/);
      assert.doesNotMatch(await page.read("body"), /is loading/);
    },
  },
  {
    title: "there is no WebAssembly",
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage({ before: () => { delete globalThis.WebAssembly; } });
      await page.open(server.url);
      assert.match(await trouble(page, "This browser has no WebAssembly"), /Another browser/);
    },
  },
  {
    title: "the network stalls and comes back",
    async run({ serve, newPage }) {
      const server = await serve({ fault: stall });
      const page = await newPage();
      await page.open(server.url);
      assert.match(await trouble(page, "The atlas is still loading"), /goes on waiting/);
      server.release();
      await page.ready();
      assert.equal((await page.find("alert")).length, 0, "the message is gone");
      assert.doesNotMatch(await page.title(), /still loading/);
    },
  },
  {
    title: "reloading mends what was only for a moment",
    async run({ serve, newPage }) {
      let out = true;
      const server = await serve({ fault: (file) => out && wasm(file) ? "missing" : undefined });
      const page = await newPage();
      await page.open(server.url);
      await trouble(page, "A file of the atlas is missing");
      out = false;
      await page.click("button", "Reload the page");
      await page.ready();
    },
  },
  lost("is missing", () => "missing"),
  lost("has a byte altered", altered),
  {
    title: "a part of the program that comes late leaves the page at hand until it is there",
    async run({ serve, newPage }) {
      const server = await serve({ fault: (file) => file === "sw.js" ? Buffer.from("//") : pages(file) ? "stalled" : undefined });
      const page = await newPage();
      await page.open(server.url);
      await page.ready();
      const start = await page.read("h1");
      await page.evaluate(() => { location.hash = "#/gaps"; });
      await page.until(() => document.querySelector("#app[aria-busy]"));
      assert.equal(await page.read("h1"), start);
      server.release();
      await page.until((start) => document.querySelector("h1").textContent !== start && !document.querySelector("#app[aria-busy]"), 5000, start);
    },
  },
  {
    title: "a panic removes the app and says how to go on; notes are kept, and the start page goes on",
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      await page.open(`${server.url}#/statements/manas-base`);
      await page.ready();
      await page.click("button", "Save to notes");
      await page.until(() => [...document.querySelectorAll("main button")].some(({ textContent }) => textContent === "Remove from your notes"));
      const notes = await page.evaluate(() => JSON.stringify(localStorage));
      // A link of the masthead: one in a list may have lost the focus by the time that the page is left.
      await page.click("link", "Countries");
      await page.until(() => location.hash === "#/countries" && document.querySelector("main .card"));
      // On the way back the program looks for the link that was chosen, and must not be asked anything until it has it. A browser
      // keeps to that; here one does not, and what the program borrowed is borrowed twice.
      await page.evaluate(() => {
        addEventListener("atlas:panic", ({ detail }) => { globalThis.panicked = detail; });
        const own = Document.prototype.querySelectorAll.bind(document);
        let asked = false;
        document.querySelectorAll = (selector) => {
          if (globalThis.panicked) delete document.querySelectorAll;
          else if (!asked) {
            asked = true;
            dispatchEvent(new HashChangeEvent("hashchange"));
            asked = false;
          }
          return own(selector);
        };
        history.back();
      });
      const told = await trouble(page, "The atlas has stopped");
      assert.match(told, /notes that this browser kept are kept/);
      assert.match(await page.evaluate(() => globalThis.panicked), /already borrowed \(.*\.rs:\d+\)/, "a panic of the program told, with its place");
      assert.match(told, /already .*borrowed/);
      assert.equal(await page.evaluate(() => document.getElementById("app").childNodes.length), 0, "nothing of the app remains");
      assert.equal(await page.evaluate(() => JSON.stringify(localStorage)), notes);
      await page.click("link", "Go to the start page");
      await page.until(afresh);
      assert.match(await page.url(), /#\/$/);
      assert.equal((await page.find("alert")).length, 0);
      assert.match(await listed(page), /Your notes \(1\)/);
    },
  },
  {
    title: "a real fault, its memory overwritten, stops the atlas; notes are kept, and a reload goes on",
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage({ before: keepInstance });
      await page.open(`${server.url}#/statements/manas-base`);
      await page.ready();
      await page.click("button", "Save to notes");
      await page.until(() => [...document.querySelectorAll("main button")].some(({ textContent }) => textContent === "Remove from your notes"));
      const notes = await page.evaluate(() => JSON.stringify(localStorage));
      assert.match(notes, /manas-base/);
      await page.evaluate(() => {
        const { memory } = globalThis.instance.exports;
        new Uint8Array(memory.buffer).fill(0xff, 1024);
        location.hash = "#/gaps";
      });
      assert.match(await trouble(page, "The atlas has stopped"), /notes that this browser kept are kept/);
      assert.equal(await page.evaluate(() => document.getElementById("app").childNodes.length), 0, "nothing of the app remains");
      // What stopped does not go on by what the reader does.
      await page.press("a");
      await page.evaluate(() => { location.hash = "#/about"; });
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.equal(await page.evaluate(() => document.getElementById("app").childNodes.length), 0, "no page is drawn");
      assert.match(await page.title(), /The atlas has stopped/);
      assert.equal(await page.evaluate(() => JSON.stringify(localStorage)), notes);
      await page.click("button", "Reload the page");
      await page.until(afresh);
      await page.evaluate(() => { location.hash = "#/tray"; });
      await page.until(() => document.querySelectorAll(".tray > li").length === 1);
    },
  },
];
