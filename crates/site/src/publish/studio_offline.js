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
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, { ignoreSearch: true });
  if (kept) return kept;
  const response = await fetch(request);
  // What sets PDFs is kept once it is used, because it is larger than all else.
  if (response.ok && /\/printer-[^/]+$/.test(request.url)) cache.put(request, response.clone()).catch(() => {});
  return response;
};

// A page that has just been opened asks a newer version to take over, which it does if no other page is open.
const takeOver = async () => {
  const all = await clients.matchAll({ includeUncontrolled: true, type: "window" });
  if (all.filter(({ url }) => url.startsWith(registration.scope)).length < 2) await skipWaiting();
};

addEventListener("install", event => event.waitUntil(install()));
addEventListener("activate", event => event.waitUntil(activate()));
addEventListener("message", event => event.data === "take over" && event.waitUntil(takeOver()));
addEventListener("fetch", event => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(registration.scope)) event.respondWith(answer(event.request));
});
