/**
 * Draws pictures of `charts/shapes.js` into the page's own SVG elements:
 *
 *   <svg class="picture" role="img" aria-labelledby="ID ID"><title id="…">…</title><desc id="…">…</desc></svg>
 *
 * Their title and description stay. Colours come from css/picture.css by the shapes' classes.
 */

import { attributesOf } from './svg.js';

/**
 * @typedef {import('./shapes.js').Picture} Picture
 * @typedef {import('./shapes.js').Shape} Shape
 */

const SVG = 'http://www.w3.org/2000/svg';

/** @param {Shape} shape */
function classesOf({ fill, stroke, attribute }) {
  const attributeClass = attribute ? [`attribute--${attribute}`] : [];
  return [`picture__fill--${fill ?? 'none'}`, `picture__stroke--${stroke ?? 'none'}`, ...attributeClass].join(
    ' ',
  );
}

/** @param {Shape} shape */
function element(shape) {
  const made = document.createElementNS(SVG, shape.kind);
  made.setAttribute('class', classesOf(shape));
  for (const [name, value] of Object.entries(attributesOf(shape))) made.setAttribute(name, String(value));
  if (shape.kind === 'text') made.textContent = shape.text;
  return made;
}

/**
 * Draws the picture in place of what was drawn before.
 * @param {SVGSVGElement} svg
 * @param {Picture} picture
 */
export function draw(svg, { width, height, shapes }) {
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  const words = [...svg.children].filter(({ localName }) => localName === 'title' || localName === 'desc');
  svg.replaceChildren(...words, ...shapes.map(element));
}
