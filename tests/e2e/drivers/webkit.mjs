// WebKitGTK, by plain HTTP to its WebDriver, on a screen that is not there. driver.mjs says what each part means.
//
// Left out, because the protocol has no place for it: the console, scripts before a page's own, media settings by page,
// pictures of more than the window. The window does not get narrower than about 450 px.

import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { PATIENCE, Page } from "../page.mjs";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const KEYS = {
  Backspace: "\uE003", Tab: "\uE004", Enter: "\uE007", Shift: "\uE008", Control: "\uE009", Alt: "\uE00A", Escape: "\uE00C",
  PageUp: "\uE00E", PageDown: "\uE00F", End: "\uE010", Home: "\uE011", ArrowLeft: "\uE012", ArrowUp: "\uE013",
  ArrowRight: "\uE014", ArrowDown: "\uE015", Delete: "\uE017", Space: " ",
};

class WebKitPage extends Page {
  #ask;

  constructor(ask) {
    super();
    this.#ask = ask;
  }

  open(url) { return this.#ask("POST", "/url", { url }); }
  async expression(text) { return this.#ask("POST", "/execute/sync", { script: `return ${text}`, args: [] }); }
  async clickOn(text) {
    // The driver does not scroll to what lies just below the window, and says that nobody could press it.
    const element = await this.expression(`((e) => {
      const { top, bottom } = e.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight) e.scrollIntoView({ block: "center" });
      return e;
    })(${text})`);
    await this.#ask("POST", `/element/${element[ELEMENT]}/click`, {});
  }
  press(keys) {
    const words = (keys === "+" ? ["+"] : keys.split("+")).map((key) => KEYS[key] ?? key);
    return this.#act([...words.map(down), ...words.reverse().map(up)]);
  }
  type(text) { return this.#act([...text].flatMap((key) => [down(key), up(key)])); }
  #act(actions) { return this.#ask("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] }); }
  reload() { return this.#ask("POST", "/refresh", {}); }
  async resize(width, height) {
    // The window has borders and bars of its own: set it, look what is left, and set it again.
    await this.#ask("POST", "/window/rect", { width, height });
    const [inside, high] = await this.evaluate(() => [innerWidth, innerHeight]);
    await this.#ask("POST", "/window/rect", { width: 2 * width - inside, height: 2 * height - high });
  }
  async screenshot(file) { await writeFile(file, Buffer.from(await this.#ask("GET", "/screenshot"), "base64")); }
  close() { return this.#ask("DELETE", ""); }

  /** By the timing records, once the page is ready: a driver that sees no requests must not look as if there were none. */
  async ready(ms) {
    await super.ready(ms);
    this.requests = await this.evaluate(() => ["navigation", "resource"].flatMap((kind) => performance.getEntriesByType(kind)).map((entry) => entry.name));
  }
}

const down = (value) => ({ type: "keyDown", value });
const up = (value) => ({ type: "keyUp", value });

export async function webkit({ scheme = "light" } = {}) {
  const screen = spawn(process.env.ATLAS_XVFB ?? "Xvfb", ["-displayfd", "1", "-screen", "0", "1920x1400x24", "-nolisten", "tcp"], { stdio: ["ignore", "pipe", "ignore"] });
  const display = await firstLine(screen);
  let port;
  let driver;
  const stop = () => { driver?.kill(); screen.kill(); };
  process.once("exit", stop);
  const start = async () => {
    driver?.kill();
    port = await freePort();
    driver = spawn(process.env.ATLAS_WEBKIT_DRIVER ?? "WebKitWebDriver", [`--port=${port}`], {
      stdio: "ignore",
      env: {
        ...process.env,
        DISPLAY: `:${display}`,
        LIBGL_ALWAYS_SOFTWARE: "1",
        // The theme of the desktop is what the page's colour scheme follows.
        GTK_THEME: scheme === "dark" ? "Adwaita:dark" : "Adwaita",
      },
    });
    await answered(() => ask("GET", "/status"), stop);
  };

  const ask = async (method, path, body) => {
    const request = { method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(PATIENCE) };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, request).catch((error) => {
      throw new Error(`WebKit's driver did not answer ${method} ${path} ${request.body ?? ""}`.slice(0, 400), { cause: error });
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKit answered ${value?.error}: ${value?.message}`);
    return value;
  };
  await start();
  const session = () => {
    const binary = process.env.ATLAS_WEBKIT ?? "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
    const options = { binary, args: ["--automation"] };
    return ask("POST", "/session", { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } } });
  };

  return {
    name: "webkit",
    close: async () => stop(),
    async newPage({ width = 1024, height = 768, scheme: asked = scheme, before, reducedMotion, forcedColours } = {}) {
      if (asked !== scheme) throw new Error("WebKit takes the scheme at launch()");
      if (before || reducedMotion || forcedColours) throw new Error("before, reducedMotion and forcedColours are not to be had in WebKit");
      // Now and then the driver loses a browser that it is starting, and answers no more: a new driver is the cure. What is
      // tested has not begun by then.
      const { sessionId } = await session().catch(async () => {
        await start();
        return session();
      });
      const page = new WebKitPage((method, path, body) => ask(method, `/session/${sessionId}${path}`, body));
      await page.resize(width, height);
      return page;
    },
  };
}

function firstLine(child) {
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("exit", () => reject(new Error("the screen for WebKit did not start")));
    child.stdout.once("data", (text) => resolve(String(text).trim()));
  });
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Waits until the driver answers at all. */
async function answered(ask, stop) {
  for (let tries = 100; ; tries--) {
    try {
      return await ask();
    } catch (error) {
      if (tries === 0) {
        stop();
        throw new Error(`WebKit's driver did not answer: ${error.message}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
