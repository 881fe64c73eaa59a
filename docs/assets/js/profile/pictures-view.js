/** Draws a leadership profile's pictures, as wide as there is room. Loaded when there is something to draw. */

import { dotPlot, radar } from '../charts/shapes.js';
import { draw } from '../charts/draw-in-page.js';
import { described, pictureWords, seriesOf } from './sentences.js';

const KINDS = { radar, dots: dotPlot };
const [LEAST, MOST] = [260, 480];

/**
 * Draws the pictures that stand in `[data-pictures]` and are shown.
 * @param {HTMLElement} element the profile's
 * @param {import('./ratings.js').Axis[]} axes
 * @param {import('./ratings.js').Readings} readings
 */
export function drawAll(element, axes, readings) {
  const words = element.dataset;
  const text = described(words, axes, readings);
  for (const svg of element.querySelectorAll('[data-pictures] svg')) {
    const available = Math.round(svg.parentElement?.clientWidth ?? 0);
    const make = KINDS[/** @type {keyof typeof KINDS} */ (svg.getAttribute('data-picture'))];
    if (available < 1 || !make || !(svg instanceof SVGSVGElement)) continue;
    const options = { width: Math.max(LEAST, Math.min(MOST, available)), words: pictureWords(words) };
    draw(svg, make(axes, seriesOf(words, readings), options));
    const desc = svg.querySelector('desc');
    if (desc && desc.textContent !== text) desc.textContent = text;
  }
}
