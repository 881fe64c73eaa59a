/**
 * Limit the records in a backup that no page shows: records of kinds that this release does not know, and
 * such as were put aside. A newer release's few are kept for it; a file cannot fill a browser with them. Pure.
 */

import { ASIDE, isUnknown } from '../storage/records.js';
import { isSame } from './json-value.js';

/** The most of them that one browser takes. */
export const MOST = 5000;

/** @param {string} key */
const isUnseen = (key) => key.startsWith(ASIDE) || isUnknown(key);

/**
 * What of a backup can be brought in. Where it would be too many of those, all of them stay in the
 * file, and the rest is taken: answers are never refused for their sake.
 * @param {Map<string, unknown>} current
 * @param {Map<string, unknown>} incoming what `readBackup` gave
 * @returns {{ taken: Map<string, unknown>, left: number }} and how many are left out
 */
export function bounded(current, incoming) {
  /** @param {string} key @param {unknown} record */
  const isNew = (key, record) => isUnseen(key) && !(current.has(key) && isSame(current.get(key), record));
  const brought = [...incoming].filter(([key, record]) => isNew(key, record));
  const here = [...current.keys()].filter(isUnseen).length;
  if (!brought.length || here + brought.length <= MOST) return { taken: incoming, left: 0 };
  const taken = new Map(incoming);
  for (const [key] of brought) taken.delete(key);
  return { taken, left: brought.length };
}
