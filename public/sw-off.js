// The kill switch: served under the name sw.js, it removes every copy that browsers keep of this atlas, and itself.

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  const own = `atlas ${self.registration.scope} `;
  for (const key of await caches.keys()) {
    if (key.startsWith(own)) await caches.delete(key);
  }
  await self.registration.unregister();
})()));
