// In: a site. Out: Debian's Firefox, driven over WebDriver BiDi, looking at that site over a local
// server; null where there is no Firefox. It cuts Thai words by another mind than Chromium.

import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { serve } from './server.mjs';

const FIREFOX = process.env.FIREFOX || '/usr/bin/firefox-esr';

export async function openFirefox(site) {
  if (!existsSync(FIREFOX)) return null;
  const server = await serve({ folder: site.folder, base: process.env.BASE_PATH ?? site.base });
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: FIREFOX, headless: true });
  return {
    /** Opens a path of the site, calls `look(page)` and returns what it returns. */
    async visit(path, look) {
      const page = await browser.newPage();
      try {
        await page.goto(server.origin + path, { waitUntil: 'load' });
        return await look(page);
      } finally {
        await page.close();
      }
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
