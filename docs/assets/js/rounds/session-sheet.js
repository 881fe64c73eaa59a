/**
 * The session sheet: what a reader of a workbook takes into the session, at most 2 pages. Pure.
 */

import { worded } from '../page/fill-words.js';

/** @typedef {import('../export/document.js').Part} Part */
/** @typedef {import('./comparison.js').Row & { rounds: [string, string] | null }} Row the titles of its rounds, where 2 are compared */

/** The most answers and notes on the sheet, and characters of each: the first of these with which it has 2 pages. */
const SIZES = /** @type {const} */ ([
  [6, 240],
  [6, 160],
  [5, 110],
  [4, 80],
  [3, 60],
]);

/** Lines of 2 sheets of A4, and letters of one, on paper and in Word: both have a little more. */
const LINES = 88;
const LETTERS = 86;

/** Letters of a line to write on. */
const LINE = 60;

/** Lines that a part takes besides its words. */
const AROUND = { section: 1.5, question: 0.8, answer: 0.5, note: 0.5 };

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
export function sheetParts(session, words) {
  /** @type {Part[]} */
  let parts = [];
  for (const [most, short] of SIZES) {
    parts = partsOf(session, words, most, short);
    if (linesOf(parts) <= LINES) break;
  }
  return parts;
}

/** @param {Part[]} parts */
const linesOf = (parts) =>
  parts
    .map(({ kind, text = '' }) => {
      const lines = text.split('\n').map((line) => Math.max(1, Math.ceil([...line].length / LETTERS)));
      return lines.reduce((sum, count) => sum + count, AROUND[/** @type {'answer'} */ (kind)] ?? 0);
    })
    .reduce((sum, count) => sum + count, 0);

/**
 * @param {Session} session
 * @param {DOMStringMap} words
 * @param {number} most
 * @param {number} short
 * @returns {Part[]}
 */
function partsOf({ rows, noteOf, talk, agreed }, words, most, short) {
  const changed = rows.filter((row) => row.changed && !row.isPlan);
  const planned = rows.filter((row) => row.isPlan && row.right);
  const noted = rows.filter((row) => noteOf(row));
  const side = (/** @type {Row['left']} */ answer) =>
    shortened(answer?.value ?? words.sheetNone ?? '', short);
  const said = (/** @type {string | undefined} */ round = '', /** @type {Row['left']} */ answer) =>
    worded(words.sheetRound, { round, text: side(answer) });
  /** @param {number} count @param {string | undefined} words */
  const more = (count, words) => (count > 0 ? [note(worded(words, { count: String(count) }))] : []);
  return [
    ...under(words.sheetTalk, [answer(shortened(talk, 4 * short))]),
    ...under(words.sheetNotes, [
      ...noted
        .slice(0, most)
        .flatMap((row) => [
          question(row),
          answer(
            row.rounds
              ? said(row.rounds[1], row.right)
              : worded(words.sheetAnswer, { text: side(row.right) }),
          ),
          answer(worded(words.sheetNote, { text: shortened(noteOf(row), short) })),
        ]),
      ...more(noted.length - most, words.sheetMoreNotes),
    ]),
    ...under(words.sheetChanged, [
      ...changed
        .slice(0, most)
        .flatMap((row) => [
          question(row),
          answer(said(row.rounds?.[0], row.left)),
          answer(said(row.rounds?.[1], row.right)),
        ]),
      ...more(changed.length - most, words.sheetMore),
    ]),
    ...under(
      words.sheetPlanned,
      planned.map((row) => answer(`${row.text} ${side(row.right)}`)),
    ),
    { kind: 'section', text: words.sheetAgreed ?? '' },
    answer(agreed.trim() || Array(3).fill('_'.repeat(LINE)).join('\n')),
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

/** The text up to the last whole word that fits. @param {string} text @param {number} most its letters */
export function shortened(text, most) {
  const letters = [...text.trim()];
  if (letters.length <= most) return letters.join('');
  const start = letters.slice(0, most).join('');
  return `${start.replace(/\s+\S*$/u, '') || start}\u2026`;
}
