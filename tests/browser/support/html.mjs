// In: the text of an HTML file. Out: a flat list of its elements in document order,
// each with what the rules ask of it, so that no rule walks the tree itself.

import { parse } from 'parse5';

/**
 * @typedef {object} Element
 * @property {string} name      tag name in lower case
 * @property {Record<string, string>} attrs
 * @property {number} line      line in the file
 * @property {string} lang      language declared by the element or the nearest one around it
 * @property {Element | null} parent
 * @property {object[]} nodes   the parser's child nodes
 */

/** Elements of a document; what stands in `<noscript>` counts, what stands in `<template>` does not. */
export function elementsOf(html) {
  const found = [];
  const visit = (node, parent) => {
    for (const child of node.childNodes ?? []) {
      if (!child.tagName) continue;
      const attrs = Object.fromEntries(child.attrs.map(({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value]));
      const element = {
        name: child.tagName.toLowerCase(),
        attrs,
        line: child.sourceCodeLocation?.startLine ?? 1,
        lang: attrs.lang ?? parent?.lang ?? '',
        parent,
        nodes: child.childNodes,
      };
      found.push(element);
      visit(child, element);
    }
  };
  visit(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }), null);
  return found;
}

/** Text inside an element, its descendants' included, with runs of white space made one. */
export function textOf(element) {
  const gather = (nodes) => nodes.map((node) => node.value ?? gather(node.childNodes ?? [])).join('');
  return gather(element.nodes).replace(/\s+/g, ' ').trim();
}

/** Text that stands in the element itself, not in a child element. */
export function ownTextOf(element) {
  return element.nodes.map((node) => (node.nodeName === '#text' ? node.value : '')).join(' ');
}

/** The nearest element around this one, or itself, that has one of the names. */
export function within(element, ...names) {
  for (let at = element; at; at = at.parent) if (names.includes(at.name)) return at;
  return null;
}
