// The map without a network is drawn into the page; a map of tiles is asked for only by those who agree,
// and asks no one but the server that was named.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test, { after, before } from 'node:test';
import { launch } from './support/browser.mjs';
import { readCity } from './support/city.mjs';
import { serve } from './support/server.mjs';
import { readSite } from './support/site.mjs';
import { sidewaysScroll } from './support/probes.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const HOST = 'tiles.buengthong.example';
const TILE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=', 'base64');

const [city, site] = [readCity(), readSite()];
let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** A narrow touch screen on the map page; tells which foreign addresses are asked for. */
async function onMap(of, lang, scenario, more = {}) {
  const server = await serve(of);
  // Without motion: half way between two colours a button has too little contrast.
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: lang, serviceWorkers: 'block', reducedMotion: 'reduce', ...more });
  const asked = [];
  const errors = [];
  await context.route((url) => url.origin !== server.origin, (route) => {
    asked.push(new URL(route.request().url()).host);
    return more.silent ? route.abort() : route.fulfill({ contentType: 'image/png', body: TILE });
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load')) errors.push(message.text());
  });
  try {
    await page.goto(`${server.origin}${of.base}${lang}/map/`, { waitUntil: 'load' });
    await scenario(page, asked);
    assert.deepEqual(errors, []);
  } finally {
    await context.close();
    await server.close();
  }
}

for (const lang of city.languages) {
  test(`tiles in ${lang}: nothing is asked before the citizen agrees, then one host`, async () => {
    await onMap(city, lang, async (page, asked) => {
      const offer = page.locator('#tiles');
      assert.ok((await offer.innerText()).includes(HOST), 'the host is not named');
      assert.equal(await page.evaluate(() => [...document.scripts].some(({ src }) => src.includes('leaflet'))), false);
      assert.deepEqual(asked, []);
      const button = offer.locator('button');
      const { height } = await button.boundingBox();
      assert.ok(height >= 44, `the button is ${height} px high`);
      await button.tap();
      await page.locator('.leaflet-tile-loaded').first().waitFor();
      assert.deepEqual([...new Set(asked)], [HOST]);
      assert.equal(await page.locator('#plan').isVisible(), false);
      const pins = await page.locator('#plan .pin').count();
      assert.equal(await page.locator('.tile-pin').count(), pins);
      assert.ok((await page.locator('.leaflet-control-attribution').innerText()).trim().length > 0, 'nobody is named as the maker of the tiles');
      assert.deepEqual(await page.evaluate(sidewaysScroll), []);
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => (await globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })).violations
        .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)));
      assert.deepEqual(violations, []);
      // By keyboard: a pin opens its name, which leads to the space.
      await page.locator('.tile-pin').first().focus();
      await page.keyboard.press('Enter');
      const href = await page.locator('.leaflet-popup-content a').getAttribute('href');
      assert.match(href, new RegExp(`^${city.base}${lang}/spaces/[a-z0-9-]+/$`));
      await button.tap();
      await page.locator('#plan').waitFor();
    });
  });
}

test('a tile server that does not answer is told, and the drawing is a tap away', async () => {
  await onMap(city, city.languages[0], async (page) => {
    await page.locator('#tiles button').tap();
    await page.locator('#tiles [role=status]', { hasText: HOST }).waitFor();
    await page.locator('#tiles button').tap();
    assert.ok(await page.locator('#plan').isVisible());
  }, { silent: true });
});

test('the outline that the site names is drawn', () => {
  assert.match(city.byFile.get(`${city.languages[0]}/map/index.html`).html, /<path class="land"/);
});

test('a site without tiles has no other program, no offer and no opening in its policy', () => {
  assert.deepEqual([...site.files].filter((file) => /leaflet/i.test(file)), []);
  for (const lang of site.languages) {
    const page = site.byFile.get(`${lang}/map/index.html`);
    assert.equal(page.elements.some(({ attrs }) => attrs.id === 'tiles'), false);
    const policies = new Set(site.content.map((one) => one.all('meta').find(({ attrs }) => attrs['http-equiv'] === 'Content-Security-Policy')?.attrs.content));
    assert.equal(policies.size, 1);
    assert.doesNotMatch([...policies][0], /unsafe|https?:|data:|\*/);
  }
});

test('tiles open the policy of the map page and of no other', () => {
  for (const page of city.content) {
    const policy = page.all('meta').find(({ attrs }) => attrs['http-equiv'] === 'Content-Security-Policy').attrs.content;
    assert.equal(policy.includes(`https://${HOST}`), page.kind === 'map', page.file);
    assert.doesNotMatch(policy, /unsafe|\*/);
  }
});

test('every pin of the drawing is a link of the list beside it, by number, without script', async () => {
  for (const lang of site.languages) {
    const page = site.byFile.get(`${lang}/map/index.html`);
    const pins = page.all('a').filter(({ attrs }) => attrs.class === 'pin').map(({ attrs }) => attrs.href);
    const key = page.elements.find(({ name, attrs }) => name === 'ol' && attrs.class === 'key');
    const listed = page.all('a').filter((link) => { for (let at = link; at; at = at.parent) if (at === key) return true; return false; }).map(({ attrs }) => attrs.href);
    assert.ok(pins.length > 0);
    assert.deepEqual(pins, listed);
  }
});
