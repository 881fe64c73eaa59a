/** The figures of a leadership profile in the words of its element: data in, words out. */

import { worded } from '../page/fill-words.js';

/**
 * @typedef {import('./ratings.js').Axis} Axis
 * @typedef {import('../feedback/results.js').Rated} Rated
 *
 * @typedef {object} Figures in the order of the axes
 * @property {(number | null)[]} now
 * @property {(number | null)[]} target
 * @property {Rated[] | null} others what others rate; null where too few have
 */

/**
 * The series of a profile; those of the targets and of others where there are any.
 * @param {DOMStringMap} words
 * @param {Figures} figures
 * @returns {import('../charts/shapes.js').Series[]}
 */
export function seriesOf({ now: rated = '', target: wanted = '', others: seen = '' }, figures) {
  const { now, target, others } = figures;
  /** @type {import('../charts/shapes.js').Series[]} */
  const series = [{ role: 'now', label: rated, values: now }];
  if (target.some((value) => value !== null)) series.push({ role: 'target', label: wanted, values: target });
  if (others) {
    const [values, ranges] = [others.map(({ median }) => median), others.map(({ range }) => range)];
    series.push({ role: 'others', label: seen, values, ranges });
  }
  return series;
}

/** What pictures say. @param {DOMStringMap} words */
export const pictureWords = ({ notRated = '', ends = '' }) => ({ notRated, ends: ends.split('|') });

/**
 * All figures as sentences: what there is to see on the chart.
 * @param {DOMStringMap} words
 * @param {Axis[]} axes
 * @param {Figures} figures
 */
export function described(words, axes, { now, target, others }) {
  const { described: own, describedOthers: beside, notRated = '', noTarget = '' } = words;
  const sentences = axes.map(({ short }, at) => {
    return worded(others ? beside : own, {
      attribute: short,
      now: String(now[at] ?? notRated),
      target: String(target[at] ?? noTarget),
      others: seenByOthers(words, others?.[at]),
    });
  });
  return sentences.join(' ');
}

/**
 * The middle of what others rate, and from the least to the most where more than 3 have rated.
 * @param {DOMStringMap} words
 * @param {Rated} [rated]
 */
export function seenByOthers({ othersRange, othersSame, tooFew = '' }, rated) {
  if (rated?.median == null) return tooFew;
  const median = rated.median.toLocaleString('en-GB');
  if (!rated.range) return median;
  const [from, to] = rated.range;
  const figures = { median, from: String(from), to: String(to) };
  return worded(from === to ? othersSame : othersRange, figures);
}

/**
 * What the difference between a rating and its target is called.
 * @param {DOMStringMap} words
 * @param {number | null} now
 * @param {number | null} target
 * @param {import('./priorities.js').Standing} stands
 */
export function differenceOf(words, now, target, stands) {
  const text = words[`difference${stands.charAt(0).toUpperCase()}${stands.slice(1)}`];
  return worded(text, { count: String(Math.abs(Number(target) - Number(now))) });
}
