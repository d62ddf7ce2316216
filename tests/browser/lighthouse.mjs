// A script for people who measure: Lighthouse on a phone over slow 4G, simulated, several times a page, and
// the median of each figure. Worth something on a machine that does nothing else.
//
//   SITE=../../target/site node lighthouse.mjs [runs]

import { faults, openLighthouse, pagesOf } from './support/lighthouse.mjs';
import { readSite } from './support/site.mjs';

const runs = Number(process.argv[2] ?? 3);
const site = readSite();
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const lighthouse = await openLighthouse(site);
const FIGURES = { FCP: 'first-contentful-paint', LCP: 'largest-contentful-paint', TBT: 'total-blocking-time', CLS: 'cumulative-layout-shift', SI: 'speed-index' };

try {
  for (const { name, path } of pagesOf(site)) {
    const reports = [];
    for (let run = 0; run < runs; run += 1) reports.push(await lighthouse.look(path));
    const scores = Object.keys(reports[0].categories).map((id) => `${id} ${reports.map((it) => Math.round(it.categories[id].score * 100)).join('/')}`);
    const figures = Object.entries(FIGURES).map(([short, id]) => `${short} ${Math.round(median(reports.map((it) => it.audits[id].numericValue)) * 1000) / 1000}`);
    const bytes = reports[0].audits['network-requests'].details.items.reduce((sum, { transferSize }) => sum + transferSize, 0);
    console.log(`${name}: ${scores.join(', ')}; ${figures.join(', ')}; ${bytes} bytes`);
    for (const fault of faults(reports[0], 'performance')) console.log(`  ${fault}`);
  }
} finally {
  await lighthouse.close();
}
