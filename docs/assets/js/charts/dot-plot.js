/** A dot plot: a row for each attribute on one scale from 1 to 5. Easier to read than a radar. Pure. */

import { SMALL, bar, byDepth, isUnrated, key, letters, mark, polyline, widthOf, wrapped } from './marks.js';

/**
 * @typedef {import('../profile/ratings.js').Axis} Axis
 * @typedef {import('./shapes.js').Point} Point
 * @typedef {import('./shapes.js').Series} Series
 * @typedef {import('./shapes.js').Shape} Shape
 */

const EDGE = 16;
const LEADING = 17;
const LANE = 30;
const PAD = 12;
const HEAD = 28;
const COLUMN = 122; // of labels, where they stand beside the scale
const ALONE = 420; // narrower than this, they stand above it

/**
 * @param {Axis[]} axes
 * @param {Series[]} series
 * @param {import('./shapes.js').Options} options
 * @returns {import('./shapes.js').Picture}
 */
export function dotPlot(axes, series, { width, words, key: hasKey = true }) {
  const above = width < ALONE;
  const [left, right] = [above ? EDGE : COLUMN + EDGE, width - EDGE];
  /** @param {number} value */
  const across = (value) => left + ((value - 1) / 4) * (right - left);
  const lanes = lanesOf(series);
  let y = HEAD + (words.ends ? LEADING : 0);
  const rows = axes.flatMap((axis, at) => {
    const lines = labelOf(axis, isUnrated(series, at) ? words.notRated : '', above);
    const height = Math.max(lanes.length * LANE, above ? 0 : lines.length * LEADING) + PAD;
    const top = y + (above ? LEADING + PAD / 2 : 0);
    const first = above ? y + LEADING + 3 : top + (height - (lines.length - 1) * LEADING) / 2 + 5;
    y = top + height;
    const names = lines.map((line, row) => {
      return { ...line, at: /** @type {Point} */ ([line.at[0], first + (above ? 0 : row * LEADING)]) };
    });
    const middle = top + height / 2 - ((lanes.length - 1) * LANE) / 2;
    const marks = lanes.flatMap((lane, row) => drawn(lane, axis, at, middle + LANE * row, across));
    return [...names, ...marks, rule(y, width)];
  });
  const explained = hasKey ? key(series, width, y + 12) : { shapes: [], height: -4 };
  return {
    width,
    height: Math.ceil(y + 16 + explained.height),
    shapes: [...scale(across, y, words.ends), ...rows, ...explained.shapes],
  };
}

/** Now and target share a lane, every other series has one of its own. @param {Series[]} series */
function lanesOf(series) {
  const shared = series.filter(({ role }) => role === 'now' || role === 'target');
  const others = series.filter((line) => !shared.includes(line)).map((line) => [line]);
  return [...(shared.length ? [byDepth(shared)] : []), ...others];
}

/**
 * The label's lines; above the scale, what else is said stands at the end of the name's line.
 * @param {Axis} axis
 * @param {string} unrated
 * @param {boolean} above
 */
function labelOf({ id, short }, unrated, above) {
  const name = above ? [short] : wrapped(short, COLUMN);
  const nameLines = name.map((text) =>
    letters(text, [2, 0], { fill: 'attribute', attribute: id, bold: true }),
  );
  const said = unrated
    ? [letters(unrated, [above ? 12 + widthOf(short) : 2, 0], { fill: 'soft', size: SMALL })]
    : [];
  return [...nameLines, ...said];
}

/** @param {number} y @param {number} width */
const rule = (y, width) =>
  polyline(
    [
      [0, y],
      [width, y],
    ],
    { stroke: 'line', thick: 1 },
  );

/**
 * @param {(value: number) => number} across
 * @param {number} foot
 * @param {string[]} [ends]
 */
function scale(across, foot, ends) {
  const top = HEAD + (ends ? LEADING : 0);
  const meanings = (ends ?? []).map((text, at) => {
    const look = /** @type {const} */ ({ size: SMALL, fill: 'soft' });
    if (at === 0) return letters(text, [across(1) - EDGE + 2, 13], look);
    return letters(text, [across(5) + EDGE - 2, 13], { ...look, anchor: 'end' });
  });
  const lines = [1, 2, 3, 4, 5].flatMap((value) => [
    polyline(
      [
        [across(value), top],
        [across(value), foot],
      ],
      { stroke: 'line', thick: 1 },
    ),
    letters(String(value), [across(value), top - 8], { size: SMALL, anchor: 'middle', fill: 'soft' }),
  ]);
  return [...meanings, ...lines];
}

/**
 * The marks of one lane.
 * @param {Series[]} lane
 * @param {Axis} axis
 * @param {number} at
 * @param {number} y
 * @param {(value: number) => number} across
 * @returns {Shape[]}
 */
function drawn(lane, { id }, at, y, across) {
  const values = lane.flatMap(({ values: all }) => (all[at] == null ? [] : [across(Number(all[at]))]));
  const [from, to] = [Math.min(...values), Math.max(...values)];
  /** @type {import('./shapes.js').Paint} */
  const dashed = { stroke: 'attribute', thick: 2, dash: '7 5', attribute: id };
  const joined =
    values.length > 1 && from < to
      ? [
          polyline(
            [
              [from, y],
              [to, y],
            ],
            dashed,
          ),
        ]
      : [];
  const marks = lane.flatMap(({ role, values: all, ranges }) => {
    const [value, range] = [all[at], ranges?.[at]];
    const along = range ? [bar([across(range[0]), y], [across(range[1]), y], id)] : [];
    return value == null ? along : [...along, mark(role, [across(value), y], id)];
  });
  return [...joined, ...marks];
}
