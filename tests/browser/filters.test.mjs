// A listing narrowed by a reader: choices together, counts beside each, the address and the back
// button, the order by distance, what screen readers hear, and the static lists without script.

import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { openBrowser } from './support/browser.mjs';
import { readCity } from './support/city.mjs';

const city = readCity();
const listing = (kind, query = '', lang = 'en') => `${city.base}${lang}/${kind}/${query && `?${query}`}`;
let browser;
before(async () => (browser = await openBrowser(city)));
after(() => browser?.close());

const shown = (tab) => tab.locator('#list h2 > a, #list h3 > a').evaluateAll((links) => links.map((link) => link.pathname.split('/').at(-2)));
const asked = (tab, query) => tab.waitForFunction((query) => document.getElementById('list').dataset.asked === query, query);
const countOf = (tab, name, value = '1') => tab.locator(`input[name=${name}][value="${value}"] ~ .n`).textContent();

/** Looks at a page of the city; whatever went wrong while it ran fails the test. */
async function look(path, options, what) {
  const problems = [];
  await browser.visit(path, { lang: 'en', ...options }, what, problems);
  assert.deepEqual(problems, []);
}

test('choices narrow each other, add up within a facet, and say how many they leave', () =>
  look(listing('spaces'), {}, async (tab) => {
    assert.equal(await tab.textContent('#found'), '6 spaces');
    await tab.click('summary:has-text("By district")');
    await tab.check('input[name=district][value=old-town]');
    await asked(tab, 'district=old-town');
    assert.equal(await tab.textContent('#found'), '3 spaces');
    assert.equal(await tab.locator('#found').getAttribute('role'), 'status');
    assert.equal(await countOf(tab, 'district', 'lakeside'), '2', 'another district is another choice of the same facet');
    await tab.check('input[name=free]');
    await asked(tab, 'free=1&district=old-town');
    assert.deepEqual(await shown(tab), ['thai-corner']);
    assert.equal(await tab.textContent('#found'), '1 space', 'in the singular');
    await tab.check('input[name=district][value=lakeside]');
    await asked(tab, 'free=1&district=lakeside&district=old-town');
    assert.deepEqual((await shown(tab)).sort(), ['lake-library', 'thai-corner']);
  }));

test('the address can be shared, and the back button takes a choice back', () =>
  look(listing('spaces', 'free=1&district=lakeside'), {}, async (tab) => {
    await asked(tab, 'free=1&district=lakeside');
    assert.deepEqual(await shown(tab), ['lake-library']);
    assert.ok(await tab.isChecked('input[name=free]'));
    await tab.uncheck('input[name=free]');
    await asked(tab, 'district=lakeside');
    assert.equal(new URL(tab.url()).search, '?district=lakeside');
    await tab.goBack();
    await asked(tab, 'free=1&district=lakeside');
    assert.deepEqual(await shown(tab), ['lake-library']);
    await tab.click('#chosen button:has-text("Free")');
    await asked(tab, 'district=lakeside');
    await tab.click('#reset');
    await asked(tab, '');
    assert.equal(new URL(tab.url()).search, '');
    assert.equal((await shown(tab)).length, 6);
    assert.equal(await tab.textContent('#found'), '6 spaces');
  }));

test('the same choice stands in the other language', () =>
  look(listing('spaces', 'free=1'), {}, async (tab) => {
    await asked(tab, 'free=1');
    await tab.click('.tongues a[lang=th]');
    await asked(tab, 'free=1');
    assert.equal(await tab.textContent('#found'), '2 แห่ง');
    assert.equal(new URL(tab.url()).pathname, `${city.base}th/spaces/`);
  }));

test('nothing is fetched before a choice is made, and nothing that fits is said', () =>
  look(listing('spaces'), {}, async (tab) => {
    const fetched = () => tab.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.json')).length);
    assert.equal(await fetched(), 0);
    await tab.check('input[name=free]');
    await tab.check('input[name=accessible]');
    await asked(tab, 'free=1&accessible=1');
    assert.equal(await fetched(), 1);
    await tab.click('summary:has-text("By kind")');
    await tab.check('input[name=kind][value=garden]');
    await asked(tab, 'free=1&accessible=1&kind=garden');
    assert.equal(await tab.textContent('#found'), 'Nothing fits all of these choices. Take one away.');
    assert.equal(await tab.locator('#list li').count(), 0);
  }));

test('a place is asked for on a tap only, and puts the nearest first', () =>
  look(listing('spaces'), { width: 360 }, async (tab) => {
    await tab.context().setGeolocation({ latitude: 15.52, longitude: 103.52 });
    await tab.context().grantPermissions(['geolocation']);
    await tab.selectOption('#sort', 'nearest');
    await asked(tab, 'sort=nearest');
    const found = await shown(tab);
    assert.equal(found[0], 'lake-library');
    assert.equal(found.length, 6, 'what has no location is still there');
    assert.match(await tab.locator('#list li').first().textContent(), /0 km away/);
    await tab.context().setGeolocation({ latitude: 18.79, longitude: 98.98 });
    await tab.reload();
    await tab.waitForSelector('#locate:not([hidden])');
    assert.equal((await shown(tab)).length, 6, 'a shared address does not ask by itself');
    await tab.click('#locate');
    await tab.waitForFunction(() => /The nearest is \d+ km away/.test(document.getElementById('hint').textContent));
    await tab.context().clearPermissions();
  }));

test('a place that is refused leaves the usual order, and says so', () =>
  look(listing('spaces'), { width: 1280 }, async (tab) => {
    await tab.context().clearPermissions();
    const usual = await shown(tab);
    await tab.selectOption('#sort', 'nearest');
    await tab.waitForFunction(() => /not known/.test(document.getElementById('hint').textContent));
    assert.equal(await tab.inputValue('#sort'), '');
    assert.deepEqual(await shown(tab), usual);
  }));

test('what is open now is told by the city’s clock, not by the reader’s', () =>
  look(listing('spaces'), {}, async (tab) => {
    // Tuesday 10:00 in Bangkok, still Monday in most of the world.
    await tab.clock.setFixedTime(new Date('2026-11-24T03:00:00Z'));
    await tab.reload();
    await tab.check('input[name=open]');
    await asked(tab, 'open=1');
    assert.deepEqual((await shown(tab)).sort(), ['herb-garden', 'lake-library']);
    assert.equal(await countOf(tab, 'open'), '2');
  }));

test('an event is found by the day it is on', () =>
  look(listing('events'), {}, async (tab) => {
    await tab.clock.setFixedTime(new Date('2026-11-24T03:00:00Z'));
    await tab.reload();
    await tab.selectOption('#when', 'weekend');
    await asked(tab, 'when=weekend');
    assert.deepEqual(await shown(tab), ['story-hour']);
    await tab.selectOption('#when', 'today');
    await asked(tab, 'when=today');
    assert.deepEqual(await shown(tab), []);
  }));

test('a page of one kind leads to its choice in the listing', () =>
  look(listing('spaces/kinds/garden'), {}, async (tab) => {
    await tab.click('a:has-text("Narrow this list further")');
    await asked(tab, 'kind=garden');
    assert.equal(await tab.textContent('#found'), '2 spaces');
  }));

test('without script the choices are lists to follow, and nothing pretends to work', () =>
  look(listing('spaces'), { js: false }, async (tab) => {
    assert.equal(await tab.locator('#sort').isVisible(), false);
    assert.equal(await tab.locator('.pick').first().isVisible(), false);
    await tab.click('summary:has-text("By kind")');
    await tab.click('.choices a:has-text("Garden")');
    assert.equal(new URL(tab.url()).pathname, `${city.base}en/spaces/kinds/garden/`);
    assert.equal(await tab.locator('.cards > li').count(), 2);
  }));
