// Search without a server.
//
// In: the index that src/search made, and what a reader types. Out: the entries that fit, best
// first. Promise: nothing is fetched before the box is used; the index says where Thai words begin,
// as browsers disagree. Only `start` knows the page.

// ---- Keys, as src/search/keys.rs makes them.

const TONE = '[\u0e48-\u0e4b]';
const VOWEL = '[\u0e31\u0e34-\u0e3a\u0e47\u0e4d]';
const STACK = new RegExp(`(?:${TONE}|${VOWEL}){2,}`, 'g');
const only = (pattern, text) => (text.match(new RegExp(pattern, 'g')) ?? []).join('');

/** Letters, marks and digits of a text in one spelling. */
export function key(text) {
  return text
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .normalize('NFC')
    .replace(/เเ/g, 'แ')
    .replace(STACK, (stack) => only(VOWEL, stack) + only(TONE, stack))
    .replace(/\u0e4d([\u0e48-\u0e4b]*)า/g, '$1ำ')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u0e2f\u0e46]|[^\p{L}\p{M}\p{N}]/gu, '')
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0xe50));
}

/** A key without the small marks that people leave out. */
export const skeleton = (key) => key.replace(/[\u0e47-\u0e4e]/g, '');

// What hangs on the letter before, and vowels written before their consonant.
const HANGS = /[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]/;
const LEADS = /[\u0e40-\u0e44]/;
const SPACED = /^[a-z0-9]/;

// ---- The index, opened.

/** What `letter` of src/search/encode.rs wrote. */
function number(letter) {
  let code = letter.codePointAt(0);
  if (code >= 0xe000) code -= 0x800;
  if (code >= 0xa0) code -= 0x21;
  if (code >= 0x5d) code -= 1;
  return code - 0x23;
}

/** Sections, and labels as if they were documents. */
export function head({ sections, labels }) {
  return {
    sections,
    labels: labels.map(([id, ...texts]) => {
      let next = 0;
      return {
        id,
        label: texts[0],
        weight: { districts: 4, themes: 2 }[id.split('/')[0]] ?? 5,
        words: table(texts.flatMap((text) => text.split(' '))),
        texts: texts.map((text) => text.split(' ').map(() => next++)),
      };
    }),
  };
}

/** Words and their keys: whole and, once `keysOf` is asked, without small marks. */
function table(list) {
  // The build has mended Thai words: they are their own keys.
  const keys = list.map((word) => (/^[0-9A-Za-zก-ฮะ-ฺเ-ๅ็-๎]+$/.test(word) ? word.toLowerCase() : key(word)));
  return { list, keys: [keys] };
}

const keysOf = ({ keys }, level) => (keys[level] ??= keys[0].map(skeleton));

/** The documents of a file of the index. */
export function open({ words, names, others, summaries, slugs, facets, when, foreign = {} }) {
  const known = table(words.split('\n'));
  const lines = (column) => column.split('\n').map((line) => line.split('!').map((text) => [...text].map(number)));
  const [name, other, summary] = [names, others, summaries].map(lines);
  const [slug, facet, day] = [slugs, facets, when].map((column) => column.split('\n'));
  return name.map((texts, place) => ({
    words: known,
    texts: [texts[0], summary[place][0], ...other[place], ...summary[place].slice(1)],
    weights: [10, 3, ...other[place].map(() => 7), ...summary[place].slice(1).map(() => 3)],
    foreign: foreign[place] ?? [],
    slug: slug[place],
    when: day[place],
    section: Number(facet[place][0]),
    free: (facet[place][1] & 1) > 0,
    accessible: (facet[place][1] & 2) > 0,
    labels: [...facet[place].slice(2)].map(number),
  }));
}

/** The text that tokens make. */
export function written({ words, texts }, at) {
  let text = '';
  for (const token of texts[at]) {
    const word = words.list[token];
    text += /[0-9A-Za-z]$/.test(text) && /^[0-9A-Za-z]/.test(word) ? ` ${word}` : word;
  }
  return text;
}

/** An entry's keys, a line feed after each text, and where words begin. */
function line(item, level) {
  item.lines ??= [];
  if (item.lines[level]) return item.lines[level];
  const keys = keysOf(item.words, level);
  const begins = [];
  const from = [];
  let text = '';
  for (const tokens of item.texts) {
    from.push(text.length);
    for (const token of tokens) {
      if (keys[token]) begins.push(text.length);
      text += keys[token];
    }
    begins.push(text.length);
    text += '\n';
  }
  return (item.lines[level] = { text, begins, from });
}

// ---- One word against one entry.

/** How good a find is: 4 a whole word, 3 the beginning of one, 2 a torn one, 1 inside, 0 none. */
function quality({ text, begins }, at, length) {
  const torn = HANGS.test(text[at + length]);
  if (begins.includes(at)) return begins.includes(at + length) ? 4 : torn ? 2 : 3;
  const inside = !SPACED.test(text.slice(at)) && !HANGS.test(text[at]) && !(at && LEADS.test(text[at - 1]));
  return inside && !torn ? 1 : 0;
}

function* finds(line, word) {
  for (let at = line.text.indexOf(word); at >= 0; at = line.text.indexOf(word, at + 1)) {
    const how = quality(line, at, word.length);
    if (how) yield { at, how };
  }
}

/** The best find of a word: how good, and what it is worth by where it stands. */
function best(item, level, word) {
  const row = line(item, level);
  let found = null;
  for (const { at, how } of finds(row, word)) {
    let field = row.from.length - 1;
    while (row.from[field] > at) field -= 1;
    const first = row.from[field] === at;
    const whole = first && row.text[at + word.length] === '\n';
    const worth = (item.weights?.[field] ?? item.weight) * (how / 4) + (whole ? 3 : first ? 1 : 0);
    if (!found || worth > found.worth) found = { worth, how: Math.max(how, found?.how ?? 0) };
    else if (how > found.how) found.how = how;
  }
  return found;
}

/** A word against all entries: entry → find. */
function scan(site, level, word) {
  const labels = site.head.labels.map((label) => best(label, level, word));
  const found = new Map();
  const needles = [[level, word]];
  for (const item of site.documents) {
    let own = best(item, level, word);
    for (const label of item.labels) {
      const by = labels[label];
      if (by && !(own?.worth >= by.worth)) own = { worth: by.worth, how: Math.max(by.how, own?.how ?? 0) };
    }
    if (own) found.set(item, { ...own, needles });
  }
  // Short words have accidents (วัด in จังหวัด): where any begins a word, only those count.
  if (word.length <= 3 && [...found.values()].some(({ how }) => how > 2)) {
    for (const [item, { how }] of found) if (how < 3) found.delete(item);
  }
  return found;
}

// ---- A word that no entry has as typed.

/** The fewest known words that make a word. */
function pieces(site, word) {
  site.lexicon ??= new Set(site.documents.concat(site.head.labels).flatMap((item) => keysOf(item.words, 1)).filter((it) => it.length > 1));
  const best = [[]];
  for (let end = 2; end <= word.length; end += 1) {
    for (let from = Math.max(0, end - 24); from <= end - 2; from += 1) {
      const cut = best[from];
      if (cut && site.lexicon.has(word.slice(from, end)) && !(best[end]?.length <= cut.length + 1)) best[end] = [...cut, word.slice(from, end)];
    }
  }
  return best[word.length] ?? [];
}

/** How many letters are wrong in a word that a text should begin with, and its length there. */
export function slips(word, text, most) {
  const width = Math.min(text.length, word.length + most);
  let [older, old] = [[], Array.from({ length: width + 1 }, (_, column) => column)];
  for (let row = 1; row <= word.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= width; column += 1) {
      const same = word[row - 1] === text[column - 1];
      now[column] = Math.min(old[column] + 1, now[column - 1] + 1, old[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && word[row - 1] === text[column - 2] && word[row - 2] === text[column - 1]) {
        now[column] = Math.min(now[column], older[column - 2] + 1);
      }
    }
    if (Math.min(...now) > most) return null;
    [older, old] = [old, now];
  }
  const wrong = Math.min(...old);
  return wrong > most ? null : { wrong, length: old.lastIndexOf(wrong) };
}

/** The entries with a word nearest to the one typed. */
function nearly(site, word) {
  const most = word.length < 5 ? 0 : word.length < 9 ? 1 : 2;
  const found = new Map();
  if (!most) return found;
  const look = (item) => {
    const row = line(item, 1);
    let own = null;
    for (const at of row.begins) {
      if (row.text[at] !== word[0]) continue;
      const end = row.text.indexOf('\n', at);
      const near = slips(word, row.text.slice(at, Math.min(end, at + word.length + most)), most);
      if (near && (!own || near.wrong < own.wrong)) own = { wrong: near.wrong, needles: [[1, row.text.slice(at, at + near.length)]] };
    }
    return own && { ...own, worth: (item.weight ?? 5) / 2, how: 3 };
  };
  const labels = site.head.labels.map(look);
  for (const item of site.documents) {
    const all = [look(item), ...item.labels.map((label) => labels[label])].filter(Boolean);
    if (all.length) found.set(item, all.reduce((a, b) => (b.wrong < a.wrong ? b : a)));
  }
  const least = Math.min(...[...found.values()].map(({ wrong }) => wrong));
  for (const [item, { wrong }] of found) if (wrong > least) found.delete(item);
  return found;
}

/** Entries that `least` of the words found, their worth summed. */
function joined(each, least = each.length) {
  const both = new Map();
  for (const found of each) {
    for (const [item, { worth, needles }] of found) {
      const own = both.get(item) ?? { worth: 0, needles: [], many: 0 };
      both.set(item, { worth: own.worth + worth, needles: [...own.needles, ...needles], many: own.many + 1 });
    }
  }
  for (const [item, { many }] of both) if (many < least) both.delete(item);
  return both;
}

function term(site, word) {
  const bare = skeleton(word);
  const tries = [
    () => scan(site, 0, word),
    () => scan(site, 1, bare),
    () => {
      const cut = pieces(site, bare);
      return cut.length > 1 ? joined(cut.map((piece) => scan(site, 1, piece))) : new Map();
    },
    () => nearly(site, bare),
  ];
  for (const attempt of tries) {
    const found = attempt();
    if (found.size) return found;
  }
  return new Map();
}

// ---- A query.

const PAGE = 20;

/** The words of a query, as keys. */
export const terms = (query) => query.split(/\s+/).map(key).filter(Boolean);

function chosen(site, item, { kind, district, theme, free, accessible }) {
  const under = (id) => !id || site.head.sections[item.section][0] === id || item.labels.some((label) => site.head.labels[label].id === id);
  return under(kind) && under(district) && under(theme) && (!free || item.free) && (!accessible || item.accessible);
}

/** What fits a query, best first; `near` where no entry has all of the words. */
export function find(site, query, choices = {}) {
  const words = terms(query);
  let near = false;
  let hits = site.documents.map((item) => [item, { needles: [] }]);
  if (words.length) {
    const each = words.map((word) => term(site, word));
    hits = [...joined(each)];
    if (!hits.length && words.length > 1) {
      near = true;
      hits = [...joined(each, words.length / 2)];
      const most = Math.max(...hits.map(([, { many }]) => many));
      hits = hits.filter(([, { many }]) => many === most);
    }
    if (words.length > 1) {
      // Words together are worth more than apart.
      const together = scan(site, 0, words.join(''));
      for (const [item, hit] of hits) hit.worth += together.get(item)?.worth ?? 0;
    }
  }
  hits = hits.filter(([item]) => chosen(site, item, choices)).sort(([, one], [, other]) => other.worth - one.worth);
  return { near: near && hits.length > 0, hits: hits.map(([item, { needles }]) => ({ item, needles })) };
}

/** A text in parts, `[text, whether it was found]`, no cluster cut. */
export function marked(item, at, needles) {
  const text = written(item, at);
  const clusters = text.match(/.[\p{M}\u0e33\u0eb3]*/gsu) ?? [];
  const lit = clusters.map(() => false);
  for (const [level, word] of needles) {
    const row = line(item, level);
    const [from, to] = [row.from[at], row.from[at + 1] ?? row.text.length];
    const found = [...finds(row, word)].filter((it) => it.at >= from && it.at < to);
    const proper = found.some(({ how }) => how > 2);
    let end = from;
    const spans = clusters.map((cluster) => [end, (end += (level ? skeleton(key(cluster)) : key(cluster)).length)]);
    for (const { at: start, how } of found) {
      if (how > 2 || !proper) spans.forEach(([a, b], place) => (lit[place] ||= a < start + word.length && b > start));
    }
  }
  const parts = [];
  clusters.forEach((cluster, place) => {
    if (parts.length && parts.at(-1)[1] === lit[place]) parts.at(-1)[0] += cluster;
    else parts.push([cluster, lit[place]]);
  });
  return parts;
}

/** Files of documents that a page of hits may take. */
const FILES = 8;

/** Looks in an index: whole, or in shards, which `load` fetches by name. */
export async function look(index, load, query, choices = {}, wanted = PAGE, shards = null) {
  index.head ??= head(index);
  if (!index.shards) {
    index.site ??= { head: index.head, documents: open(index.documents) };
    const { hits, near } = find(index.site, query, choices);
    return { hits, near, total: hits.length };
  }
  const { each } = index.shards;
  const places = await shards.candidates(index.shards, load, terms(query).map(skeleton), choices, number);
  const files = [...new Set(places.map((place) => Math.floor(place / each)))].slice(0, Math.ceil((FILES * wanted) / PAGE));
  const parts = await Promise.all(files.map((file) => load(`d${file}`)));
  index.opened ??= new Map();
  files.forEach((file, at) => index.opened.has(file) || index.opened.set(file, open(parts[at])));
  const near = places.filter((place) => files.includes(Math.floor(place / each)));
  const documents = near.map((place) => index.opened.get(Math.floor(place / each))[place % each]);
  const found = find({ head: index.head, documents }, query, choices);
  return { ...found, total: near.length < places.length ? places.length : found.hits.length };
}

// ---- The page.

const CHOICES = ['kind', 'district', 'theme', 'free', 'accessible'];

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) if (value) made.setAttribute(attribute, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

function start(form) {
  const [status, list, more] = ['found', 'hits', 'more'].map((id) => document.getElementById(id));
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const figures = new Intl.NumberFormat(document.documentElement.lang);
  const parts = new Map();
  let index = null;
  let shown = PAGE;
  let turn = 0;

  const json = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    return answer.json();
  };
  const once = (name, get) => {
    if (!parts.has(name)) parts.set(name, get().catch((error) => (parts.delete(name), Promise.reject(error))));
    return parts.get(name);
  };
  const opened = () => once('', async () => (index = await json(form.dataset.index)));
  const load = (name) => once(name, () => json(new URL(index.shards.files.replace('*', name), new URL(form.dataset.index, location))));

  const state = () => {
    const said = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value.trim()) said.set(name, value.trim());
    return said;
  };
  const restore = () => {
    const said = new URLSearchParams(location.search);
    for (const field of form.elements) {
      if (field.type === 'checkbox') field.checked = said.has(field.name);
      else if (field.name) field.value = said.get(field.name) ?? '';
    }
  };

  const highlighted = (item, at, needles) => marked(item, at, needles).map(([text, on]) => (on ? element('mark', {}, text) : text));
  const card = ({ item, needles }) => {
    const [section, address] = index.head.sections[item.section];
    const own = item.labels.map((label) => index.head.labels[label]);
    const kind = own.find(({ id }) => id.startsWith(`${section}/`));
    const district = own.find(({ id }) => id.startsWith('districts/'));
    const bits = [item.when, district?.label].filter(Boolean).map((text) => element('li', {}, text));
    if (item.free) bits.push(element('li', {}, element('span', { class: 'badge free' }, form.dataset.free)));
    const summary = item.texts[1].length ? element('p', { lang: item.foreign[1] }, ...highlighted(item, 1, needles)) : null;
    const name = element('a', { href: `${address}${item.slug}/`, lang: item.foreign[0] }, ...highlighted(item, 0, needles));
    return element('li', {}, element('article', { class: `card ${section.slice(0, -1)}` },
      element('p', { class: 'kind' }, kind?.label ?? ''), element('h2', {}, name), summary,
      bits.length ? element('ul', { class: 'bits' }, ...bits) : null));
  };

  // The last asked for wins.
  const show = async () => {
    const mine = (turn += 1);
    const said = state();
    let result = { hits: [], total: 0 };
    let words = '';
    if (said.size) {
      try {
        await opened();
        const choices = Object.fromEntries(CHOICES.map((name) => [name, said.get(name)]));
        result = await look(index, load, said.get('q') ?? '', choices, shown, index.shards && (await import(form.dataset.shards)));
        const count = form.dataset[`found${plural.select(result.total).replace(/^./, (c) => c.toUpperCase())}`] ?? form.dataset.foundOther;
        words = result.total ? count.replace('#', figures.format(result.total)) : form.dataset.none;
        if (result.near) words = `${form.dataset.near} ${words}`;
      } catch {
        words = form.dataset.failed;
      }
    }
    if (mine !== turn) return;
    list.replaceChildren(...result.hits.slice(0, shown).map(card));
    more.hidden = result.total <= list.children.length || !list.children.length;
    if (status.textContent !== words) status.textContent = words;
    list.dataset.query = said.toString();
  };
  const remember = (how) => {
    const said = state().toString();
    const address = location.pathname + (said && `?${said}`);
    if (address !== location.pathname + location.search) history[how](null, '', address);
  };
  const changed = (how) => {
    shown = PAGE;
    remember(how);
    return show();
  };

  let waiting = 0;
  form.addEventListener('focusin', () => opened().catch(() => {}), { once: true });
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, 120, 'replaceState');
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    changed('pushState');
  });
  more.addEventListener('click', async () => {
    const first = list.children.length;
    shown += PAGE;
    await show();
    list.children[first]?.querySelector('a').focus();
  });
  window.addEventListener('popstate', () => (restore(), show()));
  form.hidden = false;
  restore();
  if (location.search) show();
}

const form = globalThis.document?.querySelector('form.search');
if (form) start(form);
