// Text that others change: browsers that translate a page put elements in the place of its texts, extensions split texts and wrap
// the pieces. Each then walks through thirty pages with notes, a search and other dates, and every page has to say what it says to a
// reader without them.

import assert from "node:assert/strict";
import { ATLASES, enter } from "../atlases.mjs";
import { goTo } from "../site.mjs";

/** What changes texts: in the page, by its kind. Runs there. */
function changeTexts(kind) {
  const LEFT = "script, style, noscript, textarea, svg, [data-changed]";
  const texts = (root) => {
    const found = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (text.data.trim() && !text.parentElement?.closest(LEFT)) found.push(text);
    }
    return found;
  };
  const made = (name) => {
    const element = document.createElement(name);
    element.dataset.changed = "";
    return element;
  };
  // A translator takes the text out of the document and puts its own into two elements.
  const translate = (text) => {
    const [outer, inner] = [made("font"), made("font")];
    inner.textContent = text.data;
    outer.append(inner);
    text.replaceWith(outer);
  };
  // An annotator splits the text, and wraps the first piece in one element and the second in another.
  const annotate = (text) => {
    const rest = text.data.length > 3 ? text.splitText(text.data.length >> 1) : undefined;
    for (const piece of [text, rest].filter(Boolean)) {
      const mark = made("span");
      piece.replaceWith(mark);
      mark.append(piece);
    }
  };
  // Another kind of translator writes each paragraph anew: its elements stay, and come after all else that it holds.
  const rewrite = (text) => {
    const paragraph = text.parentElement;
    if (!paragraph?.isConnected || !paragraph.matches("p, h1, h2, h3, li, dd, dt, summary, button, td, th, figcaption, legend, label")) return;
    for (const node of [...paragraph.childNodes]) {
      if (node.nodeType === Node.TEXT_NODE) {
        node.remove();
        paragraph.append(node.data);
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        paragraph.append(node);
      }
    }
  };
  const act = { translator: translate, annotator: annotate, rewriter: rewrite }[kind];
  globalThis.changeAll = () => texts(document.body).forEach(act);
}

/** All texts of the page in reading order, whoever put them there, spaces apart. Runs in the page. */
function said() {
  const seen = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let text = "";
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("script, style, noscript")) text += walker.currentNode.data;
    return text;
  };
  return [document.title, ...["header", ".as-of-banner", "main", "#margin", "footer", "body > [role=status], #app > [role=status]"].map((part) => {
    const element = document.querySelector(part);
    return element ? seen(element).replace(/\s+/g, "") : "";
  })];
}

const settled = async (page) => {
  await page.until(() => new Promise((done) => setTimeout(() => done(true), 60)));
  await page.until(() => !document.querySelector("#app")?.hasAttribute("aria-busy"));
};

/** The way: addresses, and acts on what stands there. */
function way(atlas) {
  const { kinds, notes, back, bundle } = atlas;
  const steps = [];
  for (const [n, { path, heading }] of kinds.entries()) {
    steps.push({ path, heading });
    if (notes[n]) steps.push({ path: notes[n].path, heading: /./ });
  }
  const unit = `#/countries/${bundle.countries[1].id}`;
  steps.push({ path: unit, heading: bundle.countries[1].name });
  steps.push({ path: `#/countries/${back.unit}`, heading: back.name });
  for (const date of back.away) steps.push({ path: `#/countries/${back.unit}?as-of=${date}`, heading: back.name });
  steps.push({ path: `#/countries/${back.unit}?as-of=${back.away[0]}&note=${back.id}`, heading: back.name });
  steps.push({ path: `#/countries/${back.unit}?note=${back.id}`, heading: back.name });
  for (const word of ["a", "of the", "zzzz", atlas.search.words]) steps.push({ path: `#/search?q=${encodeURIComponent(word)}`, heading: "Search" });
  for (const word of ["a", atlas.search.words]) steps.push({ path: `#/statements?q=${encodeURIComponent(word)}`, heading: /statement/i });
  steps.push({ path: "#/", heading: kinds[0].heading });
  steps.push({ path: `#/?as-of=${back.away[0]}`, heading: /./ });
  steps.push({ path: "#/countries?as-of=someday", heading: /./ });
  return steps;
}

/** Types into the box of the masthead, and what it then says of its results. */
async function types(page, atlas) {
  await page.evaluate(() => document.getElementById("search").focus());
  await page.type(atlas.search.words);
  await page.until(() => document.querySelectorAll("#search-list [role=option]").length > 0, 10_000);
  await settled(page);
}

/** Goes the way, and gives what each page says. */
async function goes(page, atlas, changed) {
  const found = [];
  const note = async (what) => {
    await settled(page);
    found.push([what, ...(await page.evaluate(said))]);
    if (changed) await page.evaluate(() => changeAll());
  };
  for (const { path, heading } of way(atlas)) {
    await goTo(page, atlas.at(path), heading).catch(() => {});
    await note(path);
  }
  await types(page, atlas);
  await note("a search");
  await page.evaluate(() => { document.activeElement.blur(); });
  await goTo(page, atlas.at(`#/statements/${atlas.statements[0]}`), /./).catch(() => {});
  for (const button of ["Save to notes", /^Remove ?from your notes$/]) {
    await page.evaluate(() => [...document.querySelectorAll("main button")].find(({ textContent }) => /^(Save to notes|Remove)/.test(textContent)).click());
    await note(`pressed ${button}`);
  }
  return found;
}

async function compared(tools, atlas, kind, begin) {
  const server = await tools.serve();
  const clean = await tools.newPage();
  await enter(clean, server, atlas);
  const wanted = await goes(clean, atlas, false);
  await clean.close();
  const page = await tools.newPage();
  await enter(page, server, atlas);
  await page.evaluate(changeTexts, kind);
  const always = await begin(page);
  const found = await goes(page, atlas, always);
  const differ = [];
  for (const [at, parts] of wanted.entries()) {
    const own = found[at];
    const other = parts.findIndex((part, n) => part !== own[n]);
    if (other < 0) continue;
    const from = [...parts[other]].findIndex((letter, n) => letter !== own[other][n]);
    const shown = (text) => text.slice(Math.max(0, from - 20), from + 60);
    differ.push(`${parts[0]}, part ${other}: “${shown(own[other])}” in the place of “${shown(parts[other])}”`);
  }
  assert.deepEqual(differ, [], `${differ.length} of ${wanted.length} pages say something else`);
}

const once = async (page) => { await page.evaluate(() => changeAll()); return false; };
const everywhere = async (page) => { await page.evaluate(() => changeAll()); return true; };
const observing = async (page) => {
  await page.evaluate(() => {
    const observer = new MutationObserver(() => {
      changeAll();
      observer.takeRecords();
    });
    changeAll();
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  });
  return false;
};

export const walks = ATLASES.flatMap((atlas) => [
  { title: `a translator at the start${atlas.of}`, kind: "translator", begin: once },
  { title: `a translator on every page, when it stands${atlas.of}`, kind: "translator", begin: everywhere },
  { title: `a translator that follows every change${atlas.of}`, kind: "translator", begin: observing },
  { title: `an annotator on every page, when it stands${atlas.of}`, kind: "annotator", begin: everywhere },
  { title: `an annotator that follows every change${atlas.of}`, kind: "annotator", begin: observing },
  { title: `a translator that writes paragraphs anew, on every page${atlas.of}`, kind: "rewriter", begin: everywhere },
].map(({ title, kind, begin }) => ({
  title,
  seconds: 240,
  // The second dataset is for other pages, not for other browsers: there the strictest one goes through both.
  browsers: atlas.of && begin !== observing ? ["chromium"] : ["chromium", "firefox"],
  run: (tools) => compared(tools, atlas, kind, begin),
})));
