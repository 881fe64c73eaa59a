/** The record of a panel's decision, as the writers of files want it. Pure; the words are passed in. */

import { worded } from '../page/fill-words.js';
import { apart, cellsOf } from './score-matrix.js';

/** @typedef {import('./score-matrix.js').Candidate} Candidate @typedef {import('../export/document.js').Part} Part */

/**
 * @param {object} record
 * @param {string[]} record.members
 * @param {Candidate[]} record.candidates
 * @param {string} record.reasons
 * @param {string} record.eraseOn the day in words
 * @param {DOMStringMap} words `data-…` of the page
 * @returns {Part[]}
 */
export function recordParts({ members, candidates, reasons, eraseOn }, words) {
  const differing = apart(candidates);
  return [
    { kind: 'note', text: worded(words.made, { members: members.join(', ') }) },
    { kind: 'note', text: worded(words.erase, { day: eraseOn }) },
    { kind: 'section', text: words.decision ?? '' },
    { kind: 'answer', text: reasons },
    { kind: 'section', text: words.scores ?? '' },
    ...candidates.flatMap((candidate) => tableOf(candidate, members, words)),
    ...(differing.length ? [/** @type {Part} */ ({ kind: 'section', text: words.apart ?? '' })] : []),
    ...differing.flatMap((row) => [
      /** @type {Part} */ ({
        kind: 'question',
        text: worded(words.rowTitle, titleOf(row)),
      }),
      ...row.said.map(({ member, score, evidence }) => {
        const fills = {
          member,
          score: scoreIn(score, words),
          evidence: evidence.trim() || (words.noEvidence ?? ''),
        };
        return /** @type {Part} */ ({ kind: 'answer', text: worded(words.said, fills) });
      }),
    ]),
  ];
}

/** @param {Candidate} candidate @param {string[]} members @param {DOMStringMap} words @returns {Part[]} */
function tableOf({ name, rows }, members, { attribute = '', spread = '', none = '' }) {
  const scored = rows.filter(({ isScore }) => isScore);
  const body = scored.map((row) => [row.title, ...cellsOf(row, members, none)]);
  return [
    { kind: 'question', text: name },
    { kind: 'table', text: name, rows: [[attribute, ...members, spread], ...body] },
  ];
}

/** What a row's title is filled with. @param {import('./score-matrix.js').Row} row */
export const titleOf = ({ candidate, title, difference }) => ({
  candidate,
  attribute: title,
  difference: String(difference ?? ''),
});

/** @param {number | null} score @param {DOMStringMap} words */
export const scoreIn = (score, words) => (score === null ? (words.noScore ?? '') : String(score));
