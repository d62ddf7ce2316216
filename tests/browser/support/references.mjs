// In: pages, style sheets, the manifest. Out: every address they name, and whether it leads to a file of the site.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Relations of `<link>` that make a browser fetch something. */
const FETCHED = new Set([
  'stylesheet', 'icon', 'shortcut', 'apple-touch-icon', 'mask-icon', 'manifest', 'preload', 'modulepreload', 'prefetch', 'preconnect', 'dns-prefetch',
]);
const EMBEDDED = {
  img: ['src'], source: ['src'], video: ['src', 'poster'], audio: ['src'], track: ['src'], script: ['src'], iframe: ['src'],
  embed: ['src'], object: ['data'], input: ['src', 'formaction'], button: ['formaction'], form: ['action'],
  use: ['href', 'xlink:href'], image: ['href', 'xlink:href'],
};
const IN_META = new Set(['og:image', 'og:url', 'twitter:image']);

/** Links out of the site may name these; what a page is made of may not. */
const CONTACT_SCHEMES = new Set(['mailto:', 'tel:', 'sms:', 'geo:', 'line:']);

/**
 * Every address in a page. `own` is true for what a browser fetches or sends by itself: that may not be foreign.
 * @returns {{ raw: string, own: boolean, line: number, what: string }[]}
 */
export function referencesOf(page) {
  const found = [];
  for (const { name, attrs, line } of page.elements) {
    const add = (raw, own, what = name) => raw !== undefined && found.push({ raw, own, line, what });
    if (name === 'a' || name === 'area') add(attrs.href, false);
    if (name === 'link') {
      const rels = (attrs.rel ?? '').toLowerCase().split(/\s+/);
      add(attrs.href, rels.some((rel) => FETCHED.has(rel)), `link ${attrs.rel}`);
      for (const raw of srcset(attrs.imagesrcset)) add(raw, true, 'link imagesrcset');
    }
    for (const attribute of EMBEDDED[name] ?? []) add(attrs[attribute], true, `${name} ${attribute}`);
    if (name === 'img' || name === 'source') for (const raw of srcset(attrs.srcset)) add(raw, true, `${name} srcset`);
    if (name === 'meta' && IN_META.has(attrs.property ?? attrs.name)) add(attrs.content, true, attrs.property ?? attrs.name);
  }
  if (page.redirectsTo) found.push({ raw: page.redirectsTo, own: true, line: 1, what: 'refresh' });
  return found;
}

function srcset(value = '') {
  return value.split(/,\s+|,$/).map((candidate) => candidate.trim().split(/\s+/)[0]).filter(Boolean);
}

/** Addresses in `url(…)` and `@import` of a style sheet. */
export function referencesOfStyles(text) {
  const plain = text.replace(/\/\*[\s\S]*?\*\//g, '');
  const matches = plain.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/g);
  return [...matches].map((match) => match.slice(1).find((part) => part !== undefined));
}

/** Addresses in the web application manifest. */
export function referencesOfManifest(text) {
  const manifest = JSON.parse(text);
  const pictures = [manifest, ...(manifest.shortcuts ?? [])].flatMap(({ icons = [], screenshots = [] }) => [...icons, ...screenshots]);
  return [manifest.start_url, manifest.scope, ...(manifest.shortcuts ?? []).map(({ url }) => url), ...pictures.map(({ src }) => src)].filter(Boolean);
}

/**
 * Where an address leads.
 * @returns {{ problem: string } | { foreign: URL } | { contact: true } | { file: string, fragment: string }}
 */
export function resolve(site, fromUrl, raw) {
  if (!URL.canParse(raw, fromUrl)) return { problem: 'is no address' };
  const url = new URL(raw, fromUrl);
  if (CONTACT_SCHEMES.has(url.protocol)) return { contact: true };
  if (!['http:', 'https:', 'webcal:'].includes(url.protocol)) return { problem: `has the scheme ${url.protocol}` };
  const own = new URL(site.origin);
  if (url.host !== own.host) return { foreign: url };
  if (url.protocol !== own.protocol && url.protocol !== 'webcal:') return { problem: `names the own host by ${url.protocol}` };
  if (!url.pathname.startsWith(site.base)) return { problem: 'leaves the base path on the own host' };
  const path = decodeURIComponent(url.pathname.slice(site.base.length));
  const fragment = decodeURIComponent(url.hash.slice(1));
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (site.files.has(file)) return { file, fragment };
  if (site.files.has(`${file}/index.html`)) return { problem: 'lacks its final slash' };
  return { problem: 'leads nowhere' };
}

/** Text of a file of the site. */
export function textOfFile(site, file) {
  return readFileSync(join(site.folder, file), 'utf8');
}
