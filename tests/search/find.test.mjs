// The search of the built site, run as it is published, on its pure functions: keys, what is found,
// in which order, and what is highlighted. The browsers' side is in tests/browser/search.test.mjs.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { key, look, marked, skeleton, slips } from '../../themes/default/scripts/search.js';
import { judge, readIndex, readQueries } from './support.mjs';

const indexes = { th: readIndex('th'), en: readIndex('en') };
const search = async (lang, query, choices) => (await look(indexes[lang], null, query, choices)).hits;
const slugs = async (lang, query, choices) => (await search(lang, query, choices)).map(({ item }) => item.slug);

test('keys are those of the build', () => {
  const { keys, skeletons } = JSON.parse(readFileSync(new URL('vectors.json', import.meta.url), 'utf8'));
  for (const [text, expected] of keys) assert.equal(key(text), expected, JSON.stringify(text));
  for (const [text, expected] of skeletons) assert.equal(skeleton(key(text)), expected, JSON.stringify(text));
});

test('people find what they look for', async (t) => {
  const queries = readQueries();
  assert.ok(queries.length >= 150, `only ${queries.length} queries`);
  const { recall, precision, wanted, shown, faults } = await judge(queries, ({ lang, query }) => slugs(lang, query));
  t.diagnostic(`${queries.length} queries: recall ${recall.toFixed(3)} of ${wanted} wanted, precision ${precision.toFixed(3)} of ${shown} among the first ten`);
  for (const fault of faults) t.diagnostic(fault);
  assert.ok(recall >= 0.98, `recall ${recall}`);
  assert.ok(precision >= 0.95, `precision ${precision}`);
});

test('whole words stand before accidents', async () => {
  const found = await slugs('th', 'วัด');
  const temples = ['wat-chai-si', 'wat-nong-waeng', 'wat-sa-bua-kaeo', 'wat-sa-thong', 'phra-that-kham-kaen'];
  assert.deepEqual(found.slice(0, 5).sort(), temples.sort());
});

test('choices combine with words', async () => {
  assert.deepEqual(await slugs('en', 'museum', { kind: 'spaces/museum', district: 'districts/wiang-kao' }), ['phu-wiang-dinosaur-museum']);
  const free = await search('th', 'บึง', { free: '1' });
  assert.ok(free.length > 0 && free.every(({ item }) => item.free));
  assert.ok((await slugs('th', '', { kind: 'partners' })).includes('pmu-a'));
});

test('what was found is marked, whole clusters only', async () => {
  const [hit] = await search('th', 'หนองแวง');
  assert.deepEqual(marked(hit.item, 0, hit.needles).filter(([, on]) => on).map(([text]) => text), ['หนองแวง']);
  const [torn] = await search('th', 'ห้องส');
  for (const [text] of marked(torn.item, 0, torn.needles)) assert.doesNotMatch(text, /^[\p{M}\u0e33]/u);
  const parts = marked(torn.item, 0, torn.needles);
  assert.ok(parts.some(([, on]) => on));
});

test('nothing found is told from nearly found', async () => {
  assert.deepEqual(await look(indexes.th, null, 'zzzzzzzzzz'), { hits: [], near: false, total: 0 });
  const near = await look(indexes.en, null, 'dinosaur zzzzzzzzzz');
  assert.ok(near.near && near.hits.length > 0);
});

test('wrong letters are counted', () => {
  assert.equal(slips('museum', 'museum', 1).wrong, 0);
  assert.equal(slips('musuem', 'museum', 1).wrong, 1);
  assert.equal(slips('libary', 'library', 1).wrong, 1);
  assert.equal(slips('zoo', 'library', 1), null);
});
