// Reading without a network: what was opened opens again and says of when it is; what was not says so;
// nothing old is shown while the network works; and all of it can be ended.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { launch } from './support/browser.mjs';
import { serve } from './support/server.mjs';
import { readSite } from './support/site.mjs';

const MOST_PAGES = 60;
const END = readFileSync(new URL('../../src/export/offline/end.js', import.meta.url), 'utf8');

const site = readSite();
const [lang] = site.languages;
const at = { folder: site.folder, base: site.base };
const first = (kind) => site.content.find((page) => page.kind === kind && page.lang === lang && !page.isFallback);
const [entry, unread] = [first('space'), first('partner')];
const home = site.byFile.get(`${lang}/index.html`);

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** A fresh reader and a server that can go away and come back. */
async function reader(scenario) {
  let server = await serve(at);
  const { port } = server;
  const context = await browser.newContext({ locale: lang, timezoneId: 'Asia/Bangkok' });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) errors.push(message.text());
  });
  const open = (address) => page.goto(`${server.origin}${site.base}${address}`, { waitUntil: 'load' });
  try {
    await scenario({
      page,
      open,
      goOffline: () => server.close(),
      goOnline: async (instead) => (server = await serve({ ...at, instead }, port)),
      kept: () => page.evaluate(() => caches.keys().then((names) => Promise.all(names.map(async (name) => [name, (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)]))).then(Object.fromEntries)),
    });
    assert.deepEqual(errors, []);
  } finally {
    await context.close();
    await server.close().catch(() => {});
  }
}

/** Asks the page until it says yes. The browser's own way of waiting takes a promise for a yes. */
async function until(page, question, argument) {
  for (const end = Date.now() + 30_000; Date.now() < end; await page.waitForTimeout(100)) {
    if (await page.evaluate(question, argument)) return;
  }
  assert.fail(`never came true: ${question}`);
}

/** Waits until the worker has kept a page. */
const untilKept = (page, address) => until(page, async (path) => {
  const names = await caches.keys();
  const pages = names.find((name) => name.endsWith(' pages'));
  return pages !== undefined && (await (await caches.open(pages)).match(location.origin + path)) !== undefined;
}, site.base + address);

const shown = (page) => page.evaluate(() => ({
  heading: document.querySelector('h1')?.textContent.trim(),
  notice: document.getElementById('copy')?.textContent ?? null,
  styled: [...document.styleSheets].some((sheet) => sheet.cssRules.length > 50),
}));

test('a page that was read opens again without a network, the very first too, and says of when it is', async () => {
  await reader(async ({ page, open, goOffline }) => {
    await open(home.address);
    await untilKept(page, home.address);
    await open(entry.address);
    await untilKept(page, entry.address);
    const before = await shown(page);
    assert.equal(before.notice, null);
    await goOffline();
    await open(`${entry.address}?from=elsewhere`);
    const copy = await shown(page);
    assert.equal(copy.heading, before.heading);
    assert.ok(copy.styled, 'the copy has no style sheet');
    const year = new Intl.DateTimeFormat(lang === 'th' ? 'th-u-ca-buddhist' : lang, { year: 'numeric', timeZone: 'Asia/Bangkok' })
      .formatToParts().find(({ type }) => type === 'year').value;
    assert.match(copy.notice, new RegExp(`${year}.*\\d\\d:\\d\\d`));
    await open(home.address);
    assert.ok((await shown(page)).notice, 'the first page was not kept');
  });
});

test('a page that was not read says so, in its language, and names what can be read', async () => {
  for (const language of site.languages) {
    await reader(async ({ page, open, goOffline }) => {
      const read = site.byFile.get(entry.file.replace(/^[^/]+/, language));
      await open(read.address);
      await untilKept(page, read.address);
      await goOffline();
      await open(unread.address.replace(/^[^/]+/, language));
      assert.equal(await page.evaluate(() => document.documentElement.lang), language);
      const expected = site.byFile.get(`${language}/offline.html`).all('h1').length;
      assert.equal(expected, 1);
      const link = page.locator('#copies a');
      await link.first().waitFor();
      assert.deepEqual(await link.evaluateAll((links) => links.map((one) => new URL(one.href).pathname)), [site.base + read.address]);
      await link.first().click();
      await page.locator('#copy').waitFor();
    });
  }
});

test('while the network works no page is an old one', async () => {
  await reader(async ({ page, open, goOffline, goOnline }) => {
    await open(entry.address);
    await untilKept(page, entry.address);
    await goOffline();
    const changed = readFileSync(join(site.folder, entry.file), 'utf8').replace(/<h1/, '<h1 id="changed"');
    await goOnline(new Map([[entry.address, changed]]));
    await open(entry.address);
    assert.equal(await page.locator('#changed').count(), 1, 'the copy was shown in place of the new page');
    assert.equal((await shown(page)).notice, null);
  });
});

test('what is kept is bounded, and holds nothing that was looked for', async () => {
  await reader(async ({ page, open, kept }) => {
    await open(home.address);
    await untilKept(page, home.address);
    const many = site.content.filter(({ isNotFound, lang: of }) => !isNotFound && of).slice(0, MOST_PAGES + 5);
    assert.ok(many.length > MOST_PAGES, 'the site is too small for this test');
    for (const { address } of many) {
      await page.goto(new URL(`${site.base}${address}?q=secret`, page.url()).href, { waitUntil: 'commit' });
    }
    await untilKept(page, many.at(-1).address);
    const pages = Object.entries(await kept()).find(([name]) => name.endsWith(' pages'))[1];
    assert.ok(pages.length <= MOST_PAGES, `${pages.length} pages are kept`);
    const addresses = await page.evaluate(async () => {
      const all = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
      return all.flat();
    });
    assert.deepEqual(addresses.filter((address) => address.includes('secret')), []);
  });
});

test('a site that ends it takes the worker and every copy out of the browser', async () => {
  await reader(async ({ page, open, goOffline, goOnline, kept }) => {
    await open(entry.address);
    await untilKept(page, entry.address);
    await page.evaluate(() => caches.open('of another site').then((cache) => cache.put('/x', new Response('x'))));
    await goOffline();
    // A published site without a worker has no script that begins one, either.
    const without = readFileSync(join(site.folder, home.file), 'utf8').replace(/<script[^>]*offline[^>]*><\/script>/, '');
    await goOnline(new Map([['sw.js', END], [home.address, without]]));
    await open(home.address);
    await until(page, async () => {
      const names = await caches.keys();
      return (await navigator.serviceWorker.getRegistrations()).length === 0 && !names.some((name) => name.startsWith('nakhon '));
    });
    assert.deepEqual(Object.keys(await kept()), ['of another site']);
  });
});
