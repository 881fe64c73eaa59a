/** Two rounds of a workbook beside each other, question by question. Pure: the guide's data and records in, rows out. */

import { answerId, answerKey, parseAnswer } from '../storage/records.js';

/**
 * @typedef {import('../storage/records.js').Answer} Answer
 * @typedef {import('../export/workbook-document.js').Workbook} Workbook
 * @typedef {import('../export/workbook-document.js').Question} Question
 *
 * @typedef {object} Row
 * @property {string} workbook its id
 * @property {string} section the section's title
 * @property {string | null} attribute its attribute's id
 * @property {string} question the question's id
 * @property {string} text the question's words
 * @property {import('../storage/records.js').Kind} kind
 * @property {Answer | null} left null where it was not answered
 * @property {Answer | null} right
 * @property {boolean} changed whether the two differ
 */

/** @template {{ retired?: string }} T @param {T[]} records */
const living = (records) => records.filter(({ retired }) => !retired);

/**
 * @param {Workbook} workbook
 * @param {Map<string, unknown>} records
 * @param {string} left the id of a round, empty for the first
 * @param {string} right
 * @returns {Row[]} in the workbook's order
 */
export function comparison(workbook, records, left, right) {
  return living(workbook.sections).flatMap((section) =>
    living(section.questions).flatMap((question) =>
      asked(question).map((one) => {
        const [before, after] = [left, right].map((round) => answerTo(one, records, round));
        return {
          workbook: workbook.id,
          section: section.title,
          attribute: /** @type {{ attribute?: string }} */ (section).attribute ?? null,
          question: one.id,
          text: one.text,
          kind: one.kind,
          left: before ?? null,
          right: after ?? null,
          changed: (before?.value.trim() ?? '') !== (after?.value.trim() ?? ''),
        };
      }),
    ),
  );
}

/**
 * A question with what is asked beside it.
 * @param {Question} question
 * @returns {{ id: string, formerly: string[], text: string, kind: import('../storage/records.js').Kind }[]}
 */
function asked(question) {
  const { target, note } = question;
  return [
    question,
    ...(target ? [{ ...target, kind: /** @type {const} */ ('rating') }] : []),
    ...(note ? [{ ...note, kind: /** @type {const} */ ('text') }] : []),
  ];
}

/**
 * @param {{ id: string, formerly: string[], kind: import('../storage/records.js').Kind }} question
 * @param {Map<string, unknown>} records
 * @param {string} round
 */
function answerTo({ id, formerly, kind }, records, round) {
  const answers = [id, ...formerly].map((one) =>
    parseAnswer(records.get(answerKey(answerId(one, round))), kind),
  );
  return answers.find((answer) => answer && /\S/.test(answer.value)) ?? null;
}
