// The two datasets that the walks go through, and what each walk looks for in them: the embedded one, and the example that ships
// beside the app. A walk names the part that a thing plays; its name stands here. Ids never change, so they are stable ground.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { DIST } from "./server.mjs";
import { KINDS, NOTES, kindsOf, notesOf, open, within } from "./site.mjs";

const read = (file) => JSON.parse(readFileSync(`${DIST}/${file}`, "utf8"));

/** Where the embedded article says some of it. */
const TIERS = "Section 4, 1st paragraph";
const SUPPORT = "Section 3, Security co-operation: Afghanistan";

const EMBEDDED = {
  // What the titles of its walks end with.
  of: "",
  bundle: read("dataset.json"),
  // A file of its text, paragraph by paragraph, where there is one.
  text: process.env.ATLAS_SOURCE,
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
  // Values whose notes stand in other parts: a leg in the strip, a cell of the table of steps, a row of one step.
  narrow: { leg: "northern-leg-kazakhstan", cell: "tajikistan-in-forum-26-5-1", programme: "ipap", row: "uzbekistan-in-ipap" },
  gap: /^When did Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan each join/,
  undertaking: "Steppe Eagle exercises",
  // A statement on a card of the start page that stands behind the finding above it too.
  lead: /^In January 2006 Kazakhstan became the first Partner/,
  // What its note says, in this order, and the address of the source, where it has one.
  led: [
    "Who says it", "The author (A. Vinnikov)", "How firmly", "When", "January 2006", "Where it says so", `${TIERS}, 6th sentence`,
    "Words to look for", "January 2006", "IPAP", "Section 2, Tools, 3rd paragraph", "Copy citation", "Copy link",
  ],
  link: /doi\.org\/10\.1163\/187502309787858084/,
  // What a newcomer asks: a question of the start page, what its page says, and one value there with what its note says, in order.
  newcomer: [
    {
      title: "Kazakhstan’s place in the tiers, and since when", question: /^What is Kazakhstan’s place in the tiers/, on: "Kazakhstan",
      // The last is a programme without a date, which is there without one.
      main: [/PfP\s+Taking part\s+1995/, /PARP\s+Taking part\s+2002/, /IPAP\s+Taking part\s+January 2006/, /IPP\s+Taking part/],
      value: /^IPAP Taking part January 2006/,
      note: { heading: "Kazakhstan in Individual Partnership Action Plan (IPAP)", says: ["Taking part", "January 2006", TIERS] },
    },
    {
      title: "which airfields, whose, until when", question: /^Which airfields are used, by whom, and until when/, on: "Who allows what, and how firmly",
      rows: [
        /^Manas Airport.* In effect.* for United States and Coalition/, /^Dushanbe Airport In effect.* for France/,
        /^Airfield in Termez In effect.* for Germany/, /^Karshi-Khanabad Ended.* December 2005.* for United States/,
      ],
      value: /^Karshi-Khanabad Ended/,
      note: { heading: "Karshi-Khanabad, Uzbekistan", says: ["Ended", "December 2005", "until December 2005", `${SUPPORT}, 2nd paragraph`] },
    },
    {
      title: "what of the Northern Line is agreed, and what is not", question: /^What of the Northern Line is agreed/, on: "Who allows what, and how firmly",
      at_once: [
        ["finalised at NATO’s Bucharest Summit in April 2008"], [`${SUPPORT}, 3rd paragraph`], ["Words to look for", "finalised"],
      ],
      figure: {
        name: "Northern Line of Communication",
        says: ["Russia", "Agreed", "Kazakhstan", "Approved in public", "Uzbekistan", "Approved in public", "Afghanistan"],
      },
      value: /^Kazakhstan Approved in public/,
      note: { heading: "Kazakhstan on the Northern Line of Communication", says: ["Approved in public", "September 2008", `${SUPPORT}, 3rd paragraph`] },
    },
  ],
  // A statement far down on a unit's page, and where it is said.
  deep: {
    unit: "kazakhstan", name: "Kazakhstan", statement: /^Kazakhstan’s assistance package for Afghanistan amounts to/,
    place: /^Section 4, Afghanistan, 2nd paragraph/, heading: "Section 4, Afghanistan, 2nd paragraph",
    // Statements far down or folded away on the page; one more of its paragraph; and one that does not stand on the page.
    folded: ["kazakhstan-package-chromium", "kazakhstan-depository-designation"], beside: "nazarbayev-intent-statement", elsewhere: "manas-base",
  },
  // Addresses that lead nowhere: the page that is nearest, and its heading.
  mistyped: [
    ["#/countries/kasakhstan", "Kazakhstan", "Kazakhstan"],
    ["#/programms", "Programmes", "Who takes part in what"],
    ["#/programmes/ipapp", "Individual Partnership Action Plan", "Individual Partnership Action Plan (IPAP)"],
    ["#/sources/3.afghanistan.2", "The article, by paragraph", "The article, paragraph by paragraph"],
  ],
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

export const EXAMPLE = {
  of: " (the example)",
  address,
  stamp,
  bundle: merrow,
  text: new URL("../../examples/merrow/article.json", import.meta.url),
  at: (path) => within(path, address, stamp),
  kinds: kindsOf(merrow),
  notes: notesOf(merrow),
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
  narrow: { leg: "boat-leg-fallow-end", cell: "eskerly-and-catalogue", programme: "standing-exchange", row: "dunmarrow-and-exchange" },
  gap: /^Why did the book boat stop going to the ford below Eskerly/,
  undertaking: "Winter Readings",
  lead: /^No library but Aldersend has entered the Standing Exchange/,
  led: [
    "Who says it", "The chronicler", "How firmly", "Stated not", "Where it says so", "Section 1, The five towns, 1st paragraph, 3rd sentence",
    "So far it is the only library to have done so.", "Words to look for", "So far", "only library", "Copy citation", "Copy link",
  ],
  newcomer: [
    {
      title: "who takes part in the Shared Catalogue, and since when", question: /^Who takes part in the Shared Catalogue/, on: "Shared Catalogue",
      main: [/Aldersend\s+Taking part\s+3 March 1958/, /Corvane\s+Taking part again\s+June 1971/, /Brindle Quay\s+Taking part/, /Eskerly\s+Interest only/],
      value: /^Taking part 3 March 1958/,
      note: { heading: "Aldersend in Shared Catalogue", says: ["Taking part", "3 March 1958", "Section 1, The five towns, 1st paragraph"] },
    },
    {
      title: "what the boat and the van may do, and where", question: /^What may the boat and the van do/, on: "Who allows what, and how firmly",
      rows: [
        /Aldersend In effect.* on Tuesdays only/, /Eskerly Ended.* March 1979/, /Ostrand.* Agreed.* February 1981/, /bridge.* Under negotiation.* 1982/i,
      ],
      value: /^Green of Eskerly Ended/,
      note: { heading: "Green of Eskerly, Eskerly", says: ["Ended", "March 1979", "Section 2, Beside the lines, 1st paragraph"] },
    },
    {
      title: "when Corvane was away", question: /^When was Corvane away/, on: "Corvane", main: [/Shared Catalogue\s+Away for a time/],
      value: /^Shared Catalogue Away for a time/,
      note: { heading: "Corvane in Shared Catalogue", says: ["Away for a time", "after the flood", "January 1968", "Section 1, The five towns, 3rd paragraph"] },
    },
  ],
  deep: {
    unit: "corvane", name: "Corvane", statement: /^Each of the four other libraries pays between/,
    place: /^Section 3, Losses and money, 3rd paragraph/, heading: "Section 3, Losses and money, 3rd paragraph",
    folded: ["others-pay", "corvane-may-widen-bridge"], beside: "trust-grant", elsewhere: "boat-pelted",
  },
  mistyped: [
    ["#/countries/corvan", "Corvane", "Corvane"],
    ["#/programms", "Programmes", "Who takes part in what"],
    ["#/programmes/shared-catalog", "Shared Catalogue", "Shared Catalogue"],
    ["#/sources/3.plates.2", "The article, by paragraph", "The article, paragraph by paragraph"],
  ],
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

/** The notices on a page, but for the one that says which atlas is open where that is not the embedded one. */
export async function notices(page, { address, bundle }) {
  const all = await page.evaluate(() => [...document.querySelectorAll(".notice")].map((notice) => notice.innerText));
  if (address) assert.ok(all.shift()?.startsWith(`Open: ${bundle.dataset.title}, `), "a notice says which atlas is open");
  return all;
}

/** A server and a page that shows an address of an atlas. */
export async function start({ serve, newPage }, atlas, path, window) {
  const server = await serve();
  const page = await newPage(window);
  await enter(page, server, atlas, path);
  return { server, page };
}
