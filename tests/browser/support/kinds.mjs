// In: pages. Out: the kind of each by its address, and one page of each kind to look at closely.
// The addresses are those the site promises to keep.

const ENTRY = { partners: 'partner', spaces: 'space', events: 'event' };

/** Pattern of the address below the language → kind. The first that fits wins. */
const PATTERNS = [
  [/^$/, () => 'home'],
  [/^404\.html$/, () => 'not-found'],
  [/^offline\.html$/, () => 'offline'],
  [/^(partners|spaces|events)\/$/, (kind) => `list-of-${kind}`],
  [/^(partners|spaces|events)\/page\/([2-9]|[1-9]\d+)\/$/, () => 'further-page'],
  [/^(partners|spaces|events)\/kinds\/[a-z0-9-]+\/$/, (kind) => `kind-of-${ENTRY[kind]}`],
  [/^(partners|spaces|events)\/(?!page\/|kinds\/)[a-z0-9-]+\/$/, (kind) => ENTRY[kind]],
  [/^(theme|district|audience)s\/[a-z0-9-]+\/$/, (word) => word],
  [/^(index-of-names|calendar|map|search|progress|open-data)\/$/, (name) => name],
  [/^calendar\/\d{4}-(0[1-9]|1[0-2])\/$/, () => 'month'],
  [/^[a-z0-9-]+\/$/, () => 'free-page'],
];

/** Kinds that no site can be without, in each language. */
export const REQUIRED = [
  'home', 'list-of-partners', 'list-of-spaces', 'list-of-events', 'index-of-names', 'calendar', 'month', 'progress', 'not-found',
];

export function kindOf({ lang, rest }) {
  if (lang === null) return { '': 'door', '404.html': 'root-not-found' }[rest] ?? 'unknown';
  for (const [pattern, kind] of PATTERNS) {
    const match = rest.match(pattern);
    if (match) return kind(match[1]);
  }
  return 'unknown';
}

/**
 * One page of each kind in each language, the richest (largest) of the default language and
 * its counterparts, and one page that stands in for a missing translation.
 * @returns {{ name: string, kind: string, page: import('./site.mjs').Page, path: string }[]}
 */
export function picks(site) {
  const richest = new Map();
  const consider = (key, page) => {
    const best = richest.get(key);
    if (!best || page.bytes > best.bytes) richest.set(key, page);
  };
  for (const page of site.content) {
    if (page.isFallback) consider('fallback', page);
    else if (page.lang === null || page.lang === site.languages[0]) consider(page.kind, page);
  }
  const picked = [];
  for (const [kind, page] of [...richest].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const siblings = kind === 'fallback' || page.lang === null
      ? [page]
      : site.languages.map((lang) => site.byFile.get(page.file.replace(/^[^/]+/, lang))).filter(Boolean);
    for (const sibling of siblings) {
      picked.push({ name: sibling.lang ? `${kind}-${sibling.lang}` : kind, kind, page: sibling, path: pathToVisit(sibling) });
    }
  }
  return picked;
}

/** A page for lost readers is shown at an address that does not exist, and a deep one. */
function pathToVisit(page) {
  if (!page.isNotFound || page.kind === 'offline') return page.site.base + page.address;
  return `${page.site.base}${page.lang ? `${page.lang}/` : ''}no/such/page/`;
}
