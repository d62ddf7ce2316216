// On every page: begins the worker that keeps pages for later, and hands it this page, which was
// loaded before there was one. On the page shown without a network: what can still be read.

const root = new URL("../", import.meta.url);

async function begin() {
  try {
    await navigator.serviceWorker.register(new URL("sw.js", root), { scope: root.pathname, updateViaCache: "none" });
    if (navigator.serviceWorker.controller) return;
    const { active } = await navigator.serviceWorker.ready;
    const assets = performance.getEntriesByType("resource").map(({ name }) => name);
    active.postMessage({ page: location.href, assets });
  } catch {
    // A private window or a full disk: the site works as well without.
  }
}

async function tellCopies(list) {
  const pages = await caches.open(`nakhon ${root.pathname} pages`);
  const language = document.documentElement.lang;
  const items = [];
  for (const request of (await pages.keys()).reverse()) {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith(`${root.pathname}${language}/`)) continue;
    const html = await (await pages.match(request)).text();
    const name = new DOMParser().parseFromString(html, "text/html").querySelector("h1")?.textContent.trim();
    if (!name) continue;
    const link = Object.assign(document.createElement("a"), { href: pathname, textContent: name });
    const item = document.createElement("li");
    item.append(link);
    items.push(item);
  }
  list.replaceChildren(...items);
  list.closest("section").hidden = items.length === 0;
}

const retry = document.getElementById("retry");
if (retry) {
  retry.hidden = false;
  retry.addEventListener("click", () => location.reload());
  addEventListener("online", () => location.reload());
}
const copies = document.getElementById("copies");
if (copies && "caches" in window) tellCopies(copies);

if ("serviceWorker" in navigator) {
  // What the reader came for is loaded first.
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin, { once: true });
}
