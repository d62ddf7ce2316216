// Every page of the site is valid HTML: the Nu checker finds no error and no warning.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'node:test';
import { assertNone } from './support/report.mjs';
import { readSite } from './support/site.mjs';

const jar = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

test('every page passes the Nu HTML checker', async () => {
  const site = readSite();
  assert.ok(site.pages.length > 0, 'the site holds pages');
  const { messages } = JSON.parse(await check(site.folder));
  const findings = messages.filter(({ message }) => !isPolicy(message)).map(({ type, subType, url, lastLine, message, extract }) => ({
    where: url ? `${relative(site.folder, fileURLToPath(url))}:${lastLine ?? 1}  ${(extract ?? '').replace(/\s+/g, ' ').trim().slice(0, 100)}` : '',
    message: `${subType ?? type}: ${message}`,
  }));
  assertNone(findings, 'Nu HTML checker');
});

/** The checker reads files, and a file has no origin that `'self'` could be. Browsers hold pages to it. */
function isPolicy(message) {
  return message.includes('violates Content Security Policy (meta tag)');
}

/**
 * One process for all pages, because starting Java is the dear part. The guess at the language is off:
 * a page that stands in for a missing translation rightly holds text in another language.
 * Remarks that are neither error nor warning (`<br/>` is one) are left out.
 */
async function check(folder) {
  const java = spawn('java', ['-Xss4m', '-jar', jar, '--skip-non-html', '--no-langdetect', '--skip-info-messages', '--format', 'json', '--stdout', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  java.stdout.setEncoding('utf8').on('data', (text) => (out += text));
  const status = await new Promise((resolve, reject) => java.on('error', reject).on('close', resolve));
  // 0 is clean, 1 is "there are messages"; everything else is a checker that did not run.
  assert.ok(status === 0 || status === 1, `java ended with ${status}`);
  return out;
}
