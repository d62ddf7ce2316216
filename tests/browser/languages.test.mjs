// How the languages of the site hang together: alternates that agree, a switch that lands on the same page,
// and Thai text that says it is Thai wherever it stands.

import test from 'node:test';
import { ownTextOf, within } from './support/html.mjs';
import { resolve } from './support/references.mjs';
import { assertNone } from './support/report.mjs';
import { readSite } from './support/site.mjs';

const site = readSite();
const counterpart = (page, lang) => site.byFile.get(page.file.replace(/^[^/]+/, lang));
const isOriginal = (page) => page !== undefined && !page.redirectsTo && !page.isFallback;

test('alternates name each language of a page and x-default, and every page of a set says the same', () => {
  const findings = [];
  for (const page of site.content) {
    const note = (message) => findings.push({ where: page.file, message });
    const alternates = page.alternates;
    if (page.isFallback || page.isNotFound) {
      if (alternates.size > 0) note('a page that is no alternate of any other names alternates');
      continue;
    }
    const expected = page.lang === null
      ? new Map(site.languages.map((lang) => [lang, site.byFile.get(`${lang}/index.html`)]))
      : new Map(site.languages.map((lang) => [lang, counterpart(page, lang)]).filter(([, other]) => isOriginal(other)));
    for (const [lang, other] of expected) if (alternates.get(lang) !== other.url) note(`hreflang="${lang}" is ${alternates.get(lang) ?? 'missing'}`);
    for (const lang of alternates.keys()) if (lang !== 'x-default' && !expected.has(lang)) note(`hreflang="${lang}" names no page of its own`);

    const fallbackAddress = alternates.get('x-default');
    if (fallbackAddress === undefined) note('has no x-default');
    const mayBeDefault = page.lang === null || page.kind === 'home' ? [site.origin + site.base] : [...expected.values()].map(({ url }) => url);
    if (fallbackAddress !== undefined && !mayBeDefault.includes(fallbackAddress)) note('x-default is no page of the set');

    for (const address of new Set(alternates.values())) {
      const other = site.byFile.get(resolve(site, page.url, address).file);
      if (!other) note(`the alternate ${address} is not there`);
      else if (JSON.stringify([...other.alternates].sort()) !== JSON.stringify([...alternates].sort())) note(`its alternates are not those that ${other.lang ?? 'the door'} names`);
    }
  }
  assertNone(findings, 'alternates');
});

test('the language switch lands on the same page in each other language', () => {
  const findings = [];
  for (const page of site.content) {
    const note = (message, line) => findings.push({ where: line ? `${page.file}:${line}` : page.file, message });
    // The door is itself the switch, so its links may stand in the main part; elsewhere that part belongs to the content.
    const switches = page.all('a').filter((link) => link.attrs.hreflang && (page.lang === null || !within(link, 'main')));
    for (const lang of site.languages.filter((other) => other !== page.lang)) {
      const links = switches.filter(({ attrs }) => attrs.hreflang === lang);
      if (links.length === 0) note(`no <a hreflang="${lang}"> outside the main part`);
      for (const { attrs, line } of links) {
        const target = resolve(site, page.url, attrs.href);
        const expected = page.lang === null ? `${lang}/index.html` : page.file.replace(/^[^/]+/, lang);
        // There is no other page for lost readers to land on than that of the language, or its home.
        const accepted = page.isNotFound ? [expected, `${lang}/index.html`] : [expected];
        if (!accepted.includes(target.file)) note(`the switch to ${lang} leads elsewhere`, line);
      }
    }
  }
  assertNone(findings, 'language switch');
});

test('Thai text stands in an element whose language is Thai', { skip: !site.languages.includes('th') }, () => {
  const findings = [];
  for (const page of site.content) {
    for (const element of page.elements) {
      if (['script', 'style', 'title'].includes(element.name) || element.lang.startsWith('th')) continue;
      const text = ownTextOf(element).match(/[\u0e01-\u0e3a\u0e40-\u0e5b]{2,}/)?.[0];
      if (text) findings.push({ where: `${page.file}:${element.line}`, message: `Thai in <${element.name} class="${element.attrs.class ?? ''}"> under lang="${element.lang}"` });
    }
  }
  assertNone(findings, 'language of Thai text');
});
