// Keeps pages that were read, so that they open again without a network. Published as sw.js, after a
// line that sets SITE: { version, offline: [language, address][], core: address[], words: { [language]: { copy, locale } }, zone }.
//
// Promises: a page comes from the network whenever that answers, whatever it answers; a copy says of
// what day it is; files under assets/ never change and are asked for once; what is kept is bounded;
// nothing of another site on the same host is touched.

const SCOPE = new URL(self.registration.scope).pathname;
const OURS = `nakhon ${SCOPE} `;
const PAGES = `${OURS}pages`;
const ASSETS = `${OURS}assets`;
const CORE = `${OURS}core ${SITE.version}`;
const MOST_PAGES = 60;
const MOST_ASSETS = 240;
const LARGEST_ASSET = 1_500_000;
const COPIED = "x-nakhon-copied";

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));

self.addEventListener("message", (event) => {
  const { page, assets } = event.data ?? {};
  if (typeof page === "string" && Array.isArray(assets)) event.waitUntil(keepOpen(page, assets));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !isOurs(url)) return;
  if (request.mode === "navigate") event.respondWith(page(event, url));
  else if (isAsset(url) && !request.headers.has("range")) event.respondWith(asset(event, url));
});

const isOurs = ({ origin, pathname }) => origin === location.origin && pathname.startsWith(SCOPE);
const isAsset = (url) => isOurs(url) && url.pathname.startsWith(`${SCOPE}assets/`);
// What somebody looked for, behind "?", is nobody's business: the page is the same.
const keyOf = ({ origin, pathname }) => origin + pathname;

async function install() {
  const core = await caches.open(CORE);
  const offline = SITE.offline.map(([, address]) => new Request(address, { cache: "no-cache" }));
  await core.addAll([...SITE.core, ...offline]);
  await self.skipWaiting();
}

async function activate() {
  const now = [PAGES, ASSETS, CORE];
  for (const name of await caches.keys()) {
    if (!name.startsWith(OURS) || now.includes(name)) continue;
    // Copies of pages still ask for the files of the version that they are of.
    for (const request of await (await caches.open(name)).keys()) {
      const kept = isAsset(new URL(request.url)) && (await caches.match(request, { cacheName: name }));
      if (kept) await (await caches.open(ASSETS)).put(request, kept);
    }
    await caches.delete(name);
  }
  await trim(ASSETS, MOST_ASSETS);
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

async function page(event, url) {
  let answer;
  try {
    answer = (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return (await copyOf(url)) ?? (await offlinePage(url)) ?? Response.error();
  }
  if (isPage(answer)) event.waitUntil(keepPage(url, answer.clone()));
  return answer;
}

async function asset(event, url) {
  const kept = (await stored(CORE, url.href)) ?? (await stored(ASSETS, url.href));
  if (kept) return kept;
  const answer = await fetch(event.request);
  if (answer.ok && answer.type === "basic") event.waitUntil(keepAsset(url.href, answer.clone()));
  return answer;
}

const stored = (cacheName, address) => caches.match(address, { cacheName });

const isPage = (answer) =>
  answer.ok && answer.type === "basic" && !answer.redirected && (answer.headers.get("content-type") ?? "").startsWith("text/html");

async function keepPage(url, answer) {
  const headers = new Headers(answer.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  headers.set(COPIED, new Date().toISOString());
  const pages = await caches.open(PAGES);
  await pages.put(keyOf(url), new Response(await answer.blob(), { headers }));
  await trim(PAGES, MOST_PAGES);
}

async function keepAsset(address, answer) {
  const body = await answer.blob();
  if (body.size > LARGEST_ASSET) return;
  await (await caches.open(ASSETS)).put(address, new Response(body, { headers: answer.headers }));
  await trim(ASSETS, MOST_ASSETS);
}

// The page that was open before this worker ran, and what it is made of.
async function keepOpen(address, assets) {
  const url = new URL(address, location.origin);
  if (isOurs(url)) {
    const answer = await fetch(keyOf(url));
    if (isPage(answer)) await keepPage(url, answer);
  }
  for (const name of new Set(assets)) {
    const file = new URL(name, location.origin);
    if (!isAsset(file) || (await stored(CORE, file.href)) || (await stored(ASSETS, file.href))) continue;
    const answer = await fetch(file.href);
    if (answer.ok) await keepAsset(file.href, answer);
  }
}

// The oldest go first; what is kept again has become the youngest.
async function trim(name, most) {
  const cache = await caches.open(name);
  const kept = await cache.keys();
  for (const request of kept.slice(0, Math.max(0, kept.length - most))) await cache.delete(request);
}

async function copyOf(url) {
  const kept = await stored(PAGES, keyOf(url));
  if (!kept) return undefined;
  const html = await kept.text();
  const headers = new Headers(kept.headers);
  const shown = html.replace(/<main[^>]*>/, (main) => main + notice(languageOf(url), new Date(headers.get(COPIED))));
  return new Response(shown, { headers });
}

function notice(language, copied) {
  const { copy, locale } = SITE.words[language];
  const say = (parts) => new Intl.DateTimeFormat(locale, { timeZone: SITE.zone, ...parts }).format(copied);
  const day = say({ day: "numeric", month: "long", year: "numeric" });
  const time = say({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const said = copy.replace("{date}", day).replace("{time}", time).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<div class="wrap notices" id="copy"><div class="notice" role="status"><p>${said}</p></div></div>`;
}

// By the address; above the languages, that of the site.
function languageOf({ pathname }) {
  const first = pathname.slice(SCOPE.length).split("/")[0];
  return (SITE.offline.find(([language]) => language === first) ?? SITE.offline[0])[0];
}

async function offlinePage(url) {
  const language = languageOf(url);
  const [, address] = SITE.offline.find(([of]) => of === language);
  return stored(CORE, new URL(address, location.origin).href);
}
