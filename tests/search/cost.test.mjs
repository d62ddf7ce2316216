// What search costs: the script, the index of cities of 200 and 2,000 invented entries, and what a
// first query fetches where there are 10,000. Sizes are brotli's, as a host sends them, and fail the
// test when they are over budget; times are told and judged by nobody.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { look, written } from '../../themes/default/scripts/search.js';
import * as shards from '../../themes/default/scripts/shards.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const KB = 1000;
const BUDGET = { script: 6 * KB, 200: 25 * KB, 2000: 180 * KB, first: 250 * KB };

const folder = mkdtempSync(join(tmpdir(), 'invented-'));
after(() => rmSync(folder, { recursive: true }));

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
const kb = (size) => `${(size / KB).toFixed(1)} KB`;

/** Writes the index of an invented city and gives the folder of its files, and the first of them. */
function invent(entries, lang) {
  const out = join(folder, `${lang}-${entries}`);
  execFileSync('cargo', ['run', '--quiet', '--locked', '--example', 'invented_index', '--', String(entries), out, lang], { cwd: ROOT });
  const assets = join(out, 'assets');
  return { assets, first: readdirSync(assets).find((name) => new RegExp(`^search-${lang}\\.[0-9a-f]+\\.json$`).test(name)) };
}

test('the script is small', (t) => {
  const size = brotli(readFileSync(join(ROOT, 'themes/default/scripts/search.js')));
  const further = brotli(readFileSync(join(ROOT, 'themes/default/scripts/shards.js')));
  t.diagnostic(`search.js ${kb(size)}; shards.js, for large sites only, ${kb(further)}`);
  assert.ok(size <= BUDGET.script, `search.js: ${kb(size)}`);
});

for (const entries of [200, 2000]) {
  for (const lang of ['th', 'en']) {
    test(`the index of ${entries} entries, ${lang}`, async (t) => {
      const { assets, first } = invent(entries, lang);
      const bytes = readFileSync(join(assets, first));
      const size = brotli(bytes);
      const index = JSON.parse(bytes);
      await look(index, null, 'ห้องสมุด');
      const since = performance.now();
      for (const query of ['พิพิธภัณฑ์ บ้าน', 'library', 'ศูนย์เรียนรู้']) await look(index, null, query);
      t.diagnostic(`${kb(size)}; a query takes ${((performance.now() - since) / 3).toFixed(1)} ms`);
      assert.ok(size <= BUDGET[entries], kb(size));
    });
  }
}

test('a first query among 10000 entries', async (t) => {
  const { assets, first } = invent(10_000, 'th');
  const bytes = readFileSync(join(assets, first));
  const anew = () => {
    const index = JSON.parse(bytes);
    const fetched = new Map([[first, brotli(bytes)]]);
    const files = new Map();
    const load = async (name) => {
      const file = index.shards.files.replace('*', name);
      if (!files.has(file)) {
        const text = readFileSync(join(assets, file));
        fetched.set(file, brotli(text));
        files.set(file, JSON.parse(text));
      }
      return files.get(file);
    };
    return { index, load, fetched };
  };
  // Names of the city itself, so that there is something to find: one entry's, whole and in part.
  const { index, load } = anew();
  const { hits } = await look(index, load, 'ห้องสมุด', {}, 20, shards);
  assert.ok(hits.length > 0);
  const name = written(hits[0].item, 0);
  const queries = ['วัด', 'ห้องสมุด', 'พิพิธภัณฑ์', 'library', 'museum', 'museum park', 'หองสมุด', name, name.split(' ')[0], name.split(' ')[1]];
  for (const query of queries) {
    const { index, load, fetched } = anew();
    await look(index, load, query, {}, 20, shards);
    const size = [...fetched.values()].reduce((sum, one) => sum + one, 0);
    // Once more with every file at hand: what is left is the work itself.
    const times = [];
    let [hits, total] = [[], 0];
    for (let turn = 0; turn < 5; turn += 1) {
      const again = { ...index, opened: undefined, head: undefined };
      const since = process.cpuUsage();
      ({ hits, total } = await look(again, load, query, {}, 20, shards));
      times.push(process.cpuUsage(since).user / 1000);
    }
    const middle = times.sort((a, b) => a - b)[2];
    t.diagnostic(`“${query}”: ${kb(size)} in ${fetched.size} files, ${middle.toFixed(1)} ms of a core, ${total} found`);
    assert.ok(hits.length > 0, `“${query}” finds nothing`);
    assert.ok(size <= BUDGET.first, `“${query}” fetches ${kb(size)}`);
  }
  const { hits: named } = await look(index, load, name, {}, 20, shards);
  assert.equal(written(named[0].item, 0), name);
});
