// The two datasets that the walks go through, and what each walk looks for in them: the embedded one, and the example that ships
// beside the app. A walk names the part that a thing plays; its name stands here. Ids never change, so they are stable ground.

import { readFileSync } from "node:fs";
import { DIST } from "./server.mjs";
import { KINDS, NOTES, kindsOf, notesOf, open, within } from "./site.mjs";

const read = (file) => JSON.parse(readFileSync(`${DIST}/${file}`, "utf8"));

const EMBEDDED = {
  // What the titles of its walks end with.
  of: "",
  bundle: read("dataset.json"),
  at: (path) => path,
  kinds: KINDS,
  notes: NOTES,
  // The dated change before the time of writing, as the address has it.
  earlier: /as-of=2008-/,
  units: { link: "Countries", heading: "Central Asian Partners" },
  routes: "Supply routes",
  // A question of the start page that the page of routes answers, by a permission that is over.
  question: /^Which airfields are used, by whom, and until when/,
  over: {
    id: "uzbekistan-karshi-khanabad", value: /^Karshi-Khanabad Ended/, note: "Karshi-Khanabad, Uzbekistan", since: /December 2005/,
    before: ["2005-06", /In effect start not given/], after: ["2006-01", /Ended December 2005/],
    statement: /^The United States had a base at Karshi-Khanabad/,
    place: /Section 3, Security co-operation: Afghanistan, 2nd paragraph, 4th sentence/,
  },
  // A unit that was away from a programme for a time.
  back: {
    unit: "uzbekistan", name: "Uzbekistan", id: "uzbekistan-in-parp", value: /^PARP Taking part again/,
    note: "Uzbekistan in Planning and Review Process (PARP)", all: "All of PARP", programme: "Planning and Review Process (PARP)",
    away: ["2006-06", "2007"], absent: "Absent for a time", again: "2008-06", present: "Taking part again",
    changes: "as-of=2008&vs=2007",
    changed: ["kazakhstan-transit", "russia-rail-transit", "uzbekistan-in-melange-project", "uzbekistan-in-parp", "uzbekistan-transit"],
    between: "as-of=2008&vs=2004",
  },
  // A unit with a dated value, and four values of one that follow one another.
  dated: { unit: "kazakhstan", value: /^PARP Taking part 2002/, note: "Kazakhstan in Planning and Review Process (PARP)" },
  row: {
    unit: "kazakhstan", second: /^IPP Taking part/,
    ids: ["kazakhstan-in-pfp", "kazakhstan-in-ipp", "kazakhstan-in-parp", "kazakhstan-in-ipap"],
    notes: [
      "Kazakhstan in Partnership for Peace (PfP)", "Kazakhstan in Individual Partnership Programme (IPP)",
      "Kazakhstan in Planning and Review Process (PARP)", "Kazakhstan in Individual Partnership Action Plan (IPAP)",
    ],
  },
  leg: { value: /^Pakistan Arrangement not said/, note: "Pakistan on the Southern Line of Communication" },
  gap: /^When did Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan each join/,
  undertaking: "Steppe Eagle exercises",
  // A statement on a card of the start page that stands behind the finding above it too.
  lead: /^In January 2006 Kazakhstan became the first Partner/,
  // A statement far down on a unit's page, and where it is said.
  deep: {
    unit: "kazakhstan", name: "Kazakhstan", statement: /^Kazakhstan’s assistance package for Afghanistan amounts to/,
    place: /^Section 4, Afghanistan, 2nd paragraph/, heading: "Section 4, Afghanistan, 2nd paragraph",
  },
  // A second paragraph that a third follows.
  paragraph: { path: "#/source/3.afghanistan.2", its: /^Section 3, .*2nd paragraph$/, next: /^Section 3, .*3rd paragraph$/ },
  // What its source is to BibTeX, RIS and CSL.
  kind: ["article", "JOUR", "article-journal"],
  search: {
    words: "termez german", first: /^Germany uses an airfield in Termez/,
    named: "interest in parp", hit: /^Tajikistan has expressed an interest/, chip: "Take out: Programme Planning and Review Process", rest: "interest in",
    alias: "K2", thing: /^Karshi-Khanabad/,
  },
  facet: { country: "turkmenistan", name: "Turkmenistan" },
  statements: ["termez-german-use", "manas-base"],
  reference: /^Vinnikov, Alexander\. .*Section 3, .*2nd paragraph\./,
  bibliography: { author: "Vinnikov", written: /Vinnikov, A\. \(2009/ },
  // Values of every shape: on cards, stairs, strips, in tables and lists.
  lines: [
    ["#/", /^In 2004 Tajikistan signed an agreement on transit/, "What is stated"],
    ["#/", /^PARP Taking part again/, "Uzbekistan in Planning and Review Process (PARP)"],
    ["#/", /^Kazakhstan Approved in public/, "Kazakhstan on the Northern Line of Communication"],
    ["#/countries/kazakhstan", /^IPAP Taking part January 2006/, "Kazakhstan in Individual Partnership Action Plan (IPAP)"],
    ["#/countries/kazakhstan", /^Surface transit Approved in public/, "Surface transit, Kazakhstan"],
    ["#/countries/kazakhstan", /^A Kazakh battalion, KAZBAT, has been created/, "What is stated"],
    ["#/countries/kazakhstan", /^When was KAZBAT formed/, "Not said"],
    ["#/programmes", /^Tajikistan interest only/, "Tajikistan in Planning and Review Process (PARP)"],
    ["#/programmes", /^Talks suspended/, "Uzbekistan in Individual Partnership Action Plan (IPAP)"],
    ["#/programmes/ipap", /^Talks suspended/, "Uzbekistan in Individual Partnership Action Plan (IPAP)"],
    ["#/routes", /^Karshi-Khanabad Ended/, "Karshi-Khanabad, Uzbekistan"],
    ["#/source/3.afghanistan.2", /^All Central Asian Partners have given the ISAF operation/, "What is stated"],
    ["#/gaps", /^When did Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan each join/, "Not said"],
    ["#/glossary", "9/11", "9/11"],
  ],
};

const address = "examples/merrow/dataset.json";
const merrow = read(address);
const stamp = `${merrow.dataset.id}@${merrow.dataset.version}`;
const inMerrow = (path) => within(path, address, stamp);

export const EXAMPLE = {
  of: " (the example)",
  address,
  stamp,
  bundle: merrow,
  at: inMerrow,
  kinds: kindsOf(merrow, inMerrow),
  notes: notesOf(merrow, inMerrow),
  earlier: /as-of=1983&/,
  units: { link: "Merrow libraries", heading: "Merrow libraries" },
  routes: "How the books travel",
  question: /^What may the boat and the van do, and where/,
  over: {
    id: "eskerly-green-halt", value: /^Green of Eskerly Ended/, note: "Green of Eskerly, Eskerly", since: /March 1979/,
    before: ["1979-02", /In effect start not given/], after: ["1979-04", /Ended March 1979/],
    statement: /^Eskerly had a halt for the book van on its green/,
    place: /Section 2, Beside the lines, 1st paragraph, 1st sentence/,
  },
  back: {
    unit: "corvane", name: "Corvane", id: "corvane-in-catalogue", value: /^Shared Catalogue Taking part again/,
    note: "Corvane in Shared Catalogue", all: "All of Shared Catalogue", programme: "Shared Catalogue",
    away: ["1969-06", "1970"], absent: "Away for a time", again: "1971-07", present: "Taking part again",
    changes: "as-of=1972&vs=1970", changed: ["corvane-in-catalogue"], between: "as-of=1972&vs=1967",
  },
  dated: { unit: "aldersend", value: /^Shared Catalogue Taking part 3 March 1958/, note: "Aldersend in Shared Catalogue" },
  row: {
    unit: "eskerly", second: /^Shared Catalogue Interest only/,
    ids: ["eskerly-has-ticket", "eskerly-and-catalogue", "eskerly-and-exchange", "eskerly-green-halt"],
    notes: ["Eskerly in Common Ticket", "Eskerly in Shared Catalogue", "Eskerly in Standing Exchange", "Green of Eskerly, Eskerly"],
  },
  leg: { value: /^Eskerly Arrangement not said/, note: "Eskerly on the Book boat" },
  gap: /^Why did the book boat stop going to the ford below Eskerly/,
  undertaking: "Winter Readings",
  lead: /^No library but Aldersend has entered the Standing Exchange/,
  deep: {
    unit: "corvane", name: "Corvane", statement: /^Each of the four other libraries pays between/,
    place: /^Section 3, Losses and money, 3rd paragraph/, heading: "Section 3, Losses and money, 3rd paragraph",
  },
  paragraph: { path: "#/source/3.plates.2", its: /^Section 3, .*2nd paragraph$/, next: /^Section 3, .*3rd paragraph$/ },
  kind: ["misc", "GEN", "document"],
  search: {
    words: "turnips weir", first: /^The book boat is pelted with turnips/,
    named: "stove in bindery", hit: /^There is a stove in the Bindery/, chip: "Take out: Programme Bindery", rest: "stove in",
    alias: "the Chain", thing: /^Merrow Lending Chain/,
  },
  facet: { country: "corvane", name: "Corvane" },
  statements: ["boat-pelted", "dunmarrow-plates-lost"],
  reference: /^Merrow Atlas contributors\. .*Section 2, The book boat, 3rd paragraph\./,
  bibliography: { author: "Merrow Atlas contributors", written: /Merrow Atlas contributors\. \(2026/ },
  lines: [
    ["#/", /^No library but Aldersend has entered the Standing Exchange/, "What is stated"],
    ["#/", /^Shared Catalogue Taking part again/, "Corvane in Shared Catalogue"],
    ["#/", /^Fallow End Talks held/, "Fallow End on the Book boat"],
    ["#/countries/aldersend", /^Shared Catalogue Taking part 3 March 1958/, "Aldersend in Shared Catalogue"],
    ["#/countries/aldersend", /^Lock of Aldersend In effect/, "Lock of Aldersend, Aldersend"],
    ["#/countries/aldersend", /^Aldersend takes part in the Bindery/, "What is stated"],
    ["#/countries/aldersend", /^Why did Dunmarrow decline Aldersend’s offer/, "Not said"],
    ["#/programmes", /^Dunmarrow talks broken off/, "Dunmarrow in Standing Exchange"],
    ["#/programmes", /^Interest only/, "Eskerly in Shared Catalogue"],
    ["#/programmes/common-ticket", /^Taking part start not given/, "Aldersend in Common Ticket"],
    ["#/routes", /^Green of Eskerly Ended/, "Green of Eskerly, Eskerly"],
    ["#/source/0.intro.1", /^The account was made up so that/, "What is stated"],
    ["#/gaps", /^Who cut the plates out/, "Not said"],
    ["#/glossary", "Heron", "Heron"],
  ],
};

export const ATLASES = [EMBEDDED, EXAMPLE];

/** Waits until this atlas stands: a dataset beside the app comes after the embedded one. */
export async function stands(page, { bundle }) {
  await page.ready();
  await page.until((name) => document.title.endsWith(` · ${name}`), undefined, bundle.dataset.short_title);
}

/** Opens an address of an atlas, in a document of its own. */
export async function enter(page, server, atlas, path = "#/") {
  await open(page, server.url + atlas.at(path));
  await stands(page, atlas);
}

/** A server and a page that shows an address of an atlas. */
export async function start({ serve, newPage }, atlas, path, window) {
  const server = await serve();
  const page = await newPage(window);
  await enter(page, server, atlas, path);
  return { server, page };
}
