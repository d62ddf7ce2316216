// A script for people who want to look: takes a picture of one page of each kind, in each language,
// narrow and wide, light and dark, and writes them as PNG files into a folder.
//
//   SITE=../../target/site node pictures.mjs FOLDER [part of a page kind's name]

import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openBrowser } from './support/browser.mjs';
import { picks } from './support/kinds.mjs';
import { readSite } from './support/site.mjs';

const [folder, only = ''] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node pictures.mjs FOLDER [part of a page kind\'s name]');
  process.exit(2);
}

const site = readSite();
const browser = await openBrowser(site);
const out = resolve(folder);
mkdirSync(out, { recursive: true });
try {
  for (const { name, page, path } of picks(site).filter(({ name }) => name.includes(only))) {
    const problems = [];
    for (const width of [360, 1280]) {
      for (const scheme of ['light', 'dark']) {
        const file = join(out, `${name}-${width}-${scheme}.png`);
        const look = (tab) => tab.screenshot({ path: file, fullPage: true });
        await browser.visit(path, { width, scheme, lang: page.lang ?? site.languages[0] }, look, problems);
      }
    }
    console.log(`${name}  ${page.file}${problems.length ? `  ${[...new Set(problems)].join('; ')}` : ''}`);
  }
} finally {
  await browser.close();
}
