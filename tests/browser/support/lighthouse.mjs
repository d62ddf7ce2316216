// In: a site. Out: Lighthouse, looking at it on a phone through Debian's Chromium, and what it finds.

import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';
import { ARGUMENTS, CHROMIUM } from './browser.mjs';
import { picks } from './kinds.mjs';
import { serve } from './server.mjs';

const KINDS = ['home', 'list-of-spaces', 'space', 'calendar', 'map'];
/** The categories that do not hang on how fast the machine is. */
export const STEADY = ['accessibility', 'best-practices', 'seo'];

/** The pages that are looked at: one of each kind, in the default language. */
export const pagesOf = (site) => picks(site).filter(({ kind, page }) => KINDS.includes(kind) && page.lang === site.languages[0]);

export async function openLighthouse(site) {
  const server = await serve(site);
  const browser = await puppeteer.launch({ executablePath: CHROMIUM, args: [...ARGUMENTS, '--no-sandbox'] });
  return {
    /** Lighthouse's report of a page. `flags` are its own settings: by default a phone on slow 4G, simulated. */
    async look(path, flags) {
      const page = await browser.newPage();
      try {
        const { lhr } = await lighthouse(server.origin + path, { logLevel: 'silent', output: 'json', disableFullPageScreenshot: true, ...flags }, undefined, page);
        if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`);
        return lhr;
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

/** What keeps a category from being perfect, as the audits say it. */
export const faults = (lhr, category) => lhr.categories[category].auditRefs
  .map(({ id, weight }) => ({ ...lhr.audits[id], weight }))
  .filter(({ score, weight }) => weight > 0 && score !== null && score < 1)
  .map(({ id, title, displayValue, details }) => `${id}: ${title} ${displayValue ?? ''} ${JSON.stringify(details?.items?.slice(0, 2) ?? [])}`.slice(0, 400));
