/** This copy's ledger. A tab that keeps nothing in the browser has none: it reads nothing there and writes nothing. */

import { note, readLedger } from '../lib/ledger.js';
import { declared, isShared, local, name } from './place.js';

/** @returns {import('../lib/ledger.js').Ledger | null} null where there is none, or it cannot be read */
export const ledgerHere = () => (isShared() ? null : readLedger(local, name));

/**
 * Notes what `change` has; the rest stays.
 * @param {Partial<import('../lib/ledger.js').Ledger>} change
 */
export function noteHere(change) {
  if (!isShared()) note(local, name, { ...change, ...(declared ? { declared } : {}) });
}
