// The copy of the atlas that a browser keeps: one whole version at a time, each file checked against its digest, so that two
// versions never mix. The build writes the digests here; a newer file of this name brings a newer version.
//
// To switch it off for all readers, serve sw-off.js under this name (docs/hosting.md).

const FIRST = "FIRST-FILES";
const OTHER = "OTHER-FILES";
const VERSION = "SITE-VERSION";

const scope = self.registration.scope;
const own = `atlas ${scope} `;
const name = own + VERSION;

self.addEventListener("install", (event) => event.waitUntil(install()));

/** Takes every file that the app needs, or nothing: the version before then goes on. */
async function install() {
  const cache = await caches.open(name);
  try {
    await Promise.all(Object.entries(FIRST).map(async ([path, integrity]) => {
      const response = await fetch(new Request(new URL(path, scope), { integrity, cache: "no-cache", credentials: "same-origin" }));
      if (!response.ok) throw new Error(`${response.status} ${path}`);
      await cache.put(new URL(path, scope), response);
    }));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const key of await caches.keys()) {
    if (key.startsWith(own) && key !== name) await caches.delete(key);
  }
})()));

self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  url.search = url.hash = "";
  if (event.request.method !== "GET" || !url.href.startsWith(scope)) return;
  const path = url.href.slice(scope.length).replace(/^(index\.html)?$/, "./");
  if (path in FIRST || path in OTHER) event.respondWith(answer(path, event.request));
});

/** A file of this version: the copy, or from the network if it is still the same. */
async function answer(path, request) {
  const cache = await caches.open(name);
  const address = new URL(path, scope);
  const kept = await cache.match(address);
  if (kept) return kept;
  try {
    const response = await fetch(new Request(address, { integrity: FIRST[path] ?? OTHER[path], cache: "no-cache", credentials: "same-origin" }));
    if (response.ok) await cache.put(address, response.clone());
    return response;
  } catch {
    // Offline, or a newer version lies there already; a page is told so, a script gets an error.
    if (request.mode !== "navigate") return Response.error();
    const text = "This page is not in the copy that this browser keeps: you are offline, or a newer version of the atlas has been published. Go back and reload the atlas.";
    return new Response(text, { status: 503, headers: { "content-type": "text/plain; charset=utf-8" } });
  }
}
