// In: a built site. Out: its search indexes and the queries of queries.txt, ready to be judged.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SITE = process.env.SITE || fileURLToPath(new URL('../../target/site', import.meta.url));

/** The index of a language as the site publishes it. */
export function readIndex(lang, folder = SITE) {
  const assets = join(folder, 'assets');
  const name = readdirSync(assets).find((file) => new RegExp(`^search-${lang}\\.[0-9a-f]+\\.json$`).test(file));
  return JSON.parse(readFileSync(join(assets, name), 'utf8'));
}

/** @returns {{ group: string, lang: string, query: string, wanted: string[], also: string[] }[]} */
export function readQueries() {
  const text = readFileSync(new URL('queries.txt', import.meta.url), 'utf8');
  const slugs = (list) => (list ?? '').split(/\s+/).filter(Boolean);
  return text.split('\n').filter((line) => line && !line.startsWith('#')).map((line) => {
    const [group, lang, query, wanted, also] = line.split('|').map((part) => part.trim());
    const any = wanted === '*';
    return { group, lang, query, wanted: any ? [] : slugs(wanted), also: any ? ['*'] : slugs(also) };
  });
}

/**
 * Recall: of all that is wanted, how much is found. Precision: of all that stands among the first
 * ten, how much is right. `answer(query)` gives the slugs found, best first.
 */
export async function judge(queries, answer) {
  let [wanted, got, shown, right] = [0, 0, 0, 0];
  const faults = [];
  for (const query of queries) {
    const found = await answer(query);
    const first = found.slice(0, 10);
    const isRight = (slug) => query.also[0] === '*' || query.wanted.includes(slug) || query.also.includes(slug);
    const missed = query.wanted.filter((slug) => !found.includes(slug));
    const wrong = first.filter((slug) => !isRight(slug));
    wanted += query.wanted.length;
    got += query.wanted.length - missed.length;
    shown += first.length;
    right += first.length - wrong.length;
    if (missed.length || wrong.length) faults.push(`${query.lang} “${query.query}”: missed ${missed.join(', ') || 'none'}; wrong ${wrong.join(', ') || 'none'}`);
  }
  return { recall: got / wanted, precision: right / shown, wanted, shown, faults };
}
