// Random actions with a fixed seed: whatever a reader presses, types or chooses, there is a page with its heading and no uncaught error.

import assert from "node:assert/strict";
import { count, figure, random } from "../counts.mjs";
import { KINDS, NOTES, open } from "../site.mjs";

const SEED = 20_090_107;
const KEYS = ["Tab", "Shift+Tab", "Enter", "Escape", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", " ", "Home", "End", "/", "?", "a", "j", "k", "[", "]"];

/** Saving asks the browser to ask its reader where to, and links to files or other hosts leave: both end where the page cannot see. */
function stay() {
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a");
    if (link && !link.getAttribute("href").startsWith("#")) event.preventDefault();
  }, { capture: true });
  HTMLAnchorElement.prototype.click = () => {};
  globalThis.print = () => {};
}

/** Some acts in the page itself, with what can be pressed there now. Gives the numbers of headings seen that were not one. */
async function acts(given) {
  const bad = [];
  const drawn = () => new Promise((resolve) => setTimeout(() => requestAnimationFrame(() => setTimeout(resolve)), 5));
  for (const [act, number, text] of given) {
    const all = [...document.querySelectorAll("a[href^='#'], button, summary, select, input:not([type=file]), textarea, [tabindex]")].filter((e) => e.checkVisibility());
    const chosen = all[Math.floor(number * all.length)];
    globalThis.steps = act === "back" ? Math.max(0, (globalThis.steps ?? 0) - 1) : (globalThis.steps ?? 0) + (act === "go" && location.hash !== text ? 1 : 0);
    const seen = `${location.hash} ${act} ${chosen?.outerHTML.slice(0, 120)}`;
    if (act === "go") location.hash = text;
    // Never before the first page of this document.
    else if (act === "back" && (globalThis.steps ?? 0) > 2) history.back();
    else if (act === "forward") history.forward();
    else if (act === "storage") dispatchEvent(new StorageEvent("storage", { key: text, newValue: text }));
    else if (act === "resize") dispatchEvent(new Event("resize"));
    else if (!chosen) continue;
    else if (chosen.localName === "select") {
      chosen.selectedIndex = Math.floor(number * 97) % Math.max(1, chosen.options.length);
      chosen.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (/^(input|textarea)$/.test(chosen.localName) && chosen.type !== "checkbox") {
      chosen.focus();
      chosen.value = text;
      chosen.dispatchEvent(new InputEvent("input", { bubbles: true }));
    } else if (act === "focus") chosen.focus();
    else if (!/^Reload/.test(chosen.textContent.trim())) chosen.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window }));
    await drawn();
    if (document.querySelectorAll("h1").length !== 1) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      if (document.querySelectorAll("h1").length !== 1) bad.push(seen);
    }
  }
  return bad;
}

export const walks = [
  {
    title: "random actions",
    browsers: ["chromium", "firefox"],
    seconds: 5_400,
    async run({ browser, serve, newPage }) {
      const all = count(300, 20_000);
      const server = await serve();
      const page = await newPage({ before: stay });
      await open(page, server.url);
      const { next, pick, below } = random(SEED);
      const paths = [...KINDS, ...NOTES].map(({ path }) => path);
      let done = 0;
      while (done < all) {
        // In the page, and by real keys between.
        const some = Math.min(50, all - done);
        const given = Array.from({ length: some }, () => [pick(["click", "click", "click", "click", "focus", "go", "back", "forward", "storage", "resize"]), next(), pick([...paths, "a", "2005", "=x", "\u202e", "atlas.theme"])])
          .map(([act, number, text]) => (act === "go" && !text.startsWith("#") ? [act, number, "#/"] : [act, number, text]));
        const bad = await page.evaluate(acts, given);
        assert.deepEqual(bad, [], `after ${done} actions`);
        done += some;
        for (let keys = Math.min(5, all - done); keys > 0; keys--, done++) await page.press(pick(KEYS));
        if (below(20) === 0) {
          await page.resize(pick([360, 800, 1280]), pick([640, 900]));
          await open(page, server.url + pick(paths));
        }
        await page.until(() => document.querySelectorAll("h1").length === 1, 10_000);
        const uncaught = page.console.filter(({ kind, text }) => kind === "uncaught" || (kind === "error" && !/clipboard|NotAllowed/i.test(text)));
        assert.deepEqual(uncaught, [], `after ${done} actions`);
      }
      figure(`random actions in ${browser.name}: ${done}, always one main heading, no uncaught error; seed ${SEED}`);
    },
  },
];
