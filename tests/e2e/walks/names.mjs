// Names of controls: what is visible is in the name, one name leads to one place on a page, tables have names, and there are few
// landmarks.

import assert from "node:assert/strict";
import { ATLASES, start } from "../atlases.mjs";
import { goTo } from "../site.mjs";

/** Most landmarks of a page, and most regions among them. */
const LANDMARKS = 14;

/** What is wrong with names on the page. Runs in the page. */
function wrong() {
  const squeeze = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("[aria-hidden=true]");
  const content = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute("aria-hidden") === "true") return "";
    if (node.hasAttribute("aria-label")) return node.getAttribute("aria-label");
    return [...node.childNodes].map(content).join(getComputedStyle(node).display.startsWith("inline") ? "" : " ");
  };
  const nameOf = (element) => {
    const by = element.getAttribute("aria-labelledby");
    if (by) return squeeze(by.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" "));
    return squeeze(element.getAttribute("aria-label") ?? content(element));
  };
  const visible = (element) => squeeze([...element.childNodes].map((node) => {
    const seen = (inner) => {
      if (inner.nodeType === Node.TEXT_NODE) return inner.data;
      if (inner.nodeType !== Node.ELEMENT_NODE || inner.matches(".visually-hidden, [aria-hidden=true]")) return "";
      return [...inner.childNodes].map(seen).join("");
    };
    return seen(node);
  }).join(""));
  const plain = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  const found = [];
  const targets = new Map();
  for (const control of document.querySelectorAll("a[href], button, summary")) {
    if (!shown(control)) continue;
    const name = nameOf(control);
    if (!name) found.push(`without a name: ${control.outerHTML.slice(0, 80)}`);
    if (/[\u25A0-\u27BF\u2190-\u21FF\u2610-\u2612]/u.test(name)) found.push(`a sign in the name “${name.slice(0, 60)}”`);
    if (!plain(name).includes(plain(visible(control)))) found.push(`“${visible(control).slice(0, 40)}” is called “${name.slice(0, 60)}”`);
    // A box to tick is no link to those who hear of it, and stands in a list with a name.
    const target = control.localName === "a" && control.getAttribute("role") !== "checkbox" ? control.getAttribute("href") : undefined;
    if (!target) continue;
    if (targets.has(name) && targets.get(name) !== target) found.push(`“${name.slice(0, 60)}” leads to ${targets.get(name)} and to ${target}`);
    targets.set(name, target);
  }
  const buttons = new Map();
  for (const button of document.querySelectorAll("main button")) {
    // What a notice offers, the page may offer too.
    if (!shown(button) || button.closest(".notice")) continue;
    const name = nameOf(button);
    buttons.set(name, (buttons.get(name) ?? 0) + 1);
  }
  for (const [name, count] of buttons) if (count > 1) found.push(`${count} buttons are called “${name.slice(0, 60)}”`);
  for (const table of document.querySelectorAll("table")) {
    const name = squeeze(table.caption?.textContent ?? table.getAttribute("aria-label") ?? document.getElementById(table.getAttribute("aria-labelledby"))?.textContent);
    if (!name && shown(table)) found.push(`a table without a name: ${squeeze(table.textContent).slice(0, 60)}`);
  }
  const landmarks = [...document.querySelectorAll("header, nav, main, aside, footer, [role=search], [role=region], section[aria-label], section[aria-labelledby]")].filter(shown);
  return { found: found.slice(0, 8), landmarks: landmarks.length };
}

export const walks = ATLASES.map((atlas) => ({
  title: `names say what is visible and lead to one place each${atlas.of}`,
  browsers: ["chromium"],
  seconds: 180,
  async run(tools) {
    const { page } = await start(tools, atlas);
    const found = [];
    for (const { path, heading } of atlas.kinds) {
      await goTo(page, atlas.at(path), heading);
      const { found: own, landmarks } = await page.evaluate(wrong);
      // Two permissions of one airfield are called alike there (docs/accessibility.md, "Not met").
      const known = (line) => /^#\/(changes|compare)/.test(path) && line.startsWith("“¶");
      found.push(...own.filter((line) => !known(line)).map((line) => `${path}: ${line}`));
      if (landmarks > LANDMARKS) found.push(`${path}: ${landmarks} landmarks`);
    }
    assert.deepEqual(found, [], "what is wrong with names");
  },
}));
