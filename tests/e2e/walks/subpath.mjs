// Under a path with a space in it, as on many hosts: all that a reader needs works, the console stays empty, and every request
// stays within the site.

import assert from "node:assert/strict";
import { KINDS, STATED, mark, goTo, keptQuiet, noteOpens, onPage, open } from "../site.mjs";

const BASE = "/sub path/";

export const walks = [
  {
    title: "every kind of page opens and keeps to itself",
    async run({ serve, newPage }) {
      const server = await serve({ base: BASE });
      assert.match(server.url, /\/sub%20path\/$/);
      const page = await newPage();
      await open(page, server.url);
      for (const { path, heading } of KINDS) await goTo(page, path, heading);
      keptQuiet(page, server);
      assert.deepEqual(server.requests.filter((path) => !path.startsWith(BASE)), [], "nothing is asked of the host above the path");
    },
  },
  {
    title: "links, notes and the download work",
    async run({ serve, newPage }) {
      const server = await serve({ base: BASE });
      const page = await newPage();
      await open(page, server.url);
      await page.click("link", "Where does Kazakhstan stand, and since when?");
      await onPage(page, "Kazakhstan");
      await page.click("link", mark("Kazakhstan, IPAP: taking part"));
      await noteOpens(page, "Kazakhstan in Individual Partnership Action Plan (IPAP)");
      assert.ok((await page.url()).startsWith(server.url), "the address stays under the path");
      await page.reload();
      await page.ready();
      await noteOpens(page, "Kazakhstan in Individual Partnership Action Plan (IPAP)");

      const [download] = await page.find("link", "Download the dataset (JSON)");
      const dataset = await page.evaluate(async (href) => (await fetch(href)).json(), download.href);
      assert.match(dataset.format, /^partnership-atlas\//);
      assert.ok(dataset.statements.length > 100, "the dataset is whole");
      keptQuiet(page, server);
    },
  },
  {
    title: "a citation and a link can be copied, and the link leads back",
    async run({ serve, newPage }) {
      const server = await serve({ base: BASE });
      const page = await newPage();
      await open(page, `${server.url}#/countries/kazakhstan?note=kazakhstan-ipap-first`);
      await noteOpens(page, STATED);

      const copied = async (button, answer) => {
        await page.click("button", button);
        await page.until((answer) => [...document.querySelectorAll("#note [role=status]")].some((status) => status.textContent === answer), 5000, answer);
        return page.clipboard();
      };
      const citation = await copied("Copy citation", "Citation copied.");
      const link = await copied("Copy link", "Link copied.");
      keptQuiet(page, server);

      // The other browsers let no page read what it has written.
      if (citation === undefined) return;
      for (const part of ["Vinnikov, Alexander", "NATO and Central Asia", "Security and Human Rights", "2009", "Section 4, 1st paragraph", "https://doi.org/10.1163/187502309787858084"]) {
        assert.ok(citation.includes(part), `the citation gives “${part}”: ${citation}`);
      }
      assert.ok(link.startsWith(server.url), `the link is whole: ${link}`);
      await open(page, link);
      await onPage(page, "Kazakhstan");
      assert.match(await noteOpens(page, STATED), /In January 2006/);
    },
  },
];
