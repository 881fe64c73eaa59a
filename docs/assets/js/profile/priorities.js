/** Compare ratings with targets, and choose the priorities of a leadership profile. Pure. */

/**
 * @typedef {'up' | 'there' | 'above' | 'untargeted' | 'unrated' | 'wanted'} Standing
 *   below the target, at it, above it; rated without a target; neither; only a target
 *
 * @typedef {object} Start
 * @property {'none' | 'single' | 'gap' | 'lowest' | 'level'} kind nothing is rated; one attribute is; the target is
 *   furthest away there; the rating is lowest there; all that are rated stand alike
 * @property {number[]} axes where to start, by their place among the axes
 */

/** @param {number | null} now @param {number | null} target @returns {Standing} */
export function standing(now, target) {
  if (now === null) return target === null ? 'unrated' : 'wanted';
  if (target === null) return 'untargeted';
  if (now < target) return 'up';
  return now === target ? 'there' : 'above';
}

/**
 * Of the places, those for which `figure` is least.
 * @param {number[]} places
 * @param {(place: number) => number} figure
 */
function least(places, figure) {
  const lowest = Math.min(...places.map(figure));
  return places.filter((place) => figure(place) === lowest);
}

/**
 * The biggest gap comes first and, of equal gaps, the lowest rating; without a gap, the lowest rating.
 * @param {Pick<import('./ratings.js').Readings, 'now' | 'target'>} readings
 * @returns {Start}
 */
export function startWith({ now, target }) {
  const rated = [...now.keys()].filter((place) => now[place] !== null);
  if (rated.length < 2) return { kind: rated.length ? 'single' : 'none', axes: rated };
  /** @param {number} place */
  const rating = (place) => Number(now[place]);
  /** @param {number} place */
  const missing = (place) => rating(place) - Number(target[place]);
  const below = rated.filter((place) => target[place] != null && missing(place) < 0);
  const axes = least(below.length ? least(below, missing) : rated, rating);
  if (axes.length === rated.length) return { kind: 'level', axes: [] };
  return { kind: below.length ? 'gap' : 'lowest', axes };
}
