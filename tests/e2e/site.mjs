// What the walks know of the site: every kind of page with an address, its title and heading, notes of every kind, and the
// steps that several walks take. Left out: what one walk alone looks at.
//
// The addresses name things of the dataset in data/: ids never change, so they are stable ground.

import assert from "node:assert/strict";
import { PATIENCE } from "./page.mjs";

/** Every kind of page: an address that shows one, the first part of its title, its one main heading. */
export const KINDS = [
  { path: "#/", title: "Overview", heading: /^In late 2008 five Central Asian states work with NATO/ },
  { path: "#/countries", title: "Countries", heading: "Central Asian Partners" },
  { path: "#/countries/kazakhstan", title: "Kazakhstan", heading: "Kazakhstan" },
  { path: "#/programmes", title: "Programmes", heading: /^In late 2008 all five are on the first tier of co-operation/ },
  { path: "#/programmes/ipap", title: "Individual Partnership Action Plan", heading: "Individual Partnership Action Plan (IPAP)" },
  { path: "#/routes", title: "Supply routes", heading: /^Of three parts of the northern supply line, only Russia’s is finalised$/ },
  { path: "#/timeline", title: "Timeline", heading: /^What the article dates, from \d+ to \d+$/ },
  { path: "#/changes?as-of=2008&vs=2005", title: "What changed", heading: "What changed from 2005 to 2008" },
  { path: "#/compare?of=kazakhstan,uzbekistan", title: "Compare", heading: "Kazakhstan and Uzbekistan, side by side" },
  { path: "#/tension", title: "Values and interests", heading: /security, interests and values/i },
  { path: "#/actors", title: "People, places, documents", heading: /^People, places and documents/ },
  { path: "#/actors/osce", title: "Organization for Security and Co-operation in Europe", heading: /\(OSCE\)/ },
  { path: "#/themes", title: "Themes", heading: "What the statements are about" },
  { path: "#/themes/supply", title: "Supply, transit, airfields", heading: "Supply, transit, airfields" },
  { path: "#/statements", title: "Statements", heading: /^All \d+ statements$/ },
  { path: "#/statements/kazakhstan-ipap-first", title: "Statement", heading: /^Statement/ },
  { path: "#/source", title: "The article, by paragraph", heading: "The article, paragraph by paragraph" },
  { path: "#/source/3.afghanistan.2", title: "Section 3", heading: /^Section 3, .*2nd paragraph$/ },
  { path: "#/gaps", title: "What it doesn’t say", heading: "What the article leaves open" },
  { path: "#/search?q=termez", title: "Search", heading: "Search" },
  { path: "#/tray", title: "Your notes", heading: "Your notes" },
  { path: "#/briefs", title: "Handouts", heading: "Handouts" },
  { path: "#/briefs/kazakhstan", title: "Handout: Kazakhstan", heading: "Kazakhstan" },
  { path: "#/briefs/routes", title: "Handout: Supply routes", heading: "Supply routes" },
  { path: "#/teaching", title: "Teaching sheet", heading: /^Questions to the article, sheet 1/ },
  { path: "#/open", title: "Open a dataset", heading: "Open a dataset" },
  { path: "#/glossary", title: "Glossary", heading: "Glossary" },
  { path: "#/about", title: "About", heading: "About this atlas" },
  { path: "#/countries/kasakhstan", title: "Not found", heading: "No such page" },
];

/** A note of every kind of thing: where it is opened and what it is headed. */
export const NOTES = [
  { of: "a participation", path: "#/countries/kazakhstan?note=kazakhstan-in-ipap", heading: "Kazakhstan in Individual Partnership Action Plan (IPAP)" },
  { of: "a permission", path: "#/routes?note=uzbekistan-karshi-khanabad", heading: "Karshi-Khanabad, Uzbekistan" },
  { of: "a leg", path: "#/routes?note=northern-leg-kazakhstan", heading: "Kazakhstan on the Northern Line of Communication" },
  { of: "a line", path: "#/routes?note=southern-line", heading: "Southern Line of Communication" },
  { of: "a statement", path: "#/themes/supply?note=manas-base", heading: "Paragraph 23 of 57" },
  { of: "an event", path: "#/timeline?note=bucharest-summit", heading: "NATO Summit in Bucharest" },
  { of: "a gap", path: "#/gaps?note=gap-which-states-joined-pfp", heading: "What the article leaves open" },
  { of: "a term", path: "#/glossary?note=term-nine-eleven", heading: "9/11" },
];

/** The heading of a statement's note, whichever statement it is. */
export const STATED = /^Paragraphs? [\d, and]+ of \d+$/;

/** The name of an evidence mark: its paragraph, and the value that it stands for, in words or by how these begin. */
export function mark(words) {
  return new RegExp(`^¶\\d+ ?, where it says so: ${words}`);
}

/** The heading of a statement's note: its paragraphs by their numbers. */
function statedAt({ source: { paragraphs } }, { evidence }) {
  const numbers = [...new Set(evidence.map(({ paragraph }) => paragraphs.findIndex(({ id }) => id === paragraph) + 1))].sort((a, b) => a - b);
  const last = numbers.pop();
  return numbers.length ? `Paragraphs ${numbers.join(", ")} and ${last} of ${paragraphs.length}` : `Paragraph ${last} of ${paragraphs.length}`;
}

/** The same kinds of pages of another dataset: titles and headings from its bundle. */
export function kindsOf(bundle) {
  const [unit, other] = bundle.countries;
  const [step] = bundle.programmes;
  const named = (kind, row) => ({ path: `#/${kind}/${row.id}`, title: row.name, heading: row.name });
  const [first] = bundle.source.paragraphs;
  const year = bundle.dataset.vantage.when.slice(0, 4);
  const lenses = bundle.vocabularies.filter(({ group }) => group === "lens").map(({ word }) => word.toLowerCase());
  // Pages without anything of a dataset in their title and heading keep what they have.
  const same = ["#/timeline", "#/statements", "#/source", "#/gaps", "#/tray", "#/briefs", "#/teaching", "#/open", "#/glossary", "#/about", "#/actors", "#/themes"];
  // A page without a headline of the dataset's own has a neutral one.
  const headline = (of, neutral) => bundle.texts.pages?.find(({ page }) => page === of)?.headline.text ?? neutral;
  return [
    { path: "#/", title: "Overview", heading: bundle.texts.finding.text },
    { path: "#/countries", title: bundle.countries.some(({ iso }) => iso) ? "Countries" : bundle.texts.units, heading: bundle.texts.units },
    named("countries", unit),
    named("programmes", step),
    { path: `#/changes?as-of=${year}&vs=${year - 10}`, title: "What changed", heading: `What changed from ${year - 10} to ${year}` },
    { path: `#/compare?of=${unit.id},${other.id}`, title: "Compare", heading: `${unit.name} and ${other.name}, side by side` },
    ...(lenses.length ? [{ path: "#/tension", title: "Values and interests", heading: new RegExp(lenses.join(".*")) }] : []),
    named("actors", bundle.actors.at(-1)),
    named("themes", bundle.themes[0]),
    { path: `#/statements/${bundle.statements[0].id}`, title: "Statement", heading: /^Statement/ },
    { path: `#/source/${first.id}`, title: "", heading: /1st paragraph$/ },
    { path: `#/search?q=${unit.id}`, title: "Search", heading: "Search" },
    { path: `#/briefs/${unit.id}`, title: "Handout: ", heading: unit.name },
    { path: "#/countries/nowhere", title: "Not found", heading: "No such page" },
    { path: "#/programmes", title: "Programmes", heading: headline("programmes", "Who takes part in what") },
    { path: "#/routes", title: bundle.texts.names?.routes ?? "Supply routes", heading: headline("routes", "Who allows what, and how firmly") },
    ...KINDS.filter(({ path }) => same.includes(path)),
  ];
}

/** A note of every kind of thing of another dataset. */
export function notesOf(bundle) {
  const [permission] = bundle.permissions;
  const [leg] = bundle.legs;
  const [taking] = bundle.participations.filter(({ country }) => country);
  const name = (id) => [...bundle.countries, ...bundle.actors, ...bundle.programmes, ...bundle.lines].find((row) => row.id === id).name;
  const note = (of, path, row, heading) => ({ of, path: `${path}?note=${row.id}`, heading });
  return [
    note("a participation", `#/countries/${taking.country}`, taking, `${name(taking.country)} in ${name(taking.programme)}`),
    note("a permission", "#/routes", permission, new RegExp(`, ${name(permission.country)}$`)),
    note("a leg", "#/routes", leg, `${name(leg.territory)} on the ${name(leg.line)}`),
    note("a line", "#/routes", bundle.lines[0], bundle.lines[0].name),
    note("a statement", `#/themes/${bundle.statements[0].themes[0]}`, bundle.statements[0], statedAt(bundle, bundle.statements[0])),
    note("an event", "#/timeline", bundle.events[0], bundle.events[0].name),
    note("a gap", "#/gaps", bundle.gaps[0], "What the article leaves open"),
    note("a term", "#/glossary", bundle.glossary[0], bundle.glossary[0].term),
  ];
}

/** An address with the dataset's own in it and which one lies there, keys sorted as the app writes them. */
export function within(path, address, stamp) {
  const [page, query = ""] = path.split("?");
  const pairs = [...query.split("&").filter(Boolean), `data=${encodeURIComponent(address)}`, `d=${encodeURIComponent(stamp)}`];
  return `${page}?${pairs.sort().join("&")}`;
}

/** Opens an address in a document of its own, as a shared link is opened. */
export async function open(page, url) {
  await page.open("about:blank");
  await page.open(url);
  await page.ready();
}

/** Goes to an address within the document: what an app does on a choice, and much quicker than a document of its own. */
export async function goTo(page, path, heading) {
  await page.evaluate((path) => { location.hash = path; }, path);
  await onPage(page, heading);
}

/** Chooses a page from the list of the masthead, as a reader does. */
export async function fromList(page, name) {
  await page.click("button", /^(More|Menu)$/);
  await page.click("link", name);
}

/** How the list of the masthead names its pages, open or not. */
export const listed = (page) => page.evaluate(() => document.querySelector("nav[aria-label='More pages']").textContent);

/** The page's main headings: there should be one. */
export async function mainHeadings(page) {
  return (await page.find("heading")).filter((found) => found.tag === "h1").map((found) => found.name);
}

/** Waits for the page with this main heading, and makes sure that it is the only one. */
export async function onPage(page, heading) {
  const source = typeof heading === "string" ? `^${heading.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$` : heading.source;
  const met = (source) => new RegExp(source, "i").test(document.querySelector("main h1")?.innerText.trim() ?? "");
  await page.until(met, PATIENCE, source).catch(async (error) => {
    throw new Error(`not on the page headed ${heading}, but on ${JSON.stringify(await mainHeadings(page))}`, { cause: error });
  });
  assert.equal((await mainHeadings(page)).length, 1, "one main heading");
}

/** Waits for the note with this heading and gives its text. */
export async function noteOpens(page, heading) {
  const met = (heading) => document.querySelector("#note h2")?.innerText.replace(/\s+/g, " ").trim() === heading;
  const fits = (source) => new RegExp(source).test(document.querySelector("#note h2")?.innerText.replace(/\s+/g, " ").trim() ?? "");
  const waiting = heading instanceof RegExp ? page.until(fits, PATIENCE, heading.source) : page.until(met, PATIENCE, heading);
  await waiting.catch(async (error) => {
    throw new Error(`no note headed ${heading}; the note is: ${await page.read("#note")}`, { cause: error });
  });
  return page.read("#note");
}

/** Waits until no note is open and the address says so too. */
export function noteCloses(page) {
  return page.until(() => !document.getElementById("note") && !location.hash.includes("note="));
}

/** All that a reader sees of a page and of what is chosen on it; a message to screen readers is no part of it. Runs in the page. */
function sight() {
  const text = (element) => (element?.innerText ?? element?.textContent ?? "").trim();
  return {
    address: location.hash,
    title: document.title,
    text: ["header", "main", "#margin", "footer"].map((part) => text(document.querySelector(part))),
    marked: [...document.querySelectorAll("main [aria-current]")].map(text),
  };
}

/** What a reader sees now. */
export function seen(page) {
  return page.evaluate(sight);
}

/** Waits until the page looks exactly as it did. */
export async function looksAgain(page, before, what) {
  const same = `JSON.stringify((${sight})()) === ${JSON.stringify(JSON.stringify(before))}`;
  await page.untilTrue(same, 5000).catch(() => {});
  assert.deepEqual(await seen(page), before, what);
}

/** Makes sure that nothing stood in the console and nobody else was asked for anything. */
export function keptQuiet(page, server) {
  assert.deepEqual(page.console, [], "the console stays empty");
  assert.ok(page.requests.some((url) => url.endsWith(".wasm")), "what was asked for is seen at all");
  const elsewhere = page.requests.filter((url) => !url.startsWith(server.url) && !/^(data|blob|about):/.test(url));
  assert.deepEqual(elsewhere, [], "every request stays within the site");
}
