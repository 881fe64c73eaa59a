/** Count what is stored, and note it in the ledger. */

import { COUNTED, amount, isLess } from './amount.js';
import { ledgerHere, noteHere } from './page-ledger.js';
import { store } from './this-site.js';

/** How much there is. @throws where it cannot be read */
export const amountHeld = async () => amount(await store.read(COUNTED));

/**
 * Notes `change`, and how much there is, unless that is less than was known: what is lost stays known.
 * @param {Partial<import('./ledger.js').Ledger>} change
 * @returns {Promise<boolean>} whether nothing is missing
 */
export async function noteHeld(change) {
  const stored = await amountHeld().catch(() => null);
  const known = ledgerHere();
  const whole = stored !== null && (known === null || !isLess(stored, known));
  noteHere({ ...(whole ? stored : {}), ...change });
  return whole;
}
