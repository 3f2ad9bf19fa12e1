// The one facade that walks are written over, with a driver each for Chromium, Firefox and WebKit in drivers/.
//
//   const browser = await launch("chromium", { scheme: "dark" });
//   const page = await browser.newPage({ width: 360, height: 780 });
//
// newPage({ width, height, scheme: "light" | "dark", reducedMotion, forcedColours, before })
//     A page without memory of others. `before` is a function run in each document before its scripts (not in WebKit).
//     Firefox and WebKit take the scheme at launch(), the others' settings are Chromium's alone; what cannot be had throws.
//
// What a reader does
//     page.open(url)                  goes there and waits for the document (a new fragment alone loads nothing)
//     page.ready([ms])                waits until the app stands
//     page.click(role, name, [nth])   clicks what has that role and accessible name (a string, whole; or a RegExp)
//     page.press(keys)                a key by its DOM name, with modifiers: "Tab", "Enter", "Shift+Tab", "Control+k", "a"
//     page.type(text)                 types into what has the focus
//     page.back([steps]), page.forward([steps]), page.reload()
//     page.resize(width, height)
//
// What a reader finds
//     page.find(role, name)           [{ role, name, tag, id, text, href, current, expanded, pressed, selected, checked }] of the visible matches
//     page.read([selector])           visible text, of the page or of the first match
//     page.focused()                  the same record of what has the focus
//     page.title(), page.url()
//     page.clipboard()                the text in the clipboard; undefined where it cannot be read (only Chromium lets it)
//     page.screenshot(file, { full })
//     page.console                    [{ kind, text }]: all that stood in the console, uncaught errors included (not in WebKit)
//     page.requests                   [url]: all that was asked for (in WebKit: by the timing records of the last document)
//
// Where the above does not do
//     page.evaluate(fn, ...args)      runs fn in the page; arguments and result are plain data
//     page.until(fn, [ms], ...args)   waits until fn is true in the page; untilTrue() takes an expression instead
//     page.raw                        the driver's own page (playwright, puppeteer)
//     axe(page)                       of axe.mjs: what axe finds, one line each (Chromium alone)
//     page.another()                  another window of the same reader, with the same storage (not in WebKit); goes with the page
//     page.close(), browser.close()
//
// Elements are found by the same code in every browser (locate.mjs), so that a walk means the same in each.

import { chromium } from "./drivers/chromium.mjs";
import { firefox } from "./drivers/firefox.mjs";
import { webkit } from "./drivers/webkit.mjs";

const LAUNCH = { chromium, firefox, webkit };

/** Starts a browser by its name. */
export function launch(name, options = {}) {
  return LAUNCH[name](options);
}
