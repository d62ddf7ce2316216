// axe-core finds nothing to mend on one page of each kind, in each language, narrow and wide, light and dark
// (each language is looked at in half of these, so that together they are all); and the page loads without a foreign request, a failed one, a script error or a breach of its own security policy.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test, { after, before } from 'node:test';
import { openBrowser, resize } from './support/browser.mjs';
import { picks } from './support/kinds.mjs';
import { assertNone } from './support/report.mjs';
import { readSite } from './support/site.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const WIDTHS = [360, 1280];

/** Dark differs from light by its colours only, so only the rules about colour run again. */
const RULES = {
  light: { type: 'tag', values: TAGS },
  dark: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};

const site = readSite();
let browser;
before(async () => (browser = await openBrowser(site)));
after(() => browser?.close());

/** The schemes and widths at which a page is looked at. */
function* looks({ kind, page }) {
  const alone = kind === 'fallback' || page.lang === null;
  for (const [at, scheme] of Object.keys(RULES).entries()) {
    const turn = site.languages.indexOf(page.lang) + at;
    yield [scheme, alone ? WIDTHS : [WIDTHS[turn % WIDTHS.length]]];
  }
}

for (const { name, kind, page, path } of picks(site)) {
  test(`accessibility of ${name}`, async () => {
    const findings = [];
    for (const [scheme, widths] of looks({ kind, page })) {
      const problems = [];
      await browser.visit(path, { width: widths[0], scheme, lang: page.lang ?? site.languages[0] }, async (tab) => {
        await tab.evaluate(axeSource);
        for (const width of widths) {
          await resize(tab, width);
          const violations = await tab.evaluate(runAxe, RULES[scheme]);
          findings.push(...violations.map(({ place, message }) => ({ where: `${page.file} at ${width} px, ${scheme}: ${place}`, message })));
        }
      }, problems);
      findings.push(...problems.map((message) => ({ where: `${page.file}, ${scheme}`, message })));
    }
    assertNone(findings, name);
  });
}

/** Runs inside the page: one finding for each element that breaks a rule. */
async function runAxe(runOnly) {
  const { violations } = await globalThis.axe.run(document, { runOnly, resultTypes: ['violations'] });
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => ({
    place: `${target.join(' ')}  ${failureSummary.split('\n').slice(1).join(';').trim().slice(0, 160)}`,
    message: `${id}: ${help}`,
  })));
}
