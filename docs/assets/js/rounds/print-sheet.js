/** Prints a document alone, and nothing else of the page. */

import { blocks } from '../export/document.js';

/** What an element is of each kind of block; all others are paragraphs. @type {Record<string, string>} */
const TAGS = { title: 'h2', section: 'h3', question: 'h4' };

/**
 * @param {HTMLElement} sheet where it is put; shown only on paper
 * @param {import('../export/document.js').Outline} outline
 */
export function printSheet(sheet, outline) {
  sheet.replaceChildren(
    ...blocks(outline).map(({ kind, text }) =>
      Object.assign(document.createElement(TAGS[kind] ?? 'p'), {
        textContent: text,
        className: `sheet__${kind}`,
        dir: 'auto',
      }),
    ),
  );
  show(true);
  addEventListener('afterprint', () => show(false), { once: true });
  print();

  /** @param {boolean} alone */
  function show(alone) {
    sheet.hidden = !alone;
    document.documentElement.toggleAttribute('data-sheet-alone', alone);
  }
}
