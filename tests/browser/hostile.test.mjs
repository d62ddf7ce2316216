// A site of which every text is hostile, as it stands in a browser: no planted script runs, none is
// even tried (the policy of the pages would tell), nothing foreign is asked for, and what scripts write
// into pages (hits, listings, pins) is text. tests/run builds the sites; HOSTILE names their folder.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './support/browser.mjs';
import { readSite } from './support/site.mjs';

const FOLDER = process.env.HOSTILE || fileURLToPath(new URL('../../target/hostile', import.meta.url));
const sites = readdirSync(FOLDER).sort().map((name) => readSite(join(FOLDER, name)));

/** Elements that only what was planted would make. */
const planted = (tab) => tab.evaluate(() =>
  [...document.querySelectorAll('planted, img[src=x], [onload], [onerror], [onfocus], script[src*=planted], iframe, base')].map((it) => it.outerHTML));

async function onEach(site, scenario) {
  const browser = await openBrowser(site);
  try {
    await scenario(async (path, look) => {
      const problems = [];
      await browser.visit(site.base + path, { lang: 'en' }, async (tab) => {
        await look?.(tab);
        assert.deepEqual(await planted(tab), [], path);
      }, problems);
      assert.deepEqual(problems, [], path);
    });
  } finally {
    await browser.close();
  }
}

// In each site another text stands in each field, so half of the pages of each is as much as all of one.
test('nothing that was planted runs on any page', async () => {
  assert.equal(sites.length, 2, 'the sites are built');
  for (const [at, site] of sites.entries()) {
    await onEach(site, async (visit) => {
      for (const page of site.content.filter(({ lang }) => lang === site.languages[at])) await visit(page.address);
    });
  }
});

test('what scripts write into pages is text', async () => {
  for (const [at, site] of sites.entries()) {
    const lang = site.languages[at];
    await onEach(site, async (visit) => {
      await visit(`${lang}/search/`, async (tab) => {
        await tab.fill('form.search input[name=q]', 'planted');
        await tab.waitForFunction(() => document.querySelectorAll('#hits h2 a').length > 1);
      });
      for (const kind of ['spaces', 'partners', 'events']) {
        await visit(`${lang}/${kind}/`, async (tab) => {
          await tab.selectOption('#sort', 'newest');
          await tab.waitForFunction(() => document.getElementById('list').dataset.asked === 'sort=newest');
        });
      }
    });
  }
});
