/** Two rounds of a workbook beside each other, question by question. Pure: the guide's data and records in, rows out. */

import { answerTo } from '../answers/answer-to.js';
import { askedIn } from '../answers/asked.js';
import { dayWritten } from '../page/notices.js';

/**
 * @typedef {import('../storage/records.js').Answer} Answer
 * @typedef {import('../answers/asked.js').Workbook} Workbook
 *
 * @typedef {object} Row
 * @property {string} workbook its id
 * @property {string} section the section's title
 * @property {string | null} attribute its attribute's id
 * @property {boolean} isPlan whether it is of what the leader will do
 * @property {string} question the question's id
 * @property {string} text the question's words
 * @property {import('../storage/records.js').Kind} kind
 * @property {Answer | null} left null where it was not answered
 * @property {Answer | null} right
 * @property {boolean} changed whether the two differ
 */

/**
 * @param {Workbook} workbook
 * @param {Map<string, unknown>} records
 * @param {string} left the id of a round, empty for the first
 * @param {string} right
 * @returns {Row[]} in the workbook's order, its plan last
 */
export function comparison(workbook, records, left, right) {
  return askedIn(workbook).flatMap(({ title, attribute, isPlan, asked }) =>
    asked.map((one) => {
      const [before, after] = [left, right].map((round) => shownAnswer(one, records, round));
      return {
        workbook: workbook.id,
        section: title,
        attribute,
        isPlan,
        question: one.id,
        text: one.text,
        kind: one.kind,
        left: before ?? null,
        right: after ?? null,
        changed: (before?.value.trim() ?? '') !== (after?.value.trim() ?? ''),
      };
    }),
  );
}

/**
 * @param {import('../answers/asked.js').Asked} question
 * @param {Map<string, unknown>} records
 * @param {string} round
 */
function shownAnswer(question, records, round) {
  const found = answerTo(question, records, round);
  return found && question.isDay ? { ...found, value: dayWritten(found.value) } : found;
}
