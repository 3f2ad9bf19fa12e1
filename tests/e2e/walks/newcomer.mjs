// The walk of a newcomer: three questions, each answered within two clicks from the start page, each with the paragraph that
// says so. In all three browsers, and on a phone.

import assert from "node:assert/strict";
import { noteOpens, onPage, open } from "../site.mjs";

/** Where an answer must say that it stands. */
const TIERS = "Section 4, 1st paragraph";
const SUPPORT = "Section 3, Security co-operation: Afghanistan, 2nd paragraph";
const LINES = "Section 3, Security co-operation: Afghanistan, 3rd paragraph";

/** A reader on the start page who counts the clicks, and may make two. */
async function newcomer({ serve, newPage }, window) {
  const server = await serve();
  const page = await newPage(window);
  await open(page, server.url);
  let clicks = 0;
  const click = (...target) => {
    clicks += 1;
    assert.ok(clicks <= 2, "an answer takes two clicks at most");
    return page.click(...target);
  };
  return { page, click };
}

/** Makes sure that a text says all of these, in this order. */
function says(text, ...words) {
  let from = 0;
  for (const word of words) {
    const at = text.indexOf(word, from);
    assert.notEqual(at, -1, `it says “${word}”, after what comes before in ${JSON.stringify(words)}:\n${text}`);
    from = at + word.length;
  }
}

async function placeInTheTiers(tools, window) {
  const { page, click } = await newcomer(tools, window);
  await click("link", /^What is Kazakhstan’s place in the tiers/);
  await onPage(page, "Kazakhstan");
  const tiers = await page.read("main");
  for (const since of [/PfP\s+Taking part\s+1995/, /PARP\s+Taking part\s+2002/, /IPAP\s+Taking part\s+January 2006/]) assert.match(tiers, since);
  assert.match(tiers, /IPP\s+Taking part/, "a programme without a date is there without one");

  await click("link", /^IPAP Taking part January 2006/);
  const note = await noteOpens(page, "Kazakhstan in Individual Partnership Action Plan (IPAP)");
  says(note, "Taking part", "January 2006", TIERS);
}

async function airfields(tools, window) {
  const { page, click } = await newcomer(tools, window);
  await click("link", /^Which airfields are used, by whom, and until when/);
  await onPage(page, "Who allows what, and how firmly");
  const rows = (await page.find("listitem")).map((row) => row.text);
  const row = (words) => assert.ok(rows.some((text) => words.test(text)), `a row that says ${words}`);
  row(/^Manas Airport.* In effect.* for United States and Coalition/);
  row(/^Dushanbe Airport In effect.* for France/);
  row(/^Airfield in Termez In effect.* for Germany/);
  row(/^Karshi-Khanabad Ended.* December 2005.* for United States/);

  await click("link", /^Karshi-Khanabad Ended/);
  says(await noteOpens(page, "Karshi-Khanabad, Uzbekistan"), "Ended", "December 2005", "until December 2005", SUPPORT);
}

async function northernLine(tools, window) {
  const { page, click } = await newcomer(tools, window);
  await click("link", /^What of the Northern Line is agreed/);
  await onPage(page, "Who allows what, and how firmly");
  // The question leads to a note at once: what is agreed is answered by one click.
  const agreed = await noteOpens(page, /./);
  says(agreed, "finalised at NATO’s Bucharest Summit in April 2008");
  says(agreed, LINES);
  says(agreed, "Words to look for", "finalised");
  const [strip] = await page.find("figure", "Northern Line of Communication");
  says(strip.text, "Russia", "Agreed", "Kazakhstan", "Approved in public", "Uzbekistan", "Approved in public", "Afghanistan");

  await click("link", /^Kazakhstan Approved in public/);
  const open = await noteOpens(page, "Kazakhstan on the Northern Line of Communication");
  says(open, "Approved in public", "September 2008", LINES);
}

const QUESTIONS = [
  ["Kazakhstan’s place in the tiers, and since when", placeInTheTiers],
  ["which airfields, whose, until when", airfields],
  ["what of the Northern Line is agreed, and what is not", northernLine],
];

export const walks = [
  ...QUESTIONS.map(([title, ask]) => ({ title, browsers: ["chromium", "firefox", "webkit"], run: (tools) => ask(tools) })),
  {
    title: "the three questions on a phone",
    async run(tools) {
      for (const [, ask] of QUESTIONS) await ask(tools, { width: 360, height: 740 });
    },
  },
  {
    title: "a value on the start page leads to its sentence in one click",
    browsers: ["chromium", "firefox", "webkit"],
    async run(tools) {
      const { page, click } = await newcomer(tools);
      await click("link", /^In January 2006 Kazakhstan became the first Partner/);
      const note = await noteOpens(page, "What is stated");
      says(note, "Who says it", "The author (A. Vinnikov)", "How firmly", "When", "January 2006", "Where it says so", `${TIERS}, 6th sentence`);
      says(note, "Words to look for", "January 2006", "IPAP", "Section 2, Tools, 3rd paragraph", "Copy citation", "Copy link");
      assert.match(note, /doi\.org\/10\.1163\/187502309787858084/);
      const marked = (await page.find("link")).filter((link) => link.current === "true");
      assert.ok(marked.length > 0 && marked.every((link) => link.name.includes("In January 2006 Kazakhstan became")), "the value is marked wherever it stands");
    },
  },
];
