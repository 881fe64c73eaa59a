/** Each attribute over time, in a small picture of its own. Loaded where there are three profiles. */

import { ratingOf } from './snapshots.js';
import { timeline } from '../charts/timeline.js';
import { day } from '../page/notices.js';
import { draw } from '../charts/draw-in-page.js';
import { fill, worded } from '../page/fill-words.js';

/**
 * @typedef {object} Profile
 * @property {string} at ISO time
 * @property {boolean} now whether it is the profile as it stands
 * @property {import('./snapshots.js').Ratings} ratings
 */

/** The least room that a picture needs, and the most. */
const NARROWEST = 160;
const WIDEST = 400;

/**
 * @param {HTMLElement} part
 * @param {Profile[]} profiles the earliest first
 */
export function showTimeline(part, profiles) {
  const [first, last] = [profiles[0], profiles.at(-1)];
  if (!first || !last) return;
  fill(part, { first: day(first.at), last: day(last.at) });
  for (const multiple of part.querySelectorAll('[data-multiple]')) {
    if (multiple instanceof HTMLElement) show(multiple, profiles, part.dataset.notRated ?? '');
  }
}

/**
 * @param {HTMLElement} multiple
 * @param {Profile[]} profiles
 * @param {string} notRated
 */
function show(multiple, profiles, notRated) {
  const id = multiple.dataset.multiple ?? '';
  const moments = profiles.map(({ at, now, ratings }) => ({
    at,
    now,
    time: Date.parse(at),
    value: ratingOf(ratings, id).now,
  }));
  const rated = moments.flatMap(({ value }) => (value === null ? [] : [value]));
  const place = multiple.querySelector('[data-fill="trend"]');
  if (place instanceof HTMLElement) {
    const fills = { before: String(rated[0]), after: String(rated.at(-1)) };
    fill(multiple, { trend: worded(place.dataset[trendOf(rated)], fills) });
  }
  const svg = multiple.querySelector('svg.picture');
  const desc = svg?.querySelector('desc');
  if (!(svg instanceof SVGSVGElement) || !desc) return;
  const point = desc.getAttribute('data-point') ?? '';
  desc.textContent = moments
    .map(({ at, value }) => worded(point, { day: day(at), value: String(value ?? notRated) }))
    .join('; ');
  const width = Math.min(Math.max(multiple.clientWidth, NARROWEST), WIDEST);
  draw(svg, timeline(moments, { width, attribute: id }));
}

/** Which of the page's words say it. @param {number[]} rated */
function trendOf(rated) {
  if (rated.length < 2) return rated.length ? 'one' : 'unrated';
  return rated[0] === rated.at(-1) ? 'level' : 'moved';
}
