// Large text, coarse pointers, forced colours: what readers set for all pages, and what must be left of this one.

import assert from "node:assert/strict";
import { ATLASES, enter, start } from "../atlases.mjs";
import { goTo } from "../site.mjs";
import { tooWide } from "./narrow.mjs";

export const walks = ATLASES.flatMap((atlas) => [
  ...[150, 200].map((percent) => ({
    title: `text at ${percent} % on a phone of 375 px scrolls down only${atlas.of}`,
    seconds: 180,
    async run(tools) {
      const { page } = await start(tools, atlas, "#/", { width: 375, height: 700 });
      await page.evaluate((percent) => { document.documentElement.style.fontSize = `${percent}%`; }, percent);
      const found = [];
      for (const { path, heading } of atlas.kinds) {
        await goTo(page, atlas.at(path), heading);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (wide > 0) found.push(`${path}: ${wide} px wider than the window`, ...(await tooWide(page)).slice(0, 3).map((line) => `  ${line}`));
      }
      assert.deepEqual(found, [], "no page scrolls sideways");
    },
  })),
  {
    title: `where colours are forced, the current page and the chosen theme are still told${atlas.of}`,
    browsers: ["chromium"],
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage({ forcedColours: true, width: 1280 });
      await enter(page, server, atlas, "#/countries");
      const looks = (selector) => page.evaluate((selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).map((element) => {
        const { backgroundColor, color, textDecorationLine, borderBottomStyle, borderBottomWidth, borderBottomColor, outlineStyle, fontWeight } = getComputedStyle(element);
        return JSON.stringify([backgroundColor, color, textDecorationLine, borderBottomStyle, borderBottomWidth, borderBottomStyle !== "none" && borderBottomColor, outlineStyle, fontWeight]);
      }), selector);
      const [here] = await looks(".main-pages a[aria-current=page]");
      const [there] = await looks(".main-pages a:not([aria-current])");
      assert.notEqual(here, there, "the current page looks other than the others");
      const [pressed] = await looks(".footer .seg [aria-pressed=true]");
      const [other] = await looks(".footer .seg [aria-pressed=false]");
      assert.notEqual(pressed, other, "the chosen theme looks other than the others");
    },
  },
  {
    title: `on a touch screen every field has letters of 16 px at least${atlas.of}`,
    browsers: ["chromium"],
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage({ width: 375, height: 700 });
      // A pointer is coarse where the device has touch alone.
      const session = await page.raw.context().newCDPSession(page.raw);
      await session.send("Emulation.setEmulatedMedia", { features: [{ name: "pointer", value: "coarse" }, { name: "any-pointer", value: "coarse" }] });
      await session.send("Emulation.setTouchEmulationEnabled", { enabled: true });
      await session.send("Emulation.setDeviceMetricsOverride", { width: 375, height: 700, deviceScaleFactor: 2, mobile: true });
      await enter(page, server, atlas);
      const small = [];
      for (const path of ["#/", "#/open", "#/statements", "#/about", "#/timeline"]) {
        await goTo(page, atlas.at(path), /./);
        await page.evaluate(() => { for (const fold of document.querySelectorAll("details")) fold.open = true; });
        small.push(...(await page.evaluate(() => {
          if (!matchMedia("(pointer: coarse)").matches) return ["the pointer is not coarse"];
          return [...document.querySelectorAll("input:not([type=file]):not([type=checkbox]), select, textarea")].filter((field) => field.checkVisibility() && parseFloat(getComputedStyle(field).fontSize) < 16)
            .map((field) => `${field.localName}#${field.id}: ${getComputedStyle(field).fontSize}`);
        })).map((line) => `${path}: ${line}`));
      }
      assert.deepEqual(small, []);
    },
  },
]);
