/** Read a leadership profile's ratings from the stored records. Pure. */

import { answerKey, parseAnswer } from '../storage/records.js';

/**
 * @typedef {object} Axis an attribute and what is asked about it; profile/axes.js reads them from the page
 * @property {string} id the attribute's
 * @property {string} title
 * @property {string} short
 * @property {string} rating the rating question's id
 * @property {string} target its companion's
 * @property {string} note its companion's
 * @property {string} edition the rating question's present wording
 *
 * @typedef {object} Readings in the order of the axes
 * @property {(number | null)[]} now
 * @property {(number | null)[]} target
 * @property {string[]} notes empty where there is none
 */

/** @param {Map<string, unknown>} records @param {string} id */
function number(records, id) {
  const value = parseAnswer(records.get(answerKey(id)), 'rating')?.value;
  return value ? Number(value) : null;
}

/**
 * What is rated, wanted and noted.
 * @param {Map<string, unknown>} records all that are kept
 * @param {Axis[]} axes
 * @returns {Readings}
 */
export const readings = (records, axes) => ({
  now: axes.map(({ rating }) => number(records, rating)),
  target: axes.map(({ target }) => number(records, target)),
  notes: axes.map(({ note }) => parseAnswer(records.get(answerKey(note)), 'text')?.value ?? ''),
});
