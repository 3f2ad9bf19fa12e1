// Keys that are characters: not taken with Ctrl, Alt or Meta, nor while an input method puts a word together, and not at all where a
// reader has switched them off. And the focus is somewhere after what had it has gone; what scrolls sideways does so by keys.

import assert from "node:assert/strict";
import { ATLASES, enter, start } from "../atlases.mjs";
import { goTo } from "../site.mjs";

/** Presses a key with modifiers as a browser tells the page of it; whether the page held the browser's own act back. */
const key = (page, options) => page.evaluate((options) => {
  const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...options });
  (document.activeElement ?? document.body).dispatchEvent(event);
  return event.defaultPrevented;
}, options);

const inSearch = (page) => page.evaluate(() => document.activeElement?.id === "search");
const helps = (page) => page.evaluate(() => document.getElementById("help") !== null);

export const walks = ATLASES.flatMap((atlas) => [
  {
    title: `with Ctrl, Alt or Meta the characters are the browser's${atlas.of}`,
    async run(tools) {
      const { page } = await start(tools, atlas, "#/countries");
      for (const modifier of ["ctrlKey", "altKey", "metaKey"]) {
        for (const character of ["/", "?"]) {
          assert.equal(await key(page, { key: character, [modifier]: true }), false, `${modifier} ${character} is not held back`);
          assert.ok(!(await inSearch(page)) && !(await helps(page)), `${modifier} ${character} does nothing here`);
        }
      }
      await page.press("/");
      await page.until(() => document.activeElement?.id === "search", 5000);
    },
  },
  {
    title: `they can be switched off, and stay so${atlas.of}`,
    async run(tools) {
      const { page, server } = await start(tools, atlas, "#/countries");
      await page.press("?");
      await page.click("button", /^Switch \/ and \? off$/);
      await page.until(() => document.querySelector("#help [aria-pressed=true]"), 5000);
      await page.press("Escape");
      await page.until(() => !document.getElementById("help"), 5000);
      for (const round of [1, 2]) {
        await page.press("/");
        await page.press("?");
        assert.ok(!(await inSearch(page)) && !(await helps(page)), `round ${round}: neither is taken`);
        await enter(page, server, atlas, "#/countries");
      }
      await page.press("Control+k");
      await page.until(() => document.activeElement?.id === "search", 5000);
    },
  },
  {
    title: `an input method's Enter does not start the search${atlas.of}`,
    async run(tools) {
      const { page } = await start(tools, atlas);
      await page.evaluate(() => document.getElementById("search").focus());
      await page.type("a");
      for (const options of [{ isComposing: true }, { keyCode: 229 }]) {
        const held = await key(page, { key: "Enter", ...options });
        assert.equal(held, false, "the key is left to the input method");
      }
      assert.ok(!(await page.url()).includes("search"), "no search was begun");
      await page.press("Enter");
      await page.until(() => location.hash.includes("/search"), 5000);
    },
  },
  {
    title: `Tab out of the search with its list open leads on in the page${atlas.of}`,
    async run(tools) {
      const { page } = await start(tools, atlas);
      await page.evaluate(() => document.getElementById("search").focus());
      await page.type(atlas.search.words.slice(0, 4));
      await page.until(() => document.querySelectorAll("#search-list [role=option]").length > 0, 10_000);
      await page.press("Tab");
      const after = await page.evaluate(() => [document.activeElement?.localName, document.activeElement?.id, document.querySelector(".search-list") === null]);
      assert.notEqual(after[0], "body", "the focus is somewhere");
      assert.ok(await page.evaluate(() => document.activeElement.isConnected && !document.activeElement.closest(".search-list")), `it is beyond the list: ${after}`);
      await page.press("Shift+Tab");
      await page.until(() => document.activeElement?.id === "search", 5000);
    },
  },
  {
    title: `every stop of Tab can be seen on a phone${atlas.of}`,
    browsers: ["chromium"],
    async run(tools) {
      const { page } = await start(tools, atlas, "#/", { width: 360, height: 700 });
      const lost = [];
      for (const path of ["#/programmes", "#/routes", "#/statements", "#/timeline"]) {
        await goTo(page, atlas.at(path), /./);
        for (let presses = 0; presses < 50; presses++) {
          await page.press("Tab");
          const stop = await page.evaluate(() => {
            const element = document.activeElement;
            if (element === document.body) return undefined;
            const { width, height, left, right } = element.getBoundingClientRect();
            return width > 1 && height > 1 && right > 0 && left < innerWidth ? undefined : `<${element.localName}> ${element.textContent.trim().slice(0, 40)}`;
          });
          if (stop) lost.push(`${path}: ${stop}`);
        }
      }
      assert.deepEqual(lost, []);
    },
  },
  {
    title: `what scrolls sideways scrolls with the arrow keys${atlas.of}`,
    browsers: ["chromium"],
    async run(tools) {
      const { page } = await start(tools, atlas, "#/", { width: 360, height: 700 });
      let tried = 0;
      for (const { path, heading } of atlas.kinds) {
        await goTo(page, atlas.at(path), heading);
        const scrollers = await page.evaluate(() => [...document.querySelectorAll("main *")].filter((element) =>
          element.scrollWidth > element.clientWidth + 8 && /auto|scroll/.test(getComputedStyle(element).overflowX) && element.checkVisibility())
          .map((element, n) => { element.dataset.scroller = String(n); return element.tabIndex >= 0 || element.querySelector("a[href], button") !== null; }));
        for (const [n, reached] of scrollers.entries()) {
          assert.ok(reached, `${path}: scroller ${n} can be reached by keyboard`);
          await page.evaluate((n) => {
            const element = document.querySelector(`[data-scroller="${n}"]`);
            element.scrollLeft = 0;
            (element.tabIndex >= 0 ? element : element.querySelector("a[href], button")).focus();
            element.scrollIntoView({ block: "center" });
            element.scrollLeft = 0;
          }, n);
          const before = await page.url();
          for (let presses = 0; presses < 4; presses++) await page.press("ArrowRight");
          await page.until((n) => document.querySelector(`[data-scroller="${n}"]`).scrollLeft > 0, 5000, n);
          assert.equal(await page.url(), before, `${path}: no other note opens`);
          tried++;
        }
      }
      assert.ok(tried > 0, "something scrolls sideways at all");
    },
  },
]);
