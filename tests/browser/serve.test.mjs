// The preview as an editor has it open: the real program, real files, a real browser. A page keeps
// its place over a reload, other styles come without one, mistakes lie over the last good page and
// go when they are mended, and pages that did not change stay as they are.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { CHROMIUM } from './support/browser.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = process.env.NAKHON ?? join(ROOT, 'target/debug/nakhon');
const LIBRARY = 'content/spaces/library.yaml';
const STYLE = 'themes/default/styles/20-base.css';
const long = (words) => `${Array.from({ length: 80 }, (_, at) => `${words} ${at}.\n\n`).join('')}`;

let folder, program, address, browser, tab;
const path = (name) => join(folder, name);
const read = (name) => readFileSync(path(name), 'utf8');

/** Saves as many editors do: beside the file, then in its place. */
function save(name, text) {
  mkdirSync(dirname(path(name)), { recursive: true });
  const beside = path(`${name}.tmp`);
  writeFileSync(beside, text);
  renameSync(beside, path(name));
}
const edit = (name, from, to) => {
  assert.ok(read(name).includes(from), `${name} holds ${from}`);
  save(name, read(name).replace(from, to));
};

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nakhon-serve-'));
  cpSync(join(ROOT, 'tests/bad/_base'), folder, { recursive: true });
  cpSync(join(ROOT, STYLE), path(STYLE), { recursive: true });
  save('content/spaces/library.en.md', long('A line of the library'));
  save('content/spaces/museum.en.md', long('A line of the museum'));
  program = spawn(PROGRAM, ['serve', '--root', folder, '--port', '0', '--lang', 'th', '--today', '2026-11-24']);
  program.stderr.resume();
  const lines = createInterface({ input: program.stdout });
  address = await new Promise((told, failed) => {
    lines.on('line', (line) => /http:\/\/[^/]+\//.test(line) && told(/http:\/\/[^/]+\//.exec(line)[0]));
    program.once('exit', (status) => failed(new Error(`the program ended with ${status}`)));
  });
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    chromiumSandbox: false,
    args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
  tab = await browser.newPage({ viewport: { width: 1280, height: 700 } });
});

after(async () => {
  await browser?.close();
  program?.kill();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** Opens a page and marks its document, so that a reload can be told from a change in place. */
async function open(where) {
  await tab.goto(address + where, { waitUntil: 'load' });
  await mark();
}
const mark = () => tab.evaluate(() => { window.sameDocument = true; });
const isSame = () => tab.evaluate(() => window.sameDocument === true);
const shows = (words) => tab.waitForFunction((words) => document.body?.textContent.includes(words), words, { timeout: 30_000 });
const overlay = () => tab.locator('#nakhon-overlay');

test('a page reloads in its place', async () => {
  await open('en/spaces/library/');
  await tab.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    document.querySelector('main a, footer a').focus({ preventScroll: true });
    scrollTo({ top: 900, behavior: 'instant' });
  });
  const was = await tab.evaluate(() => ({ top: scrollY, focus: document.activeElement.outerHTML }));
  assert.ok(was.top > 500);
  edit(LIBRARY, 'en: City Library', 'en: Library of All');
  await shows('Library of All');
  assert.equal(await isSame(), false);
  await tab.waitForFunction((top) => Math.abs(scrollY - top) < 60, was.top, { timeout: 10_000 });
  // One is put back after the other: what stands at the end is what is asked.
  await tab.waitForFunction((focus) => document.activeElement.outerHTML === focus, was.focus, { timeout: 10_000 });
  await tab.waitForFunction(() => [...document.querySelectorAll('details:not(#nakhon-overlay *)')].every((it) => it.open), null, { timeout: 10_000 });
});

test('a page that did not change stays', async () => {
  await open('en/spaces/museum/');
  const heard = tab.waitForResponse((answer) => answer.url().includes('/_nakhon/page/'));
  save('content/spaces/library.en.md', long('Another line of the library'));
  await heard;
  await tab.waitForTimeout(300);
  assert.equal(await isSame(), true);
});

test('styles are exchanged without a reload', async () => {
  await open('en/spaces/museum/');
  await tab.evaluate(() => scrollTo({ top: 700, behavior: 'instant' }));
  save(STYLE, `${read(STYLE)}\nbody { outline: 3px solid rgb(1, 2, 3); }\n`);
  await tab.waitForFunction(() => document.body && getComputedStyle(document.body).outlineColor === 'rgb(1, 2, 3)', null, { timeout: 30_000 });
  assert.equal(await isSame(), true);
  assert.ok(Math.abs((await tab.evaluate(() => scrollY)) - 700) < 5);
  await tab.waitForFunction(() => new Set([...document.querySelectorAll('link[rel~=stylesheet]')].map((it) => it.href)).size
    === document.querySelectorAll('link[rel~=stylesheet]').length);
  // The page that was exchanged in part is true to the site: the next change is seen as one.
  edit('content/spaces/museum.yaml', 'en: City Museum', 'en: Museum of All');
  await shows('Museum of All');
});

test('a mistake lies over the last good page, in the language of the editor, until it is mended', async () => {
  const violations = [];
  tab.on('console', (line) => line.text().includes('Content Security Policy') && violations.push(line.text()));
  for (const width of [1280, 360]) {
    await tab.setViewportSize({ width, height: 700 });
    await open('en/spaces/library/');
    edit(LIBRARY, 'kind: library', 'kind: libary');
    await overlay().waitFor({ timeout: 30_000 });
    assert.equal(await isSame(), true, 'the page itself is still the last good one');
    const told = await overlay().innerText();
    assert.match(told, /ข้อผิดพลาด/);
    assert.match(told, /content\/spaces\/library\.yaml:2:7/);
    assert.match(told, /หมายถึง “library” ใช่ไหม/);
    assert.equal(await overlay().locator('mark').innerText(), 'libary');
    assert.match(await overlay().locator('a').first().getAttribute('href'), /^vscode:\/\/file\/.*library\.yaml:2:7$/);
    assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than the window');
    if (process.env.PICTURES) await tab.screenshot({ path: join(process.env.PICTURES, `overlay-${width}.png`) });
    // Whoever opens another page, or the same again, is told too.
    await tab.reload();
    await overlay().waitFor();
    await mark();
    edit(LIBRARY, 'kind: libary', 'kind: library');
    await overlay().waitFor({ state: 'detached', timeout: 30_000 });
    assert.equal(await isSame(), true);
  }
  assert.deepEqual(violations, []);
});

test('a mistake right after a change lies over that change', async () => {
  await open('en/spaces/library/');
  edit(LIBRARY, 'en: Library of All', 'en: Library of Everyone');
  await shows('Library of Everyone');
  await mark();
  // Not every page was looked at by now, but this one is good.
  edit('content/spaces/museum.yaml', 'kind: museum', 'kind: muzeum');
  await overlay().waitFor({ timeout: 30_000 });
  assert.equal(await isSame(), true);
  await shows('Library of Everyone');
  edit('content/spaces/museum.yaml', 'kind: muzeum', 'kind: museum');
  await overlay().waitFor({ state: 'detached', timeout: 30_000 });
  assert.equal(await isSame(), true);
});

test('the state of the directory is a page in each language', async () => {
  for (const [lang, words] of [['th', 'สถานะของสารบัญ'], ['en', 'The state of the directory']]) {
    for (const width of [1280, 360]) {
      await tab.setViewportSize({ width, height: 700 });
      await open(`_nakhon/status/${lang}/`);
      assert.equal(await tab.locator('h1').innerText(), words);
      assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      if (process.env.PICTURES) await tab.screenshot({ path: join(process.env.PICTURES, `status-${lang}-${width}.png`), fullPage: true });
    }
  }
});
