/** List the named workbooks of a workbook, and the records of one. Pure. */

import { isShelfId, parseShelved, roundOf, shelfKey, titleOf } from '../storage/named-workbook.js';

/**
 * @typedef {object} Named a named workbook as pages show it
 * @property {string} id
 * @property {string} title empty where it cannot be read
 * @property {string} at
 * @property {boolean} archived
 * @property {number | null} round
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
    return [{ id, title: titleOf(record), at, archived, round: roundOf(record) }];
  });
  return named.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
}

/**
 * The rounds of a leader's workbook, the first one first.
 * @param {Map<string, unknown>} records
 * @param {string} workbook
 * @param {string} first what the first round is called
 * @returns {{ id: string, title: string, at: string }[]} the first has an empty id, and no time
 */
export const roundsOf = (records, workbook, first) => [
  { id: '', title: first, at: '' },
  ...shelf(records, workbook).reverse(),
];

/**
 * The round before one: the last that was begun before it.
 * @param {Map<string, unknown>} records
 * @param {string} workbook
 * @param {string} id of a round
 * @param {string} first what the first round is called
 */
export function roundBefore(records, workbook, id, first) {
  const rounds = roundsOf(records, workbook, first);
  const place = rounds.findIndex((round) => round.id === id);
  return place > 0 ? (rounds[place - 1] ?? null) : null;
}

/** The number of the next round. @param {Named[]} named */
export const nextRound = (named) => Math.max(1, ...named.map(({ round }) => round ?? 1)) + 1;
