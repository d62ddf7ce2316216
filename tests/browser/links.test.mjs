// Every address that the site names is there: pages, fragments, pictures, fonts, redirects.
// Nothing is fetched from elsewhere, and nothing on the own host lies outside the base path.

import test from 'node:test';
import { referencesOf, referencesOfManifest, referencesOfStyles, resolve, textOfFile } from './support/references.mjs';
import { assertNone } from './support/report.mjs';
import { readSite } from './support/site.mjs';

const site = readSite();
const idsByFile = new Map();

function hasTarget(file, fragment) {
  const page = site.byFile.get(file);
  // A fragment of a picture or a table is the reader's business; `top` is every page's.
  if (!fragment || fragment === 'top' || !page) return true;
  if (!idsByFile.has(file)) idsByFile.set(file, new Set(page.elements.map(({ attrs }) => attrs.id).filter(Boolean)));
  return idsByFile.get(file).has(fragment);
}

/** What is wrong with an address, or null. */
function problemOf(fromUrl, raw, own) {
  const target = resolve(site, fromUrl, raw);
  if (target.problem) return target.problem;
  if (own && (target.foreign || target.contact)) return 'is fetched from a foreign origin';
  if (target.file && !hasTarget(target.file, target.fragment)) return 'names a fragment that its page lacks';
  return null;
}

test('every link, fragment, picture and asset of every page resolves', () => {
  const findings = [];
  for (const page of site.pages) {
    for (const { raw, own, line, what } of referencesOf(page)) {
      const where = `${page.file}:${line}`;
      // A page for lost readers is shown at any depth, where a relative address would lead astray.
      if (page.isNotFound && !/^([a-z][a-z+.-]*:|\/|#)/i.test(raw)) findings.push({ where, message: `${what} "${raw}" is relative on a page that is shown anywhere` });
      const problem = problemOf(page.url, raw, own);
      if (problem) findings.push({ where, message: `${what} "${raw}" ${problem}` });
    }
  }
  assertNone(findings, 'links');
});

test('every address in style sheets and the manifest resolves', () => {
  const findings = [];
  const check = (file, addresses) => {
    for (const raw of addresses) {
      if (raw.startsWith('data:')) continue;
      const problem = problemOf(`${site.origin}${site.base}${file}`, raw, true);
      if (problem) findings.push({ where: file, message: `"${raw}" ${problem}` });
    }
  };
  for (const file of site.files) {
    if (file.endsWith('.css')) check(file, referencesOfStyles(textOfFile(site, file)));
    if (file.endsWith('.webmanifest')) check(file, referencesOfManifest(textOfFile(site, file)));
  }
  assertNone(findings, 'assets');
});

test('every address of this site in structured data resolves', () => {
  const findings = [];
  const visit = (value, page) => {
    if (typeof value === 'string' && value.startsWith(site.origin)) {
      // An `@id` may carry a fragment that names a thing rather than a place on the page.
      const problem = problemOf(page.url, value.split('#')[0], true);
      if (problem) findings.push({ where: page.file, message: `JSON-LD "${value}" ${problem}` });
    } else if (value && typeof value === 'object') {
      for (const part of Object.values(value)) visit(part, page);
    }
  };
  for (const page of site.content) for (const block of page.jsonLd) visit(block, page);
  assertNone(findings, 'structured data');
});

test('every redirect is a page that names where to go', () => {
  const findings = [];
  for (const page of site.pages.filter(({ redirectsTo }) => redirectsTo)) {
    const note = (message) => findings.push({ where: page.file, message });
    const target = new URL(page.redirectsTo, page.url).href;
    if (page.canonical !== target) note(`the canonical address is ${page.canonical}, the redirect leads to ${target}`);
    if (!page.all('a').some(({ attrs }) => attrs.href && new URL(attrs.href, page.url).href === target)) note('no link for readers whose browser does not follow the redirect');
    const file = resolve(site, page.url, page.redirectsTo).file;
    if (file && site.byFile.get(file)?.redirectsTo) note('leads to another redirect');
  }
  for (const line of site.files.has('_redirects') ? textOfFile(site, '_redirects').split(/\r?\n/) : []) {
    const [from, to] = line.trim().split(/\s+/);
    if (!from || from.startsWith('#')) continue;
    const note = (message) => findings.push({ where: `_redirects: ${line}`, message });
    const source = resolve(site, site.origin + site.base, from);
    const page = site.byFile.get(source.file);
    if (!page?.redirectsTo) note('no page redirects at that address');
    else if (new URL(page.redirectsTo, page.url).href !== new URL(to, page.url).href) note('the page at that address leads elsewhere');
  }
  assertNone(findings, 'redirects');
});
