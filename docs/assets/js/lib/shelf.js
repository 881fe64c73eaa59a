/**
 * Named workbooks: the questions of one workbook answered several times over, for several
 * posts. Pure. A record under `shelf/WORKBOOK/ID` names each; its answers stand under the
 * question's id and its own, as `QUESTION.ID`, and are answers like all others.
 */

import { SHELF } from './records.js';

/**
 * @typedef {object} Shelved
 * @property {1} format
 * @property {string} title
 * @property {string} at ISO time when it was begun
 * @property {string} edited ISO time when this record was last changed
 * @property {boolean} archived
 *
 * @typedef {object} Named a named workbook as pages show it
 * @property {string} id
 * @property {string} title empty where it cannot be read
 * @property {string} at
 * @property {boolean} archived
 */

/** The most characters of a title. */
export const LONGEST = 80;

/** @param {string} workbook @param {string} id */
export const shelfKey = (workbook, id) => `${SHELF}${workbook}/${id}`;

/** @param {string} id */
export const isShelfId = (id) => /^[a-z0-9]{16}$/.test(id);

/** Whether a record's key is of the named workbook `id`. @param {string} key @param {string} id */
export const isOf = (key, id) => key.split('/').some((part) => part === id || part.endsWith(`.${id}`));

/**
 * @param {unknown} record
 * @returns {Shelved | null} null where it is not one that this build can read
 */
export function parseShelved(record) {
  const { format, title, at, edited, archived } = /** @type {Record<string, unknown>} */ (Object(record));
  const texts = [title, at, edited].every((part) => typeof part === 'string');
  return format === 1 && texts && typeof archived === 'boolean' ? /** @type {Shelved} */ (record) : null;
}

/** The title, on one line and no longer than one may be. @param {unknown} record */
export const titleOf = (record) => [...trimmed(parseShelved(record)?.title ?? '')].slice(0, LONGEST).join('');

/** @param {string} title */
export const trimmed = (title) => title.replace(/\s+/g, ' ').trim();

/**
 * The named workbooks of one workbook, the newest first.
 * @param {Map<string, unknown>} records
 * @param {string} workbook
 * @returns {Named[]}
 */
export function shelf(records, workbook) {
  const prefix = shelfKey(workbook, '');
  const named = [...records].flatMap(([key, record]) => {
    const id = key.slice(prefix.length);
    if (!key.startsWith(prefix) || !isShelfId(id)) return [];
    const { at = '', archived = false } = parseShelved(record) ?? {};
    return [{ id, title: titleOf(record), at, archived }];
  });
  return named.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
}
