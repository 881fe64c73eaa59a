/** How much there is, as the ledger (lib/ledger.js) has it. Pure. */

import { ANSWERS, ASIDE, FURTHER, isFurther } from './records.js';

/** What keys of answers begin with, where they were damaged. */
const DAMAGED = `${ASIDE}${ANSWERS}`;

/** The keys, for the store, of what `amount` counts. */
export const COUNTED = [ANSWERS, `${DAMAGED}*`, ...FURTHER.map((kind) => `${kind}*`)];

/** @typedef {{ records: number, answers: number, further: number }} Amount */

/**
 * How many records of answers there are, those put aside among them; how many are answered; how
 * much is kept besides.
 * @param {Map<string, unknown>} kept what is kept under `COUNTED`
 * @returns {Amount}
 */
export function amount(kept) {
  const keys = [...kept.keys()];
  const answers = [...kept].filter(([key]) => key.startsWith(ANSWERS));
  const values = answers.map(([, record]) => /** @type {{ value?: unknown } | null} */ (record)?.value);
  return {
    records: answers.length + keys.filter((key) => key.startsWith(DAMAGED)).length,
    answers: values.filter((value) => /\S/.test(String(value ?? ''))).length,
    further: keys.filter(isFurther).length,
  };
}

/**
 * Whether something is missing; an answer that was cleared is not.
 * @param {Omit<Amount, 'answers'>} held
 * @param {Omit<Amount, 'answers'>} known
 */
export const isLess = (held, known) => held.records < known.records || held.further < known.further;
