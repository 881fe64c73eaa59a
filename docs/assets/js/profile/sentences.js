/** The figures of a leadership profile in the words of its element: data in, words out. */

import { worded } from '../page/fill-words.js';

/**
 * @typedef {import('./ratings.js').Axis} Axis
 * @typedef {Pick<import('./ratings.js').Readings, 'now' | 'target'>} Figures
 */

/**
 * The series of a profile; that of the targets where there is one.
 * @param {DOMStringMap} words
 * @param {Figures} figures
 * @returns {import('../charts/shapes.js').Series[]}
 */
export function seriesOf({ now: rated = '', target: wanted = '' }, { now, target }) {
  /** @type {import('../charts/shapes.js').Series[]} */
  const series = [{ role: 'now', label: rated, values: now }];
  if (target.every((value) => value === null)) return series;
  return [...series, { role: 'target', label: wanted, values: target }];
}

/** What pictures say. @param {DOMStringMap} words */
export const pictureWords = ({ notRated = '', ends = '' }) => ({ notRated, ends: ends.split('|') });

/**
 * All figures as sentences: what there is to see on the pictures.
 * @param {DOMStringMap} words
 * @param {Axis[]} axes
 * @param {Figures} figures
 */
export function described({ described: text, notRated = '', noTarget = '' }, axes, { now, target }) {
  const sentences = axes.map(({ short }, at) => {
    return worded(text, {
      attribute: short,
      now: String(now[at] ?? notRated),
      target: String(target[at] ?? noTarget),
    });
  });
  return sentences.join(' ');
}

/**
 * The sentence or the difference for a rating and its target.
 * @param {DOMStringMap} words
 * @param {'sentence' | 'difference'} what
 * @param {number | null} now
 * @param {number | null} target
 * @param {import('./priorities.js').Standing} stands
 */
export function said(words, what, now, target, stands) {
  const text = words[`${what}${stands.charAt(0).toUpperCase()}${stands.slice(1)}`];
  const count = Math.abs(Number(target) - Number(now));
  return worded(text, { now: String(now), target: String(target), count: String(count) });
}
