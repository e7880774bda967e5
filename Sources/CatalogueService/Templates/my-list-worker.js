// Keeps the page of a learner's own list readable without a network: what was loaded once is shown again.
"use strict";
const STORE = "hoclieu-my-list-1";
const KEPT = ["/my-list", "/style.css", "/my-list.js", "/suggest.js", "/icon.svg"];
self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(STORE).then((store) => store.addAll(KEPT.map((path) => new Request(path, { credentials: "omit" })))).then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => {
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter((name) => name.startsWith("hoclieu-my-list-") && name !== STORE).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()));
});
self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== location.origin || !KEPT.includes(address.pathname)) return;
  event.respondWith(fetch(event.request).then((answer) => {
    // What somebody signed in sees is not kept.
    if (answer.ok && !(answer.headers.get("cache-control") || "").includes("no-store")) {
      const copy = answer.clone();
      caches.open(STORE).then((store) => store.put(event.request, copy));
    }
    return answer;
  }, () => caches.match(event.request).then((kept) => kept || caches.match(event.request, { ignoreSearch: true }))));
});
