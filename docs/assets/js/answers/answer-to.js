import { answerId, answerKey, parseAnswer } from '../storage/records.js';

/**
 * What was answered, under the question's own id or, if that has nothing, a former one. Pure.
 * @param {Pick<import('./asked.js').Asked, 'id' | 'formerly' | 'kind'>} question
 * @param {Map<string, unknown>} records
 * @param {string} filling the id of a round or a named workbook, empty for the one without a record
 * @returns {import('../storage/records.js').Answer | null} null where it is empty
 */
export function answerTo({ id, formerly, kind }, records, filling) {
  const answers = [id, ...formerly].map((one) =>
    parseAnswer(records.get(answerKey(answerId(one, filling))), kind),
  );
  return answers.find((answer) => answer && /\S/.test(answer.value)) ?? null;
}
