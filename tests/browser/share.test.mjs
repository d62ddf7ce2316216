// Taking an entry along: shared the device's own way, its address copied where there is none, or on
// paper with a code that opens the page.

import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { openBrowser } from './support/browser.mjs';
import { readCity } from './support/city.mjs';

const city = readCity();
const path = `${city.base}en/spaces/lake-library/`;
let browser;
before(async () => (browser = await openBrowser(city)));
after(() => browser?.close());

/** Opens the page again with a device that can do what `device` sets up, and hands over what it was asked. */
async function on(device, what, options = {}) {
  const problems = [];
  await browser.visit(path, { lang: 'en', width: 360, ...options }, async (tab) => {
    await tab.addInitScript(device);
    await tab.reload();
    await what(tab, () => tab.evaluate(() => window.asked));
  }, problems);
  assert.deepEqual(problems, []);
}
const share = (tab) => tab.getByRole('button', { name: 'Share this page' });

test('a device that can share is handed the name and the address alone', () => on(() => {
  window.asked = [];
  navigator.share = async (what) => window.asked.push(what);
}, async (tab, asked) => {
  await tab.evaluate(() => history.replaceState(null, '', '?from=elsewhere#part-about'));
  await share(tab).click();
  assert.deepEqual(await asked(), [{ title: 'Lake Library', url: new URL(path, tab.url()).href }]);
}));

test('a reader who closes the sheet sees no error', () => on(() => {
  navigator.share = async () => { throw new DOMException('', 'AbortError'); };
}, async (tab) => {
  await share(tab).click();
  assert.equal(await tab.locator('#share-said').innerText(), '');
}));

test('elsewhere the address is copied, and that is said', () => on(() => {
  window.asked = [];
  delete Navigator.prototype.share;
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => window.asked.push(text) } });
}, async (tab, asked) => {
  await share(tab).click();
  assert.deepEqual(await asked(), [new URL(path, tab.url()).href]);
  assert.equal(await tab.getByRole('status').filter({ hasText: 'copied' }).count(), 1);
}));

test('a clipboard that refuses leaves the address to be read', () => on(() => {
  delete Navigator.prototype.share;
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => { throw new DOMException('', 'NotAllowedError'); } } });
}, async (tab) => {
  await share(tab).click();
  assert.equal(await tab.locator('#share-said').innerText(), new URL(path, tab.url()).href);
}));

test('a button prints the page', () => on(() => {
  window.asked = [];
  window.print = () => window.asked.push('print');
}, async (tab, asked) => {
  await tab.getByRole('button', { name: 'Print' }).click();
  assert.deepEqual(await asked(), ['print']);
}));

test('on paper there is a code that opens the page, and no button', () => on(() => {}, async (tab) => {
  await tab.emulateMedia({ media: 'print' });
  assert.ok(await tab.locator('.on-paper svg').isVisible());
  assert.equal(await tab.locator('main button:visible').count(), 0);
  assert.ok(await tab.locator('.facts').isVisible());
}));

test('without script there is no button that does nothing', () => on(() => {}, async (tab) => {
  assert.equal(await tab.locator('main button:visible').count(), 0);
}, { js: false }));
