// How pages are laid out, measured on one page of each kind in each language: nothing scrolls sideways,
// fingers find their targets, Thai letters stay together, and no content waits for JavaScript.

import test, { after, before } from 'node:test';
import { openBrowser, resize } from './support/browser.mjs';
import { picks } from './support/kinds.mjs';
import { mainContent, sidewaysScroll, smallTargets, tornThai } from './support/probes.mjs';
import { assertNone } from './support/report.mjs';
import { readSite } from './support/site.mjs';

const site = readSite();
let browser;
before(async () => (browser = await openBrowser(site)));
after(() => browser?.close());

for (const { name, page, path } of picks(site)) {
  const lang = page.lang ?? site.languages[0];

  test(`layout of ${name}`, async () => {
    const findings = [];
    const note = (where, messages) => findings.push(...messages.map((message) => ({ where: `${page.file} ${where}`, message })));
    const problems = [];

    await browser.visit(path, { width: 320, lang }, async (tab) => {
      for (const width of [320, 360, 1280]) {
        await resize(tab, width);
        note(`at ${width} px`, await tab.evaluate(sidewaysScroll));
        if (width === 360) note(`at ${width} px`, await tab.evaluate(smallTargets));
      }
      note('', await tab.evaluate(tornThai));
      // Through the style's own interface, which a page's security policy does not forbid.
      await tab.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'));
      for (const width of [1280, 360]) {
        await resize(tab, width);
        note(`at ${width} px and twice the text size`, await tab.evaluate(sidewaysScroll));
      }
    }, problems);
    note('', problems);
    assertNone(findings, name);
  });

  test(`${name} without JavaScript`, async () => {
    const findings = [];
    const problems = [];
    const note = (message) => findings.push({ where: page.file, message });
    const [scripted, plain] = [
      await browser.visit(path, { lang, js: true }, (tab) => tab.evaluate(mainContent), problems),
      await browser.visit(path, { lang, js: false }, (tab) => tab.evaluate(mainContent), problems),
    ];
    if (plain.text === '') note('the main part is empty');
    if (plain.headings[0] !== scripted.headings[0]) note(`the first heading is “${plain.headings[0]}”, with script “${scripted.headings[0]}”`);
    for (const heading of scripted.headings) if (!plain.headings.includes(heading)) note(`the heading “${heading}” is missing`);
    for (const link of scripted.links) if (!plain.links.includes(link)) note(`the link to ${link} is missing`);
    for (const message of problems) note(message);
    assertNone(findings, `${name} without JavaScript`);
  });
}
