/** Records that are no answers, written and taken away: the ledger, this page and the site's other tabs follow. */

import { COUNTED, amount } from '../lib/amount.js';
import { isFurther } from '../lib/records.js';
import { ledgerHere, noteHere } from './ledger.js';
import { clock, isShared, store, tell } from './site.js';

/**
 * Done once the store says so.
 * @param {Map<string, unknown>} puts
 * @param {string[]} [deletes]
 * @throws where they cannot be kept; nothing is changed then
 */
export const keep = (puts, deletes = []) => change([], () => ({ outcome: null, puts, deletes }));

/**
 * The same for what is decided by the records that stand under `keys`, in one step.
 * @template T
 * @param {string[]} keys
 * @param {(found: Map<string, unknown>) => import('../lib/store.js').Change<T>} decide
 * @returns {Promise<T>}
 * @throws where it cannot be kept; nothing is changed then
 */
export async function change(keys, decide) {
  const outcome = await store.update(keys, announced(decide));
  if (!isShared()) {
    const saved = clock.date();
    const kept = await store.read(COUNTED).catch(() => null);
    noteHere({ saved, since: ledgerHere()?.since ?? saved, ...(kept ? { further: amount(kept).further } : {}) });
    navigator.storage?.persist?.().catch(() => {});
  }
  document.dispatchEvent(new Event('ledger'));
  tell({ restored: true });
  return outcome;
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
