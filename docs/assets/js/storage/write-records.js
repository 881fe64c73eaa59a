/** Write or delete records other than answers, then update the ledger and notify the page and other tabs. */

import { amount } from './amount.js';
import { forgotten } from './forget-undo.js';
import { UNDO } from './records.js';
import { noteHeld } from './inventory.js';
import { ledgerHere, noteHere } from './page-ledger.js';
import { requestPersistence } from './persistence.js';
import { clock, isShared, store, tell } from './this-site.js';

/**
 * Done once the store says so.
 * @param {Map<string, unknown>} puts
 * @param {string[]} [deletes]
 * @throws where they cannot be kept; nothing is changed then
 */
export const keep = (puts, deletes = []) => change([], () => ({ outcome: null, puts, deletes }));

/**
 * Deletes, in one step, what stands under `keys`, and what the last restore knows of it: that can
 * bring none of it back.
 * @param {string[]} keys those that end in `/` stand for all that begins with them
 * @returns {Promise<Map<string, unknown>>} what was deleted
 * @throws where it cannot be done; nothing is changed then
 */
export const remove = (keys) =>
  change([...keys, UNDO], (found) => {
    /** @param {string} key */
    const goes = (key) =>
      keys.some((wanted) => key === wanted || (wanted.endsWith('/') && key.startsWith(wanted)));
    const outcome = new Map([...found].filter(([key]) => goes(key)));
    return { outcome, puts: forgotten(found, goes), deletes: [...outcome.keys()] };
  });

/**
 * The same as `keep` for what is decided by the records that stand under `keys`, in one step.
 * @template T
 * @param {string[]} keys
 * @param {(found: Map<string, unknown>) => import('./store.js').Change<T>} decide
 * @returns {Promise<T>}
 * @throws where it cannot be kept; nothing is changed then
 */
export async function change(keys, decide) {
  const outcome = await updateKnown(keys, decide);
  if (!isShared()) {
    const saved = clock.date();
    await noteHeld({ saved, since: ledgerHere()?.since ?? saved });
    requestPersistence();
  }
  if (isShared()) document.dispatchEvent(new Event('kept'));
  document.dispatchEvent(new Event('ledger'));
  tell({ kept: true });
  return outcome;
}

/**
 * Updates the store, and notes beforehand how much goes, so that no tab takes it for lost.
 * @template T
 * @param {string[]} keys
 * @param {(found: Map<string, unknown>) => import('./store.js').Change<T>} decide
 * @returns {Promise<T>}
 * @throws where the store does; what was noted is then as before
 */
export async function updateKnown(keys, decide) {
  /** @type {import('./amount.js').Amount | null} */
  let before = null;
  try {
    return await store.update(keys, (found) => {
      const change = decide(found);
      const deletes = change.deletes ?? [];
      const known = ledgerHere();
      if (!known || !deletes.length) return change;
      before = known;
      const gone = amount(new Map(deletes.map((key) => [key, found.get(key)])));
      noteHere({
        records: Math.max(0, known.records - gone.records),
        answers: Math.max(0, known.answers - gone.answers),
        further: Math.max(0, known.further - gone.further),
      });
      return change;
    });
  } catch (error) {
    if (before) noteHere(before);
    throw error;
  }
}
