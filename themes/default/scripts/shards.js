// Search in an index of many files: which entries may fit a query.
//
// In: what src/search/shards.rs wrote, a file at a time, and the words of a query. Out: places of
// documents, likeliest first, for search.js to look at closely. Promise: a look fetches a handful
// of files, however many entries there are.

/** How many grams one look asks for, and so the most files of grams it fetches. */
const GRAMS = 4;

/**
 * The places of documents that may fit `words`, which are skeletons, likeliest first. `load(name)`
 * gives a file of the index; `number` reads a letter of it.
 */
export async function candidates({ grams, total }, load, words, choices, number) {
  const ascending = (letters = '') => {
    let next = 0;
    return [...letters].map((letter) => (next += number(letter) + 1) - 1);
  };

  /** The documents of a gram, and what it is worth there: 3 where it begins a word of a name. */
  const documentsOf = async (gram) => {
    const lists = await load(`g${(gram.charCodeAt(0) * 31 + gram.charCodeAt(1)) % grams}`);
    const found = new Map();
    for (const it of gram.length > 2 ? [gram] : Object.keys(lists).filter((name) => name.startsWith(gram))) {
      (lists[it] ?? '').split('!').forEach((letters, list) => {
        for (const place of ascending(letters)) found.set(place, Math.max(3 - list, found.get(place) ?? 0));
      });
    }
    return found;
  };

  const most = Math.max(1, Math.floor(GRAMS / words.length));
  const asked = [...new Set(words.flatMap((word) => gramsOf(word, most)))].slice(0, GRAMS);
  const lists = await Promise.all(asked.map(documentsOf));
  const { kind, district, theme, free, accessible } = choices;
  const ids = [kind, district, theme, free && 'free', accessible && 'accessible'].filter(Boolean);
  const under = ids.length ? await load('choices') : {};
  const sets = ids.map((id) => new Set(ascending(under[id])));

  const worth = new Map();
  const many = new Map();
  for (const list of lists) {
    for (const [place, value] of list) {
      worth.set(place, (worth.get(place) ?? 0) + value);
      many.set(place, (many.get(place) ?? 0) + 1);
    }
  }
  const having = (least) => [...many.keys()].filter((place) => many.get(place) >= least);
  let found = having(lists.length);
  // Nothing has all: what has half of them may be spelled nearly so.
  if (!found.length) found = having(lists.length / 2);
  if (!words.length) found = Array.from({ length: total }, (_, place) => place);
  found = found.filter((place) => sets.every((set) => set.has(place)));
  return found.sort((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0) || a - b);
}

/** The runs of three letters by which a word is looked up; a word of two stands for all that begin so. */
function gramsOf(word, most) {
  const last = word.length - 3;
  if (last < 0) return word.length === 2 ? [word] : [];
  return [...new Set([0, last, last >> 1].slice(0, most))].map((at) => word.slice(at, at + 3));
}
