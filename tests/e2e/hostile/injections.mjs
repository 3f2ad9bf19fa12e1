// Markup, script, addresses and formulas through every text field of a bundle: every page is visited, nothing runs, no element is there
// that plain words of the same length would not have made, links lead to http and https alone, and no saved table holds a formula.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { pathToFileURL } from "node:url";
import { ferries } from "../bundle.mjs";
import { count, figure } from "../counts.mjs";
import { INJECTIONS, benign } from "../injections.mjs";
import { DIST } from "../server.mjs";
import { open } from "../site.mjs";

/** Fields that hold no text of the author's choice, but an id, a word or a date that is looked up, a path that is checked, or the
 * address that a link is made of, which is tried by itself. All others of the schema are filled, whichever come. */
const BOUND = new Set(["Dataset.version", "Dataset.date", "Vantage.when", "Release.date", "Record.url", "SearchWords.lang", "Paragraph.section", "Paragraph.part", "Question.href", "Term.see", "Word.group", "Word.role",
  "Statement.modality", "Statement.scope", "Statement.when", "Statement.relative_to", "Statement.about", "Statement.themes", "Statement.lens", "Voice.who", "Voice.how", "Voice.stance",
  "Quantity.qualifier", "Evidence.paragraph", "Evidence.role", "Evidence.fp", "Entity.kind", "Entity.lead", "Entity.country", "Entity.from", "Entity.to", "Entity.part_of",
  "ActorRole.role", "ActorRole.of", "Participation.programme", "Participation.country", "Participation.scope", "State.state", "State.basis", "State.when",
  "Permission.country", "Permission.kind", "Permission.granted_to", "Permission.user", "Permission.limits", "Permission.called", "Permission.place",
  "Arrangement.arrangement", "Arrangement.basis", "Arrangement.when", "Leg.line", "Leg.territory", "Leg.permissions", "Use.use", "Relation.from", "Relation.kind", "Relation.to",
  "Gap.about", "Gap.paragraphs", "Oddity.paragraphs", "CountrySection.themes", "Texts.also_stated", "PageText.page", "Outlines.disputed", "Shape.entity", "Shape.path", "Mark.entity"]);

/** The invented dataset with every optional text there is, lines, lenses and a map. */
async function full() {
  const bundle = await ferries();
  const [first, second] = bundle.countries.map(({ id }) => id);
  Object.assign(bundle.dataset, { dispute_to: "x", changelog: [{ version: "0.3.0", date: "2024-02-29", text: "x" }], agreement: [{ of: "x", coders: "x", clauses: 3, percent: 90, alpha: "x" }] });
  Object.assign(bundle.source.record, { container: "x", publisher: "x", rights: "x", issn: "x", volume: "x", issue: "x", pages: "x", doi: "x" });
  bundle.source.sections[0].parts[0].title = "x";
  bundle.source.paragraphs.at(-1).argument_only = "x";
  for (const group of ["lens", "lens"]) bundle.vocabularies.push({ id: `lens-${bundle.vocabularies.length}`, group, role: "lens", word: "x", sentence: "x", sign: "x" });
  const lenses = bundle.vocabularies.filter(({ group }) => group === "lens").map(({ id }) => id);
  for (const row of bundle.statements) {
    Object.assign(row, { remark: "x", settled: "x", lens: lenses, tension: true, quantity: { low: 1, unit: "x", of: "x" } });
    if (row.when) row.date_words = "x";
    for (const evidence of row.evidence) evidence.quote = "x";
  }
  const lists = ["countries", "programmes", "actors", "places", "documents", "themes", "events", "lines"].flatMap((table) => bundle[table]);
  for (const row of lists) Object.assign(row, { acronym: "x", aliases: [{ text: "x", lang: "de" }], search_words: [{ text: "x", lang: "de" }], words: "x" });
  for (const unit of bundle.countries) Object.assign(unit, { adjective: "x", iso: "XX" });
  for (const actor of bundle.actors) for (const role of actor.roles ?? []) role.words = "x";
  // Dates of their own, the same as before, need a reason.
  const dateOf = (id) => bundle.statements.find((statement) => statement.id === id).when;
  for (const row of [...bundle.participations, ...bundle.permissions]) for (const state of row.history) state.when ??= dateOf(state.statements[0]);
  bundle.permissions.at(-1).history[0].when ??= "1903";
  for (const row of [...bundle.participations, ...bundle.permissions]) for (const state of row.history) if (state.when) state.reason = "x";
  for (const row of bundle.glossary) row.expansion = "x";
  for (const word of bundle.vocabularies) Object.assign(word, { sentence: "x", sign: word.sign ?? "x" });
  const cited = { text: "x", statements: bundle.texts.finding.statements };
  Object.assign(bundle.texts, { headline: cited, second: cited, pages: [{ page: "programmes", headline: cited, lead: cited }], standpoint: cited, argument: [cited], names: { unit: "x", tiers: "x", lines: "x", routes: "x" }, worked_case: { heading: "x", ...cited } });
  bundle.outlines = {
    width: 100, height: 100, source: "x", sha256: "x", note: "x",
    shapes: [
      { entity: first, name: "", path: "M0 0L40 0L40 40Z", label: [20, 10], room: 30 },
      { entity: second, name: "", path: "M50 0L90 0L90 40Z", label: [70, 10], room: 30 },
      { entity: "", name: "x", path: "M0 50L90 50L90 90Z", label: [60, 60], room: 30 },
    ],
    disputed: ["M40 40L50 50"],
    marks: [{ entity: bundle.places[0].id, x: 30, y: 10, source: "x" }],
  };
  return bundle;
}

/** Whether a field of the schema is a text, or a list of texts. */
function isText(shape) {
  const either = shape.anyOf ?? [shape];
  return either.some(({ $ref, type, items }) => $ref === "#/$defs/text" || type === "string" || (items && isText(items)));
}

/** Puts a text into every text field that the schema has: field `n` gets `text(n)`. Says how many there are, and of which kinds. */
function fill(bundle, schema, text) {
  let n = 0;
  const kinds = new Set();
  // A field that may be missing stands in the schema as either of two.
  const one = (shape) => shape.anyOf?.find(({ type }) => type !== "null") ?? shape;
  const walk = (value, given, at) => {
    if (value === null || value === undefined) return value;
    const shape = one(given);
    if (shape.items) return value.map((item) => walk(item, shape.items, at));
    const name = shape.$ref?.replace("#/$defs/", "");
    const { properties } = schema.$defs[name] ?? {};
    if (properties) return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, walk(inner, properties[field], `${name}.${field}`)]));
    if (typeof value !== "string" || value === "" || BOUND.has(at) || /\.(id|statements)$/.test(at)) return value;
    kinds.add(at);
    return text(n++);
  };
  const filled = Object.fromEntries(Object.entries(bundle).map(([table, rows]) => [table, table === "format" ? rows : walk(rows, schema.properties[table], table)]));
  return { filled, fields: n, kinds };
}

/** Addresses of all pages of a bundle, with the notes of some things on them. */
function paths(bundle) {
  const kinds = ["", "countries", "programmes", "routes", "tension", "timeline", "changes?as-of=1911&vs=1903", "compare?of=aldhaven,brackmouth", "actors", "themes", "statements", "source", "gaps", "search?q=script", "tray", "briefs", "teaching", "open", "glossary", "about"];
  const of = (kind, rows, most = 3) => rows.slice(0, most).map(({ id }) => `${kind}/${id}`);
  const notes = [bundle.participations, bundle.permissions, bundle.lines, bundle.legs, bundle.source.oddities, bundle.gaps, bundle.glossary, bundle.events, bundle.statements].flatMap((rows) => rows.slice(0, 2)).map(({ id }) => `gaps?note=${id}`);
  return [...kinds, ...of("countries", bundle.countries), ...of("programmes", bundle.programmes), ...of("actors", bundle.actors), ...of("themes", bundle.themes), ...of("statements", bundle.statements, 6),
    ...of("source", bundle.source.paragraphs, 6), ...of("briefs", [...bundle.countries, ...bundle.programmes], 5), "briefs/routes", ...notes];
}

/** Elements to compare by number. How many names find room in a drawing, and lines that lead to them, depends on their letters' widths:
 * on a page with such names it is only compared whether there are any. */
const counted = ({ names }) => (names.text ? { ...names, path: names.path > 0, text: true } : names);

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
      // The app heard of the new address first: it was there before.
      const here = location.hash === hash;
      const drawn = () => setTimeout(() => requestAnimationFrame(() => { globalThis.drawn = true; }), 30);
      globalThis.drawn = false;
      here ? drawn() : addEventListener("hashchange", drawn, { once: true });
      location.hash = hash;
    }, hash);
    await page.until((path) => globalThis.drawn && document.querySelectorAll("main h1").length === 1 && (!path.includes("note=") || document.getElementById("note")), 10_000, path);
    seen[path] = await page.evaluate(() => {
      const names = {};
      // A word with a hyphen in a heading has an element that keeps it whole.
      for (const element of document.body.querySelectorAll(":not(.whole)")) names[element.localName] = (names[element.localName] ?? 0) + 1;
      const links = [...document.querySelectorAll("[href], [src], [action], [formaction], [ping]")].flatMap((e) => ["href", "src", "action", "formaction", "ping"].map((a) => e.getAttribute(a))).filter(Boolean);
      return { names, links: [...new Set(links)] };
    });
  }
  return seen;
}

/** Texts that the page saves, by pressing whatever saves a table. */
async function savedTables(page, stamp) {
  const tables = [];
  for (const kind of ["programmes", "routes", "timeline", "statements", "gaps", "tray"]) {
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
    const schema = JSON.parse(await readFile(`${DIST}/${(await (await fetch(`${server.url}dataset.json`)).json()).$schema}`, "utf8"));
    const every = Object.entries(schema.$defs).flatMap(([name, { properties = {} }]) => Object.entries(properties).filter(([field, shape]) => isText(shape) && !BOUND.has(`${name}.${field}`) && !/^(id|statements)$/.test(field)).map(([field]) => `${name}.${field}`));
    assert.deepEqual([...fill(bundle, schema, () => "x").kinds].sort(), every.sort(), "the bundle has every text field of the schema");
    const pages = paths(bundle);
    let fields = 0;
    let tables = 0;
    let guarded = 0;
    for (let n = 0; n < all; n++) {
      // Each round shifts the list by one against the fields: after all rounds every field has had every text.
      const text = (at) => INJECTIONS[(at * 7 + n * (all === INJECTIONS.length ? 1 : 53)) % INJECTIONS.length];
      const hostile = fill(bundle, schema, text);
      const plain = fill(bundle, schema, (at) => benign(text(at)));
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
        else assert.deepEqual(counted(got[path]), counted(expected[path]), `elements of ${path} in round ${n}`);
        for (const link of got[path].links) assert.match(link, /^(#|https?:\/\/|[a-z0-9-]+(\/[a-z0-9-]+)*\.[a-z]+2?$|data:image\/svg\+xml,%3C|\.\.?\/)/, `a link of ${path}: ${link}`);
      }
      assert.equal(await page.evaluate(() => globalThis.canary), undefined, `nothing of round ${n} ran`);
    }
    // The atlas of it as one file, which is a document of its own.
    const folder = await mkdtemp(`${tmpdir()}/atlas-`);
    try {
      await visited(page, server.url, fill(bundle, schema, (at) => INJECTIONS[at % INJECTIONS.length]).filled, ["", "about"]);
      const [download] = await Promise.all([page.raw.waitForEvent("download"), page.click("button", "Save this atlas as one file")]);
      await download.saveAs(`${folder}/hostile.html`);
      await open(page, pathToFileURL(`${folder}/hostile.html`).href);
      const finding = await page.evaluate(() => document.querySelector("main h1").textContent);
      assert.ok(INJECTIONS.some((text) => text.replace(/\s+/g, " ").trim() === finding.replace(/\s+/g, " ").trim()), `it opens: ${finding}`);
      assert.equal(await page.evaluate(() => globalThis.canary), undefined, "nothing of the one file ran");
    } finally {
      await rm(folder, { recursive: true });
    }
    assert.deepEqual(dialogs, []);
    assert.deepEqual(page.console, []);
    assert.ok(tables >= 5 * all, "tables of five pages were saved in each round");
    assert.ok(guarded > 0, "formulas came into them");
    figure(`injections: ${INJECTIONS.length} texts through ${fields} text fields of a bundle, ${all} rounds of ${pages.length} pages: none ran, elements as with plain words, links to http and https alone; ${tables} tables saved, ${guarded} cells guarded`);
  },
};
