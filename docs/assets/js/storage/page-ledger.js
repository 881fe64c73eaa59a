/** Read and write this copy's ledger. A tab on a shared computer has none: it reads nothing and writes nothing. */

import { note, readLedger } from './ledger.js';
import { declared, isShared, local, name } from '../page/this-page.js';

/** @returns {import('./ledger.js').Ledger | null} null where there is none, or it cannot be read */
export const ledgerHere = () => (isShared() ? null : readLedger(local, name));

/**
 * Notes what `change` has; the rest stays.
 * @param {Partial<import('./ledger.js').Ledger>} change
 */
export function noteHere(change) {
  if (!isShared()) note(local, name, { ...change, ...(declared ? { declared } : {}) });
}
