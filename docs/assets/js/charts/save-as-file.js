/** Pictures as files: SVG in the page's own colours for light, and PNG made of that by the browser. */

import { svgText } from './svg.js';

/** How many dots a picture's unit has. */
const DOTS = 2;

/**
 * The site's colours for light, whatever the page shows: they stand at the root.
 * @param {import('../profile/ratings.js').Axis[]} axes
 * @returns {import('./svg.js').Colours}
 */
function colours(axes) {
  const style = getComputedStyle(document.documentElement);
  /** @param {string} name */
  const brand = (name) => style.getPropertyValue(`--brand-${name}`).trim();
  const attributeColours = axes.map(({ id }) => [
    id,
    { attribute: brand(`${id}-text`), tint: brand(`${id}-soft`) },
  ]);
  return {
    text: brand('text'),
    soft: brand('text-soft'),
    line: brand('line'),
    surface: brand('surface'),
    attributes: Object.fromEntries(attributeColours),
  };
}

/**
 * The text of an SVG file.
 * @param {import('./shapes.js').Picture} picture
 * @param {import('../profile/ratings.js').Axis[]} axes
 * @param {{ title: string, desc: string, scale?: number }} words
 */
export const svgFile = (picture, axes, words) => svgText(picture, { ...words, colours: colours(axes) });

/**
 * The bytes of a PNG file.
 * @param {import('./shapes.js').Picture} picture
 * @param {import('../profile/ratings.js').Axis[]} axes
 * @throws where the browser makes none
 */
export async function pngFile(picture, axes) {
  const image = new Image();
  const text = svgFile(picture, axes, { title: '', desc: '', scale: DOTS });
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [picture.width * DOTS, picture.height * DOTS];
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  /** @type {Blob | null} */
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new DOMException('The picture could not be made', 'NotAllowedError');
  return new Uint8Array(await blob.arrayBuffer());
}
