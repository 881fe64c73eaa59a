/** Count records and answers, as the ledger (storage/ledger.js) has them. Pure. */

import { ANSWERS, ASIDE, FURTHER, UNSHOWN, isFurther } from './records.js';

/** What keys of answers begin with, where they were damaged. */
const DAMAGED = `${ASIDE}${ANSWERS}`;

/** The keys, for the store, of what `amount` counts. */
export const COUNTED = [ANSWERS, UNSHOWN, `${DAMAGED}*`, ...FURTHER.map((kind) => `${kind}*`)];

/** @typedef {{ records: number, answers: number, further: number }} Amount */

/**
 * How many questions have a record of an answer, and how many such records were put aside; how many
 * questions are answered; how much is kept besides. A question with answers that its field cannot
 * show counts once: what a page puts by is not missing.
 * @param {Map<string, unknown>} kept what is kept under `COUNTED`
 * @returns {Amount}
 */
export function amount(kept) {
  const keys = [...kept.keys()];
  const answers = [...kept].filter(([key]) => key.startsWith(ANSWERS) || key.startsWith(UNSHOWN));
  const answered = answers.filter(([, record]) => /\S/.test(String(Object(record).value ?? '')));
  /** @param {[string, unknown][]} list */
  const questions = (list) => new Set(list.map(([key]) => key.split('/')[1])).size;
  return {
    records: questions(answers) + keys.filter((key) => key.startsWith(DAMAGED)).length,
    answers: questions(answered),
    further: keys.filter(isFurther).length,
  };
}

/**
 * Whether something is missing; an answer that was cleared is not.
 * @param {Omit<Amount, 'answers'>} current
 * @param {Omit<Amount, 'answers'>} known
 */
export const isLess = (current, known) => current.records < known.records || current.further < known.further;
