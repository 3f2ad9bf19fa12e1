// What all drivers share: a page as driver.mjs describes it, over the few acts that differ between them. A driver extends
// `Page` with: open, expression, clickOn, press, type, reload, resize, screenshot, close.

import { absent, locate, plain } from "./locate.mjs";

/** How long to wait for anything, in ms. Generous: it bounds a failure, it does not measure speed. */
export const PATIENCE = 20_000;

export class Page {
  console = [];
  requests = [];

  /** Runs a function in the page. It goes there as an expression, which the page's policy does not concern. */
  evaluate(fn, ...args) {
    return this.expression(`(${fn})(...${JSON.stringify(args)})`);
  }

  until(fn, ms = PATIENCE, ...args) {
    return this.untilTrue(`(${fn})(...${JSON.stringify(args)})`, ms);
  }

  async untilTrue(expression, ms = PATIENCE) {
    const end = Date.now() + ms;
    // A navigation may end the page's script while it is asked: ask again.
    let error;
    const met = () => this.expression(`Boolean(${expression})`).catch((cause) => { error = cause; });
    while (!(await met())) {
      if (Date.now() > end) throw new Error(`waited ${ms} ms in vain for ${expression.slice(0, 400)}`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  ready(ms = PATIENCE) {
    return this.until(() => document.documentElement.dataset.ready === "true", ms);
  }

  find(role, name) {
    return this.#locate(role, name);
  }

  async focused() {
    const [record] = await this.expression(`(${locate})("", null, true).records`);
    return record;
  }

  /** Clicks once there is something to click: an app draws after the event that a walk has waited for. */
  async click(role, name, nth = 0) {
    const end = Date.now() + 5000;
    while ((await this.#locate(role, name)).length <= nth) {
      if (Date.now() > end) throw absent(role, name, await this.#locate(role));
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    await this.clickOn(`${this.#located(role, name)}.elements[${nth}]`);
  }

  back(steps = 1) {
    return this.#travel(-steps);
  }

  forward(steps = 1) {
    return this.#travel(steps);
  }

  /** By the page's own history: a driver waits for a document to load, and between fragments none does. */
  async #travel(steps) {
    const from = await this.url();
    await this.evaluate((steps) => history.go(steps), steps);
    await this.until((from) => location.href !== from, PATIENCE, from);
  }

  read(selector = "body") {
    return this.evaluate((selector) => document.querySelector(selector)?.innerText ?? null, selector);
  }

  async clipboard() {
    return undefined;
  }

  title() {
    return this.evaluate(() => document.title);
  }

  url() {
    return this.evaluate(() => location.href);
  }

  #locate(role, name) {
    return this.expression(`${this.#located(role, name)}.records`);
  }

  #located(role, name) {
    return `(${locate})(${JSON.stringify(role)}, ${JSON.stringify(plain(name) ?? null)})`;
  }
}

