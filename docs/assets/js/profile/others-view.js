/** Says in the leadership profile what others see: how many have replied, and where they differ. */

import { nameAttributes } from './attribute-links.js';
import { day } from '../page/notices.js';
import { counted, showOnly, worded } from '../page/fill-words.js';

/**
 * @typedef {import('../feedback/latest-results.js').LatestResults} LatestResults
 */

/**
 * @param {import('./ratings.js').Axis[]} axes
 * @param {(number | null)[]} now one's own ratings
 * @param {LatestResults | null} latest null where nobody was asked
 */
export function tellOthers(axes, now, latest) {
  const part = document.querySelector('[data-others-view]');
  if (!part) return;
  const shown = showOnly(part, 'data-others-case', !latest ? 'none' : latest.rated ? 'enough' : 'few');
  const count = shown?.querySelector('[data-count]');
  if (!latest || !(count instanceof HTMLElement)) return;
  const { none = '', untitled } = count.dataset;
  const title = latest.title || worded(untitled, { day: day(latest.at) });
  count.textContent = latest.count ? worded(counted(count, latest.count), { title }) : none;
  for (const line of shown?.querySelectorAll('[data-others-are]') ?? []) {
    const places = [...axes.keys()].filter(
      (at) => comparison(now[at], latest.rated?.[at]?.median) === line.getAttribute('data-others-are'),
    );
    line.toggleAttribute('hidden', places.length === 0);
    nameAttributes(line, axes, places);
  }
}

/** @param {number | null} [own] @param {number | null} [median] */
function comparison(own, median) {
  if (own == null || median == null) return '';
  return median > own ? 'higher' : median < own ? 'lower' : 'same';
}
