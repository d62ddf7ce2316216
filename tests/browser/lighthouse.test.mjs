// Lighthouse on a phone, in the default language: accessibility, best practices and SEO are perfect, and
// little moves while a page loads. How fast it is hangs on the machine, which does other work beside a
// test: lighthouse.mjs measures that by hand.

import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { STEADY, faults, openLighthouse, pagesOf } from './support/lighthouse.mjs';
import { readSite } from './support/site.mjs';

/** What Web Vitals call good. Only fonts move anything, and that only where a machine has none of its own for Thai. */
const MOST_SHIFT = 0.1;

const site = readSite();
let lighthouse;
before(async () => (lighthouse = await openLighthouse(site)));
after(() => lighthouse?.close());

for (const { name, path } of pagesOf(site)) {
  test(`lighthouse of ${name}`, async () => {
    const report = await lighthouse.look(path, {
      onlyCategories: STEADY,
      onlyAudits: ['cumulative-layout-shift'],
      throttlingMethod: 'provided',
    });
    for (const category of STEADY) {
      assert.equal(report.categories[category].score, 1, `${category}: ${faults(report, category).join('\n')}`);
    }
    const shift = report.audits['cumulative-layout-shift'].numericValue;
    assert.ok(shift < MOST_SHIFT, `the page moves by ${shift} while it loads`);
  });
}
