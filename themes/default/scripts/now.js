// What the day of the build could not know: what is over, what is today, what is open now.
//
// In: local times in `data-` attributes, and the words of `#now`. Out: the page as it should read
// at this minute of the site's local time, though nobody has built the site since. Promise: without
// this script everything stays readable; nothing is fetched.

import { DAY, dayOf, ending, localNow, minutes, writer } from './clock.js';
import { read, stateAt } from './hours.js';

const said = document.getElementById('now')?.dataset ?? {};
const fill = (words, text) => words.replace('#', text);
const locale = said.format;
export const clock = () => localNow(said.zone);
export const holidays = new Set((said.holidays ?? '').split(' ').filter(Boolean).map((day) => dayOf(minutes(day))));

const weekdayName = (time) => writer(locale, { weekday: 'long' }).text(time);
const timeOf = (time) => writer(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).text(time);

/** A badge before the other short facts of a card. */
function badge(item, name, words) {
  const bits = item.querySelector('.bits');
  if (!bits || !words) return;
  const mark = document.createElement('span');
  mark.className = `badge ${name}`;
  mark.textContent = words;
  const bit = document.createElement('li');
  bit.append(mark);
  bits.prepend(bit);
}

// ---- Events.

/** A day as people say it from today: today, tomorrow, this Saturday; nothing further off. */
function relative(day, today) {
  const ahead = day - today;
  if (ahead < 0 || ahead > 6) return '';
  return [said.today, said.tomorrow][ahead] ?? fill(said.thisDay, weekdayName(day * DAY));
}

/** Leads the card of a recurring event on to its next time. */
function moveOn(item, now) {
  const left = (item.dataset.later ?? '').split(' ').filter(Boolean).map((time) => time.split('/'));
  const next = left.findIndex(([, end]) => ending(end) > now);
  if (next < 0) return false;
  const [[start, end]] = left.slice(next);
  const leaf = item.querySelector('.leaf');
  const [was, is] = [minutes(leaf.dateTime), minutes(start)];
  const date = writer(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  leaf.querySelector('.d').textContent = date.part(is, 'day');
  leaf.querySelector('.m').textContent = date.part(is, 'month');
  leaf.querySelector('.y').textContent = date.part(is, 'year');
  leaf.dateTime = start;
  // Every time of an event begins at the same hour; only the day of the week may be another.
  for (const bit of item.querySelectorAll('.bits > li')) {
    // Names of days stand in elements that do not wrap, with no meaning of their own.
    if (!bit.querySelector(':not(.nb)')) bit.textContent = bit.textContent.replace(weekdayName(was), weekdayName(is));
  }
  item.dataset.ends = end;
  item.dataset.later = left.slice(next + 1).map((time) => time.join('/')).join(' ');
  return true;
}

/** Marks an item as over: it keeps its place, or goes where past events stand. */
function isOver(item) {
  item.classList.add('past');
  item.querySelectorAll('.badge:not(.off)').forEach((mark) => mark.classList.contains('free') || mark.closest('li').remove());
  badge(item, 'past', said.past);
}

/** Lists of events: `drop` leads what is over out of the list, `mark` leaves it where it is. */
function agendas(now) {
  const today = dayOf(now);
  for (const list of document.querySelectorAll('.agenda[data-over]')) {
    const past = document.querySelector('#part-past .agenda, [aria-labelledby="part-past"] .agenda');
    let left = [];
    let moved = false;
    for (const item of [...list.children]) {
      const ended = ending(item.dataset.ends) <= now;
      const later = ended && moveOn(item, now);
      const over = ended && !later;
      moved ||= later;
      if (over && list.dataset.over === 'mark') {
        if (!item.classList.contains('past')) isOver(item);
      } else if (over) {
        isOver(item);
        if (past && past !== list) past.prepend(item);
        else item.remove();
      } else if (!item.classList.contains('called-off')) {
        const starts = item.querySelector('.leaf').dateTime;
        const day = dayOf(minutes(starts));
        const on = minutes(starts) <= now && (day < today || starts.length > 10);
        badge(item, 'soon', on ? said.on : relative(Math.max(day, today), today));
        left.push(item);
      } else left.push(item);
    }
    if (moved) {
      left.sort((a, b) => minutes(a.querySelector('.leaf').dateTime) - minutes(b.querySelector('.leaf').dateTime));
      list.append(...left);
    }
    if (list.dataset.most) left.forEach((item, place) => (item.hidden = place >= Number(list.dataset.most)));
    if (list.dataset.over === 'drop' && !left.length) {
      const section = list.closest('section');
      const note = section?.querySelector('[data-empty]');
      list.remove();
      if (note) note.hidden = false;
      else if (section) section.hidden = true;
    }
  }
  const months = [...document.querySelectorAll('section.event:has(> [id^="month-"])')];
  const nothing = document.getElementById('nothing-coming');
  if (nothing && months.every((month) => month.hidden)) nothing.hidden = false;
}

/** An event's own page: its next time, the times after it, and whether it is over. */
function event(now) {
  const when = document.querySelector('[data-when]');
  const times = [...document.querySelectorAll('.dates > li[data-ends]')];
  const left = times.filter((item) => ending(item.dataset.ends) > now);
  for (const item of times) item.hidden = !left.includes(item);
  if (!when) return;
  const today = dayOf(now);
  let day = dayOf(minutes(when.dateTime));
  if (ending(when.dataset.when) <= now) {
    const next = left.shift()?.firstElementChild;
    if (next) {
      when.textContent = next.textContent;
      when.dateTime = next.dateTime;
      day = dayOf(minutes(next.dateTime));
      next.parentElement.hidden = true;
    } else {
      for (const notice of document.querySelectorAll('[data-over-notice]')) notice.hidden = false;
      for (const part of document.querySelectorAll('[data-until-over]')) part.hidden = true;
      return;
    }
  }
  const next = document.getElementById('part-next');
  if (next && !left.length) next.parentElement.hidden = true;
  const words = relative(day, today);
  const mark = document.querySelector('[data-when-said]');
  if (mark && words) {
    mark.textContent = words;
    mark.hidden = false;
  }
}

// ---- Opening hours.

/** A sentence on what holds now, and until when. */
function sentence(state, now) {
  if (state.open && state.until === null) return said.openAlways;
  if (state.open) return fill(state.until - now <= 60 ? said.closesSoon : said.openUntil, timeOf(state.until));
  if (state.opens === null) return said.shut;
  const ahead = dayOf(state.opens) - dayOf(now);
  const day = ahead < 7 ? [said.today, said.tomorrow][ahead] ?? weekdayName(state.opens) : writer(locale, { day: 'numeric', month: 'long' }).text(state.opens);
  return said.shutUntil.replace('#day', day).replace('#time', timeOf(state.opens));
}

/** The answer above the table of hours, and the table's line for today. */
function opening(now) {
  const today = dayOf(now);
  for (const part of document.querySelectorAll('dd[data-hours]')) {
    const week = read(part.dataset.hours);
    const state = stateAt(week, holidays, now);
    const line = part.querySelector('.now');
    line.textContent = sentence(state, now);
    line.classList.add(state.open ? 'open' : 'shut');
    line.hidden = false;
    const holiday = week.holidays !== null && holidays.has(today);
    const name = holiday ? 'holidays' : ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'][(today + 3) % 7];
    part.querySelector(`tr[data-day="${name}"]`)?.classList.add('today');
    const named = part.querySelector(`[data-holiday="${new Date(today * DAY * 60000).toISOString().slice(0, 10)}"]`);
    if (named) named.hidden = false;
  }
  for (const item of document.querySelectorAll('li[data-hours]')) {
    const state = stateAt(read(item.dataset.hours), holidays, now);
    badge(item, state.open ? 'open' : 'shut', state.open ? sentence(state, now) : said.shut);
  }
}

// ---- The last check of the facts.

/** Its age by today, in the unit that says it best: as src/page/checked.rs counts. */
function age(words, days) {
  const spoken = words.days.split('|');
  if (days < spoken.length) return spoken[days];
  const [unit, number] = days < 60 ? ['weeks', Math.floor(days / 7)] : days < 730 ? ['months', Math.floor((days * 12) / 365)] : ['years', Math.floor(days / 365)];
  const category = new Intl.PluralRules(document.documentElement.lang).select(number);
  const key = (name) => unit + name.replace(/^./, (letter) => letter.toUpperCase());
  return fill(words[key(category)] ?? words[key('other')], new Intl.NumberFormat(locale).format(number));
}

/** How old the check is, and whether another is due. */
function checked(now) {
  const part = document.querySelector('.checked[data-due]');
  if (!part) return;
  const words = part.dataset;
  const today = dayOf(now);
  const days = today - dayOf(minutes(part.querySelector('time').dateTime));
  const told = part.querySelector('[data-age]');
  if (told && days >= 0) told.textContent = fill(words.age, age(words, days));
  const state = today > dayOf(minutes(words.overdue)) ? 'Stale' : today > dayOf(minutes(words.due)) ? 'Ageing' : '';
  if (!state) return;
  part.classList.add('ageing');
  part.querySelector('h2').textContent = words[`title${state}`];
  const note = part.querySelector('[data-note]');
  note.textContent = words[`note${state}`];
  note.hidden = false;
}

/** A month's grid: which of its days is today. */
function month(now) {
  for (const day of document.querySelectorAll('.month time')) {
    if (dayOf(minutes(day.dateTime)) === dayOf(now)) {
      day.closest('td').classList.add('today');
      day.setAttribute('aria-current', 'date');
    }
  }
}

if (said.zone) {
  const now = clock();
  agendas(now);
  event(now);
  opening(now);
  checked(now);
  month(now);
}
