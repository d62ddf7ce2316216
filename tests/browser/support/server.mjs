// In: a site (or its folder and base path). Out: a server on 127.0.0.1 that answers as a plain static host would:
// folders by their index.html, lost addresses by the nearest 404.html, headers as `_headers` says.
// Run by hand (`node support/server.mjs`, with SITE and BASE_PATH) it serves until it is stopped.

import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readSite } from './site.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
};

/** @returns {Promise<{ origin: string, base: string, close: () => Promise<void> }>} */
export async function serve({ folder, base }, port = 0) {
  const rules = readHeaderRules(folder);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const { status, file, location } = answer(folder, base, decodeURIComponent(pathname));
    for (const [name, value] of headersFor(rules, pathname)) response.setHeader(name, value);
    if (location) response.writeHead(status, { location }).end();
    else if (!file) response.writeHead(status, { 'content-type': TYPES['.txt'] }).end('not found\n');
    else {
      if (!response.hasHeader('content-type')) {
        response.setHeader('content-type', TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream');
      }
      response.writeHead(status).end(request.method === 'HEAD' ? undefined : readFileSync(file));
    }
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    base,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

function answer(folder, base, pathname) {
  if (!pathname.startsWith(base)) return { status: 404 };
  const inside = posix.normalize(pathname.slice(base.length) || '.');
  if (inside.startsWith('..')) return { status: 404 };
  const path = join(folder, inside);
  if (existsSync(path)) {
    if (statSync(path).isFile()) return { status: 200, file: path };
    const index = join(path, 'index.html');
    if (existsSync(index)) return pathname.endsWith('/') ? { status: 200, file: index } : { status: 301, location: `${pathname}/` };
  }
  for (let at = inside; at !== '.'; ) {
    at = posix.dirname(at);
    const page = join(folder, at, '404.html');
    if (existsSync(page)) return { status: 404, file: page };
  }
  return { status: 404 };
}

/** `_headers`: a path pattern on a line of its own, its headers indented below it; `*` stands for anything. */
function readHeaderRules(folder) {
  const path = join(folder, '_headers');
  if (!existsSync(path)) return [];
  const rules = [];
  for (const line of readFileSync(path, 'utf8').split(/\r?\n/)) {
    if (!line.trim() || line.trimStart().startsWith('#')) continue;
    if (/^\S/.test(line)) {
      const pattern = line.trim().split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*');
      rules.push({ matches: new RegExp(`^${pattern}$`), headers: [] });
    } else {
      const [, name, value] = line.match(/^\s+([^:\s]+):\s*(.*)$/) ?? [];
      if (!name || rules.length === 0) throw new Error(`_headers: cannot be read: ${line}`);
      rules.at(-1).headers.push([name.toLowerCase(), value.trim()]);
    }
  }
  return rules;
}

/** Values of one header from several rules are joined, as the hosts that read `_headers` do. */
function headersFor(rules, pathname) {
  const headers = new Map();
  for (const { matches, headers: stated } of rules) {
    if (!matches.test(pathname)) continue;
    for (const [name, value] of stated) headers.set(name, headers.has(name) ? `${headers.get(name)}, ${value}` : value);
  }
  return headers;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const site = readSite();
  const { origin, base } = await serve({ folder: site.folder, base: process.env.BASE_PATH ?? site.base }, Number(process.env.PORT ?? 0));
  console.log(`${origin}${base}`);
}
