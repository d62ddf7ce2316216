// In: a folder's `_headers` and `_redirects`. Out: what a host that reads them adds to an answer.
// Both as Netlify and Cloudflare Pages have them; a line that neither would read is an error.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

function linesOf(folder, name) {
  const path = join(folder, name);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8').split(/\r?\n/).filter((line) => line.trim() && !line.trimStart().startsWith('#'));
}

/** `*` stands for anything. */
const matcher = (pattern) => new RegExp(`^${pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`);

/** A path pattern on a line of its own, its headers indented below it. */
export function readHeaderRules(folder) {
  const rules = [];
  for (const line of linesOf(folder, '_headers')) {
    if (/^\S/.test(line)) {
      rules.push({ matches: matcher(line.trim()), headers: [] });
    } else {
      const [, name, value] = line.match(/^\s+([^:\s]+):\s*(.*)$/) ?? [];
      if (!name || rules.length === 0) throw new Error(`_headers: cannot be read: ${line}`);
      rules.at(-1).headers.push([name.toLowerCase(), value.trim()]);
    }
  }
  return rules;
}

/** Values of one header from several rules are joined, as the hosts do. */
export function headersFor(rules, pathname) {
  const headers = new Map();
  for (const { matches, headers: stated } of rules) {
    if (!matches.test(pathname)) continue;
    for (const [name, value] of stated) headers.set(name, headers.has(name) ? `${headers.get(name)}, ${value}` : value);
  }
  return headers;
}

/** Former address → where it leads, with the status. */
export function readRedirects(folder) {
  return new Map(linesOf(folder, '_redirects').map((line) => {
    const [from, to, status, ...more] = line.trim().split(/\s+/);
    if (!/^30[1278]$/.test(status) || more.length > 0) throw new Error(`_redirects: cannot be read: ${line}`);
    return [from, { location: to, status: Number(status) }];
  }));
}
