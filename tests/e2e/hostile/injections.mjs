// Markup, script, addresses and formulas through every text field of a bundle: every page is visited, nothing runs, no element is there
// that plain words of the same length would not have made, links lead to http and https alone, and no saved table holds a formula.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { harbours } from "../bundle.mjs";
import { count, figure } from "../counts.mjs";
import { INJECTIONS, benign } from "../injections.mjs";
import { open } from "../site.mjs";

/** Fields that hold texts for readers; what stands in the others is an id, a date, a word that code knows, or an address. */
const TEXT_FIELDS = new Set(["title", "short_title", "words", "text", "dispute_to", "of", "coders", "alpha", "authors", "container", "publisher", "rights", "issn", "volume", "issue", "pages", "gist",
  "argument_only", "date_words", "unit", "settled", "remark", "terms", "quote", "name", "acronym", "adjective", "reason", "called", "term", "expansion", "meaning", "word", "sentence",
  "units", "tiers", "lines", "routes", "heading", "question", "why", "doi", "note", "source"]);

/** The invented dataset with every optional text there is. */
async function full() {
  const bundle = await harbours();
  Object.assign(bundle.dataset, { dispute_to: "x", changelog: [{ version: "0.3.0", date: "2024-02-29", text: "x" }], agreement: [{ of: "x", coders: "x", clauses: 3, percent: 90, alpha: "x" }] });
  Object.assign(bundle.source.record, { container: "x", publisher: "x", rights: "x", issn: "x", volume: "x", issue: "x", pages: "x", doi: "x" });
  for (const row of bundle.statements) {
    Object.assign(row, { remark: "x", settled: "x" });
    if (row.when) row.date_words = "x";
    for (const evidence of row.evidence) evidence.quote = "x";
  }
  const lists = ["countries", "programmes", "actors", "places", "documents", "themes", "events"].flatMap((table) => bundle[table]);
  for (const row of lists) Object.assign(row, { acronym: "x", aliases: [{ text: "x", lang: "de" }], words: "x", adjective: "x" });
  for (const actor of bundle.actors) for (const role of actor.roles ?? []) role.words = "x";
  for (const row of bundle.participations) for (const state of row.history) if (state.when) state.reason = "x";
  for (const row of bundle.glossary) row.expansion = "x";
  bundle.texts.standpoint = { text: "x", statements: bundle.texts.finding.statements };
  bundle.texts.names = { unit: "x", tiers: "x", lines: "x", routes: "x" };
  bundle.texts.worked_case = { heading: "x", text: "x", statements: bundle.texts.finding.statements };
  return bundle;
}

/** Puts a text into every text field: field `n` gets `text(n)`. Says how many there are. */
function fill(bundle, text) {
  let n = 0;
  const walk = (value, key, path) => {
    if (typeof value === "string") {
      // `of` is an id in a role; paragraphs of the page About are texts, those of a gap are ids.
      const isText = (TEXT_FIELDS.has(key) && !/^(actors|relations)\..*\bof$|quantity\.of$/.test(path)) || /^texts\.about\..*paragraphs/.test(path);
      return isText ? text(n++) : value;
    }
    if (Array.isArray(value)) return value.map((item, at) => walk(item, key, `${path}.${at}`));
    if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, walk(field, name, `${path}.${name}`)]));
    return value;
  };
  const filled = Object.fromEntries(Object.entries(bundle).map(([table, rows]) => [table, table === "format" ? rows : walk(rows, table, table)]));
  return { filled, fields: n };
}

/** Addresses of all pages of a bundle, with the notes of some things on them. */
function paths(bundle) {
  const kinds = ["", "countries", "programmes", "timeline", "changes?as-of=1911&vs=1903", "compare?of=aldhaven,brackmouth", "actors", "themes", "statements", "source", "gaps", "search?q=script", "tray", "briefs", "teaching", "open", "glossary", "about"];
  const of = (kind, rows, most = 3) => rows.slice(0, most).map(({ id }) => `${kind}/${id}`);
  const notes = [bundle.participations, bundle.gaps, bundle.glossary, bundle.events, bundle.statements].flatMap((rows) => rows.slice(0, 2)).map(({ id }) => `gaps?note=${id}`);
  return [...kinds, ...of("countries", bundle.countries), ...of("programmes", bundle.programmes), ...of("actors", bundle.actors), ...of("themes", bundle.themes), ...of("statements", bundle.statements, 6),
    ...of("source", bundle.source.paragraphs, 6), ...of("briefs", [...bundle.countries, ...bundle.programmes]), ...notes];
}

/** Opens a bundle and visits every page of it: names and numbers of elements, by page; and what links lead to. */
async function visited(page, url, bundle, pages) {
  await page.evaluate(() => { location.hash = "#/open"; });
  await page.until(() => document.querySelector("main input[type=file]"));
  await page.raw.setInputFiles("input[type=file]", { name: `${bundle.dataset.version}.json`, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(bundle)) });
  const stamp = `${bundle.dataset.id}@${bundle.dataset.version}`;
  await page.until((stamp) => decodeURIComponent(location.hash).includes(`d=${stamp}`) || document.querySelector("main [role=alert]"), 20_000, stamp);
  assert.ok((await page.url()).includes("d="), `the bundle opens: ${await page.read("main")}`);
  const seen = {};
  for (const path of pages) {
    const hash = `#/${path}${path.includes("?") ? "&" : "?"}d=${encodeURIComponent(stamp)}`;
    await page.evaluate((hash) => {
      globalThis.drawn = false;
      location.hash = hash;
      setTimeout(() => requestAnimationFrame(() => { globalThis.drawn = true; }), 30);
    }, hash);
    await page.until((path) => globalThis.drawn && document.querySelectorAll("main h1").length === 1 && (!path.includes("note=") || document.getElementById("note")), 10_000, path);
    seen[path] = await page.evaluate(() => {
      const names = {};
      for (const element of document.body.querySelectorAll("*")) names[element.localName] = (names[element.localName] ?? 0) + 1;
      const links = [...document.querySelectorAll("[href], [src], [action], [formaction], [ping]")].flatMap((e) => ["href", "src", "action", "formaction", "ping"].map((a) => e.getAttribute(a))).filter(Boolean);
      return { names, links: [...new Set(links)] };
    });
  }
  return seen;
}

/** Texts that the page saves, by pressing whatever saves a table. */
async function savedTables(page, stamp) {
  const tables = [];
  for (const kind of ["programmes", "timeline", "statements", "tray"]) {
    await page.evaluate((hash) => { location.hash = hash; }, `#/${kind}?d=${encodeURIComponent(stamp)}`);
    await page.until((kind) => location.hash.startsWith(`#/${kind}`) && document.querySelector("main h1"), 5_000, kind);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const buttons = (await page.find("button")).filter(({ name }) => name === "Save CSV");
    for (let n = 0; n < buttons.length; n++) {
      const [download] = await Promise.all([page.raw.waitForEvent("download"), page.click("button", "Save CSV", n)]);
      tables.push({ kind, text: await readFile(await download.path(), "utf8") });
    }
  }
  return tables;
}

/** The cells of a CSV text. */
function cells(text) {
  return [...text.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(([, quoted, bare]) => (quoted ?? bare).replaceAll('""', '"'));
}

export const walk = {
  title: "two hundred texts that would run or link, through every text field: none does",
  browsers: ["chromium"],
  seconds: 6_000,
  async run({ serve, newPage }) {
    assert.ok(INJECTIONS.length >= 200 && new Set(INJECTIONS).size === INJECTIONS.length);
    const all = count(4, INJECTIONS.length);
    const server = await serve();
    const page = await newPage();
    const dialogs = [];
    page.raw.on("dialog", (dialog) => { dialogs.push(dialog.message()); dialog.dismiss(); });
    await open(page, `${server.url}#/open`);
    const bundle = await full();
    const pages = paths(bundle);
    let fields = 0;
    let tables = 0;
    let guarded = 0;
    for (let n = 0; n < all; n++) {
      // Each round shifts the list by one against the fields: after all rounds every field has had every text.
      const text = (at) => INJECTIONS[(at * 7 + n * (all === INJECTIONS.length ? 1 : 53)) % INJECTIONS.length];
      const hostile = fill(bundle, text);
      const plain = fill(bundle, (at) => benign(text(at)));
      ({ fields } = hostile);
      hostile.filled.dataset.version = `1.${n}.0`;
      plain.filled.dataset.version = `2.${n}.0`;
      // An own address of the source that is none to follow.
      delete hostile.filled.source.record.doi;
      delete plain.filled.source.record.doi;
      hostile.filled.source.record.url = ["javascript:globalThis.canary=1", "data:text/html,x", "file:///etc/passwd", " https://example.org", "JAVASCRIPT:x"][n % 5];
      plain.filled.source.record.url = "nowhere";
      const got = await visited(page, server.url, hostile.filled, pages);
      for (const table of await savedTables(page, `${hostile.filled.dataset.id}@1.${n}.0`)) {
        tables++;
        const all = cells(table.text);
        assert.ok(all.length > 10, table.kind);
        for (const cell of all) {
          assert.doesNotMatch(cell, /^[=+\-@\t\r]/, `a formula in the table of ${table.kind}`);
          guarded += Number(/^'[=+\-@]/.test(cell));
        }
      }
      const expected = await visited(page, server.url, plain.filled, pages);
      const known = new Set(["mark", "details", "summary"].concat(Object.values(expected).flatMap(({ names }) => Object.keys(names))));
      for (const path of pages) {
        // What a search finds depends on the words.
        if (path.startsWith("search")) assert.deepEqual(Object.keys(got[path].names).filter((name) => !known.has(name)), [], path);
        else assert.deepEqual(got[path].names, expected[path].names, `elements of ${path} in round ${n}`);
        for (const link of got[path].links) assert.match(link, /^(#|https?:\/\/|[a-z0-9-]+(\/[a-z0-9-]+)*\.[a-z]+$|data:image\/svg\+xml,%3C|\.\.?\/)/, `a link of ${path}`);
      }
      assert.equal(await page.evaluate(() => globalThis.canary), undefined, `nothing of round ${n} ran`);
    }
    assert.deepEqual(dialogs, []);
    assert.deepEqual(page.console, []);
    assert.ok(tables >= all, "tables were saved");
    figure(`injections: ${INJECTIONS.length} texts through ${fields} text fields of a bundle, ${all} rounds of ${pages.length} pages: none ran, elements as with plain words, links to http and https alone; ${tables} tables saved, ${guarded} cells guarded`);
  },
};
