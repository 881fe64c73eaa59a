/** One attribute over time, as a small picture: a line with a mark for each profile. Pure. */

import { SMALL, letters, mark, polyline } from './marks.js';

/**
 * @typedef {import('./shapes.js').Point} Point
 * @typedef {import('./shapes.js').Shape} Shape
 *
 * @typedef {object} Moment
 * @property {number} time in milliseconds
 * @property {number | null} value 1 to 5; null where it was not rated
 * @property {boolean} now whether it is the profile as it stands
 */

const STEP = 18;
const TOP = 12;
const LEFT = 26;
const RIGHT = 12;

/**
 * @param {Moment[]} moments the earliest first
 * @param {{ width: number, attribute: string }} options the picture's width, and the attribute whose colour it has
 * @returns {import('./shapes.js').Picture}
 */
export function timeline(moments, { width, attribute }) {
  const places = across(moments, width);
  /** @param {number} value */
  const up = (value) => TOP + (5 - value) * STEP;
  /** @type {Shape[]} */
  const scale = [1, 2, 3, 4, 5].flatMap((value) => [
    polyline(
      [
        [LEFT - 8, up(value)],
        [width, up(value)],
      ],
      { stroke: 'line', thick: 1 },
    ),
    ...(value % 2
      ? [letters(String(value), [LEFT - 14, up(value) + 5], { size: SMALL, anchor: 'end', fill: 'soft' })]
      : []),
  ]);
  const points = moments.map(({ value }, at) =>
    value === null ? null : /** @type {Point} */ ([places[at] ?? LEFT, up(value)]),
  );
  const lines = points.flatMap((to, at) => {
    const from = points[at - 1];
    return from && to ? [polyline([from, to], { stroke: 'attribute', thick: 2.5, attribute })] : [];
  });
  const marks = points.flatMap((at, nth) =>
    at ? [moments[nth]?.now ? mark('now', at, attribute) : small(at, attribute)] : [],
  );
  return { width, height: 2 * TOP + 4 * STEP, shapes: [...scale, ...lines, ...marks] };
}

/**
 * Where each stands: as far apart as they are in time; evenly where all are of one moment.
 * @param {Moment[]} moments
 * @param {number} width
 */
function across(moments, width) {
  const first = moments[0]?.time ?? 0;
  const span = (moments.at(-1)?.time ?? 0) - first;
  const plotWidth = width - LEFT - RIGHT;
  return moments.map(({ time }, at) => {
    const share = span > 0 ? (time - first) / span : at / Math.max(moments.length - 1, 1);
    return LEFT + plotWidth * share;
  });
}

/** A profile that was kept. @param {Point} at @param {string} attribute @returns {Shape} */
const small = (at, attribute) => ({
  kind: 'circle',
  at,
  r: 4.5,
  fill: 'surface',
  stroke: 'attribute',
  thick: 2.25,
  attribute,
});
