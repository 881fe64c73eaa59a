/** A workbook for the clipboard: as HTML for an e-mail or a document, and as text. The HTML is never read here. */

import { escaped } from '../page/clean-text.js';
import { blocks, directed } from './document.js';
import { plain } from './plain-text.js';

/** @typedef {import('./document.js').Kind} Kind */

/** @type {Partial<Record<Kind, string>>} */
const HEADINGS = { title: 'h1', section: 'h2', question: 'h3' };
/** @type {Kind[]} */
const ASIDE = ['note', 'missing', 'picture'];

/** @param {string} text */
const spaced = (text) =>
  escaped(text)
    .replace(/\t/g, '    ')
    .replace(/^ | (?= )/gm, '&#160;')
    .replaceAll('\n', '<br>');

/** @param {import('./document.js').Block} block */
function element({ kind, text }) {
  const name = HEADINGS[kind] ?? 'p';
  /** @param {string} part */
  const block = (part) => {
    const runs = directed(part);
    const mixed = runs.length > 1;
    const lines = runs.map(({ text: run, rtl }) =>
      mixed ? `<span dir="${rtl ? 'rtl' : 'ltr'}">${spaced(run)}</span>` : spaced(run),
    );
    const words = lines.join('<br>');
    return `<${name}${runs[0]?.rtl ? ' dir="rtl"' : ''}>${ASIDE.includes(kind) ? `<em>${words}</em>` : words}</${name}>\n`;
  };
  return text.split('\n\n').map(block).join('');
}

/**
 * What `text/html` and `text/plain` of a ClipboardItem hold.
 * @param {import('./document.js').Outline} outline
 */
export function rich(outline) {
  return { html: blocks(outline).map(element).join(''), text: plain(outline, '\n') };
}
