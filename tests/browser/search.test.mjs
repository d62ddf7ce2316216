// Search as readers have it, in Chromium and in Firefox: the same results for every query of the
// test set, as its pure functions give in node; nothing fetched before the box is used; the state
// in the address; results told to screen readers; and a way on where no script runs.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { look } from '../../themes/default/scripts/search.js';
import { readIndex, readQueries } from '../search/support.mjs';
import { openBrowser } from './support/browser.mjs';
import { openFirefox } from './support/firefox.mjs';
import { readSite } from './support/site.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const site = readSite();
const queries = readQueries();
const pathOf = (lang, query = '') => `${site.base}${lang}/search/${query && `?${new URLSearchParams(query)}`}`;
let browser;
before(async () => (browser = await openBrowser(site)));
after(() => browser?.close());

/** Runs in the page: types each query and tells what is shown. */
async function typeAll(texts) {
  const form = document.querySelector('form.search');
  const [box, list] = [form.elements.q, document.getElementById('hits')];
  const found = [];
  for (const text of texts) {
    box.value = text;
    const asked = new URLSearchParams({ q: text }).toString();
    form.requestSubmit();
    for (let wait = 0; list.dataset.query !== asked && wait < 400; wait += 1) await new Promise((done) => setTimeout(done, 5));
    found.push([...list.querySelectorAll('h2 a')].map((link) => link.pathname.split('/').at(-2)));
  }
  return found;
}

/** What the pure functions find: the first page of it. */
async function expected(lang) {
  const index = readIndex(lang, site.folder);
  const own = queries.filter((query) => query.lang === lang);
  const found = [];
  for (const { query } of own) found.push((await look(index, null, query)).hits.slice(0, 20).map(({ item }) => item.slug));
  return { texts: own.map(({ query }) => query), found };
}

for (const lang of ['th', 'en']) {
  test(`Chromium finds what node finds, ${lang}`, async () => {
    const { texts, found } = await expected(lang);
    const problems = [];
    const seen = await browser.visit(pathOf(lang), { lang }, (tab) => tab.evaluate(typeAll, texts), problems);
    texts.forEach((text, place) => assert.deepEqual(seen[place], found[place], text));
    assert.deepEqual(problems, []);
  });
}

test('Firefox finds what node finds', async (t) => {
  const firefox = await openFirefox(site);
  if (!firefox) return t.skip('there is no Firefox; tests/run setup installs it');
  try {
    for (const lang of ['th', 'en']) {
      const { texts, found } = await expected(lang);
      const seen = await firefox.visit(pathOf(lang), (tab) => tab.evaluate(typeAll, texts));
      texts.forEach((text, place) => assert.deepEqual(seen[place], found[place], `${lang} ${text}`));
    }
  } finally {
    await firefox.close();
  }
});

test('nothing is fetched before the box is used', async () => {
  const problems = [];
  await browser.visit(pathOf('th'), {}, async (tab) => {
    const fetched = [];
    tab.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    const before = await tab.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.json')));
    assert.deepEqual(before, []);
    await tab.focus('#q');
    await tab.waitForTimeout(200);
    assert.equal(fetched.filter((path) => path.includes('/assets/search-th')).length, 1);
  }, problems);
  assert.deepEqual(problems, []);
});

test('the address holds what was asked, and gives it back', async () => {
  const problems = [];
  await browser.visit(pathOf('en', { q: 'museum', district: 'districts/wiang-kao' }), { lang: 'en' }, async (tab) => {
    await tab.waitForSelector('#hits li');
    assert.equal(await tab.textContent('#found'), '1 result');
    assert.equal(await tab.inputValue('#district'), 'districts/wiang-kao');
    await tab.selectOption('#district', '');
    await tab.waitForFunction(() => document.querySelectorAll('#hits > li').length > 1);
    assert.equal(new URL(tab.url()).search, '?q=museum');
    assert.equal(await tab.locator('#found').getAttribute('role'), 'status');
    assert.match(await tab.textContent('#found'), /^\d+ results$/);
    await tab.fill('#q', 'library');
    await tab.press('#q', 'Enter');
    await tab.waitForFunction(() => location.search === '?q=library');
    await tab.goBack();
    await tab.waitForFunction(() => document.getElementById('q')?.value === 'museum');
  }, problems);
  assert.deepEqual(problems, []);
});

test('what was found is marked, and no cluster is cut', async () => {
  const problems = [];
  await browser.visit(pathOf('th', { q: 'หนองแวง' }), {}, async (tab) => {
    await tab.waitForSelector('#hits mark');
    assert.equal(await tab.locator('#hits h2 mark').first().textContent(), 'หนองแวง');
  }, problems);
  assert.deepEqual(problems, []);
});

test('the box of the home leads to the results', async () => {
  const problems = [];
  await browser.visit(`${site.base}th/`, {}, async (tab) => {
    await tab.fill('form.find input', 'เขื่อน');
    await tab.press('form.find input', 'Enter');
    await tab.waitForSelector('#hits li');
    assert.equal(await tab.locator('#hits a').first().getAttribute('href'), `${site.base}th/spaces/ubolratana-dam/`);
  }, problems);
  assert.deepEqual(problems, []);
});

test('without script there are the lists', async () => {
  const problems = [];
  await browser.visit(pathOf('th', { q: 'วัด' }), { js: false }, async (tab) => {
    assert.equal(await tab.locator('form.search').isVisible(), false);
    assert.ok(await tab.locator(`main a[href="${site.base}th/spaces/"]`).isVisible());
    assert.ok(await tab.locator(`main a[href="${site.base}th/index-of-names/"]`).isVisible());
  }, problems);
  assert.deepEqual(problems, []);
});

test('an index in shards is searched a few files at a time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shards-'));
  try {
    // The site's own search page, led to the index of an invented city.
    execFileSync('cargo', ['run', '--quiet', '--locked', '--example', 'invented_index', '--', '3200', folder, 'th'], { cwd: ROOT });
    const first = readdirSync(join(folder, 'assets')).find((name) => /^search-th\.[0-9a-f]+\.json$/.test(name));
    cpSync(join(site.folder, 'assets'), join(folder, 'assets'), { recursive: true });
    const page = readFileSync(join(site.folder, 'th/search/index.html'), 'utf8');
    mkdirSync(join(folder, 'th/search'), { recursive: true });
    writeFileSync(join(folder, 'th/search/index.html'), page.replace(/assets\/search-th\.[0-9a-f]+\.json/, `assets/${first}`));
    const large = await openBrowser({ ...site, folder });
    const problems = [];
    await large.visit(pathOf('th', { q: 'ห้องสมุด' }), {}, async (tab) => {
      await tab.waitForSelector('#hits > li');
      assert.equal(await tab.locator('#hits > li').count(), 20);
      const fetched = await tab.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.json')).length);
      assert.ok(fetched < 15, `${fetched} files`);
      await tab.click('#more');
      await tab.waitForFunction(() => document.querySelectorAll('#hits > li').length === 40);
    }, problems);
    await large.close();
    assert.deepEqual(problems, []);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
