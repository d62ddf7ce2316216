// Reloads the page once the site has changed. `nakhon serve` adds this; no published page has it.
(() => {
  const script = document.currentScript;
  const events = new URL("events", script.src);
  const remembered = "nakhon-reload";
  let source;

  const hear = ({ data: version }) => {
    if (version === script.dataset.version) return;
    // Once a version and page: a page that some cache keeps old must not reload for ever.
    const once = `${version} ${location.pathname}`;
    try {
      if (sessionStorage.getItem(remembered) === once) return;
      sessionStorage.setItem(remembered, once);
    } catch {
      return; // Without storage nothing would stop the circle.
    }
    location.reload();
  };

  const leave = () => {
    source?.close();
    source = undefined;
  };

  // Browsers open six connections to a host: a page that nobody sees must not hold one.
  const listen = () => {
    if (document.hidden) return leave();
    if (source && source.readyState !== EventSource.CLOSED) return;
    source = new EventSource(events);
    source.addEventListener("version", hear);
  };

  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", leave);
  addEventListener("pageshow", listen);
  listen();
})();
