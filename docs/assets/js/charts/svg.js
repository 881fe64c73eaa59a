/** A picture as SVG: the attributes that each shape has, and a file that stands alone. Pure. */

import { clean, escaped } from '../page/clean-text.js';

/**
 * @typedef {import('./shapes.js').Picture} Picture
 * @typedef {import('./shapes.js').Shape} Shape
 * @typedef {import('./shapes.js').Ink} Ink
 *
 * @typedef {object} Colours as SVG has them
 * @property {string} text
 * @property {string} soft
 * @property {string} line
 * @property {string} surface
 * @property {Record<string, { attribute: string, tint: string }>} attributes by the attribute's id
 */

/**
 * The attributes of the shape's element, but for its colours.
 * @param {Shape} shape
 * @returns {Record<string, string | number>}
 */
export function attributesOf(shape) {
  const { thick, dash } = shape;
  const pen = {
    ...(thick && { 'stroke-width': thick, 'stroke-linejoin': 'round' }),
    ...(dash && { 'stroke-dasharray': dash, 'stroke-linecap': 'round' }),
  };
  if (shape.kind === 'circle') return { cx: shape.at[0], cy: shape.at[1], r: shape.r, ...pen };
  if (shape.kind !== 'text')
    return { points: shape.points.map((point) => point.join(',')).join(' '), ...pen };
  const { at, size, anchor, bold } = shape;
  const halo = shape.stroke ? { ...pen, 'paint-order': 'stroke' } : {}; // beneath the letters, not on them
  const look = { 'font-size': size, 'text-anchor': anchor, ...(bold && { 'font-weight': 700 }) };
  return { x: at[0], y: at[1], ...look, ...halo };
}

/**
 * @param {Ink | undefined} ink
 * @param {string | undefined} attribute
 * @param {Colours} colours
 */
function colour(ink, attribute, colours) {
  if (!ink) return 'none';
  if (ink !== 'attribute' && ink !== 'tint') return colours[ink];
  return colours.attributes[attribute ?? '']?.[ink] ?? colours.text;
}

/** @param {string} text */
const told = (text) => escaped(clean(text));

/** @param {Shape} shape @param {Colours} colours */
function element(shape, colours) {
  const { fill, stroke, attribute } = shape;
  const paint = { fill: colour(fill, attribute, colours), stroke: colour(stroke, attribute, colours) };
  const all = Object.entries({ ...attributesOf(shape), ...paint });
  const start = `<${shape.kind}${all.map(([name, value]) => ` ${name}="${told(String(value))}"`).join('')}`;
  return shape.kind === 'text' ? `${start}>${told(shape.text)}</text>` : `${start}/>`;
}

/**
 * The text of an `.svg` file, on a ground of its own.
 * @param {Picture} picture
 * @param {{ title: string, desc: string, colours: Colours, scale?: number }} around
 */
export function svgText({ width, height, shapes }, { title, desc, colours, scale = 1 }) {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width * scale}" ` +
    `height="${height * scale}" role="img" font-family="Arial, Helvetica, sans-serif">` +
    `<title>${told(title)}</title><desc>${told(desc)}</desc>` +
    `<rect width="${width}" height="${height}" fill="${told(colours.surface)}"/>` +
    `${shapes.map((shape) => element(shape, colours)).join('')}</svg>\n`
  );
}
