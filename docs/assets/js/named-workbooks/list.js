/** List the named workbooks of a workbook, and the records of one. Pure. */

import { isShelfId, parseShelved, shelfKey, titleOf } from '../storage/named-workbook.js';

/**
 * @typedef {object} Named a named workbook as pages show it
 * @property {string} id
 * @property {string} title empty where it cannot be read
 * @property {string} at
 * @property {boolean} archived
 */

/** Whether a record's key is of the named workbook `id`. @param {string} key @param {string} id */
export const isOf = (key, id) => key.split('/').some((part) => part === id || part.endsWith(`.${id}`));

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
