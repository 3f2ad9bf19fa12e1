// Runs the walks: every file of walks/ in every browser at hand, each walk with a server and pages of its own, the browsers side by
// side.
//
//   node tests/e2e/run.mjs [NAME...]     names of browsers, of files in walks/, or parts of a walk's title
//   node tests/e2e/run.mjs --deep NAME   the walks of files in deep/ instead, which go on for long
//
// `cargo xtask e2e` sees to browsers and packages first, and says in ATLAS_BROWSERS which browsers there are.
//
// A file of walks/ exports `walks`: a list of { title, browsers?, run }. `run` gets
//     browser                  what launch() gave; its name is browser.name
//     serve(options)           starts a server (server.mjs), ended after the walk
//     newPage(options)         opens a page (driver.mjs), closed after the walk
//     dark()                   the same browser started in the dark scheme, where that is a matter of starting
// and fails by throwing; node:assert is at hand. It fails as well by a report of what is against the policy, and by a request to
// another host.

import { mkdir, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { launch } from "./driver.mjs";
import { serve as startServer } from "./server.mjs";

const ALL = ["chromium", "firefox", "webkit"];
const isDeep = process.argv[2] === "--deep";
const folder = isDeep ? "deep" : "walks";
const wanted = process.argv.slice(isDeep ? 3 : 2);
const atHand = (process.env.ATLAS_BROWSERS ?? ALL.join(",")).split(",").filter(Boolean);
const chosen = wanted.filter((name) => ALL.includes(name));
const browsers = atHand.filter((name) => chosen.length === 0 || chosen.includes(name));
const words = wanted.filter((name) => !ALL.includes(name));
const failures = fileURLToPath(new URL("shots/failed", import.meta.url));

const files = (await readdir(new URL(folder, import.meta.url))).filter((file) => file.endsWith(".mjs")).sort();
const walks = [];
for (const file of files) {
  for (const walk of (await import(`./${folder}/${file}`)).walks) {
    const name = `${file.replace(".mjs", "")}: ${walk.title}`;
    // A part of the long ones is a whole file: its name may begin another's.
    const fits = (word) => (isDeep ? file === `${word}.mjs` : name.includes(word));
    if (words.length === 0 || words.some(fits)) walks.push({ ...walk, name });
  }
}

let passed = 0;
let failed = 0;
// The browsers side by side: a walk waits more than it works, and none knows of the others.
await Promise.all(browsers.map(async (name) => {
  const mine = walks.filter((walk) => (walk.browsers ?? ["chromium", "firefox"]).includes(name));
  if (mine.length === 0) return;
  const started = new Map();
  const start = async (scheme) => {
    if (!started.has(scheme)) started.set(scheme, await launch(name, { scheme }));
    return started.get(scheme);
  };
  try {
    for (const walk of mine) {
      const begun = Date.now();
      let error = await tried(walk, start);
      let again = "";
      // WebKitGTK now and then loses a browser, and stops a program at about every fortieth start (docs/decisions.md): a walk that only waited in
      // vain, or whose program stopped, gets one more there, and both are told. What is wrong in the page fails twice.
      if (name === "webkit" && /waited|did not answer|The atlas has stopped/.test(error?.message)) {
        again = `, at the second attempt; the first: ${error.message}`;
        error = await tried(walk, start);
      }
      const seconds = ((Date.now() - begun) / 1000).toFixed(1);
      const lines = [`${error ? "FAILED" : "passed"}  ${name.padEnd(8)}  ${walk.name} (${seconds} s${again})`];
      if (error) lines.push(`        ${String(error.stack ?? error).replaceAll("\n", "\n        ")}`);
      console.log(lines.join("\n"));
      error ? failed++ : passed++;
    }
  } catch (error) {
    // The browser itself did not start.
    console.log(`FAILED  ${name}: ${error.stack ?? error}`);
    failed++;
  } finally {
    for (const browser of started.values()) await browser.close().catch(() => {});
  }
}));
if (passed + failed === 0) {
  console.log(`nothing to run: no walk or browser at hand fits ${wanted.join(" ") || "(all)"}`);
  failed = 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

/** What went wrong with one walk, if anything did. */
function tried(walk, start) {
  return attempt(walk, start).then(() => undefined, (error) => error);
}

/** One walk, with everything that it opened closed again, and a picture of what it saw last when it failed. */
async function attempt(walk, start) {
  const browser = await start("light");
  const pages = [];
  const servers = [];
  const opener = (from) => async (options) => {
    const page = await from.newPage(options);
    pages.push(page);
    return page;
  };
  const tools = {
    browser,
    newPage: opener(browser),
    async serve(options) {
      const server = await startServer(options);
      servers.push(server);
      return server;
    },
    async dark() {
      const dark = await start("dark");
      return { ...dark, newPage: opener(dark) };
    },
  };
  try {
    await inTime(walk.run(tools), walk.seconds ?? 120);
    const against = servers.flatMap((server) => server.violations);
    if (against.length > 0) throw new Error(`against the policy: ${against.join("\n")}`);
    const elsewhere = pages.flatMap((page) => page.requests).filter((url) => /^(https?|wss?):/.test(url) && new URL(url).hostname !== "127.0.0.1");
    if (elsewhere.length > 0) throw new Error(`asked of another host: ${elsewhere.join(" ")}`);
  } catch (error) {
    await mkdir(failures, { recursive: true });
    const file = `${failures}/${browser.name}-${walk.name.replace(/[^a-z0-9]+/gi, "-")}.png`;
    const stopped = pages.at(-1) && await inTime(pages.at(-1).evaluate(() => document.querySelector("#trouble:not([hidden])")?.textContent), 10).catch(() => undefined);
    if (stopped) error.message += `; the page says: ${stopped}`;
    const seen = pages.at(-1) && await inTime(pages.at(-1).screenshot(file), 10).then(() => true, () => false);
    if (seen) error.stack += `\nseen last: ${file}`;
    throw error;
  } finally {
    for (const page of pages) await inTime(page.close(), 10).catch(() => {});
    for (const server of servers) await server.close();
  }
}

/** Bounds what could hang for ever. */
async function inTime(promise, seconds) {
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`not done after ${seconds} s`)), seconds * 1000); });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
