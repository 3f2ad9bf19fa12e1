// Another article's dataset: opened by file or address in the embedded one's place, refused with every problem at once, left again.

import assert from "node:assert/strict";
import { EXAMPLE } from "../atlases.mjs";
import { axe } from "../axe.mjs";
import { harbours } from "../bundle.mjs";
import { keepInstance } from "../instance.mjs";
import { PAGES, elements, give as giveGrown, grown } from "../growth.mjs";
import { goTo, listed, mainHeadings, noteOpens, onPage, open } from "../site.mjs";

const file = (bundle, name = "other.json") => ({ name, mimeType: "application/json", buffer: Buffer.from(typeof bundle === "string" ? bundle : JSON.stringify(bundle)) });

async function give(page, given) {
  await page.raw.setInputFiles("input[type=file]", given);
}

const banner = (page) => page.evaluate(() => document.querySelector("main > .notice")?.innerText ?? "");

export const walks = [
  {
    title: "a file opens in the place of the embedded dataset, every page of it stands, and the way back loses nothing",
    browsers: ["chromium"],
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      await open(page, `${server.url}#/statements/manas-base?as-of=2005`);
      await page.click("button", "Save to notes");
      const bundle = await harbours();
      await goTo(page, "#/open", "Open a dataset");
      await give(page, file(bundle));
      await page.until((title) => document.querySelector("main > .notice strong")?.textContent === title, 10_000, bundle.dataset.title);
      await page.until((stamp) => decodeURIComponent(location.hash).endsWith(`d=${stamp}`), 5000, `${bundle.dataset.id}@${bundle.dataset.version}`);
      assert.doesNotMatch(await page.evaluate(() => document.querySelector("header").textContent), /Supply routes|Values and interests/, "what it lacks has no page");
      const stamp = encodeURIComponent(`${bundle.dataset.id}@${bundle.dataset.version}`);
      for (const kind of ["", "countries", "programmes", "timeline", "compare", "actors", "themes", "statements", "source", "gaps", "search?q=harbour", "tray", "briefs", "teaching", "open", "glossary", "about"]) {
        await page.evaluate((hash) => { location.hash = hash; }, `#/${kind}${kind.includes("?") ? "&" : "?"}d=${stamp}`);
        await page.until((kind) => location.hash.startsWith(`#/${kind}`) && document.querySelector("main h1"), 5000, kind);
        assert.equal((await mainHeadings(page)).length, 1, kind);
        assert.doesNotMatch(await page.read("main"), /Kazakhstan|NATO|undefined/, kind);
      }
      const links = await page.evaluate(() => [...document.querySelectorAll("header a, main a")].map((a) => a.getAttribute("href")).filter((href) => href.startsWith("#/")));
      assert.ok(links.length > 5 && links.every((href) => href.includes("d=")), `links keep the dataset: ${links}`);
      assert.deepEqual(await axe(page), []);
      await page.click("button", "Back to the embedded atlas", 0);
      await onPage(page, /^Statement/);
      assert.match(await page.url(), /#\/statements\/manas-base\?as-of=2005$/, "the page and the date that were left");
      assert.equal(await banner(page), "");
      assert.match(await listed(page), /Your notes \(1\)/);
      await page.back();
      await page.until((title) => document.querySelector("main > .notice strong")?.textContent === title, 5000, bundle.dataset.title);
      assert.deepEqual(page.console, []);
    },
  },
  {
    title: "the dataset names its schema, which lies beside it",
    browsers: ["chromium"],
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      await open(page, `${server.url}#/open`);
      const { $schema, format } = await (await fetch(new URL("dataset.json", server.url))).json();
      assert.equal((await page.find("link", /JSON Schema/))[0]?.href, $schema);
      const schema = await (await fetch(new URL($schema, server.url))).json();
      assert.equal(schema.$id, `urn:${format.replace("/", ":schema:")}`);
    },
  },
  {
    title: "a dataset that opens with warnings says so on every page, and lists them",
    browsers: ["chromium"],
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      await open(page, `${server.url}#/open`);
      const newer = await harbours();
      newer.format = "partnership-atlas/1.7";
      newer.themes[0].mood = "merry";
      await give(page, file(newer));
      await page.until(() => /1 warning/.test(document.querySelector("main > .notice")?.textContent ?? ""), 10_000);
      await page.click("link", "1 warning");
      await onPage(page, "Open a dataset");
      assert.match(await page.read("main"), /Warnings of the open dataset[^]*mood/);
      assert.deepEqual(page.console, []);
    },
  },
  {
    title: "what cannot be opened is refused with every problem, and the atlas that was open still is",
    browsers: ["chromium"],
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      await open(page, `${server.url}#/open`);
      const broken = await harbours();
      broken.statements[0].text = 5;
      broken.countries[0].name = 7;
      const senseless = await harbours();
      senseless.statements[0].modality = "nonsense";
      senseless.gaps[0].about = ["nothing-of-this-name"];
      const cases = [
        [file(broken), [/2 errors/, /countries/, /statements/, /the number 7/, /Expected/]],
        [file(senseless), [/errors/, /nonsense/, /nothing-of-this-name/]],
        [file("{\"format\": "), [/1 error/, /document/]],
        [file(Buffer.from([0xff, 0xfe, 0x00]).toString("latin1").repeat(3)), [/1 error/]],
        [file("[]".repeat(40_000)), [/1 error/]],
        [file(JSON.stringify({ __proto__: 1, constructor: {}, format: "<img src=x onerror=alert(1)>" })), [/error/]],
      ];
      for (const [n, [given, expected]] of cases.entries()) {
        // A name of its own: what was said of the one before must not be taken for the answer.
        given.name = `${n}.json`;
        await give(page, given);
        await page.until((name) => document.querySelector("main [role=alert]")?.textContent.includes(`“${name}” was not opened`), 10_000, given.name);
        const text = await page.read("main");
        for (const pattern of expected) assert.match(text, pattern);
        assert.equal(await page.evaluate(() => document.querySelectorAll("main img").length), 0);
        await goTo(page, "#/countries", "Central Asian Partners");
        await goTo(page, "#/open", "Open a dataset");
      }
      assert.deepEqual(page.console, []);
    },
  },
  {
    title: "a dataset of the same host opens by its address, over a reload too; other hosts are never asked",
    async run({ serve, newPage }) {
      const other = Buffer.from(JSON.stringify(await harbours()));
      const server = await serve({ fault: (name) => (name.endsWith("dataset.json") ? other : undefined) });
      const page = await newPage();
      await open(page, `${server.url}#/countries?data=dataset.json`);
      await page.until(() => /from “dataset.json”/.test(document.querySelector("main > .notice")?.textContent ?? ""), 10_000);
      const { id, version } = JSON.parse(other).dataset;
      await page.until((d) => location.hash === `#/countries?d=${d}&data=dataset.json`, undefined, encodeURIComponent(`${id}@${version}`));
      assert.doesNotMatch(await page.read("main"), /This address is for/);
      const heading = await mainHeadings(page);
      assert.equal(heading.length, 1);
      assert.doesNotMatch(await page.read("main"), /Kazakhstan/);
      // Linked to when it had another version.
      const older = await newPage();
      await open(older, `${server.url}#/countries?d=${id}%400.0.1&data=dataset.json`);
      await older.until((id) => document.querySelector("main")?.textContent.includes(`This address is for the dataset ${id}@0.0.1; open is ${id} `), 10_000, id);
      await open(page, `${server.url}#/countries?data=nowhere.json`);
      await page.until(() => /was not opened; shown is/.test(document.querySelector("main > [role=alert]")?.textContent ?? ""), 10_000);
      await open(page, `${server.url}#/open?data=https%3A%2F%2Fexample.org%2Fx.json`);
      await page.until(() => /was not opened/.test(document.querySelector("main [role=alert]")?.textContent ?? ""), 10_000);
      assert.deepEqual(page.requests.filter((url) => url.startsWith("https://example.org")), []);
    },
  },
  {
    title: "a file that is dropped opens as one that is chosen does",
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      const bundle = await harbours();
      const drop = (selector, text) => page.evaluate((selector, text) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], "dropped.json", { type: "application/json" }));
        return ["dragover", "drop"].map((kind) => !document.querySelector(selector).dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true })));
      }, selector, text);
      await open(page, `${server.url}#/open`);
      assert.deepEqual(await drop("main .take", "{}"), [true, true], "the browser is kept from opening it itself");
      await page.until(() => /“dropped.json” was not opened/.test(document.querySelector("main [role=alert]")?.textContent ?? ""));
      await drop("main .take", JSON.stringify(bundle));
      await page.until((title) => document.querySelector("main > .notice strong")?.textContent === title, undefined, bundle.dataset.title);
      assert.match(await banner(page), /from “dropped\.json”/);
    },
  },
  {
    title: "what is larger than is read is refused, chosen or fetched, and the atlas goes on",
    browsers: ["chromium"],
    async run({ serve, newPage }) {
      const large = Buffer.alloc((64 << 20) + 1, " ");
      const server = await serve({ fault: (name) => (name === "dataset.json" ? large : undefined) });
      const page = await newPage({ before: keepInstance });
      await open(page, `${server.url}#/gaps?data=dataset.json`);
      const refused = () => page.until(() => /was not opened; shown is/.test(document.querySelector("main > [role=alert]")?.textContent ?? ""), 30_000);
      await refused();
      await onPage(page, "What the article leaves open");
      const memory = await page.evaluate(() => globalThis.instance.exports.memory.buffer.byteLength);
      assert.ok(memory < 16 << 20, `it was not taken into the program's memory, which is ${memory} bytes`);
      await page.click("link", "See why");
      await onPage(page, "Open a dataset");
      assert.match(await page.read("main"), /more bytes than are read[^]*at most 67108864 bytes/);
      await page.evaluate((size) => {
        const files = new DataTransfer();
        files.items.add(new File([new Uint8Array(size)], "large.json"));
        const input = document.querySelector("main input[type=file]");
        input.files = files.files;
        input.dispatchEvent(new Event("change", { bubbles: true }));
      }, large.length);
      await page.until(() => /“The file” was not opened/.test(document.querySelector("main [role=alert]")?.textContent ?? ""), 30_000);
    },
  },
  {
    title: "while a dataset is on its way the page says so, and nothing of what the embedded one has at this address",
    async run({ serve, newPage }) {
      const server = await serve({ fault: (name) => (name === EXAMPLE.address ? "stalled" : undefined) });
      const page = await newPage();
      const { unit, name, id, note } = EXAMPLE.back;
      await open(page, server.url + EXAMPLE.at(`#/countries/${unit}?note=${id}`));
      await onPage(page, "Opening a dataset");
      assert.match(await page.title(), /^Opening a dataset/);
      assert.match(await page.read("main"), new RegExp(`Reading “${EXAMPLE.address}”`));
      assert.doesNotMatch(await page.read(), /No such|This address is for|could not be read/);
      server.release();
      await onPage(page, name);
      await noteOpens(page, note);
      assert.doesNotMatch(await page.read("main"), /This address is for/);
    },
  },
  {
    title: "a link to a dataset that is not at hand says so",
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      await open(page, `${server.url}#/countries?d=other-2001%401.0.0`);
      assert.match(await page.read("main"), /This address is for the dataset other-2001@1\.0\.0/);
    },
  },
  {
    title: "at 20,000 statements no page has more than 3,000 elements, and a long list is drawn a part at a time",
    browsers: ["chromium"],
    async run({ serve, newPage }) {
      const server = await serve();
      const page = await newPage();
      const bundle = await grown(20_000);
      await giveGrown(page, server.url, bundle);
      for (const kind of PAGES) {
        const count = await elements(page, kind, bundle);
        assert.ok(count <= 3000, `${kind}: ${count} elements`);
      }
      await elements(page, "programmes/pfp", bundle);
      await page.evaluate(() => document.querySelector("details.more summary").click());
      await page.click("button", "Show the next 60");
      await page.until(() => document.querySelectorAll("details.more .statement").length === 120, 5000);
      assert.deepEqual(page.console, []);
    },
  },
];
