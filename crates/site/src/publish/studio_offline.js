// Keeps Studio for visits without a network: all files of one version, and never those of two.
const FILES = {files};
const OWN = `perfil-studio ${registration.scope} `;
const CACHE = OWN + "{version}";

const install = async () => {
  const cache = await caches.open(CACHE);
  // A host may let browsers keep files for a while, and they would be of another version.
  await cache.addAll(FILES.map(path => new Request(path, { cache: "no-cache" })));
};

const activate = async () => {
  const old = (await caches.keys()).filter(name => name.startsWith(OWN) && name !== CACHE);
  await Promise.all(old.map(name => caches.delete(name)));
};

const answer = async request => {
  // A newer version takes over when a page is loaded and no other one is open.
  if (request.mode === "navigate" && registration.waiting && (await clients.matchAll()).length < 2) {
    registration.waiting.postMessage("take over");
    return new Response("", { headers: { Refresh: "0" } });
  }
  const cache = await caches.open(CACHE);
  return (await cache.match(request, { ignoreSearch: true })) ?? fetch(request);
};

addEventListener("install", event => event.waitUntil(install()));
addEventListener("activate", event => event.waitUntil(activate()));
addEventListener("message", ({ data }) => data === "take over" && skipWaiting());
addEventListener("fetch", event => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(registration.scope)) event.respondWith(answer(event.request));
});
