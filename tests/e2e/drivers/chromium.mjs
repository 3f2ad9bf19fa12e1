// Chromium, by playwright-core and the system's own browser. driver.mjs says what each part means.

import { chromium as playwright } from "playwright-core";
import { PATIENCE, Page } from "../page.mjs";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

class ChromiumPage extends Page {
  constructor(raw, context) {
    super();
    Object.assign(this, { raw, context });
    raw.on("request", (request) => this.requests.push(request.url()));
    raw.on("console", (message) => this.console.push({ kind: message.type(), text: message.text() }));
    raw.on("pageerror", (error) => this.console.push({ kind: "uncaught", text: String(error) }));
  }

  open(url) { return this.raw.goto(url); }
  expression(text) { return this.raw.evaluate(text); }
  async clickOn(text) { await (await this.raw.evaluateHandle(text)).asElement().click({ timeout: PATIENCE }); }
  press(keys) { return this.raw.keyboard.press(keys); }
  type(text) { return this.raw.keyboard.type(text); }
  reload() { return this.raw.reload(); }
  resize(width, height) { return this.raw.setViewportSize({ width, height }); }
  screenshot(file, { full = false } = {}) { return this.raw.screenshot({ path: file, fullPage: full }); }
  async clipboard() {
    // Granting one permission refuses the others, which the page is to have or not as it is with a reader.
    await this.context.grantPermissions(["clipboard-read"]);
    const text = await this.raw.evaluate(() => navigator.clipboard.readText());
    await this.context.clearPermissions();
    return text;
  }
  async another() { return new ChromiumPage(await this.context.newPage(), this.context); }
  close() { return this.context.close(); }
}

export async function chromium({ scheme: usual = "light", flags = [] } = {}) {
  const browser = await playwright.launch({ executablePath: process.env.ATLAS_CHROMIUM ?? "/usr/bin/chromium", args: [...FLAGS, ...flags] });
  return {
    name: "chromium",
    version: browser.version(),
    close: () => browser.close(),
    async newPage({ width = 1024, height = 768, scheme = usual, reducedMotion = false, forcedColours = false, before } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: scheme,
        reducedMotion: reducedMotion ? "reduce" : "no-preference",
        forcedColors: forcedColours ? "active" : "none",
      });
      if (before) await context.addInitScript(before);
      return new ChromiumPage(await context.newPage(), context);
    },
  };
}
