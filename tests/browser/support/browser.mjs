// In: a site. Out: Debian's Chromium without a window, looking at that site over a local server.
// Promises: one browser for a whole test file; no name on the network resolves; each visit tells
// what went wrong while the page loaded and ran: foreign requests, failed requests, script errors, CSP violations.

import { chromium } from 'playwright-core';
import { serve } from './server.mjs';

/** The program of the browser. */
export const CHROMIUM = process.env.CHROMIUM || '/usr/bin/chromium-headless-shell';

/**
 * @typedef {object} Look
 * @property {number} [width]
 * @property {string} [lang]               language the reader's browser asks for
 * @property {'light' | 'dark'} [scheme]
 * @property {boolean} [js]
 */

const viewport = (width) => ({ width, height: width < 600 ? 740 : 900 });

/** Makes the window of an open page narrower or wider; cheaper than another visit. */
export const resize = (tab, width) => tab.setViewportSize(viewport(width));

/** What Chromium is started with: it asks nobody but the local server. */
export const ARGUMENTS = [
  '--disable-background-networking', '--disable-component-update', '--disable-domain-reliability', '--disable-sync', '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** A bare browser, for tests that make contexts of their own. */
export const launch = (more = []) => chromium.launch({
  executablePath: CHROMIUM,
  // The pages are our own and the network is shut; containers rarely allow the sandbox.
  chromiumSandbox: false,
  args: [...ARGUMENTS, ...more],
});

export async function openBrowser(site) {
  const server = await serve({ folder: site.folder, base: process.env.BASE_PATH ?? site.base });
  const browser = await launch();
  const contexts = new Map();

  const contextFor = ({ width = 1280, lang = 'th', scheme = 'light', js = true }) => {
    const key = JSON.stringify([width, lang, scheme, js]);
    if (!contexts.has(key)) {
      contexts.set(key, browser.newContext({
        viewport: viewport(width),
        locale: lang,
        timezoneId: 'Asia/Bangkok',
        colorScheme: scheme,
        javaScriptEnabled: js,
        // What moves is measured at rest.
        reducedMotion: 'reduce',
        // A worker would answer from its cache and hide requests that fail.
        serviceWorkers: 'block',
      }));
    }
    return contexts.get(key);
  };

  return {
    /**
     * Opens a path of the site, calls `look(page)` and returns what it returns.
     * Problems seen meanwhile go to `problems` as messages.
     * @param {string} path
     * @param {Look} options
     */
    async visit(path, options, look, problems) {
      const page = await (await contextFor(options)).newPage();
      try {
        watch(page, server, problems);
        await page.goto(server.origin + path, { waitUntil: 'load' });
        await page.evaluate(() => document.fonts.ready.then(() => null));
        return await look(page);
      } finally {
        await page.close();
      }
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

function watch(page, server, problems) {
  const isDocument = (request) => request.isNavigationRequest() && request.frame() === page.mainFrame();
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.origin !== server.origin) {
      problems.push(`request leaves the site: ${url.href}`);
    }
  });
  page.on('response', (response) => {
    // A page for lost readers is rightly answered with 404.
    if (response.status() >= 400 && !isDocument(response.request())) {
      problems.push(`answered ${response.status()}: ${new URL(response.url()).pathname}`);
    }
  });
  page.on('requestfailed', (request) => {
    // A page that is left or loaded again drops what it was still fetching: that is no fault of it.
    if (request.failure()?.errorText === 'net::ERR_ABORTED') return;
    problems.push(`request failed (${request.failure()?.errorText}): ${request.url().replace(server.origin, '')}`);
  });
  page.on('pageerror', (error) => problems.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    // What failed to load has already been told, with its address.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      problems.push(`console error: ${message.text().replaceAll(server.origin, '')}`);
    }
  });
}
