/** Two profiles beside each other: in one picture, in a table and in words. Loaded where there are two. */

import { difference, ratingOf } from './snapshots.js';
import { dotPlot } from '../charts/dot-plot.js';
import { draw } from '../charts/draw-in-page.js';
import { fill, worded } from '../page/fill-words.js';

/**
 * @typedef {import('./ratings.js').Axis} Axis
 * @typedef {import('./snapshots.js').Difference} Difference
 * @typedef {import('./snapshots.js').Ratings} Ratings
 *
 * @typedef {object} Profile
 * @property {string} name
 * @property {Ratings} ratings
 */

/** The least room that a picture needs. */
const NARROWEST = 260;
const WIDEST = 520;

/**
 * Shows the two that are chosen, the earlier first.
 * @param {HTMLElement} part
 * @param {Map<string, Profile>} profiles by their keys, the earliest first
 * @param {Axis[]} axes
 */
export function compare(part, profiles, axes) {
  const [first, second] = part.querySelectorAll('select');
  if (!first || !second) return;
  const [usual, last] = usually(profiles, axes);
  offer(first, profiles, usual);
  offer(second, profiles, last);
  const chosen = [...profiles]
    .filter(([key]) => key === first.value || key === second.value)
    .map(([, profile]) => profile);
  const [earlier, later] = chosen;
  part.querySelector('[data-same]')?.toggleAttribute('hidden', chosen.length === 2);
  part.querySelector('[data-different]')?.toggleAttribute('hidden', chosen.length !== 2);
  if (earlier && later) show(part, earlier, later, axes);
}

/**
 * The keys of the two that are shown before anybody chooses: the last, and the last before it that differs.
 * @param {Map<string, Profile>} profiles
 * @param {Axis[]} axes
 */
function usually(profiles, axes) {
  const keys = [...profiles.keys()];
  const last = keys.pop() ?? '';
  const moved = keys.findLast((key) => {
    const [earlier, later] = [profiles.get(key)?.ratings, profiles.get(last)?.ratings];
    return earlier && later && difference(earlier, later, axes).some(({ before, after }) => before !== after);
  });
  return [moved ?? keys.at(-1) ?? '', last];
}

/**
 * Fills a field with the profiles, the latest first; what a person chose stays chosen while it is there.
 * @param {HTMLSelectElement} field
 * @param {Map<string, Profile>} profiles
 * @param {string} usual
 */
function offer(field, profiles, usual) {
  const wanted = 'chosen' in field.dataset && profiles.has(field.value) ? field.value : usual;
  const names = [...profiles].map(([key, { name }]) => `${key} ${name}`).join('\n');
  if (field.dataset.offered !== names) {
    field.dataset.offered = names;
    field.replaceChildren(...[...profiles].reverse().map(([key, { name }]) => new Option(name, key)));
  }
  field.value = wanted;
}

/**
 * Shows two profiles, as `compare` does those that are chosen.
 * @param {HTMLElement} part
 * @param {Profile} earlier
 * @param {Profile} later
 * @param {Axis[]} axes
 */
export function compareTwo(part, earlier, later, axes) {
  part.querySelector('[data-different]')?.toggleAttribute('hidden', false);
  show(part, earlier, later, axes);
}

/**
 * @param {HTMLElement} part
 * @param {Profile} earlier
 * @param {Profile} later
 * @param {Axis[]} axes
 */
function show(part, earlier, later, axes) {
  const differences = difference(earlier.ratings, later.ratings, axes);
  fill(part, { earlier: earlier.name, later: later.name });
  for (const figures of differences) {
    const row = part.querySelector(`[data-row="${figures.axis.id}"]`);
    if (row) fill(row, cells(figures, row, part.dataset.notRated ?? ''));
  }
  tell(part, differences, earlier.ratings, later.ratings);
  picture(part, earlier, later, axes);
}

/** @param {Difference} difference @param {Element} row @param {string} notRated */
function cells({ before, after, change }, row, notRated) {
  const place = row.querySelector('[data-fill="difference"]');
  const { up, down, level, unknown = '' } = place instanceof HTMLElement ? place.dataset : {};
  const words =
    change === null
      ? unknown
      : worded(change > 0 ? up : change < 0 ? down : level, { by: String(Math.abs(change)) });
  return { before: String(before ?? notRated), after: String(after ?? notRated), difference: words };
}

/**
 * The same in words: what moved most first, then what else there is to know.
 * @param {HTMLElement} part
 * @param {Difference[]} differences
 * @param {Ratings} earlier
 * @param {Ratings} later
 */
function tell(part, differences, earlier, later) {
  const list = part.querySelector('[data-words]');
  if (!(list instanceof HTMLElement)) return;
  const words = list.dataset;
  const moved = [...differences].sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
  const lines = [
    ...moved.map((figures) => worded(words[nameOf(figures)], said(figures))),
    ...moved.flatMap(({ axis, target }) => {
      return target
        ? [
            worded(words.target, {
              name: axis.short,
              before: String(target.before),
              after: String(target.after),
            }),
          ]
        : [];
    }),
    ...differences
      .filter(({ reworded }) => reworded)
      .map(({ axis }) => {
        return worded(words.reworded, {
          name: axis.short,
          was: ratingOf(earlier, axis.id).words,
          is: ratingOf(later, axis.id).words,
        });
      }),
  ];
  const items = lines.map((line) => Object.assign(document.createElement('li'), { textContent: line }));
  if (list.textContent !== lines.join('')) list.replaceChildren(...items);
}

/** Which of the page's words say it. @param {Difference} difference */
function nameOf({ before, after, change }) {
  if (change !== null) return change > 0 ? 'up' : change < 0 ? 'down' : 'level';
  if (before === null && after === null) return 'unrated';
  return before === null ? 'began' : 'ended';
}

/** @param {Difference} difference */
const said = ({ axis, before, after, change }) => ({
  name: axis.short,
  before: String(before),
  after: String(after),
  by: String(Math.abs(change ?? 0)),
});

/**
 * @param {HTMLElement} part
 * @param {Profile} earlier
 * @param {Profile} later
 * @param {Axis[]} axes
 */
function picture(part, earlier, later, axes) {
  const svg = part.querySelector('svg');
  if (!svg) return;
  const width = Math.min(Math.max(svg.parentElement?.clientWidth ?? 0, NARROWEST), WIDEST);
  /** @param {Profile} profile */
  const values = ({ ratings }) => axes.map(({ id }) => ratingOf(ratings, id).now);
  const target = axes.map(({ id }) => ratingOf(later.ratings, id).target);
  const series = [
    { role: /** @type {const} */ ('earlier'), label: earlier.name, values: values(earlier) },
    { role: /** @type {const} */ ('now'), label: later.name, values: values(later) },
    ...(target.some((value) => value !== null)
      ? [{ role: /** @type {const} */ ('target'), label: '', values: target }]
      : []),
  ];
  draw(svg, dotPlot(axes, series, { width, words: { notRated: part.dataset.notRated ?? '' }, key: false }));
  const wanted = part.querySelector('[data-wanted]');
  if (!(wanted instanceof HTMLElement)) return;
  const figures = axes.flatMap(({ short }, at) => (target[at] ? [`${short} ${target[at]}`] : []));
  wanted.hidden = figures.length === 0;
  wanted.textContent = worded(wanted.dataset.wanted, { figures: figures.join(', ') });
}
