/** A radar: an axis for each attribute around one middle, as the report draws it. Pure. */

import {
  LETTERS,
  LINES,
  SMALL,
  bar,
  byDepth,
  isUnrated,
  key,
  letters,
  mark,
  polygon,
  polyline,
} from './marks.js';
import { LEADING, MOST, NARROW, labelOf, plotArea, makeLayout } from './radar-layout.js';

/**
 * @typedef {import('../profile/ratings.js').Axis} Axis
 * @typedef {import('./radar-layout.js').Label} Label
 * @typedef {import('./radar-layout.js').Layout} Layout
 * @typedef {import('./shapes.js').Point} Point
 * @typedef {import('./shapes.js').Series} Series
 * @typedef {import('./shapes.js').Shape} Shape
 */

const CLOSE = 15; // rings closer than this are not all numbered
const OUT = 24; // by which a label beneath begins inside its axis, where there is little room

/**
 * @param {Axis[]} axes
 * @param {Series[]} series
 * @param {import('./shapes.js').Options} options
 * @returns {import('./shapes.js').Picture}
 */
export function radar(axes, series, { width, words, key: hasKey = true }) {
  const narrow = width < NARROW;
  const labels = axes.map(({ short }, at) =>
    labelOf(short, isUnrated(series, at) ? words.notRated : '', narrow),
  );
  const around = narrow ? 14 : 18; // between the outermost ring and what is written
  const { radius, middle } = plotArea(labels, width, around);
  const top = around + LEADING * (labels[0]?.lines.length ?? 0) + 4;
  const layout = makeLayout(axes.length, [middle, top + radius], radius, around, narrow);
  const feet = layout.tip.map(([, y], at) => {
    return y + (layout.isBelow(at) ? around + LEADING * (labels[at]?.lines.length ?? 0) : 0);
  });
  const height = Math.max(...feet, 0) + 8;
  const explained = hasKey ? key(series, width, height + 8) : { shapes: [], height: -8 };
  return {
    width,
    height: Math.ceil(height + 8 + explained.height),
    shapes: [
      ...series.flatMap((line) => tints(line, axes, layout)), // beneath all lines, the rings too
      ...grid(axes, layout),
      ...byDepth(series).flatMap((line) => outline(line, axes, layout)),
      ...axes.flatMap((axis, at) => byDepth(series).flatMap((line) => marks(line, axis, at, layout))),
      ...numbers(layout),
      ...labels.flatMap((label, at) => written(label, axes[at]?.id ?? '', at, layout)),
      ...explained.shapes,
    ],
  };
}

/** @param {Axis[]} axes @param {Layout} layout */
function grid(axes, { place, all, centre, tip }) {
  const rings = [1, 2, 3, 4, 5].map((value) => {
    return polygon(
      all.map((at) => place(at, value)),
      { stroke: 'line', thick: value === MOST ? 1.5 : 1 },
    );
  });
  const spokes = axes.map(({ id }, at) => {
    return polyline([centre, tip[at] ?? centre], { stroke: 'attribute', thick: 1.5, attribute: id });
  });
  return [...rings, ...spokes];
}

/**
 * The sides of a series' outline: one between any two neighbours that both have a figure.
 * @param {Series} series
 * @param {Axis[]} axes
 * @param {Layout} layout
 */
function sides({ values }, axes, { place }) {
  const points = axes.map((_, at) => (values[at] == null ? null : place(at, Number(values[at]))));
  return axes.flatMap(({ id }, at) => {
    const after = (at + 1) % axes.length;
    const [from, to] = [points[at], points[after]];
    return from && to && axes.length > 1 ? [{ from, to, first: id, second: axes[after]?.id ?? '' }] : [];
  });
}

/**
 * The attributes' tints beneath the line of now.
 * @param {Series} series
 * @param {Axis[]} axes
 * @param {Layout} layout
 */
function tints(series, axes, layout) {
  if (series.role !== 'now') return [];
  return sides(series, axes, layout).flatMap(({ from, to, first, second }) => {
    /** @type {Point} */
    const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    const halves = [polygon([layout.centre, from, middle], { fill: 'tint', attribute: first })];
    return [...halves, polygon([layout.centre, middle, to], { fill: 'tint', attribute: second })];
  });
}

/**
 * The line around a series, open where an axis has no figure.
 * @param {Series} series
 * @param {Axis[]} axes
 * @param {Layout} layout
 */
function outline(series, axes, layout) {
  const paint = LINES[series.role];
  const all = paint ? sides(series, axes, layout) : [];
  if (!paint || !all.length) return [];
  if (all.length === axes.length)
    return [
      polygon(
        all.map(({ from }) => from),
        paint,
      ),
    ];
  return all.map(({ from, to }) => polyline([from, to], paint));
}

/** @param {Series} series @param {Axis} axis @param {number} at @param {Layout} layout @returns {Shape[]} */
function marks({ role, values, ranges }, { id }, at, { place }) {
  const [value, range] = [values[at] ?? null, ranges?.[at]];
  const across = range ? [bar(place(at, range[0]), place(at, range[1]), id)] : [];
  return value === null ? across : [...across, mark(role, place(at, value), id)];
}

/** What the rings stand for, beside the first axis. @param {Layout} layout */
function numbers({ place }) {
  const apart = place(0, 1)[1] - place(0, 2)[1];
  return (apart < CLOSE ? [1, 3, 5] : [1, 2, 3, 4, 5]).map((value) => {
    const [x, y] = place(0, value);
    const halo = /** @type {const} */ ({ stroke: 'surface', thick: 3 });
    return letters(String(value), [x - 12, y + 5], { size: SMALL, anchor: 'end', fill: 'soft', ...halo });
  });
}

/**
 * The label's lines at the end of their axis, and away from the picture's middle.
 * @param {Label} label
 * @param {string} attribute
 * @param {number} at
 * @param {Layout} layout
 */
function written({ lines, named }, attribute, at, { angle, tip, isBelow, around, narrow }) {
  const [across, down] = [Math.cos(angle(at)), Math.sin(angle(at))];
  const outward = across > 0 ? /** @type {const} */ ('start') : /** @type {const} */ ('end');
  const beside = Math.abs(across) > 0.9;
  const anchor = beside || (narrow && isBelow(at)) ? outward : 'middle';
  const aside = beside ? around - 4 : anchor === 'middle' ? 0 : -OUT;
  const [tipX, tipY] = tip[at] ?? [0, 0];
  const block = (lines.length - 1) * LEADING;
  const start =
    down < -0.9 ? tipY - around - block : isBelow(at) ? tipY + around + LETTERS / 2 : tipY - block / 2 + 5;
  return lines.map((line, row) => {
    const nameStyle = { fill: /** @type {const} */ ('attribute'), attribute, bold: true };
    const look = row < named ? nameStyle : { fill: /** @type {const} */ ('soft'), size: SMALL };
    return letters(line, [tipX + Math.sign(across) * aside, start + row * LEADING], { anchor, ...look });
  });
}
