// Keeps the open page true to the site. `nakhon serve` adds this; no published page has it.
//
// The server says when there is something new; this asks what that means for the page that is open:
// nothing, another overlay, other styles, or other words. Only the last reloads it, in its place.
(() => {
  const script = document.currentScript;
  const own = (name) => new URL(name, script.src);
  const known = { ...script.dataset };
  const place = "nakhon-place";
  const reloaded = "nakhon-reloaded";
  let source;
  let looking = false;
  let again = false;

  const folds = () => [...document.querySelectorAll("details")].filter((it) => !it.closest("#nakhon-overlay"));

  /** The way to an element from the nearest one that has an id. */
  const way = (element) => {
    const steps = [];
    for (let it = element; it?.parentElement; it = it.parentElement) {
      if (it.id) return [`#${CSS.escape(it.id)}`, ...steps].join(" > ");
      const number = [...it.parentElement.children].indexOf(it) + 1;
      steps.unshift(`${it.localName}:nth-child(${number})`);
    }
    return steps.join(" > ");
  };

  const reload = (page) => {
    const focused = document.activeElement === document.body ? null : document.activeElement;
    try {
      // Once for the same page: one that some cache keeps old must not reload for ever.
      const once = `${page} ${location.pathname}`;
      if (sessionStorage.getItem(reloaded) === once) return;
      sessionStorage.setItem(reloaded, once);
      sessionStorage.setItem(place, JSON.stringify({
        path: location.pathname,
        left: scrollX,
        top: scrollY,
        open: folds().map((it) => it.open),
        focus: focused && way(focused),
      }));
    } catch {
      return; // Without storage nothing would stop the circle.
    }
    location.reload();
  };

  const restore = () => {
    let was;
    try {
      was = JSON.parse(sessionStorage.getItem(place));
      sessionStorage.removeItem(place);
    } catch {
      return;
    }
    if (was?.path !== location.pathname) return;
    for (const [at, fold] of folds().entries()) fold.open = was.open[at] ?? fold.open;
    if (was.focus) document.querySelector(was.focus)?.focus({ preventScroll: true });
    const scroll = () => scrollTo({ left: was.left, top: was.top, behavior: "instant" });
    scroll();
    // Pictures and fonts that come later move the page.
    addEventListener("load", scroll, { once: true });
  };

  /** Other style sheets in place of those that are there: none goes before its heir has come. */
  const swap = (addresses) => {
    const links = [...document.querySelectorAll("link[rel~=stylesheet]:not([data-nakhon])")];
    if (links.length !== addresses.length) return false;
    for (const [at, old] of links.entries()) {
      const address = new URL(addresses[at], location.href).href;
      if (old.href === address) continue;
      const next = old.cloneNode();
      next.href = address;
      next.addEventListener("load", () => old.remove(), { once: true });
      next.addEventListener("error", () => next.remove(), { once: true });
      old.after(next);
    }
    return true;
  };

  const overlay = (markup) => {
    const old = document.getElementById("nakhon-overlay");
    const next = markup && new DOMParser().parseFromString(markup, "text/html").body.firstElementChild;
    if (!next) return old?.remove();
    if (!old) return script.before(next);
    next.firstElementChild.open = old.firstElementChild.open;
    old.replaceWith(next);
  };

  const compare = async () => {
    const answer = await fetch(own(`page${location.pathname}`), { cache: "no-store" });
    const now = answer.ok ? await answer.json() : { page: "elsewhere" };
    if (now.frame !== known.frame) return reload(now.page);
    if (now.page !== known.page && !swap(now.styles)) return reload(now.page);
    overlay(now.overlay);
    Object.assign(known, { version: now.version, page: now.page });
  };

  const hear = async ({ data: version }) => {
    if (version === known.version) return;
    if (looking) {
      again = true;
      return;
    }
    looking = true;
    try {
      do {
        again = false;
        await compare();
      } while (again);
    } catch {
      // The server has gone away; when it is back it says so.
    } finally {
      looking = false;
    }
  };

  const leave = () => {
    source?.close();
    source = undefined;
  };

  // Browsers open six connections to a host: a page that nobody sees must not hold one.
  const listen = () => {
    if (document.hidden) return leave();
    if (source && source.readyState !== EventSource.CLOSED) return;
    source = new EventSource(own("events"));
    source.addEventListener("version", hear);
  };

  restore();
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", leave);
  addEventListener("pageshow", listen);
  listen();
})();
