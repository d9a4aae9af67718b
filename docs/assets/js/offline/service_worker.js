/**
 * The site without its server: one whole edition, kept in the browser and proved file by file.
 *
 * A page registers it as `service-worker.js?edition=<SHA-256 of edition.json>` (js/site/edition.js), so that another
 * edition is another worker: it waits beside the one in use until the reader takes it over.
 */
"use strict";

const EDITION = editionOf(self.location.href);
const ROOT = self.registration.scope;
/** A browser keeps one store for a whole server, on which several copies of the site may stand. */
const OURS = `vademecum-cart ${ROOT} `;
const CACHE = OURS + EDITION;
/** Small, so that a hospital's server is not asked for everything at once. */
const AT_A_TIME = 4;

/** @param {string} address of a worker */
function editionOf(address) {
  return new URL(address).searchParams.get("edition");
}

/** @param {object} facts */
function toJson(facts) {
  return new Response(JSON.stringify(facts), { headers: { "Content-Type": "application/json" } });
}

/** @param {ArrayBuffer} bytes */
async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * A file from the server itself, never from the browser's own cache.
 * @param {string} path
 * @param {string} seal its SHA-256
 * @returns {Promise<Response>}
 * @throws {Error} when it is missing or another than the edition's: then the whole edition is refused
 */
async function fetchProved(path, seal) {
  const response = await fetch(new URL(path, ROOT), { cache: "reload" });
  const bytes = await response.arrayBuffer();
  if (!response.ok || (await sha256(bytes)) !== seal) throw new Error(`${path}: not the file of this edition`);
  const headers = new Headers(response.headers);
  // The bytes as they are kept are neither compressed nor cut.
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  return new Response(bytes, { headers });
}

/** @returns {Promise<{cache: Cache, files: Record<string, {sha256: string}>}[]>} the editions in the store, also unfinished ones */
async function keptEditions() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS));
  return Promise.all(
    names.map(async (name) => {
      const cache = await caches.open(name);
      const manifest = await cache.match("edition.json");
      return { cache, files: manifest ? (await manifest.json()).files : {} };
    }),
  );
}

/** Only proved files come into the cache, so that an install that broke off goes on where it stopped. */
async function install() {
  const kept = await keptEditions();
  const cache = await caches.open(CACHE);
  const inUse = self.registration.active;
  await cache.put("before.json", toJson({ cache: inUse && OURS + editionOf(inUse.scriptURL) }));
  const manifest = await fetchProved("edition.json", EDITION);
  await cache.put("edition.json", manifest.clone());
  const { files } = await manifest.json();

  async function take(path, { sha256: seal }) {
    for (const edition of kept) {
      const same = edition.files[path]?.sha256 === seal && (await edition.cache.match(path));
      if (same) return cache.put(path, same);
    }
    return cache.put(path, await fetchProved(path, seal));
  }

  const rest = Object.entries(files).values();
  const takers = Array.from({ length: AT_A_TIME }, async () => {
    for (const [path, seal] of rest) await take(path, seal);
  });
  await Promise.all(takers);
}

/** Pages that are open when an edition takes over were made of the one before: they keep it until they are left. */
async function activate() {
  const open = await self.clients.matchAll({ type: "all" });
  const cache = await caches.open(CACHE);
  const before = await cache.match("before.json").then((found) => found.json());
  await cache.put("before.json", toJson({ ...before, clients: open.map(({ id }) => id) }));
  const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && ![CACHE, before.cache].includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** @param {FetchEvent} event @returns {Promise<Cache>} the one edition that the asking page is made of */
async function cacheFor({ request, clientId }) {
  const own = await caches.open(CACHE);
  if (request.mode === "navigate") return own;
  const before = await own.match("before.json").then((found) => found?.json());
  return before?.clients?.includes(clientId) ? caches.open(before.cache) : own;
}

/** What the server says of editions is asked of the server; without it, what it said last. */
async function currentEdition(request) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request, { cache: "no-store" });
    if (response.ok) await cache.put("version.json", response.clone());
    return response;
  } catch (error) {
    const last = await cache.match("version.json");
    if (!last) throw error;
    return new Response(await last.blob(), { status: 203, statusText: "Non-Authoritative Information" });
  }
}

/** @param {FetchEvent} event */
async function answer(event) {
  const address = new URL(event.request.url);
  if (address.pathname.endsWith("/")) address.pathname += "index.html";
  const cache = await cacheFor(event);
  return (await cache.match(address, { ignoreSearch: true, ignoreVary: true })) ?? fetch(event.request);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", ({ data }) => data === "take over" && self.skipWaiting());
self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method !== "GET" || !url.startsWith(ROOT)) return;
  const asked = url.slice(ROOT.length).split("?")[0];
  event.respondWith(asked === "version.json" ? currentEdition(event.request) : answer(event));
});
