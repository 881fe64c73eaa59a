/** A workbook as plain text that any editor shows: headings underlined, nothing marked, nothing wrapped. */

import { blocks } from './document.js';

const WIDEST = 72;
/** @type {Partial<Record<import('./document.js').Kind, string>>} */
const UNDERLINES = { title: '=', section: '=', question: '-' };

/** @param {import('./document.js').Block} block */
function told({ kind, text }) {
  const mark = UNDERLINES[kind];
  const above = kind === 'section' ? '\n' : '';
  return mark ? `${above}${text}\n${mark.repeat(Math.min([...text].length, WIDEST))}\n` : `${text}\n`;
}

/**
 * The text of a `.txt` file.
 * @param {import('./document.js').Outline} outline
 * @param {string} [end] of each line; as Windows has it where nothing is said
 */
export function plain(outline, end = '\r\n') {
  return blocks(outline).map(told).join('\n').replaceAll('\n', end);
}
