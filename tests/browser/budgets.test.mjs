// What a page costs a cheap phone: held on the built site, compressed as hosts send it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { launch } from './support/browser.mjs';
import { picks } from './support/kinds.mjs';
import { assertNone } from './support/report.mjs';
import { serve } from './support/server.mjs';
import { readSite } from './support/site.mjs';

/** Kilobytes of a thousand bytes. */
const KB = 1000;
const [HTML, CSS, SCRIPT, VIEW] = [25 * KB, 14 * KB, 12 * KB, 150 * KB];

const site = readSite();
const sizes = new Map();
const packed = (file) => {
  if (!sizes.has(file)) sizes.set(file, brotliCompressSync(readFileSync(join(site.folder, file))).length);
  return sizes.get(file);
};

test('every page is at most 25 KB of HTML', () => {
  assertNone(site.pages.filter(({ file }) => packed(file) > HTML).map(({ file }) => ({ where: file, message: `more than ${HTML} bytes` })), 'HTML');
});

test('style sheets are at most 14 KB on any page', () => {
  const findings = [];
  for (const page of site.content) {
    const sheets = page.links('stylesheet').map(({ attrs }) => attrs.href.slice(site.base.length));
    const whole = sheets.reduce((sum, file) => sum + packed(file), 0);
    if (whole > CSS) findings.push({ where: page.file, message: `${whole} bytes of style sheets, more than ${CSS}` });
  }
  assertNone(findings, 'style sheets');
});

let browser;
let server;
before(async () => ([browser, server] = [await launch(), await serve(site)]));
after(() => Promise.all([browser?.close(), server?.close()]));

for (const { name, page: { file, lang }, path } of picks(site)) {
  test(`first view of ${name}`, async () => {
    // Nothing is in a new context's cache.
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: lang ?? site.languages[0], serviceWorkers: 'block' });
    const foreign = [];
    try {
      const page = await context.newPage();
      page.on('request', (request) => new URL(request.url()).origin !== server.origin && foreign.push(request.url()));
      await page.goto(server.origin + path, { waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready.then(() => null));
      const loaded = await page.evaluate(() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
        .map(({ name: address, transferSize }) => ({ path: new URL(address).pathname, transferSize })));
      const whole = loaded.reduce((sum, { transferSize }) => sum + transferSize, 0);
      const scripts = [...new Set(loaded.map(({ path: at }) => at))].filter((at) => at.endsWith('.js')).map((at) => at.slice(site.base.length));
      const script = scripts.reduce((sum, at) => sum + packed(at), 0);
      assert.ok(whole > 10 * KB, `${file}: only ${whole} bytes were seen`);
      assert.ok(whole <= VIEW, `${file}: ${whole} bytes, more than ${VIEW}: ${JSON.stringify(loaded)}`);
      assert.ok(script <= SCRIPT, `${file}: ${script} bytes of script, more than ${SCRIPT}: ${scripts.join(' ')}`);
      assert.deepEqual(foreign, []);
    } finally {
      await context.close();
    }
  });
}
