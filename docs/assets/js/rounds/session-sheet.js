/**
 * The session sheet: what a reader of a workbook takes into the session, at most 2 pages. Pure.
 */

import { worded } from '../page/fill-words.js';

/** @typedef {import('../export/document.js').Part} Part @typedef {import('./comparison.js').Row} Row */

/** Characters of an answer or a note, and the most of each on the sheet: with them it has 2 pages. */
export const SHORT = 240;
const MOST = 6;

/**
 * @typedef {object} Session
 * @property {Row[]} rows the rounds that are shown
 * @property {(row: Row) => string} noteOf empty where there is none
 * @property {string} talk
 * @property {string} agreed
 *
 * @param {Session} session
 * @param {DOMStringMap} words `data-sheet-…` of the page
 * @returns {Part[]}
 */
export function sheetParts({ rows, noteOf, talk, agreed }, words) {
  const changed = rows.filter((row) => row.changed && !row.isPlan);
  const planned = rows.filter((row) => row.isPlan && row.right);
  const noted = rows.filter((row) => noteOf(row));
  const side = (/** @type {Row['left']} */ answer) => shortened(answer?.value ?? words.sheetNone ?? '');
  /** @param {number} count @param {string | undefined} words */
  const more = (count, words) => (count > 0 ? [note(worded(words, { count: String(count) }))] : []);
  return [
    ...under(words.sheetTalk, [answer(shortened(talk, 4 * SHORT))]),
    ...under(words.sheetNotes, [
      ...noted.slice(0, MOST).flatMap((row) => [question(row), answer(shortened(noteOf(row)))]),
      ...more(noted.length - MOST, words.sheetMoreNotes),
    ]),
    ...under(words.sheetChanged, [
      ...changed
        .slice(0, MOST)
        .flatMap((row) => [
          question(row),
          answer(worded(words.sheetThen, { text: side(row.left) })),
          answer(worded(words.sheetNow, { text: side(row.right) })),
        ]),
      ...more(changed.length - MOST, words.sheetMore),
    ]),
    ...under(
      words.sheetPlanned,
      planned.flatMap((row) => [question(row), answer(side(row.right))]),
    ),
    { kind: 'section', text: words.sheetAgreed ?? '' },
    answer(agreed.trim() || '\u2026\n\u2026\n\u2026'),
  ];
}

/** The parts under their title; none where all are empty. @param {string | undefined} title @param {Part[]} parts @returns {Part[]} */
const under = (title = '', parts) =>
  parts.some(({ text }) => text) ? [{ kind: 'section', text: title }, ...parts] : [];

/** @param {Row} row @returns {Part} */
const question = ({ text }) => ({ kind: 'question', text });
/** @param {string} text @returns {Part} */
const answer = (text) => ({ kind: 'answer', text });
/** @param {string} text @returns {Part} */
const note = (text) => ({ kind: 'note', text });

/** The text up to the last whole word that fits. @param {string} text */
export function shortened(text, most = SHORT) {
  const letters = [...text.trim()];
  if (letters.length <= most) return letters.join('');
  const start = letters.slice(0, most).join('');
  return `${start.replace(/\s+\S*$/u, '') || start}\u2026`;
}
