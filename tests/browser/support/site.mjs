// In: a folder that holds a built site. Out: its files, its address on the web, its
// languages and its pages with the facts the tests compare.
// Promises: reads only; a page is parsed when first asked about, and once.

import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { elementsOf, textOf } from './html.mjs';
import { kindOf } from './kinds.mjs';

const DEFAULT_FOLDER = fileURLToPath(new URL('../../../target/site', import.meta.url));

export class Page {
  #html;
  #elements;

  constructor(site, file) {
    this.site = site;
    /** Path in the folder, with `/` between its parts. */
    this.file = file;
    /** Address below the base path. */
    this.address = file === 'index.html' ? '' : file.replace(/\/index\.html$/, '/');
    /** The address a browser shows once the site is published. */
    this.url = site.origin + site.base + encodeURI(this.address);
    const first = this.address.split('/')[0];
    /** Language by address, or null for the pages that stand above the languages. */
    this.lang = site.languages.includes(first) ? first : null;
    /** Address below the language: the same for a page in every language. */
    this.rest = this.lang ? this.address.slice(first.length + 1) : this.address;
    this.kind = kindOf(this);
  }

  get html() {
    return (this.#html ??= readFileSync(join(this.site.folder, this.file), 'utf8'));
  }

  get elements() {
    return (this.#elements ??= elementsOf(this.html));
  }

  get bytes() {
    return statSync(join(this.site.folder, this.file)).size;
  }

  all(...names) {
    return this.elements.filter((element) => names.includes(element.name));
  }

  /** Contents of the `<meta>` elements of a name or property. */
  meta(name) {
    return this.all('meta').filter(({ attrs }) => (attrs.name ?? attrs.property) === name).map(({ attrs }) => attrs.content ?? '');
  }

  /** `<link>` elements that carry a relation. */
  links(rel) {
    return this.all('link').filter(({ attrs }) => (attrs.rel ?? '').split(/\s+/).includes(rel));
  }

  get declaredLang() {
    return this.all('html')[0].attrs.lang ?? '';
  }

  get canonical() {
    return this.links('canonical')[0]?.attrs.href ?? null;
  }

  /** Map of language (or `x-default`) to address, as the head declares it. */
  get alternates() {
    return new Map(this.links('alternate').filter(({ attrs }) => attrs.hreflang).map(({ attrs }) => [attrs.hreflang, attrs.href]));
  }

  /** Where a page of a moved entry sends its reader; null on every other page. */
  get redirectsTo() {
    const refresh = this.all('meta').find(({ attrs }) => attrs['http-equiv']?.toLowerCase() === 'refresh');
    return refresh?.attrs.content.match(/url\s*=\s*['"]?([^'"]+)/i)?.[1] ?? null;
  }

  /** Stands in for any page: for those who are lost, and for those without a network. */
  get isNotFound() {
    return /(404|offline)\.html$/.test(this.file);
  }

  /** A copy that shows another language's entry says so by its canonical address. */
  get isFallback() {
    return !this.isNotFound && !this.redirectsTo && this.canonical !== null && this.canonical !== this.url;
  }

  get isNoindex() {
    return this.meta('robots').some((content) => /\bnoindex\b/.test(content));
  }

  /** What each JSON-LD block of the page says; throws with the page's name when one is no JSON. */
  get jsonLd() {
    return this.all('script').filter(({ attrs }) => attrs.type === 'application/ld+json').map((script) => {
      const text = script.nodes.map((node) => node.value).join('');
      try {
        return JSON.parse(text);
      } catch (cause) {
        throw new Error(`${this.file}:${script.line}: JSON-LD is no JSON`, { cause });
      }
    });
  }

  get title() {
    return this.all('title').filter((element) => element.parent?.name === 'head').map(textOf);
  }
}

/** Reads the site in `SITE`, or the one that tests/run builds. */
export function readSite(folder = process.env.SITE || DEFAULT_FOLDER) {
  folder = resolve(folder);
  const files = listFiles(folder);
  const { origin, base } = publishedAt(folder, files);
  const site = { folder, files: new Set(files), origin, base, languages: languagesOf(folder, files) };
  site.pages = files.filter((file) => file.endsWith('.html')).map((file) => new Page(site, file));
  site.byFile = new Map(site.pages.map((page) => [page.file, page]));
  /** Every page that is content: redirects are only signposts. */
  site.content = site.pages.filter((page) => !page.redirectsTo);
  return site;
}

function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** The door's canonical address is the `base_url` of the site. */
function publishedAt(folder, files) {
  if (!files.includes('index.html')) throw new Error(`${folder} holds no index.html: is it a built site?`);
  const door = elementsOf(readFileSync(join(folder, 'index.html'), 'utf8'));
  const canonical = door.find(({ name, attrs }) => name === 'link' && attrs.rel === 'canonical')?.attrs.href;
  if (!URL.canParse(canonical)) throw new Error('index.html names no absolute canonical address');
  const { origin, pathname } = new URL(canonical);
  if (!pathname.endsWith('/')) throw new Error(`base_url ${canonical} does not end in a slash`);
  return { origin, base: pathname };
}

/** A top folder is a language when it has a home page and the shape of a language tag; the door's own comes first. */
function languagesOf(folder, files) {
  const tops = files.map((file) => file.match(/^([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\/index\.html$/)?.[1]).filter(Boolean);
  if (tops.length === 0) throw new Error(`${folder} holds no language folder with a home page`);
  const doorLang = elementsOf(readFileSync(join(folder, 'index.html'), 'utf8'))[0].attrs.lang;
  return tops.sort((a, b) => (b === doorLang) - (a === doorLang) || (a < b ? -1 : 1));
}
