// What the day of the build could not know: what is over, what is on today, what is open. The pages
// are those of one build; only the reader's clock is another.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { after, before } from 'node:test';
import { dayOf, localNow, minutes } from '../../themes/default/scripts/clock.js';
import { read, stateAt } from '../../themes/default/scripts/hours.js';
import { openBrowser } from './support/browser.mjs';
import { readCity } from './support/city.mjs';

const city = readCity();
let browser;
before(async () => (browser = await openBrowser(city)));
after(() => browser?.close());

/** Looks at a page at a time of the city's, wherever the reader is. */
async function at(local, path, what, lang = 'en', options = {}) {
  const problems = [];
  await browser.visit(`${city.base}${lang}/${path}`, { lang, ...options }, async (tab) => {
    if (options.js !== false) await tab.clock.setFixedTime(new Date(`${local}+07:00`));
    await tab.reload();
    await what(tab);
  }, problems);
  assert.deepEqual(problems, []);
}
const names = (tab, list) => tab.locator(`${list} :is(h2, h3) > a`).allTextContents();

test('hours mean what the program takes them for', () => {
  const { holidays, rules } = JSON.parse(readFileSync(new URL('../hours/vectors.json', import.meta.url)));
  const days = new Set(holidays.map((day) => dayOf(minutes(day))));
  for (const { rule, at } of rules) {
    for (const [time, open, changes] of at) {
      const state = stateAt(read(rule), days, minutes(time));
      assert.equal(state.open, open === 'open', `${rule} at ${time}`);
      assert.equal(state.open ? state.until : state.opens, changes && minutes(changes), `${rule} at ${time}`);
    }
  }
});

test('the city’s time is told at any place', () => {
  assert.equal(localNow('Asia/Bangkok', new Date('2026-12-31T17:00:00Z')), minutes('2027-01-01'));
  assert.equal(localNow('Europe/Lisbon', new Date('2026-07-01T23:30:00Z')), minutes('2026-07-02T00:30'));
});

test('a space says whether it is open, and the table marks today', async () => {
  await at('2026-11-24T10:00', 'spaces/lake-library/', async (tab) => {
    assert.equal(await tab.textContent('.now'), 'Open until 12:00');
    assert.equal(await tab.locator('.hours .today').getAttribute('data-day'), 'tue');
    assert.equal(await tab.locator('[data-hours] > p:not(.now, [data-holiday], .note)').textContent(), 'Open Tuesday–Friday, 09:00–12:00 and 13:00–16:30; Saturday and Sunday, 10:00–18:00. Closed on Monday and public holidays.');
  });
  await at('2026-11-24T11:30', 'spaces/lake-library/', async (tab) => assert.equal(await tab.textContent('.now'), 'Closing soon, at 12:00'));
  await at('2026-11-24T17:00', 'spaces/lake-library/', async (tab) => {
    assert.equal(await tab.textContent('.now'), 'ปิดอยู่ เปิดพรุ่งนี้ 09:00 น.');
    assert.equal(await tab.locator('[data-hours] > p:not(.now, [data-holiday], .note)').textContent(), 'เปิดวันอังคาร–ศุกร์ 09:00–12:00 และ 13:00–16:30 น. วันเสาร์และอาทิตย์ 10:00–18:00 น. ปิดวันจันทร์และวันหยุดนักขัตฤกษ์');
  }, 'th');
  await at('2026-12-05T11:00', 'spaces/lake-library/', async (tab) => {
    assert.match(await tab.textContent('.now'), /^Closed now, opens tomorrow/);
    assert.equal(await tab.locator('.hours .today').getAttribute('data-day'), 'holidays');
    assert.deepEqual(await tab.locator('[data-holiday]:visible').allInnerTexts(), ["Public holiday today: Father's Day"]);
  });
  await at('2026-12-05T11:00', 'spaces/lake-library/', async (tab) => {
    assert.deepEqual(await tab.locator('[data-holiday]:visible').allInnerTexts(), ['วันหยุดนักขัตฤกษ์วันนี้: วันพ่อแห่งชาติ']);
  }, 'th');
  await at('2026-12-06T11:00', 'spaces/lake-library/', async (tab) => {
    assert.equal(await tab.locator('[data-holiday]:visible').count(), 0, 'the day after is like any other');
  });
});

test('the age of the last check is that of today, and a check that is due says so', async () => {
  // Checked on 30 October 2026; the city wants it again after six months. Built on 24 November.
  const told = (tab) => Promise.all([tab.locator('.checked h2').innerText(), tab.locator('.checked [data-age]').innerText(), tab.locator('.checked [data-note]').isVisible()]);
  for (const [day, lang, title, age, note] of [
    ['2026-10-31', 'en', 'Checked', '(yesterday)', false],
    ['2026-11-24', 'en', 'Checked', '(3 weeks ago)', false],
    ['2027-04-30', 'en', 'Checked', '(5 months ago)', false],
    ['2027-05-01', 'en', 'Due to be checked again', '(6 months ago)', true],
    ['2027-05-01', 'th', 'ถึงเวลาตรวจซ้ำ', '(6 เดือนก่อน)', true],
    ['2027-10-31', 'en', 'Not checked for a long time', '(12 months ago)', true],
    ['2028-11-01', 'th', 'ไม่ได้ตรวจมานาน', '(2 ปีก่อน)', true],
  ]) {
    await at(`${day}T12:00`, 'spaces/lake-library/', async (tab) => assert.deepEqual(await told(tab), [title, age, note], day), lang);
  }
  await at('2027-12-01T12:00', 'spaces/lake-library/', async (tab) => assert.deepEqual(await told(tab), ['Checked', '(3 weeks ago)', false], 'as on the day of the build'), 'en', { js: false });
});

test('what is over leaves what is to come, though nobody has built the site', async () => {
  await at('2026-11-24T09:00', 'events/', async (tab) => {
    assert.deepEqual(await names(tab, '#list section:first-child'), ['Story Hour', 'Book Fair', 'Loom Class']);
    assert.equal(await tab.locator('#list .badge.soon').first().textContent(), 'this Saturday');
  });
  await at('2026-12-15T09:00', 'events/', async (tab) => {
    assert.deepEqual(await names(tab, '#list section:first-child'), ['Story Hour', 'Loom Class'], 'in the order of their next times');
    assert.equal((await names(tab, '[aria-labelledby=part-past]'))[0], 'Book Fair');
    assert.equal(await tab.locator('#list .leaf').first().getAttribute('datetime'), '2026-12-19T10:00');
    assert.equal(await tab.locator('#list .leaf .d').first().textContent(), '19');
  });
  await at('2026-12-13T12:00', 'events/', async (tab) => {
    assert.equal(await tab.locator('#list li:has(a:text-is("Book Fair")) .badge.soon').textContent(), 'on now');
  });
});

test('the agenda and the home forget what is over', async () => {
  await at('2026-12-15T09:00', 'calendar/', async (tab) => {
    const days = await tab.locator('.agenda .leaf').evaluateAll((leaves) => leaves.map(({ dateTime }) => dateTime));
    assert.ok(days.length > 3 && days.every((day) => day > '2026-12-15'), days.join(' '));
  });
  await at('2026-12-15T09:00', '', async (tab) => {
    assert.deepEqual(await names(tab, '[aria-labelledby=part-soon]'), ['ชั่วโมงนิทาน', 'เรียนทอผ้า']);
  }, 'th');
  await at('2029-01-01T09:00', '', async (tab) => {
    assert.equal(await tab.locator('[data-empty]').isVisible(), true);
    assert.deepEqual(await names(tab, '[aria-labelledby=part-soon]'), []);
  });
});

test('a month marks today and what is past', () =>
  at('2026-12-15T09:00', 'calendar/2026-12/', async (tab) => {
    assert.equal(await tab.locator('.month .today').innerText(), '15');
    assert.ok((await tab.locator('.agenda .past').count()) >= 2);
  }));

test('an event leads on to its next time, and says so when it is over', async () => {
  await at('2026-11-28T12:00', 'events/story-hour/', async (tab) => {
    assert.equal(await tab.locator('[data-when]').getAttribute('datetime'), '2026-12-09T10:00');
    assert.equal(await tab.locator('[data-over-notice]').isVisible(), false);
  });
  await at('2026-12-15T12:00', 'events/book-fair/', async (tab) => {
    assert.ok(await tab.getByText('This event is over').isVisible());
    assert.equal(await tab.getByText('Add to my calendar').isVisible(), false);
  });
});

test('without script nothing is said that the page cannot know', () =>
  at('2026-12-15T09:00', 'spaces/lake-library/', async (tab) => {
    assert.equal(await tab.locator('.now').isVisible(), false);
    assert.ok(await tab.locator('.hours').isVisible());
  }, 'en', { js: false }));
