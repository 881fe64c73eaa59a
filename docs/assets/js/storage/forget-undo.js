/** Remove records that are deleted for good from the undo record of the last restore. Pure. */

import { UNDO } from './records.js';

/**
 * The record of the last restore without what goes, to be written with the deletion.
 * @param {Map<string, unknown>} found has the record, where there is one
 * @param {(key: string) => boolean} goes
 * @returns {Map<string, unknown>} empty where there is none
 */
export function forgotten(found, goes) {
  const undo = /** @type {Record<string, unknown> | undefined} */ (found.get(UNDO));
  if (!undo) return new Map();
  /** @param {unknown} list */
  const others = (list) => (Array.isArray(list) ? list.filter((entry) => !goes(String(entry?.key))) : list);
  return new Map([[UNDO, { ...undo, before: others(undo.before), after: others(undo.after) }]]);
}
