// Whether a place is open, from the rule that its page carries.
//
// In: a week's rule in the one spelling that src/model/value/week.rs writes, the site's public
// holidays, and minutes of the site's local time. Out: open or not, and until when. Promise: pure;
// tests/hours/vectors.json holds for this file and for the reader in Rust alike.

import { DAY, dayOf, weekday } from './clock.js';

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
/** How many days ahead are looked through: longer than the longest run of holidays. */
const AHEAD = 14;

const clock = (text) => text.split(':').reduce((hours, minutes) => hours * 60 + Number(minutes), 0);

/** A range in minutes from its day's midnight; an end before its start is of the next day. */
function range(text) {
  const [start, end] = text.split('-').map(clock);
  return [start, end < start ? end + DAY : end];
}

/**
 * Reads a rule: the ranges of each day, Monday first, and those of public holidays, null where
 * they are as on any such day.
 * @returns {{ days: number[][][], holidays: number[][] | null }}
 */
export function read(rule) {
  const week = { days: DAYS.map(() => []), holidays: null };
  for (const part of rule === '24/7' ? ['Mo-Su 00:00-24:00'] : rule.split('; ')) {
    const [names, times] = part.split(' ');
    const ranges = times === 'off' ? [] : times.split(',').map(range);
    for (const name of names.split(',')) {
      const [from, to = from] = name.split('-').map((day) => DAYS.indexOf(day));
      if (name === 'PH') week.holidays = ranges;
      else for (let day = from; day <= to; day += 1) week.days[day] = ranges;
    }
  }
  return week;
}

/** The ranges of one day. */
export const rangesOf = (week, holidays, day) =>
  week.holidays && holidays.has(day) ? week.holidays : week.days[weekday(day)];

/**
 * What holds at a time. `until` is when it closes, null where that is not in sight; `opens` when it
 * opens next, null likewise.
 * @param {Set<number>} holidays  numbers of days
 */
export function stateAt(week, holidays, now) {
  const spans = [];
  // What began yesterday may run past midnight.
  for (let day = dayOf(now) - 1; day <= dayOf(now) + AHEAD; day += 1) {
    for (const [start, end] of rangesOf(week, holidays, day)) {
      const span = [day * DAY + start, day * DAY + end];
      const last = spans.at(-1);
      if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
      else spans.push(span);
    }
  }
  const open = spans.find(([start, end]) => start <= now && now < end);
  const next = spans.find(([start]) => start > now);
  const until = open && dayOf(open[1]) < dayOf(now) + AHEAD ? open[1] : null;
  return { open: Boolean(open), until, opens: next?.[0] ?? null };
}
