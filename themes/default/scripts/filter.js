// A listing's choices, at once and together.
//
// In: the listing's own page, its form, and the facets that the form names. Out: the entries that
// fit, as the cards that the listing's pages hold. Promise: the choice stands in the address, so it
// can be shared and the back button undoes it; nothing is fetched before a choice is made; a
// location is asked for only on a tap, and leaves the device never.

import { FLAGS, MANY, distance, isComing, narrow, opened, sorted } from './facets.js';
import { locate } from './locate.js';
import { clock, holidays } from './now.js';

/** How many entries are shown at once. */
const SHOWN = 50;
/** Further from everything than this, "nearest" means little: kilometres. */
const FAR = 100;

const form = document.querySelector('form.sift');
const list = document.getElementById('list');
const [status, chips, reset, more, ask, hint] = ['found', 'chosen', 'reset', 'more', 'locate', 'hint'].map((id) => document.getElementById(id));
const said = form.dataset;
const language = document.documentElement.lang;
const plural = new Intl.PluralRules(language);
const figures = new Intl.NumberFormat(language);
const original = [...list.childNodes];
const whole = status.textContent;
const cards = new Map();
let data = null;
let here = null;
let shown = SHOWN;
let turn = 0;

// ---- The static lists of links become boxes to tick.

for (const part of form.querySelectorAll('details[data-facet]')) {
  for (const link of part.querySelectorAll('li > a')) {
    const value = link.pathname.split('/').at(-2);
    const item = link.parentElement;
    if (link.pathname === location.pathname) item.remove();
    else {
      const box = Object.assign(document.createElement('input'), { type: 'checkbox', name: part.dataset.facet, value });
      const label = document.createElement('label');
      label.append(box, ...link.childNodes);
      item.replaceChildren(label);
    }
  }
}

// ---- The data and the cards, fetched when they are needed.

const get = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer;
};
const ready = () => (data ??= get(said.facets).then((it) => it.json()).then(opened).catch((error) => ((data = null), Promise.reject(error))));

const slugOf = (item) => item.querySelector('h2 > a, h3 > a')?.pathname.split('/').at(-2);
const harvest = (root) => {
  for (const item of root.querySelectorAll('.cards > li, .agenda > li')) cards.set(slugOf(item), item);
};
harvest(list);
const pages = new Map();
function fetchPage(number) {
  if (!pages.has(number)) {
    const page = get(`page/${number}/`).then((it) => it.text()).then((text) => harvest(new DOMParser().parseFromString(text, 'text/html')));
    pages.set(number, page.catch(() => pages.delete(number)));
  }
  return pages.get(number);
}

/** The cards of entries: those of other pages come from there. */
async function cardsOf(entries) {
  const missing = entries.filter(({ slug }) => !cards.has(slug)).map(({ place }) => Math.floor(place / SHOWN) + 1);
  await Promise.all([...new Set(missing)].filter((number) => number > 1).map(fetchPage));
  return entries.filter(({ slug }) => cards.has(slug)).map((entry) => {
    const item = cards.get(entry.slug).cloneNode(true);
    if (here && entry.location) {
      const away = document.createElement('li');
      away.textContent = said.away.replace('#', new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(distance(here, entry.location)));
      item.querySelector('.bits')?.append(away);
    }
    return item;
  });
}

// ---- What is chosen, in the form and in the address.

const state = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
function restore() {
  const asked = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (field.type === 'checkbox') field.checked = asked.getAll(field.name).includes(field.value);
    else if (field.name) field.value = asked.get(field.name) ?? '';
    if (field.localName === 'select' && field.selectedIndex < 0) field.value = '';
  }
}

/** Each choice as a button that takes it back. */
function showChosen() {
  const boxes = [...form.querySelectorAll('input:checked')];
  chips.replaceChildren(...boxes.map((box) => {
    const words = box.parentElement.querySelector('span').textContent;
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: words });
    button.setAttribute('aria-label', said.remove.replace('#', words));
    button.addEventListener('click', () => {
      box.checked = false;
      form.dispatchEvent(new Event('change'));
      (chips.querySelector('button') ?? status).focus();
    });
    const item = document.createElement('li');
    item.append(button);
    return item;
  }));
  chips.hidden = !boxes.length;
  // The same choice in the other languages: the words of the vocabulary have one id in all.
  for (const link of document.querySelectorAll('.tongues a')) link.search = state().toString();
  reset.hidden = !state().size;
}

function section(words, items) {
  const heading = Object.assign(document.createElement('h2'), { textContent: words });
  const agenda = Object.assign(document.createElement('ol'), { className: 'agenda' });
  agenda.append(...items);
  const part = Object.assign(document.createElement('section'), { className: 'section event' });
  part.append(heading, agenda);
  return part;
}

function arranged(items, found, now) {
  if (said.coming) {
    const coming = items.filter((item, at) => isComing(found[at], now));
    const past = items.filter((item) => !coming.includes(item));
    const parts = [[said.coming, coming], [said.past, past]].filter(([, list]) => list.length);
    return parts.map(([words, list]) => section(words, list));
  }
  const cards = Object.assign(document.createElement('ul'), { className: 'cards' });
  cards.append(...items);
  return [cards];
}

const count = (number) => {
  const words = said[`found${plural.select(number).replace(/^./, (letter) => letter.toUpperCase())}`] ?? said.foundOther;
  return number ? words.replace('#', figures.format(number)) : said.none;
};

/** Shows what fits. The last asked for wins. */
async function show() {
  const mine = (turn += 1);
  const asked = state();
  showChosen();
  ask.hidden = asked.get('sort') !== 'nearest' || Boolean(here);
  hint.textContent = '';
  if (!asked.size && !data) return;
  let [items, words, left] = [null, whole, 0];
  try {
    const time = { now: clock(), holidays };
    const chosen = new Map([...MANY, ...FLAGS, 'when'].map((facet) => [facet, new Set(asked.getAll(facet))]));
    const { found, counts } = narrow(await ready(), chosen, time);
    for (const box of form.querySelectorAll('input')) {
      const number = counts.get(`${box.name}/${box.value}`) ?? 0;
      box.parentElement.querySelector('.n').textContent = figures.format(number);
      box.parentElement.classList.toggle('none', !number);
    }
    if (asked.size) {
      const order = sorted(found, asked.get('sort'), here);
      items = arranged(await cardsOf(order.slice(0, shown)), order, time.now);
      words = count(found.length);
      left = found.length - shown;
      const nearest = here && order[0]?.location && asked.get('sort') === 'nearest' ? distance(here, order[0].location) : 0;
      if (nearest > FAR) hint.textContent = said.far.replace('#', figures.format(Math.round(nearest)));
    }
  } catch {
    words = said.failed;
  }
  if (mine !== turn) return;
  list.replaceChildren(...(items ?? original));
  more.hidden = left <= 0;
  if (status.textContent !== words) status.textContent = words;
  list.dataset.asked = asked.toString();
}

function changed() {
  shown = SHOWN;
  const asked = state().toString();
  const address = location.pathname + (asked && `?${asked}`);
  if (address !== location.pathname + location.search) history.pushState(null, '', address);
  return show();
}

/** Asks the device where it is; refused or unknown is said, and the order stays by name. */
async function find() {
  hint.textContent = said.locating;
  try {
    here = await locate();
    await changed();
  } catch {
    form.elements.sort.value = '';
    await changed();
    hint.textContent = said.refused;
  }
}

form.addEventListener('focusin', () => ready().then(show, () => {}), { once: true });
form.addEventListener('change', (event) => {
  if (event.target.value === 'nearest' && !here) find();
  else changed();
});
form.addEventListener('submit', (event) => event.preventDefault());
reset.addEventListener('click', () => {
  for (const field of form.elements) field.type === 'checkbox' ? (field.checked = false) : field.name && (field.value = '');
  changed();
  status.focus();
});
ask.addEventListener('click', find);
more.addEventListener('click', async () => {
  const first = list.querySelectorAll('.cards > li, .agenda > li').length;
  shown += SHOWN;
  await show();
  list.querySelectorAll('.cards > li, .agenda > li')[first]?.querySelector('a').focus();
});
window.addEventListener('popstate', () => (restore(), show()));

// The home has asked where the reader is, on a tap of theirs.
const told = sessionStorage.getItem('here');
if (told) here = JSON.parse(told);
restore();
if (location.search) show();
