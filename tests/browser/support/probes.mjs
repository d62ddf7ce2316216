// Functions that run inside a page. Each stands alone: the browser gets its source, nothing around it.
// In: the page as it is shown. Out: findings as plain messages, or plain values.

/** What makes the page wider than its window. */
export function sidewaysScroll() {
  const root = document.documentElement;
  const messages = [];
  for (const element of [root, document.body]) {
    const { overflowX } = getComputedStyle(element);
    if (['hidden', 'clip'].includes(overflowX)) messages.push(`<${element.localName}> hides what is too wide (overflow-x: ${overflowX})`);
  }
  if (root.scrollWidth <= root.clientWidth) return messages;

  const scrollsItself = (element) => {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflowX !== 'visible') return true;
    }
    return false;
  };
  const name = (element) => element.localName + (element.id ? `#${element.id}` : '') + [...element.classList].map((word) => `.${word}`).join('');
  const wide = [...document.body.querySelectorAll('*')].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.right > root.clientWidth + 0.5 && !scrollsItself(element);
  });
  // The innermost are the cause; those around them are only stretched.
  const causes = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
  messages.push(`scrolls sideways because of ${[...new Set(causes.map(name))].slice(0, 4).join(', ') || 'something unseen'}`);
  return messages;
}

/**
 * Targets too small for a finger: 44 px each way. A link that runs in a sentence is as high as its
 * line, and that is all one may ask of it; one that stands alone in its line runs in none. A link
 * that spreads over its card is as large as the card.
 */
export function smallTargets() {
  const messages = [];
  const targets = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [tabindex="0"]';
  const words = (node) => (node.textContent ?? '').trim();
  const runsInText = (element) => {
    if (element.localName !== 'a' || getComputedStyle(element).display !== 'inline') return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === 'inline') block = block.parentElement;
    return words(block) !== words(element);
  };
  const areaOf = (element) => {
    // A box to tick is reached by its label, and is often hidden behind it.
    if (['checkbox', 'radio'].includes(element.type)) return element.labels?.[0] ?? element;
    const spread = getComputedStyle(element, '::after');
    return spread.content !== 'none' && spread.position === 'absolute' ? element.closest('.card, .turn') ?? element : element;
  };
  for (const element of document.querySelectorAll(targets)) {
    const style = getComputedStyle(element);
    const area = areaOf(element);
    if (!area.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const { width, height, right, bottom } = area.getBoundingClientRect();
    // Skip links show themselves only when they have the focus.
    if (width <= 1 || height <= 1 || right <= 0 || bottom + scrollY <= 0 || style.clipPath === 'inset(50%)') continue;
    if (element.closest('svg') || runsInText(element)) continue;
    const least = 44;
    if (Math.min(width, height) < least - 0.5) {
      const label = (element.innerText || element.getAttribute('aria-label') || element.name || '').trim().slice(0, 30);
      messages.push(`<${element.localName} class="${element.className}"> in <${element.parentElement.localName} class="${element.parentElement.className}"> “${label}” is ${Math.round(width)} × ${Math.round(height)} px, less than ${least}`);
    }
  }
  return messages;
}

/** Thai set with spaced letters or a slant: both tear vowels and tone marks from their consonants. */
export function tornThai() {
  const messages = new Set();
  for (const element of document.body.querySelectorAll('*')) {
    const text = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join('').trim();
    if (!text || ['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT'].includes(element.tagName)) continue;
    const isThai = /[\u0e01-\u0e5b]/.test(text) || (element.closest('[lang]')?.lang ?? '').startsWith('th');
    if (!isThai) continue;
    const { letterSpacing, fontStyle } = getComputedStyle(element);
    const name = element.localName + [...element.classList].map((word) => `.${word}`).join('');
    if (!['normal', '0px'].includes(letterSpacing)) messages.add(`Thai text in ${name} has letter-spacing ${letterSpacing}`);
    if (fontStyle !== 'normal') messages.add(`Thai text in ${name} has font-style ${fontStyle}`);
  }
  return [...messages];
}

/**
 * What a reader gets in the main part: visible headings, and where visible links lead. A link in
 * `.scripted` leads to something that only a script can do, and is absent without.
 */
export function mainContent() {
  const main = document.querySelector('main');
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
  const shown = (selector) => [...(main?.querySelectorAll(selector) ?? [])].filter(isShown);
  return {
    text: (main && isShown(main) ? main.innerText : '').replace(/\s+/g, ' ').trim(),
    headings: shown('h1, h2, h3').map((element) => element.innerText.replace(/\s+/g, ' ').trim()),
    links: [...new Set(shown('a[href]').filter((element) => !element.closest('.scripted')).map((element) => new URL(element.getAttribute('href'), location.href).pathname))],
  };
}
