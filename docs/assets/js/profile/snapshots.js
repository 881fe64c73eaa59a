/**
 * Leadership profiles that were kept: made once, never changed. Pure: records in, records out.
 */

import { PROFILES, answerKey, isNewer, isObject, parseAnswer } from '../storage/records.js';
import { fitted } from '../page/title.js';
import { readings } from './ratings.js';

/**
 * @typedef {import('./ratings.js').Axis} Axis
 *
 * @typedef {object} KeptRating
 * @property {number | null} now 1 to 5; null where it was not rated
 * @property {number | null} target
 * @property {string} note
 * @property {string} edition the wording that was rated; empty where it was not
 * @property {string} words the question as it was worded then
 *
 * @typedef {Record<string, KeptRating>} Ratings by the attribute's id
 *
 * @typedef {object} Kept
 * @property {1} format
 * @property {string} at ISO time
 * @property {string} title empty where none was given
 * @property {string} note
 * @property {string} [round] the name of the round that it is of, where there was more than one
 * @property {Ratings} ratings
 *
 * @typedef {object} Difference of one attribute
 * @property {Axis} axis
 * @property {number | null} before
 * @property {number | null} after
 * @property {number | null} change null where one of them was not rated
 * @property {{ before: number, after: number } | null} target where both have one and they differ
 * @property {boolean} reworded whether the two rated different wordings of the question
 */

/** @param {unknown} value */
const isRating = (value) =>
  value === null || (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 5);

/** @param {unknown} part */
function isKeptRating(part) {
  if (!isObject(part) || !isRating(part.now) || !isRating(part.target)) return false;
  return [part.note, part.edition, part.words].every((text) => typeof text === 'string');
}

/**
 * The record as a kept profile, or null where it is not one that this build can read.
 * @param {unknown} record
 * @returns {Kept | null}
 */
export function keptProfile(record) {
  if (!isObject(record) || record.format !== 1 || !isObject(record.ratings)) return null;
  if (typeof record.title !== 'string' || typeof record.note !== 'string') return null;
  if (typeof record.at !== 'string' || Number.isNaN(Date.parse(record.at))) return null;
  if (!Object.values(record.ratings).every(isKeptRating)) return null;
  return /** @type {Kept} */ (/** @type {unknown} */ (record));
}

/**
 * The ratings as they stand.
 * @param {Map<string, unknown>} records
 * @param {Axis[]} axes
 * @returns {Ratings}
 */
export function ratingsOf(records, axes) {
  const { now, target, notes } = readings(records, axes);
  return Object.fromEntries(
    axes.map(({ id, rating }, at) => {
      const answer = parseAnswer(records.get(answerKey(rating)), 'rating');
      const { edition, words } = answer?.value ? answer : { edition: '', words: '' };
      return [
        id,
        { now: now[at] ?? null, target: target[at] ?? null, note: notes[at] ?? '', edition, words },
      ];
    }),
  );
}

/** Whether any attribute is rated. @param {Ratings} ratings */
export const isRated = (ratings) => Object.values(ratings).some(({ now }) => now !== null);

/**
 * The record of a profile that is kept now.
 * @param {Ratings} ratings
 * @param {{ at: string, title: string, note: string, round: string }} about
 * @returns {Kept}
 */
export const kept = (ratings, { at, title, note, round }) => ({
  format: 1,
  at,
  title: fitted(title),
  note: note.trim(),
  ...(round ? { round: fitted(round) } : {}),
  ratings,
});

/**
 * The kept profiles, the oldest first, and how many there are besides that this build cannot read.
 * @param {Map<string, unknown>} records
 * @returns {{ profiles: Map<string, Kept>, newer: number, unreadable: number }} the profiles by their keys
 */
export function keptProfiles(records) {
  /** @type {[string, Kept][]} */
  const found = [];
  let [newer, unreadable] = [0, 0];
  for (const [key, record] of records) {
    if (!key.startsWith(PROFILES)) continue;
    const profile = keptProfile(record);
    if (profile) found.push([key, profile]);
    else if (isNewer(record)) newer += 1;
    else unreadable += 1;
  }
  found.sort(([a, first], [b, second]) => Date.parse(first.at) - Date.parse(second.at) || (a < b ? -1 : 1));
  return { profiles: new Map(found), newer, unreadable };
}

/**
 * What moved between two profiles, attribute by attribute.
 * @param {Ratings} earlier
 * @param {Ratings} later
 * @param {Axis[]} axes
 * @returns {Difference[]} in the axes' order
 */
export function difference(earlier, later, axes) {
  return axes.map((axis) => {
    const [a, b] = [ratingOf(earlier, axis.id), ratingOf(later, axis.id)];
    const rated = a.now !== null && b.now !== null;
    const moved = a.target !== null && b.target !== null && a.target !== b.target;
    return {
      axis,
      before: a.now,
      after: b.now,
      change: a.now !== null && b.now !== null ? b.now - a.now : null,
      target: moved ? { before: Number(a.target), after: Number(b.target) } : null,
      reworded: rated && a.edition !== '' && b.edition !== '' && a.edition !== b.edition,
    };
  });
}

const NOTHING = { now: null, target: null, note: '', edition: '', words: '' };

/** The rating of an attribute; nothing where the profile was kept before there was one. @param {Ratings} ratings @param {string} id */
export const ratingOf = (ratings, id) => (Object.hasOwn(ratings, id) ? ratings[id] : null) ?? NOTHING;
