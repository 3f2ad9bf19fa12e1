// The two datasets that the walks go through, and what each walk looks for in them: the embedded one, and the example that ships
// beside the app. A walk names the part that a thing plays; its name stands here. Ids never change, so they are stable ground.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { DIST } from "./server.mjs";
import { KINDS, NOTES, STATED, kindsOf, mark, notesOf, open, within } from "./site.mjs";

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
    id: "uzbekistan-karshi-khanabad", value: mark("Uzbekistan, Karshi-Khanabad for United States; called a base: ended"), note: "Karshi-Khanabad, Uzbekistan", since: /December 2005/,
    before: ["2005-06", /in effect/i], after: ["2006-01", /ended, December 2005/],
    statement: mark("The United States had a base at Karshi-Khanabad"),
    place: /Section 3, Security co-operation: Afghanistan, 2nd paragraph, 4th sentence/,
  },
  // A unit that was away from a programme for a time.
  back: {
    unit: "uzbekistan", name: "Uzbekistan", id: "uzbekistan-in-parp", value: mark("Uzbekistan, PARP: taking part again"),
    note: "Uzbekistan in Planning and Review Process (PARP)", all: "All of PARP", programme: "Planning and Review Process (PARP)",
    away: ["2006-06", "2007"], absent: "Absent for a time", again: "2008-06", present: "Taking part again",
    changes: "as-of=2008&vs=2007",
    changed: ["kazakhstan-in-depository-library", "kazakhstan-transit", "russia-rail-transit", "uzbekistan-in-parp", "uzbekistan-transit"],
    between: "as-of=2008&vs=2004",
  },
  // A unit with a dated value, and four values of one that follow one another.
  dated: { unit: "kazakhstan", value: mark("Kazakhstan, PARP: taking part"), note: "Kazakhstan in Planning and Review Process (PARP)" },
  row: {
    unit: "kazakhstan", second: mark("Kazakhstan, PARP: taking part"),
    ids: ["kazakhstan-in-pfp", "kazakhstan-in-parp", "kazakhstan-in-ipap", "kazakhstan-overflight"],
    notes: [
      "Kazakhstan in Partnership for Peace (PfP)", "Kazakhstan in Planning and Review Process (PARP)",
      "Kazakhstan in Individual Partnership Action Plan (IPAP)", "Overflight, Kazakhstan",
    ],
  },
  leg: { value: mark("Pakistan: In use, under attack"), note: "Pakistan on the Southern Line of Communication" },
  // Values whose notes stand in other parts: a leg in the strip, a cell of the table of steps, a row of one step.
  narrow: { leg: "northern-leg-kazakhstan", cell: "tajikistan-in-forum-26-5-1", programme: "ipap", row: "uzbekistan-in-ipap" },
  gap: /^When did Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan each join/,
  undertaking: "Steppe Eagle exercises",
  // A statement on a card of the start page that stands behind the finding above it too.
  lead: mark("In January 2006 Kazakhstan became the first Partner"), leadId: "kazakhstan-ipap-first",
  // What its note says, in this order, and the address of the source, where it has one.
  led: [
    "Paragraph", "of 57", "Who is speaking", "The author (A. Vinnikov)", "How certain", "When", "January 2006", "Where", `¶32. ${TIERS}, 6th sentence`,
    "Find it in the article by these words", "January 2006", "IPAP", "Section 2, Tools, 3rd paragraph", "Copy citation", "Save to notes",
    "Report a mistake", "Copy link",
  ],
  link: /doi\.org\/10\.1163\/187502309787858084/,
  // What a newcomer asks: a question of the start page, what its page says, and one value there with what its note says, in order.
  newcomer: [
    {
      title: "Kazakhstan’s place in the tiers, and since when", question: "Where does Kazakhstan stand, and since when?", on: "Kazakhstan",
      main: [/PfP\s+1995/, /PARP\s+2002/, /IPAP\s+January 2006/],
      value: mark("Kazakhstan, IPAP: taking part"),
      note: { heading: "Kazakhstan in Individual Partnership Action Plan (IPAP)", says: ["Taking part", "January 2006", TIERS] },
    },
    {
      title: "which airfields, whose, until when", question: /^Which airfields are used, by whom, and until when/, on: KINDS.find(({ path }) => path === "#/routes").heading,
      rows: [
        /^Manas Airport.* for United States and Coalition.*: in effect/, /^Dushanbe Airport for France.*: in effect/,
        /^Airfield in Termez for Germany.*: in effect/, /^Karshi-Khanabad ended, December 2005 for United States/,
      ],
      value: mark("Uzbekistan, Karshi-Khanabad for United States; called a base: ended"),
      note: { heading: "Karshi-Khanabad, Uzbekistan", says: ["Ended", "December 2005", "until December 2005", `${SUPPORT}, 2nd paragraph`] },
    },
    {
      title: "what of the Northern Line is agreed, and what is not", question: /^What of the Northern Line is agreed/, on: KINDS.find(({ path }) => path === "#/routes").heading,
      in_order: [
        "Northern Line of Communication", "Russian Federation", "Signed or finalised, April 2008", "Kazakhstan", "Approval announced, September 2008",
        "Uzbekistan", "Approval announced, April 2008", "Afghanistan",
      ],
      value: mark("Kazakhstan: Approval announced"),
      note: { heading: "Kazakhstan on the Northern Line of Communication", says: ["Approval announced", "September 2008", "¶24"] },
    },
  ],
  // A statement far down on a unit's page, and where it is said.
  deep: {
    unit: "kazakhstan", name: "Kazakhstan", statement: mark("Kazakhstan’s assistance package for Afghanistan amounts to"),
    place: /^¶\d+\. Section 4, Afghanistan, 2nd paragraph/, heading: "Section 4, Afghanistan, 2nd paragraph",
    // Statements far down or folded away on the page; one more of its paragraph; and one that does not stand on the page.
    folded: ["kazakhstan-package-chromium", "kazakhstan-depository-designation"], beside: "nazarbayev-intent-statement", elsewhere: "manas-base",
  },
  // Addresses that lead nowhere: the page that is nearest, and its heading.
  mistyped: [
    ["#/countries/kasakhstan", "Kazakhstan", "Kazakhstan"],
    ["#/programms", "Programmes", KINDS.find(({ path }) => path === "#/programmes").heading],
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
  // Marks of values of every shape: on cards, stairs, lines, in tables and lists.
  lines: [
    ["#/", mark("Uzbekistan, PARP: taking part again"), "Uzbekistan in Planning and Review Process (PARP)"],
    ["#/", mark("Kazakhstan: Approval announced"), "Kazakhstan on the Northern Line of Communication"],
    ["#/", mark("Turkmenistan allows NATO Allies|In its co-operation with NATO, Turkmenistan"), STATED],
    ["#/countries/kazakhstan", mark("Kazakhstan, IPAP: taking part"), "Kazakhstan in Individual Partnership Action Plan (IPAP)"],
    ["#/countries/kazakhstan", mark("Kazakhstan, Surface transit for NATO: approval announced"), "Surface transit, Kazakhstan"],
    ["#/countries/kazakhstan", mark("A Kazakh battalion, KAZBAT, has been created"), STATED],
    ["#/countries/kazakhstan", /^When was KAZBAT formed/, "What the article leaves open"],
    ["#/programmes", mark("Tajikistan, PARP: interest only"), "Tajikistan in Planning and Review Process (PARP)"],
    ["#/programmes", mark("Uzbekistan, IPAP: talks suspended"), "Uzbekistan in Individual Partnership Action Plan (IPAP)"],
    ["#/programmes/ipap", mark("Uzbekistan in IPAP: talks suspended"), "Uzbekistan in Individual Partnership Action Plan (IPAP)"],
    ["#/routes", mark("Uzbekistan, Karshi-Khanabad for United States; called a base: ended"), "Karshi-Khanabad, Uzbekistan"],
    ["#/source/3.afghanistan.2", mark("All Central Asian Partners have given support of various kinds"), STATED],
    ["#/gaps", /^When did Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan each join/, "What the article leaves open"],
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
    id: "eskerly-green-halt", value: mark("Eskerly, Green of Eskerly for the book van; called a halt: ended"), note: "Green of Eskerly, Eskerly", since: /March 1979/,
    before: ["1979-02", /in effect/i], after: ["1979-04", /ended, March 1979/],
    statement: mark("Eskerly had a halt for the book van on its green"),
    place: /Section 2, Beside the lines, 1st paragraph, 1st sentence/,
  },
  back: {
    unit: "corvane", name: "Corvane", id: "corvane-in-catalogue", value: mark("Corvane, Shared Catalogue: taking part again"),
    note: "Corvane in Shared Catalogue", all: "All of Shared Catalogue", programme: "Shared Catalogue",
    away: ["1969-06", "1970"], absent: "Away for a time", again: "1971-07", present: "Taking part again",
    changes: "as-of=1972&vs=1970", changed: ["corvane-in-catalogue"], between: "as-of=1972&vs=1967",
  },
  dated: { unit: "aldersend", value: mark("Aldersend, Shared Catalogue: taking part"), note: "Aldersend in Shared Catalogue" },
  row: {
    unit: "eskerly", second: mark("Eskerly, Shared Catalogue: interest only"),
    ids: ["eskerly-has-ticket", "eskerly-and-catalogue", "eskerly-and-exchange", "eskerly-green-halt"],
    notes: ["Eskerly in Common Ticket", "Eskerly in Shared Catalogue", "Eskerly in Standing Exchange", "Green of Eskerly, Eskerly"],
  },
  leg: { value: mark("Eskerly: Use ended"), note: "Eskerly on the Book boat" },
  narrow: { leg: "boat-leg-fallow-end", cell: "eskerly-and-catalogue", programme: "standing-exchange", row: "dunmarrow-and-exchange" },
  gap: /^Why did the book boat stop going to the ford below Eskerly/,
  undertaking: "Winter Readings",
  lead: mark("No library but Aldersend has entered the Standing Exchange"), leadId: "only-aldersend-in-exchange",
  led: [
    "Paragraph 8 of 29", "Who is speaking", "The chronicler", "How certain", "Said not to be so", "Where",
    "¶8. Section 1, The five towns, 1st paragraph, 3rd sentence", "So far it is the only library to have done so.",
    "Find it in the article by these words", "So far", "only library", "Copy citation", "Save to notes", "Report a mistake", "Copy link",
  ],
  newcomer: [
    {
      title: "who takes part in the Shared Catalogue, and since when", question: /^Who takes part in the Shared Catalogue/, on: "Shared Catalogue",
      main: [/Aldersend\s+Taking part\s+3 March 1958/, /Corvane\s+Taking part again\s+June 1971/, /Brindle Quay\s+Taking part/, /Eskerly\s+Interest only/],
      value: mark("Aldersend in Shared Catalogue: taking part"),
      note: { heading: "Aldersend in Shared Catalogue", says: ["Taking part", "3 March 1958", "Section 1, The five towns, 1st paragraph"] },
    },
    {
      title: "what the boat and the van may do, and where", question: /^What may the boat and the van do/, on: "Who allows what, and how firmly",
      rows: [
        /^Lock of Aldersend.* on Tuesdays only.*: in effect/, /^Green of Eskerly ended, March 1979/, /^Mill of Ostrand agreed, February 1981/, /bridge.* under negotiation, summer 1982/i,
      ],
      value: mark("Eskerly, Green of Eskerly for the book van; called a halt: ended"),
      note: { heading: "Green of Eskerly, Eskerly", says: ["Ended", "March 1979", "How this changed", "¶20"] },
    },
    {
      title: "when Corvane was away", question: /^When was Corvane away/, on: "Corvane", main: [/Shared Catalogue\s+Away for a time/],
      value: mark("Corvane, Shared Catalogue: away for a time"),
      note: { heading: "Corvane in Shared Catalogue", says: ["Away for a time", "after the flood", "January 1968", "¶10"] },
    },
  ],
  deep: {
    unit: "corvane", name: "Corvane", statement: mark("Each of the four other libraries pays between"),
    place: /^¶\d+\. Section 3, Losses and money, 3rd paragraph/, heading: "Section 3, Losses and money, 3rd paragraph",
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
    ["#/", mark("No library but Aldersend has entered the Standing Exchange"), STATED],
    ["#/", mark("Corvane, Shared Catalogue: taking part again"), "Corvane in Shared Catalogue"],
    ["#/", mark("Fallow End: In use, pelted"), "Fallow End on the Book boat"],
    ["#/countries/aldersend", mark("Aldersend, Shared Catalogue: taking part"), "Aldersend in Shared Catalogue"],
    ["#/countries/aldersend", mark("Aldersend, Lock of Aldersend[^:]*: in effect"), "Lock of Aldersend, Aldersend"],
    ["#/countries/aldersend", mark("Aldersend takes part in the Bindery"), STATED],
    ["#/countries/aldersend", /^Why did Dunmarrow decline Aldersend’s offer/, "What the article leaves open"],
    ["#/programmes", mark("Dunmarrow, Standing Exchange: talks broken off"), "Dunmarrow in Standing Exchange"],
    ["#/programmes", mark("Eskerly, Shared Catalogue: interest only"), "Eskerly in Shared Catalogue"],
    ["#/programmes/common-ticket", mark("Aldersend in Common Ticket: taking part"), "Aldersend in Common Ticket"],
    ["#/routes", mark("Eskerly, Green of Eskerly for the book van; called a halt: ended"), "Green of Eskerly, Eskerly"],
    ["#/source/0.intro.1", mark("The account was made up so that"), STATED],
    ["#/gaps", /^Who cut the plates out/, "What the article leaves open"],
    ["#/glossary", "Heron", "Heron"],
  ],
};

export const ATLASES = [EMBEDDED, EXAMPLE];

/** The main heading of a page of an atlas. */
export const headingOf = ({ kinds }, path) => kinds.find((kind) => kind.path === path).heading;

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
