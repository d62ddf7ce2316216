// In: findings, one for each place where a rule is broken. Out: nothing, or a failed assertion
// that says each broken rule once, how often, and where to look first.

import assert from 'node:assert/strict';

const MESSAGES_SHOWN = 30;
const PLACES_SHOWN = 4;

/** @param {{ where: string, message: string }[]} findings */
export function assertNone(findings, what) {
  if (findings.length === 0) return;
  const byMessage = new Map();
  for (const finding of findings) {
    if (!byMessage.has(finding.message)) byMessage.set(finding.message, []);
    byMessage.get(finding.message).push(finding);
  }
  const groups = [...byMessage].sort(([, a], [, b]) => b.length - a.length);
  const lines = groups.slice(0, MESSAGES_SHOWN).flatMap(([message, found]) => {
    const places = [...new Set(found.map(({ where }) => where))];
    const more = places.length - PLACES_SHOWN;
    return [
      `  ${found.length} × ${message}`,
      ...places.slice(0, PLACES_SHOWN).map((place) => `        ${place}`),
      ...(more > 0 ? [`        and ${more} more`] : []),
    ];
  });
  if (groups.length > MESSAGES_SHOWN) lines.push(`  and ${groups.length - MESSAGES_SHOWN} more messages`);
  assert.fail(`${what}: ${findings.length} findings\n${lines.join('\n')}`);
}
