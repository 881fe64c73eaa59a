/** The ratings of two rounds in one picture, a table and words, as two snapshots of the profile are compared. */

import { answerId } from '../storage/records.js';
import { axesOf } from '../profile/axes.js';
import { compareTwo } from '../profile/comparison-view.js';
import { isRated, ratingsOf } from '../profile/snapshots.js';

/**
 * @param {HTMLElement} part that has `<section data-compare>`; nothing where it has none
 * @param {Map<string, unknown>} records
 * @param {string} left the id of a round, empty for the first
 * @param {string} right
 */
export async function compareRatings(part, records, left, right) {
  const place = part.querySelector('[data-compare]');
  if (!(place instanceof HTMLElement)) return;
  const axes = axesOf(part);
  const [first, second] = [...part.querySelectorAll('select')].map((field) => ({
    name: field.selectedOptions[0]?.textContent ?? '',
    ratings: ratingsOf(records, of(axes, field.value)),
  }));
  const some = Boolean(
    first && second && left !== right && [first, second].some(({ ratings }) => isRated(ratings)),
  );
  place.hidden = !some;
  if (some && first && second) compareTwo(place, first, second, axes);
}

/** The axes as they are asked about in a round. @param {import('../profile/ratings.js').Axis[]} axes @param {string} round */
const of = (axes, round) =>
  axes.map((axis) => ({
    ...axis,
    rating: answerId(axis.rating, round),
    target: answerId(axis.target, round),
    note: answerId(axis.note, round),
  }));
