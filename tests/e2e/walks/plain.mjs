// The plain edition: read without any script, from page to page, into the app and back.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { HtmlValidate } from "html-validate";
import { axe } from "../axe.mjs";
import { DIST } from "../server.mjs";
import { open } from "../site.mjs";

const FOLDER = `${DIST}/plain`;

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  // Written by Leptos and by our frame: how void elements and empty attributes are spelt is no fault.
  rules: { "no-inline-style": "error", "long-title": "off", "void-style": "off", "attribute-boolean-style": "off", "attribute-empty-style": "off", "doctype-style": "off" },
});

export const walks = [
  {
    title: "every page is valid, holds no script that runs, and every link in it leads somewhere",
    browsers: ["chromium"],
    async run() {
      const files = (await readdir(FOLDER)).filter((file) => file.endsWith(".html"));
      assert.ok(files.includes("index.html") && files.includes("source.html") && files.length > 20, files.join(" "));
      const ids = new Map();
      const texts = new Map();
      for (const file of files) {
        const text = await readFile(`${FOLDER}/${file}`, "utf8");
        texts.set(file, text);
        ids.set(file, new Set([...text.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])));
      }
      for (const [file, text] of texts) {
        assert.doesNotMatch(text, /<script(?! type="application\/ld\+json")|\son\w+=|style="/, file);
        assert.equal((text.match(/<h1/g) ?? []).length, 1, `${file}: one main heading`);
        const report = await validator.validateString(text);
        const faults = report.results.flatMap((result) => result.messages).map((m) => `${m.ruleId}: ${m.message} (line ${m.line}, ${m.column})`);
        assert.deepEqual(faults.slice(0, 5), [], file);
        for (const [, href] of text.matchAll(/<a [^>]*href="([^"]+)"/g)) {
          if (href.startsWith("../") || href.startsWith("https://") || href === "#content") continue;
          const [target, anchor] = href.split("#");
          const known = ids.get(target || file);
          assert.ok(known, `${file} links to ${href}, and there is no such file`);
          assert.ok(!anchor || known.has(decodeURIComponent(anchor)), `${file} links to ${href}, and there is no such place`);
        }
      }
    },
  },
  {
    title: "with scripts off a reader goes from a country to what supports a value, and axe finds nothing",
    browsers: ["chromium"],
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      const raw = page.raw;
      const quiet = await raw.context().browser().newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } });
      const plain = await quiet.newPage();
      await plain.goto(`${server.url}`);
      await plain.getByRole("link", { name: "plain edition", exact: true }).click();
      await plain.getByRole("link", { name: "Kazakhstan", exact: true }).first().click();
      assert.equal(await plain.locator("h1").innerText(), "Kazakhstan");
      await plain.getByRole("link", { name: /where it says so/ }).first().click();
      assert.match(plain.url(), /plain\/source\.html#[a-z0-9-]+$/);
      assert.match(await plain.locator(":target").innerText(), /Find it in the article by these words/);
      await quiet.close();
      for (const file of ["index.html", "country-kazakhstan.html", "programme-ipap.html", "routes.html", "source.html", "gaps.html", "glossary.html", "about.html"]) {
        await raw.goto(`${server.url}plain/${file}`);
        assert.deepEqual(await axe(page), [], file);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(over <= 0, `${file} is ${over} px wider than the window`);
      }
      assert.deepEqual(page.console, []);
    },
  },
  {
    title: "both ways between a page of the app and the same page of the edition",
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      await open(page, `${server.url}#/countries/tajikistan`);
      await page.click("link", "Plain edition");
      await page.until(() => location.pathname.endsWith("plain/country-tajikistan.html") && document.querySelector("h1"));
      await page.click("link", /^This page in the atlas/);
      await page.until(() => document.documentElement.dataset.ready === "true" && location.hash === "#/countries/tajikistan");
    },
  },
  {
    title: "without WebAssembly the failure page leads to it",
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage({ before: () => { delete globalThis.WebAssembly; } });
      await page.open(server.url);
      await page.until(() => document.querySelector("#trouble:not([hidden]) :is(h1, h2)"));
      await page.click("link", /plain edition/);
      await page.until(() => location.pathname.endsWith("plain/index.html") && document.readyState === "complete" && /five Central Asian states/.test(document.querySelector("h1")?.textContent ?? ""));
      assert.ok((await page.find("link", "Uzbekistan")).length > 0, "the countries are a choice away");
    },
  },
];
