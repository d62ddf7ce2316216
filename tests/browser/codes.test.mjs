// The code on a printed page, read by another program's reader: it leads to the page it stands on.

import test from 'node:test';
import jsQR from 'jsqr';
import { assertNone } from './support/report.mjs';
import { readSite } from './support/site.mjs';

const site = readSite();

/** How many dots a square of the code is drawn with: readers look for edges, not for single dots. */
const DOTS = 4;

/** The address that a drawn code holds; null where nobody can read it. */
function read(svg) {
  const side = Number(/viewBox="0 0 (\d+) /.exec(svg)[1]) * DOTS;
  const dots = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, run] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let row = 0; row < DOTS; row++) {
      const from = ((y * DOTS + row) * side + x * DOTS) * 4;
      for (let at = from; at < from + run * DOTS * 4; at += 4) dots.fill(0, at, at + 3);
    }
  }
  return jsQR(dots, side, side)?.data ?? null;
}

test('the code of every entry is read as the address of its page', () => {
  const findings = [];
  const entries = site.content.filter(({ kind }) => ['partner', 'space', 'event'].includes(kind));
  for (const page of entries) {
    const codes = page.html.match(/<svg class="code".*?<\/svg>/g) ?? [];
    if (codes.length !== 1) findings.push({ where: page.file, message: `has ${codes.length} codes` });
    for (const code of codes) {
      const found = read(code);
      if (found !== page.url) findings.push({ where: page.file, message: `is read as ${found}` });
    }
  }
  if (entries.length === 0) findings.push({ where: 'the site', message: 'has no entries' });
  assertNone(findings, 'codes');
});
