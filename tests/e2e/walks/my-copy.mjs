// "Open my copy": what is not the source is refused with a reason, and nothing leaves the page.

import assert from "node:assert/strict";
import { open } from "../site.mjs";

async function paste({ serve, newPage }, text) {
  const server = await serve();
  const page = await newPage();
  await open(page, server.url + "#/source");
  const before = page.requests.length;
  await page.evaluate((text) => {
    const area = document.querySelector("main textarea");
    area.closest("details").open = true;
    area.value = text;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }, text);
  await page.click("button", "Look for the passages");
  return { page, before };
}

export const walks = [
  {
    title: "another text is refused as not the source, and nothing is sent",
    async run(tools) {
      const { page, before } = await paste(tools, "It was a quiet morning in the harbour, and the boats lay still. ".repeat(2000));
      await page.until(() => /not the source/i.test(document.querySelector("main [role=alert]")?.textContent ?? ""), 10000);
      assert.equal(page.requests.length, before, "no request was made for it");
      assert.ok(await page.evaluate(() => Boolean(document.querySelector("main input[type=file]"))), "another copy can be given");
    },
  },
  {
    title: "a text without words is refused",
    async run(tools) {
      const { page } = await paste(tools, " ... ");
      await page.until(() => (document.querySelector("main [role=alert]")?.textContent ?? "").length > 10, 10000);
    },
  },
];
