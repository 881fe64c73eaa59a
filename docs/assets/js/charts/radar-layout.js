/** Where the parts of a radar are: how much room its labels leave, and the places of figures. Pure. */

import { widthOf, wrapped } from './marks.js';

/** @typedef {import('./shapes.js').Point} Point */

export const MOST = 5;
export const LEADING = 17;
export const NARROW = 380; // narrower than this, the labels take less room
const SLIM = 84; // the width of what should not take room from the rings
const LARGEST = 170;

/**
 * @typedef {object} Label
 * @property {string[]} lines
 * @property {number} named how many of them are the axis's name
 *
 * @param {string} name
 * @param {string} unrated what else is said
 * @param {boolean} narrow
 * @returns {Label}
 */
export function labelOf(name, unrated, narrow) {
  const nameLines = wrapped(name, narrow ? SLIM : 150);
  return { lines: [...nameLines, ...(unrated ? wrapped(unrated, SLIM) : [])], named: nameLines.length };
}

/**
 * How large the rings can be, and where their middle is: between the labels at the sides.
 * @param {Label[]} labels
 * @param {number} width
 * @param {number} around
 */
export function plotArea(labels, width, around) {
  /** @param {number} side */
  const widest = (side) => {
    const there = labels.filter((_, at) => Math.cos(angleOf(at, labels.length)) * side > 0.9);
    return Math.max(0, ...there.flatMap(({ lines }) => lines.map((text) => widthOf(text)))) + around;
  };
  const [left, right] = [widest(-1), widest(1)];
  const across = Math.max(80, Math.min(2 * LARGEST, width - left - right));
  return { radius: across / 2 / 0.95, middle: left + (width - left - right) / 2 };
}

/** @param {number} at @param {number} count */
const angleOf = (at, count) => (2 * Math.PI * at) / count - Math.PI / 2;

/**
 * Where things are.
 * @param {number} count of the axes
 * @param {Point} centre
 * @param {number} radius
 * @param {number} around
 * @param {boolean} narrow
 */
export function makeLayout(count, centre, radius, around, narrow) {
  /** @param {number} at */
  const angle = (at) => angleOf(at, count);
  /** @param {number} at @param {number} value @returns {Point} */
  const place = (at, value) => {
    const far = (radius * value) / MOST;
    return [centre[0] + far * Math.cos(angle(at)), centre[1] + far * Math.sin(angle(at))];
  };
  const all = Array.from({ length: count }, (_, at) => at);
  /** @param {number} at */
  const isBelow = (at) => Math.sin(angle(at)) > 0.3;
  return { centre, angle, place, all, tip: all.map((at) => place(at, MOST)), isBelow, around, narrow };
}

/** @typedef {ReturnType<typeof makeLayout>} Layout */
