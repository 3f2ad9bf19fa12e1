// Pictures of the built site, for the eyes: each page named at three widths in both schemes, whole pages, into shots/.
//
//   node tests/e2e/shots.mjs [--widths=360,1024,1600] [--schemes=light,dark] ['#/' '#/countries' ...]
//
// Uses the site in dist/ as it is (ATLAS_DIST names another). A page that does not get ready is photographed all the same.

import { mkdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { launch } from "./driver.mjs";
import { serve } from "./server.mjs";

const option = (name, usual) => {
  const given = process.argv.find((word) => word.startsWith(`--${name}=`));
  return (given ? given.slice(name.length + 3) : usual).split(",");
};
const widths = option("widths", "360,1024,1600").map(Number);
const schemes = option("schemes", "light,dark");
const routes = process.argv.slice(2).filter((word) => !word.startsWith("--"));
if (routes.length === 0) routes.push("#/");

const folder = fileURLToPath(new URL("shots", import.meta.url));
const heights = { 360: 780, 1024: 768, 1600: 1000 };
const name = (route) => route.replace(/^#\/?/, "").replace(/[^a-z0-9.=-]+/gi, "_") || "overview";

await mkdir(folder, { recursive: true });
const server = await serve();
const browser = await launch("chromium");
let troubled = 0;
try {
  for (const scheme of schemes) {
    for (const width of widths) {
      const page = await browser.newPage({ width, height: heights[width] ?? 900, scheme });
      for (const route of routes) {
        const file = `${folder}/${name(route)}-${width}-${scheme}.png`;
        await rm(file, { force: true });
        await page.open("about:blank");
        await page.open(server.url + route);
        const ready = await page.ready(5000).then(() => true, () => false);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        await page.screenshot(file, { full: true });
        const notes = [];
        if (!ready) notes.push("NOT READY");
        if (over > 0) notes.push(`${over} px WIDER than the window`);
        for (const line of page.console.splice(0)) notes.push(`console ${line.kind}: ${line.text}`);
        troubled += notes.length > 0;
        console.log(`${file}${notes.length ? `\n    ${notes.join("\n    ")}` : ""}`);
      }
      await page.close();
    }
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(`${routes.length * widths.length * schemes.length} pictures, ${troubled} with something to look into`);
