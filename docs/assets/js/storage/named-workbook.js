/**
 * Named workbooks: the questions of one workbook answered several times over, for several
 * posts. Pure. A record under `shelf/WORKBOOK/ID` names each; its answers stand under the
 * question's id and its own, as `QUESTION.ID`, and are answers like all others. named-workbooks/list.js has what lists need.
 */

import { SHELF } from './records.js';
import { fitted } from '../page/title.js';

/**
 * @typedef {object} Shelved
 * @property {1} format
 * @property {string} title
 * @property {string} at ISO time when it was begun
 * @property {string} edited ISO time when this record was last changed
 * @property {boolean} archived
 * @property {number} [round] 2 for the second time that a leader's workbook is worked through, and so on; the first time
 *   has no record, as its answers are those without a name
 */

/** @param {string} workbook @param {string} id */
export const shelfKey = (workbook, id) => `${SHELF}${workbook}/${id}`;

/** @param {string} id */
export const isShelfId = (id) => /^[a-z0-9]{16}$/.test(id);

/**
 * @param {unknown} record
 * @returns {Shelved | null} null where it is not one that this build can read
 */
export function parseShelved(record) {
  const { format, title, at, edited, archived } = /** @type {Record<string, unknown>} */ (Object(record));
  const texts = [title, at, edited].every((part) => typeof part === 'string');
  return format === 1 && texts && typeof archived === 'boolean' ? /** @type {Shelved} */ (record) : null;
}

/** The number of a round; null for a named workbook that is none. @param {unknown} record */
export function roundOf(record) {
  const round = parseShelved(record)?.round;
  return Number.isSafeInteger(round) && Number(round) > 1 ? Number(round) : null;
}

/** The title, on one line and no longer than one may be. @param {unknown} record */
export const titleOf = (record) => fitted(parseShelved(record)?.title ?? '');
