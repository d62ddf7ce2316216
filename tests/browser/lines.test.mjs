// Where lines end on a narrow Thai page: never inside the name of the city, nor inside a word of the
// site's title, in Chromium and in Firefox, which by itself cuts ขอน|แก่น and เมือ|ง.

import assert from 'node:assert/strict';
import test from 'node:test';
import { openBrowser, resize } from './support/browser.mjs';
import { openFirefox } from './support/firefox.mjs';
import { readSite } from './support/site.mjs';

const site = readSite();
const NAMES = ['ขอนแก่น', 'เมือง', 'แห่ง', 'เรียน'];
const WIDTHS = [320, 340, 360, 375, 390, 412];
const PAGES = ['th/', 'th/spaces/', 'th/partners/', 'th/partners/khon-kaen-university/', 'th/about/', 'th/events/mou-2022/'];

/** Runs in the page: what stands around each place where a name, or a word of the title, lies on two lines. */
function torn([name, ...words]) {
  const found = [];
  const tearing = (root, name) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      for (let at = text.data.indexOf(name); at >= 0; at = text.data.indexOf(name, at + 1)) {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + name.length);
        const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)));
        if (lines.size > 1) found.push(text.data.slice(Math.max(0, at - 20), at + 20));
      }
    }
  };
  tearing(document.body, name);
  for (const word of words) tearing(document.querySelector('header'), word);
  return found;
}

test('no line of Chromium ends inside the city’s name', async () => {
  const browser = await openBrowser(site);
  try {
    for (const path of PAGES) {
      await browser.visit(site.base + path, { width: 360 }, async (tab) => {
        for (const width of WIDTHS) {
          await resize(tab, width);
          assert.deepEqual(await tab.evaluate(torn, NAMES), [], `${path} at ${width} px`);
        }
      }, []);
    }
  } finally {
    await browser.close();
  }
});

test('no line of Firefox ends inside the city’s name', async (t) => {
  const firefox = await openFirefox(site);
  if (!firefox) return t.skip('there is no Firefox; tests/run setup installs it');
  try {
    for (const path of PAGES) {
      await firefox.visit(site.base + path, async (tab) => {
        for (const width of WIDTHS) {
          await tab.setViewport({ width, height: 740 });
          assert.deepEqual(await tab.evaluate(torn, NAMES), [], `${path} at ${width} px`);
        }
      });
    }
  } finally {
    await firefox.close();
  }
});
