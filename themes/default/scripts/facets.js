// What a listing's choices leave of it.
//
// In: the facets of a listing as src/page/facets.rs writes them, what is chosen, the time. Out: the
// entries that fit, in order, and how many each choice would leave. Promise: pure.
//
// Choices of one facet add up (this district or that one); facets narrow each other.

import { dayOf, ending, minutes, weekday } from './clock.js';
import { read, stateAt } from './hours.js';

/** Facets of which several values can be chosen, and of which there is only yes. */
export const MANY = ['kind', 'theme', 'district', 'audience'];
export const FLAGS = ['free', 'accessible', 'open'];
export const DAYS = ['today', 'tomorrow', 'weekend', 'week'];

/** Entries with what is known of each, in the order of the listing. */
export function opened({ choices, hours, entries }) {
  const weeks = hours.map(read);
  return entries.map(([slug, values, flags, week, location, rank, times], place) => ({
    slug, place, location, rank,
    values: new Set(values.map((value) => choices[value])),
    free: (flags & 1) > 0,
    accessible: (flags & 2) > 0,
    week: weeks[week],
    times: times?.map((time) => time.split('/')),
  }));
}

/** The days that a word means, both included. */
export function daysMeant(word, today) {
  if (word === 'today') return [today, today];
  if (word === 'tomorrow') return [today + 1, today + 1];
  if (word === 'week') return [today, today + 6];
  const saturday = today + ((5 - weekday(today) + 7) % 7);
  return weekday(today) === 6 ? [today, today] : [saturday, saturday + 1];
}

const takesPlace = ({ times }, [first, last], now) =>
  Boolean(times?.some(([start, end]) => ending(end) > now && dayOf(minutes(start)) <= last && dayOf(ending(end) - 1) >= first));

/** The values that an entry has of a facet. */
function valuesOf(entry, facet, { now, open }) {
  if (facet === 'open') return open.has(entry.week) ? ['1'] : [];
  if (facet === 'when') return DAYS.filter((word) => takesPlace(entry, daysMeant(word, dayOf(now)), now));
  if (FLAGS.includes(facet)) return entry[facet] ? ['1'] : [];
  return [...entry.values].filter((value) => value.startsWith(`${facet}/`)).map((value) => value.slice(facet.length + 1));
}

/**
 * @param {Map<string, Set<string>>} chosen  facet → its values
 * @returns {{ found: object[], counts: Map<string, number> }}  counts by `facet/value`
 */
export function narrow(entries, chosen, { now, holidays }) {
  // Many places keep the same hours, and they share one week.
  const weeks = new Set(entries.map(({ week }) => week).filter(Boolean));
  const open = new Set([...weeks].filter((week) => stateAt(week, holidays, now).open));
  const facets = [...MANY, ...FLAGS, 'when'];
  const found = [];
  const counts = new Map();
  for (const entry of entries) {
    const values = facets.map((facet) => valuesOf(entry, facet, { now, open }));
    const failed = facets.filter((facet, at) => chosen.get(facet)?.size && !values[at].some((value) => chosen.get(facet).has(value)));
    if (!failed.length) found.push(entry);
    facets.forEach((facet, at) => {
      // A choice counts what there would be if it were made and the rest stayed.
      if (failed.some((other) => other !== facet)) return;
      for (const value of values[at]) counts.set(`${facet}/${value}`, (counts.get(`${facet}/${value}`) ?? 0) + 1);
    });
  }
  return { found, counts };
}

/** Kilometres between two places, on a globe of 6,371 km. */
export function distance([lat, lon], [other, away]) {
  const rad = Math.PI / 180;
  const half = Math.sin(((other - lat) * rad) / 2) ** 2 + Math.cos(lat * rad) * Math.cos(other * rad) * Math.sin(((away - lon) * rad) / 2) ** 2;
  return 12742 * Math.asin(Math.sqrt(half));
}

/** Puts what was found in order; what has no location stands last by distance. */
export function sorted(found, order, here) {
  const far = (entry) => (entry.location ? distance(here, entry.location) : Infinity);
  if (order === 'newest') return [...found].sort((a, b) => a.rank - b.rank);
  if (order !== 'nearest' || !here) return found;
  const by = new Map(found.map((entry) => [entry, far(entry)]));
  return [...found].sort((a, b) => (by.get(a) === by.get(b) ? a.place - b.place : by.get(a) - by.get(b)));
}

/** Whether an event has a time that is not over. */
export const isComing = ({ times }, now) => Boolean(times?.some(([, end]) => ending(end) > now));

