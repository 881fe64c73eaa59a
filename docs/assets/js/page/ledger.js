/** This copy's ledger. A tab that keeps nothing in the browser has none: it reads nothing there and writes nothing. */

import { note, readLedger } from '../lib/ledger.js';
import { isFurther } from '../lib/records.js';
import { isShared, local, name } from './place.js';

/** @returns {import('../lib/ledger.js').Ledger | null} null where there is none, or it cannot be read */
export const ledgerHere = () => (isShared() ? null : readLedger(local, name));

/**
 * Notes what `change` has; the rest stays.
 * @param {Partial<import('../lib/ledger.js').Ledger>} change
 */
export function noteHere(change) {
  if (!isShared()) note(local, name, change);
}

/**
 * A write that notes beforehand how many of the further records go, so that no tab takes them for lost.
 * @template T
 * @param {(found: Map<string, unknown>) => import('../lib/store.js').Change<T>} decide
 * @returns {typeof decide}
 */
export const announced = (decide) => (found) => {
  const step = decide(found);
  const gone = [...(step.deletes ?? [])].filter(isFurther).length;
  if (gone) noteHere({ further: Math.max(0, (ledgerHere()?.further ?? 0) - gone) });
  return step;
};
