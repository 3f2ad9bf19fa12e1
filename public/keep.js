// What keeps the atlas for its reader: the copy for offline use, the news of a newer version, and the whole of it as one file.
//
// Loaded by boot.js once the app stands, so that nothing here delays it. Where the host, the browser or a frame forbids a part,
// that part is silently not there.

/** `worker`: path of the service worker, where the build has one. `parts`: the document as it came, in the edition of one file. */
export function keep({ worker, parts }) {
  addEventListener("atlas:save", (event) => save(event.detail, parts));
  addEventListener("offline", () => tell(OFFLINE()));
  addEventListener("online", () => { if (bar?.dataset.about === "offline") tell(); });
  if (worker) register(worker);
  else if (!navigator.onLine && !parts) tell(OFFLINE());
}

const OFFLINE = () => ({
  about: "offline",
  text: navigator.serviceWorker?.controller ? "You are offline. The atlas works from the copy that this browser keeps." : "You are offline. What is open goes on working.",
});

let bar;

/** A line at the foot of the window that is read out; without news it goes. */
function tell(news) {
  bar?.replaceChildren();
  if (!news) {
    if (bar) bar.hidden = true;
    return;
  }
  if (!bar) {
    bar = document.createElement("div");
    bar.className = "news";
    bar.setAttribute("role", "status");
    document.body.append(bar);
  }
  bar.hidden = false;
  bar.dataset.about = news.about;
  const line = document.createElement("p");
  line.textContent = news.text;
  bar.append(line, ...(news.ways ?? []).map(([words, act]) => button(words, act)), button("Close", () => tell()));
}

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

/** Keeps the atlas for offline use, and offers a newer version once it is there whole. */
async function register(path) {
  const workers = navigator.serviceWorker;
  if (!workers || !/^https?:$/.test(location.protocol)) return;
  const updating = Boolean(workers.controller);
  let asked = false;
  try {
    // The kill switch (sw-off.js) takes the control away: what is open then reloads from the network by itself the next time.
    workers.addEventListener("controllerchange", () => {
      if (asked) location.reload();
      else if (updating && workers.controller) tell({ about: "version", text: "A new version of the atlas was taken in another window.", ways: [["Reload", () => location.reload()]] });
    });
    const registration = await workers.register(path, { updateViaCache: "none" });
    const offer = (waiting) => tell({
      about: "version",
      text: "A new version of the atlas is ready.",
      ways: [["Use it now", () => {
        asked = true;
        waiting.postMessage("take over");
      }]],
    });
    const follow = (coming) => coming?.addEventListener("statechange", () => {
      if (coming.state === "installed" && workers.controller) offer(coming);
    });
    if (registration.waiting && workers.controller) offer(registration.waiting);
    follow(registration.installing);
    registration.addEventListener("updatefound", () => follow(registration.installing));
  } catch {
    // No storage, a sandboxed frame, a host that serves the file under another type: the atlas then needs the network.
  }
  if (!navigator.onLine) tell(OFFLINE());
}

/** Where the styles stand while the document is changed. */
const PLACE = `<meta name="styles">`;

/** Saves the atlas as one file, with another dataset in it where one is given (a Blob). */
async function save(dataset, parts) {
  tell({ about: "save", text: "The atlas is being put into one file." });
  try {
    const text = parts ?? await fetched("one-file.html");
    // The policy of this page is for its own styles, and a parsed document is under it: the styles are put in again as text.
    const style = /<style>[^]*?<\/style>/.exec(text)?.[0] ?? "";
    const page = new DOMParser().parseFromString(text.replace(style, PLACE), "text/html");
    // What the start of this page has set on it.
    for (const { name } of [...page.documentElement.attributes]) if (name.startsWith("data-")) page.documentElement.removeAttribute(name);
    if (dataset) put(page, await dataset.text());
    const name = fileName(page);
    const whole = page.documentElement.outerHTML.replace(PLACE, () => style);
    const file = new Blob(["<!doctype html>\n", whole, "\n"], { type: "text/html" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    tell({ about: "save", text: `Saved as ${name}: it opens by itself, without a network.` });
  } catch (error) {
    tell({ about: "save", text: `The atlas could not be saved: ${error.message}. With a network, reload and try again.` });
  }
}

/** Puts a dataset into the page in place of the one it was built with, and takes out what speaks of that one. */
function put(page, text) {
  const { dataset } = JSON.parse(text);
  // `<` is written as an escape, or a text could end the element.
  page.getElementById("inside-dataset").textContent = text.replaceAll("<", "\\u003c");
  page.title = dataset.title;
  page.querySelectorAll('meta[name^="citation_"], meta[name="description"], meta[property^="og:"], meta[name^="twitter:"], script[type="application/ld+json"], .first-view').forEach((element) => element.remove());
  page.querySelector(".boot").classList.remove("elsewhere");
}

/** A file's name after the dataset that the page holds. */
function fileName(page) {
  const text = page.getElementById("inside-dataset").textContent;
  const id = text ? String(JSON.parse(text).dataset.id) : "partnership-atlas";
  return `${id.replace(/[^a-z0-9-]/gi, "-").slice(0, 60)}.html`;
}

async function fetched(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`the server answered ${response.status} when asked for ${path}`);
  return response.text();
}
