// Starts the atlas, and says in plain words what happened when it cannot start or has to stop.
//
// The build leaves on this module's own script tag the addresses and digests of the two files it needs (Trunk.toml).
// Both are fetched with their digest before anything runs: the digest on a link tag protects the WASM in no engine.
// In the edition of one file (`cargo xtask one-file`) they stand in the document itself, and nothing is fetched.
// The app says that it stands by `data-ready` on the root element, and that it has panicked by the event `atlas:panic`.

const tag = document.querySelector("script[data-wasm]");
const app = document.getElementById("app");
const trouble = document.getElementById("trouble");
const title = document.title;
// The document as it came: what is saved from the edition of one file.
const parts = part("glue") && `<!doctype html>\n${document.documentElement.outerHTML}`;
let over = false;

addEventListener("click", press, { capture: true });

// Registered before the app's own listeners, so that after a panic none of those can run on what the panic left behind.
const EVENTS = ["hashchange", "popstate", "keydown", "keyup", "click", "dblclick", "auxclick", "input", "change", "submit",
  "pointerdown", "pointerup", "pointermove", "pointerover", "pointerout", "mousedown", "mouseup", "mousemove", "mouseover",
  "mouseout", "touchstart", "touchend", "focusin", "focusout", "focus", "blur", "wheel", "scroll", "resize", "storage",
  "visibilitychange", "dragover", "drop", "copy", "paste", "beforeprint", "afterprint"];
for (const kind of EVENTS) {
  addEventListener(kind, (event) => {
    if (over) event.stopImmediatePropagation();
  }, { capture: true });
}

addEventListener("atlas:panic", (event) => stopped(event.detail));
// A trap has no panic before it: no memory left, or a spoilt one.
for (const kind of ["error", "unhandledrejection"]) {
  addEventListener(kind, (event) => {
    const fault = event.error ?? event.reason;
    if (globalThis.WebAssembly && fault instanceof WebAssembly.RuntimeError) stopped(fault);
  });
}

function stopped(detail) {
  if (over) return;
  over = true;
  show({
    heading: "The atlas has stopped",
    what: ["A fault in the atlas itself has stopped it. Nothing you chose is lost: the address of this page still holds it, and notes that this browser kept are kept."],
    detail: String(detail ?? ""),
    ways: ["reload", "start", "plain", "data"],
  });
}

async function start() {
  if (typeof WebAssembly !== "object" || typeof WebAssembly.instantiate !== "function") {
    return fail({
      heading: "This browser has no WebAssembly",
      what: ["The atlas runs on WebAssembly, which this browser does not have or has switched off (some strict security modes do so).",
        "Another browser, or an exception for this site, will open it."],
      ways: ["plain", "data"],
    });
  }
  const patience = watch();
  try {
    const { module, program } = await (parts ? inside() : fetchedParts(patience));
    patience.end();
    await module.default({ module_or_path: program });
    // Whatever keeps the atlas comes after it stands, and its absence is no failure.
    import(parts ? blob("keep") : address("keep.js")).then(({ keep }) => keep({ worker: tag.dataset.worker, parts }), () => {});
  } catch (error) {
    patience.end();
    if (error instanceof Failure) return fail(error.page);
    fail({
      heading: "The atlas could not be started",
      what: ["Its files arrived whole, but this browser could not run them. It may be too old; current versions of Firefox, Chrome, Edge and Safari can."],
      detail: String(error),
      ways: ["reload", "plain", "data"],
    });
  }
}

/** The program from beside the document, each file with its digest. */
async function fetchedParts(patience) {
  const [, , wasm] = await Promise.all([
    styled(tag.dataset.style, tag.dataset.styleIntegrity),
    fetchChecked(tag.dataset.js, tag.dataset.jsIntegrity, patience),
    fetchChecked(tag.dataset.wasm, tag.dataset.wasmIntegrity, patience),
  ]);
  const module = await import(address(tag.dataset.js)).catch((error) => {
    throw new Failure({
      heading: "A part of the atlas could not be started",
      what: ["Its program arrived, but this browser would not load it. Either an extension blocked it or the browser is too old."],
      detail: String(error),
      ways: ["reload", "plain", "data"],
    });
  });
  // A response compiles while the browser may keep the compiled form for the next visit; it must carry the right type for that.
  return { module, program: isWasm(wasm) ? wasm : await wasm.arrayBuffer() };
}

/** The program from within the document: the glue as a module of its own. */
async function inside() {
  return { module: await import(blob("glue")), program: await unpacked("wasm") };
}

/** WASM from within the document, packed by gzip and written in base64. */
async function unpacked(name) {
  const packed = Uint8Array.from(atob(part(name)), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

/** A further part of the program, asked for by the glue (xtask/src/split.rs): a response that is compiled while it comes. */
globalThis.atlasPart = async (name, path, integrity) => {
  if (parts) return typed(await unpacked(name));
  // Before the app stands nothing else would say that it waits.
  const patience = document.documentElement.dataset.ready ? undefined : watch();
  try {
    const response = await fetch(address(path), { integrity, credentials: "same-origin" });
    if (!response.ok) throw new Error(`${response.status} ${path}`);
    arrived();
    return isWasm(response) ? response : typed(await response.arrayBuffer());
  } finally {
    patience?.end();
  }
};

function typed(bytes) {
  return new Response(bytes, { headers: { "content-type": "application/wasm" } });
}

function isWasm(response) {
  return /^application\/wasm\b/i.test(response.headers.get("content-type") ?? "");
}

/** The styles of all pages but the start page, whose own stand in the document. A development build links to them. */
function styled(path, integrity) {
  if (!path) return undefined;
  const href = address(path);
  // In a sandboxed frame every file is of another origin, and a digest is compared only where the host lets it be read.
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href, integrity, crossOrigin: "anonymous" });
  return new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => reason(href, nameOf(href)).then(reject);
    document.head.append(link);
  });
}

/** A part of the edition of one file; undefined beside a server. */
function part(name) {
  return document.getElementById(`inside-${name}`)?.textContent;
}

function blob(name) {
  return URL.createObjectURL(new Blob([part(name)], { type: "text/javascript" }));
}

/** A failure whose page is already written. */
class Failure extends Error {
  constructor(page) {
    super(page.heading);
    this.page = page;
  }
}

function address(path) {
  return new URL(path, document.baseURI).href;
}

/** Fetches one file and has the browser compare it with its digest. The promise settles only once the file is whole. */
async function fetchChecked(path, integrity, patience) {
  const url = address(path);
  const name = nameOf(url);
  try {
    const response = await fetch(url, { integrity, credentials: "same-origin" });
    if (!response.ok) throw missing(name, response.status);
    patience.progress();
    arrived();
    return response;
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw await reason(url, name);
  }
}

function nameOf(url) {
  return decodeURIComponent(url.slice(url.lastIndexOf("/") + 1));
}

/** The bar at the head of the page: one file more is here. Bytes on their way cannot be told from outside a checked fetch. */
function arrived() {
  const bar = document.querySelector("#coming progress");
  if (bar) bar.value += 1;
}

/** Finds out why a checked fetch was refused: browsers give one error for every cause, so the file is asked for unchecked. */
async function reason(url, name) {
  let response;
  try {
    response = await fetch(url, { cache: "no-store", credentials: "same-origin" });
  } catch {
    return new Failure({
      heading: "The atlas could not be fetched",
      what: [`The file ${name} did not arrive: the connection failed, or something on the way blocked it.`,
        "Check your connection, then reload."],
      ways: ["reload", "plain", "data"],
    });
  }
  if (!response.ok) return missing(name, response.status);
  return new Failure({
    heading: "A file of the atlas was altered",
    what: [`The file ${name} is not the one that this page was built with, so it was not run.`,
      "A new version may have been published just now, or an old copy is still in a cache: reload. If this stays, please tell whoever runs this site."],
    ways: ["reload", "plain", "data"],
  });
}

function missing(name, status) {
  return new Failure({
    heading: "A file of the atlas is missing",
    what: [`The server answered ${status} when asked for ${name}.`,
      "A new version may be on its way: reload in a minute. If this stays, please tell whoever runs this site."],
    ways: ["reload", "plain", "data"],
  });
}

/** Says aloud when nothing has arrived for a while, and takes it back when the rest comes after all. */
function watch() {
  const seconds = Number(tag.dataset.stallSeconds) || 20;
  let timer = 0;
  let shown = false;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      shown = true;
      app.hidden = true;
      show({
        heading: "The atlas is still loading",
        what: [`No further file has arrived for ${seconds} seconds. The connection is slow or has stalled; this page goes on waiting.`],
        ways: ["reload", "plain", "data"],
      });
    }, seconds * 1000);
  };
  wait();
  return {
    progress: wait,
    end() {
      clearTimeout(timer);
      if (!shown) return;
      trouble.hidden = true;
      trouble.replaceChildren();
      app.hidden = false;
      document.documentElement.dataset.starting = "";
      document.title = title;
    },
  };
}

/** A failure before the app stood. A panic has written its own page by the time its error arrives here. */
function fail(page) {
  if (over) return;
  over = true;
  // The start page is there to be read, program or not; for another page there is nothing to show.
  show(page, !("elsewhere" in document.documentElement.dataset));
}

const WAYS = {
  reload: () => element("button", { type: "button", "data-way": "reload" }, "Reload the page"),
  start: () => element("a", { href: "#/", "data-way": "start" }, "Go to the start page"),
  plain: () => element("a", { href: "plain/index.html" }, "Read the plain edition, which needs no script"),
  data: () => element("a", { href: "dataset.json", download: "" }, "Download the plain data (dataset.json)"),
};

/** Shows a page of plain text in the app's place and moves the focus to it. */
function show({ heading, what, detail, ways }, stays = false) {
  // While waiting goes on, the app's place is only hidden; afterwards it is emptied, so that no handler remains in it.
  delete document.documentElement.dataset.starting;
  if (over && stays) {
    app.before(trouble);
    // It would lead past what happened.
    app.querySelector(".skip")?.remove();
    app.hidden = false;
  } else if (over) {
    app.replaceChildren();
    app.hidden = true;
  }
  // The start page has a main part and a heading of its own.
  const page = element(stays ? "section" : "main", { class: "trouble__page" }, element(stays ? "h2" : "h1", {}, heading));
  for (const sentence of what) page.append(element("p", {}, sentence));
  if (detail) page.append(element("p", { class: "trouble__detail" }, "What the browser reported: ", element("code", {}, detail)));
  const list = element("ul", { class: "trouble__ways" });
  // Beside one file there is nothing else to go to.
  for (const way of ways.filter((way) => !parts || !["plain", "data"].includes(way))) list.append(element("li", {}, WAYS[way]()));
  page.append(list);
  trouble.replaceChildren(page);
  trouble.hidden = false;
  document.title = `${heading} \u00b7 ${title}`;
  // A page around this one is not moved.
  trouble.focus({ preventScroll: window !== parent });
}

/** The two ways on that need a script; both begin from nothing. */
function press(event) {
  const way = trouble.contains(event.target) && event.target.closest("[data-way]")?.dataset.way;
  if (way === "start") {
    event.preventDefault();
    location.hash = "#/";
  }
  if (way) location.reload();
}

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

start();
