/** Write a backup's records to the store, and undo that: for `restore-backup`. */

import { bounded } from './unknown-records-limit.js';
import { plan } from './merge.js';
import { readUndo, undo, undoRecord } from './undo.js';
import { UNDO } from '../storage/records.js';
import { answers } from '../answers/page-answers.js';
import { amountHeld, noteHeld } from '../storage/inventory.js';
import { updateKnown } from '../storage/write-records.js';
import { ledgerHere, noteHere } from '../storage/page-ledger.js';
import { notify } from '../page/notices.js';
import { clock, store, tell } from '../storage/this-site.js';

/** @typedef {import('./merge.js').Preview} Preview */

/**
 * What a restore would do, and all that is here now.
 * @param {Map<string, unknown>} incoming
 * @returns {Promise<{ preview: Preview & { left: number }, current: Map<string, unknown>, changes: boolean }>}
 *   `left` is the number of records that are too many of their kinds (backup/unknown-records-limit.js)
 * @throws where what is here cannot be read
 */
export async function look(incoming) {
  answers.flush();
  const { records: current, whole } = await answers.records();
  if (!whole) throw new Error('What is kept cannot be read');
  const { taken, left } = bounded(current, incoming);
  const { preview, puts } = plan(current, taken);
  return { preview: { ...preview, left }, current, changes: puts.size > 0 };
}

/**
 * Brings a backup together with what is here, in one step that can be taken back.
 * @param {Map<string, unknown>} incoming
 * @param {string} made when the backup was made, ISO time
 * @returns {Promise<Preview>} what was done
 */
export async function restore(incoming, made) {
  answers.flush();
  const at = clock.date();
  const preview = await store.update([''], (found) => {
    const { puts, preview: done } = plan(found, bounded(found, incoming).taken);
    if (puts.size) puts.set(UNDO, undoRecord(found, puts, at));
    return { outcome: done, puts };
  });
  const { backup, since } = ledgerHere() ?? { backup: null, since: null };
  const isLast = since === null && made > (backup ?? '') && made <= at && !Number.isNaN(Date.parse(made));
  const stored = await amountHeld().catch(() => null);
  if (stored) {
    noteHere({ ...stored, saved: at, ...(isLast ? { backup: made } : {}) });
    notify('gone', false);
  }
  await follow();
  return preview;
}

/**
 * Takes the last restore back as a whole; what was changed since stays.
 * @returns {Promise<boolean>} whether there was one
 */
export async function undoRestore() {
  /** @param {Map<string, unknown>} found */
  const undone = (found) => {
    const step = readUndo(found.get(UNDO));
    if (!step) return { outcome: false };
    const { puts, deletes } = undo(found, step.before, step.after);
    return { outcome: true, puts, deletes: [...deletes, UNDO] };
  };
  const done = await updateKnown([''], undone);
  if (await noteHeld({ saved: clock.date() })) notify('gone', false);
  await follow();
  return done;
}

/** When the restore was made that can be taken back; null where there is none. @returns {Promise<string | null>} */
export async function undoable() {
  const found = await store.read([UNDO]).catch(() => new Map());
  return readUndo(found.get(UNDO))?.at ?? null;
}

/** This page and the others follow. */
async function follow() {
  tell({ restored: true });
  await answers.refresh(true, true);
  document.dispatchEvent(new Event('ledger'));
}
