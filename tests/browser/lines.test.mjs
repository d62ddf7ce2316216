// Where lines end on a narrow Thai page: never inside the name of the city, a word that Firefox is
// known to tear, a word of the site's title, or a range of times, in Chromium and in Firefox, which
// by itself cuts ขอน|แก่น and อาชี|พ; and never inside any word of Chromium's own dictionary, which our
// elements must not come between.

import assert from 'node:assert/strict';
import test from 'node:test';
import { openBrowser, resize } from './support/browser.mjs';
import { openFirefox } from './support/firefox.mjs';
import { readSite } from './support/site.mjs';

const site = readSite();
const WORDS = ['ขอนแก่น', 'จังหวัด', 'อาชีพ', 'ไดโนเสาร์', 'วรรณกรรม', 'นวัตกรรม', 'ชุมชน'];
const TITLE = ['เมือง', 'แห่ง', 'เรียน'];
const WIDTHS = [320, 340, 360, 375, 390, 412];
const PAGES = ['th/', 'th/spaces/', 'th/partners/', 'th/partners/khon-kaen-university/', 'th/about/', 'th/events/mou-2022/', 'th/index-of-names/', 'th/search/'];

/** Runs in the page: what stands around each place where a word, or a word of the title, lies on two lines. */
function torn([words, title]) {
  const found = [];
  const tearing = (root, pattern) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      for (const { index, 0: match } of text.data.matchAll(pattern)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + match.length);
        const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)));
        if (lines.size > 1) found.push(text.data.slice(Math.max(0, index - 20), index + 20));
      }
    }
  };
  for (const word of words) tearing(document.body, new RegExp(word, 'g'));
  tearing(document.body, /\d[\d:.,]*–\d[\d:.,]*/g);
  for (const word of title) tearing(document.querySelector('header'), new RegExp(word, 'g'));
  return found;
}

/** Runs in the page: every word of the browser's own dictionary that lies on two lines. */
function split() {
  const blocks = new Map();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    let block = texts.currentNode.parentElement;
    while (getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
    blocks.set(block, [...(blocks.get(block) ?? []), texts.currentNode]);
  }
  const words = new Intl.Segmenter('th', { granularity: 'word' });
  const found = [];
  for (const nodes of blocks.values()) {
    const begins = [];
    let whole = '';
    for (const node of nodes) {
      begins.push(whole.length);
      whole += node.data;
    }
    const place = (at) => {
      const which = begins.findLastIndex((begin) => begin <= at);
      return [nodes[which], at - begins[which]];
    };
    for (const { segment, index } of words.segment(whole)) {
      if (!/^[\u0e01-\u0e4e]{2,}$/.test(segment)) continue;
      const range = document.createRange();
      range.setStart(...place(index));
      const [node, last] = place(index + segment.length - 1);
      range.setEnd(node, last + 1);
      const shown = [...range.getClientRects()].filter(({ width }) => width > 0);
      if (shown.some(({ top }) => Math.abs(top - shown[0].top) > shown[0].height / 2)) found.push(whole.slice(Math.max(0, index - 15), index + 15));
    }
  }
  return found;
}

test('no line of Chromium ends inside a word that must stay whole', async () => {
  const browser = await openBrowser(site);
  try {
    for (const path of PAGES) {
      await browser.visit(site.base + path, { width: 360 }, async (tab) => {
        for (const width of WIDTHS) {
          await resize(tab, width);
          assert.deepEqual(await tab.evaluate(torn, [WORDS, TITLE]), [], `${path} at ${width} px`);
          assert.deepEqual(await tab.evaluate(split), [], `${path} at ${width} px`);
        }
      }, []);
    }
  } finally {
    await browser.close();
  }
});

test('no line of Firefox ends inside a word that must stay whole', async (t) => {
  const firefox = await openFirefox(site);
  if (!firefox) return t.skip('there is no Firefox; tests/run setup installs it');
  try {
    for (const path of PAGES) {
      await firefox.visit(site.base + path, async (tab) => {
        for (const width of WIDTHS) {
          await tab.setViewport({ width, height: 740 });
          assert.deepEqual(await tab.evaluate(torn, [WORDS, TITLE]), [], `${path} at ${width} px`);
        }
      });
    }
  } finally {
    await firefox.close();
  }
});
