// Six pages as pictures, beside those of ../pictures, so that a later change of the look shows. Texts are left out: they differ with
// the system's fonts, and what they say is tested elsewhere. `ATLAS_GOLDEN=write` keeps the new pictures.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { figure } from "../counts.mjs";
import { open } from "../site.mjs";

const KEPT = fileURLToPath(new URL("../pictures", import.meta.url));
const SEEN = fileURLToPath(new URL("../shots/failed", import.meta.url));

/** Share of the picture that may differ: edges of lines are drawn a little otherwise from browser to browser. */
const TOLERATED = 0.003;

const WIDE = { width: 1440, height: 1400 };
const PHONE = { width: 390, height: 1400 };

const PICTURES = [
  ["overview", "#/", WIDE],
  ["overview-phone", "#/", PHONE],
  ["unit", "#/countries/kazakhstan", WIDE],
  ["programmes", "#/programmes", WIDE],
  ["routes", "#/routes", WIDE],
  ["timeline", "#/timeline", WIDE],
  ["compare-dark", "#/compare?of=kazakhstan,uzbekistan", { ...WIDE, scheme: "dark" }],
];

const STILL = "* { color: transparent !important; caret-color: transparent !important; } svg text { fill: transparent !important; stroke: none !important; }";

/** The width of a line in the system's sans serif and in the atlas's serif: rows break elsewhere where it differs. */
const fonts = () => {
  const measure = document.createElement("canvas").getContext("2d");
  return ["sans-serif", "Newsreader"].map((family) => {
    measure.font = `100px ${family}`;
    return Math.round(measure.measureText("Where the article says so, paragraph 24").width);
  }).join("-");
};

export const walks = [
  {
    title: "six pages look as they did",
    browsers: ["chromium"],
    async run({ serve, newPage }) {
      const server = await serve();
      const writes = process.env.ATLAS_GOLDEN === "write";
      await mkdir(KEPT, { recursive: true });
      const differing = [];
      for (const [name, path, window] of PICTURES) {
        const page = await newPage(window);
        await open(page, server.url + path);
        await page.evaluate(() => document.fonts.ready.then(() => true));
        const own = await page.evaluate(fonts);
        if (writes) await writeFile(`${KEPT}/fonts.txt`, `${own}\n`);
        const kept = (await readFile(`${KEPT}/fonts.txt`, "utf8")).trim();
        if (own !== kept) {
          figure(`pictures: not compared, for this system's fonts are others (${own}, not ${kept})`);
          return;
        }
        // A style element is against the policy, a sheet made by script is not.
        await page.evaluate((rules) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(rules);
          document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        }, STILL);
        const shot = await page.raw.screenshot({ animations: "disabled" });
        const file = `${KEPT}/${name}.png`;
        if (writes) {
          await writeFile(file, shot);
          continue;
        }
        const [now, then] = [PNG.sync.read(shot), PNG.sync.read(await readFile(file))];
        const { width, height } = then;
        if (now.width !== width || now.height !== height) {
          differing.push(`${name} is ${now.width} by ${now.height} px, not ${width} by ${height}`);
          continue;
        }
        const difference = new PNG({ width, height });
        const share = pixelmatch(now.data, then.data, difference.data, width, height, { threshold: 0.2 }) / (width * height);
        if (share <= TOLERATED) continue;
        await mkdir(SEEN, { recursive: true });
        await writeFile(`${SEEN}/picture-${name}.png`, PNG.sync.write(difference));
        differing.push(`${name}: ${(100 * share).toFixed(2)} % differ, marked in ${SEEN}/picture-${name}.png`);
      }
      if (differing.length > 0) throw new Error(`${differing.join("\n")}\nwhere that is meant: ATLAS_GOLDEN=write cargo xtask e2e chromium pictures`);
    },
  },
];
