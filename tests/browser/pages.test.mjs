// What every page says of itself: one title, one heading, its language, its address, where it stands;
// and that nothing in it needs a looser security policy.

import test from 'node:test';
import { REQUIRED } from './support/kinds.mjs';
import { textOf, within } from './support/html.mjs';
import { assertNone } from './support/report.mjs';
import { readSite } from './support/site.mjs';

const site = readSite();

/** Applies a rule to pages; the rule calls its second argument with what is wrong. */
function everyPage(pages, what, rule) {
  const findings = [];
  for (const page of pages) rule(page, (message, line) => findings.push({ where: line ? `${page.file}:${line}` : page.file, message }));
  assertNone(findings, what);
}

/** Pages without a place in the tree: the door stands above it, a lost reader outside of it. */
const hasPlace = (page) => !['door', 'home'].includes(page.kind) && !page.isNotFound;

test('every page has an address that was promised, and no kind of page is missing', () => {
  everyPage(site.pages, 'addresses', (page, note) => {
    if (page.kind === 'unknown') note('is at an address of no known kind');
  });
  const kinds = new Set(site.content.map(({ lang, kind }) => `${lang} ${kind}`));
  const missing = ['null door', 'null root-not-found', ...site.languages.flatMap((lang) => REQUIRED.map((kind) => `${lang} ${kind}`))];
  assertNone(missing.filter((kind) => !kinds.has(kind)).map((kind) => ({ where: kind, message: 'no page of this kind' })), 'kinds of pages');
});

test('every page declares the language of its address', () => {
  everyPage(site.pages, 'language', (page, note) => {
    if (page.lang ? page.declaredLang !== page.lang : !site.languages.includes(page.declaredLang)) {
      note(`declares the language “${page.declaredLang}” at an address of ${page.lang ?? site.languages.join(' or ')}`);
    }
  });
});

test('every page has one title, one description and one first heading, each with text', () => {
  everyPage(site.content, 'title, description, heading', (page, note) => {
    const headings = page.all('h1').map(textOf);
    for (const [name, texts] of [['title', page.title], ['meta description', page.meta('description')], ['h1', headings]]) {
      if (texts.length !== 1) note(`has ${texts.length} × ${name}`);
      else if (texts[0].trim() === '') note(`has an empty ${name}`);
    }
    if (page.all('main').length !== 1) note(`has ${page.all('main').length} × main`);
  });
});

test('no two pages of a language share a title', () => {
  const findings = [];
  const seen = new Map();
  for (const page of site.content.filter(({ lang, isNotFound }) => lang && !isNotFound)) {
    const key = `${page.lang} ${page.title[0]}`;
    if (seen.has(key)) findings.push({ where: `${page.file} and ${seen.get(key)}`, message: 'same title' });
    else seen.set(key, page.file);
  }
  assertNone(findings, 'titles');
});

test('canonical addresses are absolute, and the page\'s own or that of its original', () => {
  everyPage(site.content, 'canonical', (page, note) => {
    const links = page.links('canonical');
    // A page for lost readers has no address of its own.
    if (page.isNotFound) return links.length > 0 && note('a page for lost readers names a canonical address');
    if (links.length !== 1) return note(`has ${links.length} canonical addresses`);
    if (!URL.canParse(page.canonical)) return note(`canonical ${page.canonical} is not absolute`);
    if (page.isFallback) {
      const originals = site.content.filter((other) => other.rest === page.rest && other.lang !== page.lang && !other.isFallback);
      if (!originals.some(({ url }) => url === page.canonical)) note('canonical is neither its own address nor that of the same page in another language');
    }
  });
});

test('Open Graph says title, address and locale', () => {
  everyPage(site.content.filter(({ isNotFound }) => !isNotFound), 'Open Graph', (page, note) => {
    for (const name of ['og:title', 'og:url', 'og:locale']) if (page.meta(name).length !== 1) note(`has ${page.meta(name).length} × ${name}`);
    const [url] = page.meta('og:url');
    if (url !== undefined && url !== page.canonical) note('og:url is not the canonical address');
    const [locale] = page.meta('og:locale');
    if (locale !== undefined && !new RegExp(`^${page.declaredLang}_[A-Z]{2}$`).test(locale)) note(`og:locale “${locale}” is not of the page's language`);
    for (const picture of page.meta('og:image')) if (!URL.canParse(picture)) note(`og:image ${picture} is not absolute`);
  });
});

test('every page has a skip link to its main part', () => {
  everyPage(site.content, 'skip link', (page, note) => {
    const first = page.all('a').find(({ attrs }) => attrs.href !== undefined);
    const target = page.elements.find(({ attrs }) => attrs.id && `#${attrs.id}` === first?.attrs.href);
    if (!target || !(within(target, 'main') || target.name === 'main')) note('the first link does not lead to the main part');
  });
});

test('breadcrumbs lead home from every page below it', () => {
  everyPage(site.content.filter(hasPlace), 'breadcrumbs', (page, note) => {
    const crumbs = page.all('nav').find(({ attrs }) => /breadcrumb/.test(attrs.class ?? ''));
    if (!crumbs) return note('has no <nav class="…breadcrumb…">');
    const links = page.all('a').filter((link) => within(link, 'nav') === crumbs);
    const home = `${site.origin}${site.base}${page.lang}/`;
    if (!links[0]?.attrs.href || new URL(links[0].attrs.href, page.url).href !== home) note('the first breadcrumb does not lead home');
  });
});

test('structured data is JSON, with a context and a type', () => {
  everyPage(site.content, 'structured data', (page, note) => {
    for (const block of page.jsonLd) {
      if (!/^https?:\/\/schema\.org\/?$/.test(block['@context'])) note('JSON-LD has no schema.org context');
      if (!block['@type'] && !block['@graph']) note('JSON-LD has neither type nor graph');
    }
    if (['partner', 'space', 'event'].includes(page.kind) && page.jsonLd.length === 0) note('an entry has no JSON-LD');
  });
});

test('nothing on a page needs a loose security policy', () => {
  everyPage(site.pages, 'inline styles and scripts', (page, note) => {
    for (const { name, attrs, line } of page.elements) {
      if ('style' in attrs) note(`<${name}> has a style attribute`, line);
      if (name === 'style') note('<style> in the page', line);
      if (name === 'script' && !('src' in attrs) && attrs.type !== 'application/ld+json') note('<script> in the page', line);
      for (const attribute of Object.keys(attrs)) if (/^on[a-z]+$/.test(attribute)) note(`<${name}> has ${attribute}=`, line);
    }
  });
});
