// What is passed on: copied where the browser has no clipboard for the page, saved for a spreadsheet, shown in another's page, read
// by networks that show links, and served by a host that names another encoding.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { DIST } from "../server.mjs";
import { keptQuiet, onPage, open } from "../site.mjs";

const NOTE = "#/countries/kazakhstan?note=kazakhstan-ipap-first";

/** A reader that knows no UTF-8 but by its mark, as Excel is: each byte a letter of Windows' western set. */
function doubleClicked(bytes) {
  const marked = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
  return marked ? bytes.subarray(3).toString("utf8") : new TextDecoder("windows-1252").decode(bytes);
}

/** Serves a page of another's that holds a frame far down. */
async function hosting(frame) {
  const html = `<!doctype html><title>Host</title><p>Top</p><div style="height:3000px"></div><iframe src="${frame}" width="800" height="500"></iframe><div style="height:2000px"></div>`;
  const server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(html));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => { server.closeAllConnections(); server.close(); } };
}

/** The atlas in the frame of a page, once it stands. */
async function inFrame(page) {
  const end = Date.now() + 30_000;
  while (Date.now() < end) {
    const frame = page.raw.frames().find((frame) => frame !== page.raw.mainFrame());
    if (frame && await frame.evaluate(() => document.documentElement.dataset.ready === "true").catch(() => false)) return frame;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the atlas does not stand in the frame");
}

async function until(frame, met) {
  const end = Date.now() + 20_000;
  while (!(await frame.evaluate(met))) {
    if (Date.now() > end) throw new Error(`waited in vain for ${met}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What the head of a document says under a property or a name. */
const said = (html, key) => html.match(new RegExp(`<meta (?:property|name)="${key}" content="([^"]*)"`))?.[1]
  ?.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))).replaceAll("&quot;", '"').replaceAll("&amp;", "&");

export const walks = [
  {
    title: "copying works where the page has no clipboard, and where the clipboard is refused",
    async run({ serve, newPage }) {
      for (const before of [
        () => Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined }),
        () => Object.defineProperty(Navigator.prototype, "clipboard", { get: () => ({ writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")) }) }),
      ]) {
        const server = await serve();
        const page = await newPage({ before });
        await open(page, `${server.url}${NOTE}`);
        await page.until(() => document.querySelector("#note h2"));
        await page.evaluate(() => {
          addEventListener("copy", () => { window.taken = document.activeElement.value ?? String(getSelection()); }, { capture: true });
        });
        await page.click("button", "Copy link");
        await page.until(() => /Link copied/.test(document.querySelector("#note .said").textContent), 5000);
        assert.ok((await page.evaluate(() => window.taken)).endsWith(NOTE), "what was selected is the link");
        assert.equal(await page.evaluate(() => document.activeElement.textContent), "Copy link", "the focus is given back");
        assert.equal(await page.evaluate(() => document.querySelectorAll("body > textarea").length), 0);
      }
    },
  },
  {
    title: "saved tables open by double click, and as Markdown",
    browsers: ["chromium"],
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      await open(page, `${server.url}#/timeline`);
      await onPage(page, /./);
      const save = async (name) => {
        const [download] = await Promise.all([page.raw.waitForEvent("download"), page.click("button", name)]);
        return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
      };
      const csv = await save("Save CSV");
      const text = doubleClicked(csv.bytes);
      assert.doesNotMatch(text, /â€|Ã|\ufeff/, "no letter is spoilt");
      assert.match(text, /[’–“]/, "there is something that could have been");
      assert.ok(text.includes("\r\n") && !/[^\r]\n/.test(text.replace(/"[^"]*"/g, "")), "lines end as spreadsheets want");
      const markdown = await save("Save as Markdown");
      assert.match(markdown.name, /\.md$/);
      assert.match(markdown.bytes.toString("utf8"), /^\| .* \|\n\| --- \|/);
      const packed = await readFile(`${DIST}/package/statements.csv`);
      assert.notEqual(packed[0], 0xef, "tables for programs have no mark");
    },
  },
  {
    title: "a framed view never scrolls the page around it",
    async run({ serve, newPage }) {
      const server = await serve();
      for (const view of [`${NOTE}&embed=1`, "#/gaps?embed=1&note=time-of-writing", "#/statements?embed=1"]) {
        const host = await hosting(`${server.url}${view}`);
        try {
          const page = await newPage();
          await page.open(host.url);
          await page.until(() => document.querySelector("iframe"));
          const frame = await inFrame(page);
          await frame.evaluate(() => { location.hash = "#/glossary?embed=1"; });
          await until(frame, () => /Glossary/.test(document.querySelector("main h1")?.textContent ?? ""));
          await frame.evaluate(() => document.querySelector(".skip").click());
          await new Promise((resolve) => setTimeout(resolve, 500));
          assert.equal(await page.evaluate(() => scrollY), 0, `${view}: the host stays where it was`);
        } finally {
          host.close();
        }
      }
    },
  },
  {
    title: "results are links: they open in a tab of their own by Control",
    browsers: ["chromium"],
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      await open(page, `${server.url}#/gaps`);
      const ask = async () => {
        await page.evaluate(() => document.querySelector("#search").focus());
        await page.evaluate(() => {
          const box = document.querySelector("#search");
          box.value = "kazakhstan";
          box.dispatchEvent(new InputEvent("input", { bubbles: true }));
        });
        await page.until(() => document.querySelector("#search-list a[role=option][href^='#/']"));
      };
      const tab = async (act) => {
        const [opened] = await Promise.all([page.raw.context().waitForEvent("page"), act()]);
        await opened.waitForURL(/#\//);
        const url = opened.url();
        await opened.close();
        return url;
      };
      await ask();
      const wanted = await page.evaluate(() => document.querySelector("#search-list [role=option]").href);
      assert.equal(await tab(() => page.raw.locator("#search-list [role=option]").first().click({ modifiers: ["Control"] })), wanted);
      await ask();
      await page.press("ArrowDown");
      assert.equal(await tab(() => page.press("Control+Enter")), wanted);
      assert.match(await page.url(), /#\/gaps$/, "this page stays where it is");
      await ask();
      await page.evaluate(() => document.querySelector("#search-list [role=option]").click());
      await page.until((wanted) => location.href === wanted, 5000, wanted);
    },
  },
  {
    title: "the notice of what was not opened can be closed, and stays closed",
    async run({ serve, newPage }) {
      const server = await serve({ fault: (name) => (name === "bad.json" ? Buffer.from("{}") : undefined) });
      const page = await newPage();
      await open(page, `${server.url}#/gaps?data=bad.json`);
      await page.until(() => /was not opened/.test(document.querySelector("main [role=alert]")?.textContent ?? ""));
      await page.click("button", "Close this notice");
      await page.until(() => !document.querySelector("main [role=alert]"), 5000);
      await page.until(() => document.activeElement !== document.body, 5000);
      await page.evaluate(() => { location.hash = "#/about?data=bad.json"; });
      await onPage(page, /^About/);
      assert.equal(await page.evaluate(() => document.querySelector("main [role=alert]")), null);
    },
  },
  {
    title: "a host that names another encoding serves the same atlas",
    async run({ serve, newPage }) {
      const servers = [await serve(), await serve({ charset: "ISO-8859-1" })];
      for (const path of ["plain/index.html", "plain/gaps.html", NOTE]) {
        const seen = [];
        for (const server of servers) {
          const page = await newPage();
          await (path === NOTE ? open(page, `${server.url}${path}`) : page.open(`${server.url}${path}`));
          await page.until(() => document.querySelector("main h1"));
          seen.push(await page.evaluate(() => ({
            text: document.querySelector("main").innerText,
            title: document.title,
            face: getComputedStyle(document.querySelector("main h1")).fontFamily,
            quotes: getComputedStyle(document.body).quotes + getComputedStyle(document.querySelector("main")).quotes,
          })));
          if (server !== servers[0]) assert.equal(await page.evaluate(() => document.characterSet), "windows-1252", "the host was believed");
          if (path === NOTE) keptQuiet(page, server);
        }
        assert.deepEqual(seen[1], seen[0], path);
        assert.match(seen[0].face, /Newsreader/);
      }
      // What stands inline is admitted by its digest, and what is read before the program comes is text like any other.
      for (const file of ["index.html", "plain/index.html", "one-file.html"]) {
        assert.ok((await readFile(`${DIST}/${file}`)).every((byte) => byte < 128), `${file} is ASCII`);
      }
    },
  },
  {
    title: "the start page and every plain page say their own title, text and picture to who shows links",
    browsers: ["chromium"],
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      await page.open(`${server.url}plain/index.html`);
      const files = await page.evaluate(() => [...document.querySelectorAll("nav a")].map((a) => a.getAttribute("href")).filter((href) => /^[a-z-]+\.html$/.test(href)));
      assert.ok(files.length > 10);
      const seen = { "og:title": new Map(), "og:description": new Map(), "og:image": new Map() };
      const start = await readFile(`${DIST}/index.html`, "utf8");
      for (const key of [...Object.keys(seen), "twitter:card"]) assert.ok(said(start, key), `index.html: ${key}`);
      for (const file of new Set(files)) {
        const html = await readFile(`${DIST}/plain/${file}`, "utf8");
        assert.equal(said(html, "twitter:card"), "summary_large_image");
        assert.equal(said(html, "description"), said(html, "og:description"));
        for (const [key, values] of Object.entries(seen)) {
          const value = said(html, key);
          assert.ok(value, `${file}: ${key}`);
          assert.equal(values.get(value), undefined, `${key} of ${file} is that of another page`);
          values.set(value, file);
        }
        const picture = new URL(said(html, "og:image"), `${server.url}plain/${file}`);
        const head = Buffer.from(await (await fetch(picture)).arrayBuffer());
        assert.equal(head.toString("latin1", 1, 4), "PNG", `${file}: ${picture}`);
        assert.deepEqual([head.readUInt32BE(16), head.readUInt32BE(20)], [1200, 630]);
      }
      assert.match(said(await readFile(`${DIST}/plain/routes.html`, "utf8"), "description"), /supply line/);
    },
  },
];
