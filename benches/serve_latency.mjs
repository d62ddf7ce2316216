#!/usr/bin/env node
// From save to the new page in the browser: the real server, real files, a real Chromium.
//
// usage: node benches/serve_latency.mjs SITE [--edits 15] [--program target/release/nakhon] [--git]
//
// SITE is a copy that may be written to, such as benches/to_nakhon.py makes. A page of an event stands
// open while its files are saved: its prose (a line more) and its facts (another summary), in turns. A
// time runs from before the file is written until the first frame in which the new words stand, by
// the clock that both share. What the server says it took, and the reload of the same page without any
// change, are told beside it. With --git the site is made a repository first, as editors have it.
//
// Needs the packages of tests/browser. Prints medians and the slowest, in milliseconds.

import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { chromium } = createRequire(join(ROOT, 'tests/browser/package.json'))('playwright-core');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    edits: { type: 'string', default: '15' },
    program: { type: 'string', default: join(ROOT, 'target/release/nakhon') },
    git: { type: 'boolean', default: false },
  },
});
const site = resolve(positionals[0]);
const events = join(site, 'content/events');
const facts = readdirSync(events).filter((name) => name.endsWith('.yaml')).sort()[3];
const slug = facts.replace(/\.yaml$/, '');

if (values.git) {
  const git = (...words) => execFileSync('git', ['-C', site, '-c', 'user.name=bench', '-c', 'user.email=bench@example.org', ...words]);
  git('init', '-q');
  git('add', 'content');
  git('commit', '-q', '--allow-empty', '-m', 'bench');
}

/** Saves as many editors do: beside the file, then in its place. */
function save(path, text) {
  writeFileSync(`${path}.tmp`, text);
  renameSync(`${path}.tmp`, path);
}

const program = spawn(values.program, ['serve', '--root', site, '--port', '0', '--lang', 'en', '--today', '2026-11-24']);
program.stderr.resume();
let said = [];
const address = await new Promise((told, failed) => {
  createInterface({ input: program.stdout }).on('line', (line) => {
    said.push(line);
    const url = /ready at (http:\S+)/.exec(line);
    if (url) told(url[1]);
  });
  program.once('exit', (status) => failed(new Error(`the program ended with ${status}`)));
});

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium-headless-shell',
  chromiumSandbox: false,
});
const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
let hear;
await tab.exposeBinding('told', (_, state) => hear?.(state));
await tab.addInitScript(() => {
  // The first frame in which a mark stands, in this document and after every change of it.
  let told = '';
  const look = () => {
    const marks = (document.querySelector('main')?.textContent.match(/Edited\d+/g) ?? []).join();
    if (document.querySelector('main') && marks !== told) {
      told = marks;
      window.told({ at: performance.timeOrigin + performance.now(), marks: marks.split(',') });
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
});

/** Does something and waits for the frame that shows the mark (any, where there is none). */
async function until(act, mark) {
  let since;
  const shown = new Promise((done, failed) => {
    const late = setTimeout(() => failed(new Error(`${mark} did not come; the server said ${said.slice(-3)}`)), 30_000);
    hear = ({ at, marks }) => {
      if (mark && !marks.includes(mark)) return;
      clearTimeout(late);
      done(at - since);
    };
  });
  since = performance.timeOrigin + performance.now();
  act();
  return shown;
}

const rest = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const page = `${address}en/events/${slug}/`;
await tab.goto(page);
// The server looks once at every page in the background; an editor does not begin within it.
const load = () => Number(readFileSync(`/proc/${program.pid}/stat`, 'utf8').split(' ').slice(13, 15).reduce((a, b) => Number(a) + Number(b), 0));
for (let was = -1, now = load(); now - was > 5; was = now, now = load()) await rest(2000);

let last;
const times = { reload: [], prose: [], facts: [], 'facts, server': [], 'prose, server': [] };
const took = () => Number(/in ([\d.]+) s/.exec(said.findLast((line) => /in [\d.]+ s/.test(line)) ?? '')?.[1] ?? NaN) * 1000;
for (let edit = 0; edit < Number(values.edits); edit += 1) {
  if (last) times.reload.push(await until(() => tab.reload(), last));
  // Until the page that came listens again: a save within the moment of its loading is told after it.
  await rest(1000);
  const prose = join(events, `${slug}.en.md`);
  const text = readFileSync(prose, 'utf8').replace(/\n*Edited\d+\.\n*$/, '\n');
  const one = `Edited${Date.now()}`;
  times.prose.push(await until(() => save(prose, `${text}\n${one}.\n`), one));
  await rest(200);
  times['prose, server'].push(took());
  last = one;
  const path = join(events, facts);
  const another = `Edited${Date.now()}`;
  const said_before = readFileSync(path, 'utf8').replace(/("en": ")(?:Edited\d+ )?([^"]*)("\}\nkind)/, `$1${another} $2$3`);
  times.facts.push(await until(() => save(path, said_before), another));
  await rest(200);
  times['facts, server'].push(took());
  // Until the server has looked at what it changed: the next save of a person comes no sooner.
  for (let was = -1, now = load(); now - was > 2; was = now, now = load()) await rest(300);
}
for (const [name, all] of Object.entries(times)) {
  const sorted = all.toSorted((a, b) => a - b);
  const whole = (number) => String(Math.round(number)).padStart(5);
  console.log(`${name.padEnd(14)} median ${whole(sorted[Math.floor(sorted.length / 2)])}  slowest ${whole(sorted.at(-1))}`);
}
await browser.close();
program.kill('SIGINT');
