// Lighthouse's four scores of the release build, mobile, served compressed: the start page, a page of the app, and one of the plain
// edition. Recorded, not gated: a score hangs on the machine.
//
//   node bench/lighthouse.mjs      after `cargo xtask build`; writes docs/evidence/lighthouse.md

import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { serve } from "../tests/e2e/server.mjs";

const ROOT = new URL("..", import.meta.url);
const PAGES = { "start page": "", "a country": "#/countries/kazakhstan", "plain edition": "plain/index.html" };
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

const site = await serve({ brotli: true });
const chrome = await launch({ chromePath: process.env.CHROME_PATH ?? "/usr/bin/chromium", chromeFlags: FLAGS });
const rows = [];
const below = [];
try {
  for (const [name, path] of Object.entries(PAGES)) {
    const { lhr } = await lighthouse(site.url + path, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: "error" });
    rows.push(`| ${name} | ${CATEGORIES.map((id) => Math.round(lhr.categories[id].score * 100)).join(" | ")} |`);
    for (const id of CATEGORIES) {
      for (const { id: audit, weight } of lhr.categories[id].auditRefs) {
        const { score, title, displayValue } = lhr.audits[audit];
        if (weight > 0 && score !== null && score < 0.9) below.push(`- ${name}, ${id}: ${title}${displayValue ? ` (${displayValue})` : ""}`);
      }
    }
    rows.version = lhr.lighthouseVersion;
  }
} finally {
  await chrome.kill();
  await site.close();
}
const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: ROOT }).toString().trim();
const text = `# Lighthouse

\`node bench/lighthouse.mjs\`, Lighthouse ${rows.version}, mobile, release build of ${commit} served with brotli, ${new Date().toISOString().slice(0, 10)}.

| page | ${CATEGORIES.join(" | ")} |
|---|---:|---:|---:|---:|
${rows.join("\n")}

Audits below 0.9:

${below.join("\n") || "none."}
`;
await mkdir(new URL("docs/evidence/", ROOT), { recursive: true });
await writeFile(new URL("docs/evidence/lighthouse.md", ROOT), text);
console.log(text);
