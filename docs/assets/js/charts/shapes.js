/**
 * Charts as shapes in plain data, which `charts/draw-in-page.js` draws in the page and
 * `svg.js` writes as a file. Pure.
 *
 * A shape says where it is, and with which ink; colours are the page's or the file's.
 * Roles differ in line and mark, so that they stay apart without any colour.
 */

/**
 * @typedef {import('../profile/ratings.js').Axis} Axis
 *
 * @typedef {'now' | 'target' | 'earlier' | 'others'} Role
 *
 * @typedef {object} Series a figure for each axis, in the axes' order; null where there is none
 * @property {Role} role
 * @property {string} label what the key calls it
 * @property {(number | null)[]} values 1 to 5, halves too
 * @property {([number, number] | null)[]} [ranges] from the least to the most, for `others`
 *
 * @typedef {[x: number, y: number]} Point
 *
 * @typedef {'text' | 'soft' | 'line' | 'surface' | 'attribute' | 'tint'} Ink the last two are colours of `attribute`
 *
 * @typedef {object} Paint
 * @property {Ink} [fill]
 * @property {Ink} [stroke]
 * @property {number} [thick] the stroke's
 * @property {string} [dash] as SVG has it
 * @property {string} [attribute] its id
 *
 * @typedef {{ kind: 'polygon' | 'polyline', points: Point[] }} Lines
 * @typedef {{ kind: 'circle', at: Point, r: number }} Circle
 * @typedef {{ kind: 'text', at: Point, text: string, size: number, anchor: Anchor, bold?: boolean }} Letters
 * @typedef {'start' | 'middle' | 'end'} Anchor
 * @typedef {Paint & (Lines | Circle | Letters)} Shape
 *
 * @typedef {object} Picture
 * @property {number} width
 * @property {number} height
 * @property {Shape[]} shapes the hindmost first
 *
 * @typedef {object} Options
 * @property {number} width of the picture, from 260; its letters are 13 or 14 high
 * @property {{ notRated: string, ends?: string[] }} words what is said of an axis without a figure; what 1 and 5 mean
 * @property {boolean} [key] whether the roles are explained beneath: they are unless this is false
 */

export { dotPlot } from './dot-plot.js';
export { radar } from './radar.js';

/**
 * The picture with room around it.
 * @param {Picture} picture
 * @param {number} margin
 * @returns {Picture}
 */
export function padded({ width, height, shapes }, margin) {
  return {
    width: width + 2 * margin,
    height: height + 2 * margin,
    shapes: shapes.map((shape) => moved(shape, margin)),
  };
}

/** @param {Shape} shape @param {number} by @returns {Shape} */
function moved(shape, by) {
  /** @param {Point} point @returns {Point} */
  const move = ([x, y]) => [x + by, y + by];
  return 'points' in shape ? { ...shape, points: shape.points.map(move) } : { ...shape, at: move(shape.at) };
}
