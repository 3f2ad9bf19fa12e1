// The policy: nothing runs or loads against it on any kind of page, in any engine; what it forbids is reported at all; and frames with
// `sandbox`, where the host decides.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { ATLASES, start } from "../atlases.mjs";
import { harbours } from "../bundle.mjs";
import { goTo, noteOpens, open } from "../site.mjs";

const pause = () => new Promise((resolve) => setTimeout(resolve, 400));

/** A page of another origin that frames the atlas. */
async function framing(address) {
  const server = createServer((request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(`<!doctype html><title>A page that frames</title><iframe sandbox="allow-scripts" width="900" height="700" src="${address}"></iframe>`);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What the frame shows, once it shows what is expected. */
async function framed(page, expected) {
  const end = Date.now() + 20_000;
  for (let text = ""; ; await pause()) {
    const frame = page.raw.frames().find((frame) => frame !== page.raw.mainFrame());
    text = await frame?.evaluate("document.body.innerText").catch(() => "") ?? "";
    if (expected.test(text)) return frame;
    if (Date.now() > end) throw new Error(`the frame shows ${JSON.stringify(text.slice(0, 500))}`);
  }
}

export const walks = [
  ...ATLASES.map((atlas) => ({
    title: `no kind of page does anything against it, and no request leaves the origin${atlas.of}`,
    browsers: ["chromium", "firefox", "webkit"],
    async run(tools) {
      const { page, server } = await start(tools, atlas);
      await page.evaluate(() => {
        globalThis.against = [];
        addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => globalThis.against.push(`${violatedDirective} ${blockedURI}`), { capture: true });
      });
      for (const { path, heading } of atlas.kinds) await goTo(page, atlas.at(path), heading);
      for (const { path, heading } of atlas.notes) {
        await page.evaluate((path) => { location.hash = path; }, atlas.at(path));
        await noteOpens(page, heading);
      }
      assert.deepEqual(await page.evaluate(() => globalThis.against), []);
      await pause();
      assert.deepEqual(server.violations, []);
      const asked = await page.evaluate(() => ["navigation", "resource"].flatMap((kind) => performance.getEntriesByType(kind)).map(({ name }) => name));
      const elsewhere = [...page.requests, ...asked].filter((url) => !url.startsWith(server.url) && !/^(data|blob|about):/.test(url) && !url.endsWith("/policy-report"));
      assert.deepEqual(elsewhere, []);
    },
  })),
  {
    title: "what is against it does not run, and is reported by event and to the host",
    browsers: ["chromium", "firefox", "webkit"],
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      await open(page, server.url);
      await page.evaluate(() => {
        globalThis.against = [];
        addEventListener("securitypolicyviolation", ({ disposition }) => globalThis.against.push(disposition), { capture: true });
        const script = document.createElement("script");
        script.textContent = "globalThis.canary = 1";
        document.body.append(script);
        const image = document.createElement("img");
        image.src = "http://127.0.0.1:9/x.png";
        document.body.append(image);
        document.body.insertAdjacentHTML("beforeend", "<p onclick='globalThis.canary = 1'>here</p>");
        document.body.lastElementChild.click();
      });
      await page.until(() => globalThis.against.filter((disposition) => disposition === "enforce").length >= 3);
      assert.equal(await page.evaluate(() => typeof globalThis.canary), "undefined");
      const end = Date.now() + 10_000;
      while (server.violations.length < 3 && Date.now() < end) await pause();
      assert.ok(server.violations.length >= 3, `reported: ${server.violations}`);
      server.violations.length = 0;
    },
  },
  {
    title: "links out tell nothing of what was read",
    async run({ serve, newPage }) {
      // The site that is linked to, and what it is told.
      const told = [];
      const other = createServer((request, response) => {
        if (request.url.startsWith("/linked")) told.push(request.headers.referer);
        response.writeHead(200, { "content-type": "text/html" }).end("<title>Elsewhere</title>");
      });
      await new Promise((resolve) => other.listen(0, "127.0.0.1", resolve));
      const elsewhere = `http://127.0.0.1:${other.address().port}/linked`;
      const bundle = await harbours();
      delete bundle.source.record.doi;
      bundle.source.record.url = elsewhere;
      try {
        const server = await serve({ fault: (name) => (name === "dataset.json" ? Buffer.from(JSON.stringify(bundle)) : undefined) });
        const page = await newPage();
        const follow = async (page) => {
          const before = told.length;
          await page.until((elsewhere) => document.querySelector(`a[href^="${elsewhere}"]`), undefined, elsewhere);
          // The document's own word is tried, not that of the link.
          await page.evaluate(() => { for (const link of document.querySelectorAll("a[href^=http]")) link.removeAttribute("rel"); });
          await page.evaluate((elsewhere) => document.querySelector(`a[href^="${elsewhere}"]`).click(), elsewhere);
          const end = Date.now() + 10_000;
          while (told.length === before && Date.now() < end) await pause();
          assert.equal(told.length, before + 1, "the link was followed");
          return told.at(-1);
        };
        const note = `${server.url}#/gaps?note=${bundle.statements[0].id}&data=dataset.json`;
        await open(page, note);
        assert.equal(await follow(page), undefined);
        // A page that keeps nothing back is told of: the silence above is the atlas's doing.
        const lax = await newPage();
        await open(lax, note);
        await lax.until((elsewhere) => document.querySelector(`a[href^="${elsewhere}"]`), undefined, elsewhere);
        await lax.evaluate(() => { document.querySelector("meta[name=referrer]").content = "unsafe-url"; });
        assert.match(await follow(lax), /^http:\/\/127\.0\.0\.1/);
        await page.open(`${server.url}plain/index.html`);
        assert.equal(await page.evaluate(() => document.querySelector("meta[name=referrer]")?.content), "no-referrer");
      } finally {
        other.closeAllConnections();
        other.close();
      }
    },
  },
  {
    title: "in a frame with sandbox it works where the host lets strangers read, and keeps no notes, and says so",
    async run({ serve, newPage }) {
      const server = await serve({ headers: { "access-control-allow-origin": "*" } });
      const host = await framing(`${server.url}#/statements/manas-base`);
      try {
        const page = await newPage();
        await page.open(host.url);
        const frame = await framed(page, /Kyrgyzstan hosts a base/);
        await frame.evaluate("[...document.querySelectorAll('main button')].find((b) => b.textContent === 'Save to notes').click()");
        await framed(page, /keeps nothing/);
        await frame.evaluate("location.hash = '#/countries/kazakhstan'");
        await framed(page, /What is dated, and what is not/);
        assert.equal(await frame.evaluate("origin"), "null");
      } finally {
        host.close();
      }
    },
  },
  {
    title: "in a frame with sandbox it says that it cannot start where the host does not, and leads to the edition without a program",
    async run({ serve, newPage }) {
      const server = await serve();
      const host = await framing(`${server.url}#/statements/manas-base`);
      try {
        const page = await newPage();
        await page.open(host.url);
        // boot.js is a module and asks as a stranger: the document alone has to say so.
        const frame = await framed(page, /could not be loaded here/);
        assert.doesNotMatch(await frame.evaluate("document.body.innerText"), /is loading/);
        await frame.evaluate("document.querySelector('#cannot a').click()");
        await framed(page, /^(?![^]*could not be loaded)[^]*Kazakhstan/);
      } finally {
        host.close();
      }
    },
  },
];
