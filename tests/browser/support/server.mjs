// In: a site (or its folder and base path). Out: a server on 127.0.0.1 that answers as a plain static host would:
// folders by their index.html, lost addresses by the nearest 404.html, texts compressed, and what `_headers` and
// `_redirects` say.
// Run by hand (`node support/server.mjs`, with SITE and BASE_PATH) it serves until it is stopped.

import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { headersFor, readHeaderRules, readRedirects } from './host.mjs';
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

const COMPRESSED = new Set(['.html', '.css', '.js', '.json', '.geojson', '.csv', '.xml', '.ics', '.txt', '.webmanifest', '.svg']);

/**
 * @param {{ folder: string, base: string, instead?: Map<string, string> }} site  `instead`: texts to
 *   send in place of files, by path below the base
 * @param {number} [port] the one to take, else any
 * @returns {Promise<{ origin: string, base: string, port: number, close: () => Promise<void> }>}
 */
export async function serve({ folder, base, instead = new Map() }, port = 0) {
  const rules = readHeaderRules(folder);
  const redirects = readRedirects(folder);
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url, 'http://localhost');
    for (const [name, value] of headersFor(rules, pathname)) response.setHeader(name, value);
    const moved = redirects.get(pathname);
    if (moved) return response.writeHead(moved.status, { location: moved.location + search }).end();
    const { status, file, location } = answer(folder, base, decodeURIComponent(pathname));
    if (location) return response.writeHead(status, { location: location + search }).end();
    const text = instead.get(pathname.slice(base.length));
    if (!file && text === undefined) return response.writeHead(404, { 'content-type': TYPES['.txt'] }).end('not found\n');
    const ending = extname(file ?? pathname).toLowerCase() || '.html';
    if (!response.hasHeader('content-type')) response.setHeader('content-type', TYPES[ending] ?? 'application/octet-stream');
    const { body, coding } = packed(text === undefined ? readFileSync(file) : Buffer.from(text), ending, request.headers['accept-encoding'] ?? '');
    if (coding) response.setHeader('content-encoding', coding);
    response.setHeader('vary', 'accept-encoding');
    response.writeHead(text === undefined ? status : 200, { 'content-length': body.length }).end(request.method === 'HEAD' ? undefined : body);
  });
  await new Promise((resolve, reject) => server.on('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    base,
    port: server.address().port,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

/** As small as the browser can take it, as every host sends it. */
function packed(bytes, ending, accepted) {
  if (!COMPRESSED.has(ending)) return { body: bytes };
  if (/\bbr\b/.test(accepted)) return { body: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }), coding: 'br' };
  if (/\bgzip\b/.test(accepted)) return { body: gzipSync(bytes), coding: 'gzip' };
  return { body: bytes };
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const site = readSite();
  const { origin, base } = await serve({ folder: site.folder, base: process.env.BASE_PATH ?? site.base }, Number(process.env.PORT ?? 0));
  console.log(`${origin}${base}`);
}
