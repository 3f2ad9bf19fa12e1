// Firefox, by puppeteer-core over WebDriver BiDi and the system's own browser. driver.mjs says what each part means.

import puppeteer from "puppeteer-core";
import { Page } from "../page.mjs";

class FirefoxPage extends Page {
  constructor(raw, context) {
    super();
    Object.assign(this, { raw, context });
    raw.on("request", (request) => this.requests.push(request.url()));
    raw.on("console", (message) => this.console.push({ kind: message.type(), text: message.text() }));
    raw.on("pageerror", (error) => this.console.push({ kind: "uncaught", text: String(error) }));
  }

  open(url) { return this.raw.goto(url); }
  expression(text) { return this.raw.evaluate(text); }
  async clickOn(text) { await (await this.raw.evaluateHandle(text)).asElement().click(); }
  async press(keys) {
    const [key, ...modifiers] = keys === "+" ? ["+"] : keys.split("+").reverse();
    for (const modifier of modifiers) await this.raw.keyboard.down(modifier);
    await this.raw.keyboard.press(key);
    for (const modifier of modifiers) await this.raw.keyboard.up(modifier);
  }
  type(text) { return this.raw.keyboard.type(text); }
  reload() { return this.raw.reload(); }
  resize(width, height) { return this.raw.setViewport({ width, height }); }
  screenshot(file, { full = false } = {}) { return this.raw.screenshot({ path: file, fullPage: full }); }
  async another() { return new FirefoxPage(await this.context.newPage(), this.context); }
  close() { return this.context.close(); }
}

export async function firefox({ scheme: usual = "light" } = {}) {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.ATLAS_FIREFOX ?? "/usr/bin/firefox-esr",
    // 0 is dark, 1 is light: BiDi has no way to set it by page.
    extraPrefsFirefox: { "layout.css.prefers-color-scheme.content-override": usual === "dark" ? 0 : 1 },
  });
  return {
    name: "firefox",
    close: () => browser.close(),
    async newPage({ width = 1024, height = 768, scheme = usual, reducedMotion = false, forcedColours = false, before } = {}) {
      if (scheme !== usual) throw new Error("Firefox takes the scheme at launch()");
      if (reducedMotion || forcedColours) throw new Error("reducedMotion and forcedColours are to be had in Chromium alone");
      const context = await browser.createBrowserContext();
      const raw = await context.newPage();
      await raw.setViewport({ width, height });
      if (before) await raw.evaluateOnNewDocument(before);
      return new FirefoxPage(raw, context);
    },
  };
}
