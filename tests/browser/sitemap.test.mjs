// What crawlers and readers of feeds are given: a sitemap that lists exactly the pages to be found, with their alternates,
// and XML that is well formed.

import assert from 'node:assert/strict';
import test from 'node:test';
import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import { textOfFile } from './support/references.mjs';
import { assertNone } from './support/report.mjs';
import { readSite } from './support/site.mjs';

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const XHTML = 'http://www.w3.org/1999/xhtml';
const site = readSite();

const parseXml = (file) => new DOMParser({ onError: onErrorStopParsing }).parseFromString(textOfFile(site, file), 'text/xml');

test('every XML file is well formed', () => {
  const findings = [];
  for (const file of site.files) {
    if (!/\.(xml|svg)$/.test(file)) continue;
    try {
      parseXml(file);
    } catch (error) {
      findings.push({ where: file, message: error.message });
    }
  }
  assertNone(findings, 'XML');
});

test('the sitemap lists exactly the pages to be found, each with its alternates', () => {
  const findings = [];
  const listed = new Map();
  for (const entry of parseXml('sitemap.xml').getElementsByTagNameNS(SITEMAP, 'url')) {
    const address = entry.getElementsByTagNameNS(SITEMAP, 'loc')[0].textContent.trim();
    const links = [...entry.getElementsByTagNameNS(XHTML, 'link')];
    if (listed.has(address)) findings.push({ where: address, message: 'is listed twice' });
    listed.set(address, new Map(links.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')])));
  }
  const findable = site.content.filter((page) => !page.isNotFound && !page.isFallback && !page.isNoindex);
  for (const page of findable) {
    const alternates = listed.get(page.url);
    if (!alternates) findings.push({ where: page.file, message: 'is to be found and not listed' });
    else if (JSON.stringify([...alternates].sort()) !== JSON.stringify([...page.alternates].sort())) findings.push({ where: page.file, message: 'the sitemap names other alternates than the page' });
    listed.delete(page.url);
  }
  for (const address of listed.keys()) findings.push({ where: address, message: 'is listed and is no page to be found' });
  assertNone(findings, 'sitemap');
});

test('robots.txt names the sitemap', () => {
  const named = textOfFile(site, 'robots.txt').match(/^Sitemap:\s*(\S+)\s*$/im)?.[1];
  assert.equal(named, `${site.origin}${site.base}sitemap.xml`);
});
