/** How much there is, as the ledger (lib/ledger.js) has it. Pure. */

import { ANSWERS, ASIDE, FURTHER, isFurther } from './records.js';

/** The keys, for the store, of what `amount` counts. */
export const COUNTED = [ANSWERS, ...FURTHER.map((kind) => `${kind}*`)];

/** How many answers there are, those put aside among them. @param {string[]} keys */
export const numberOf = (keys) =>
  keys.filter((key) => key.startsWith(ANSWERS) || key.startsWith(`${ASIDE}${ANSWERS}`)).length;

/**
 * What of it is answers, what is answered, and what is kept besides.
 * @param {Map<string, unknown>} kept what is kept under `COUNTED`
 */
export function amount(kept) {
  const answers = [...kept].filter(([key]) => key.startsWith(ANSWERS));
  const values = answers.map(([, record]) => /** @type {{ value?: unknown } | null} */ (record)?.value);
  return {
    records: answers.length,
    answers: values.filter((value) => /\S/.test(String(value ?? ''))).length,
    further: [...kept.keys()].filter(isFurther).length,
  };
}
