/** Draws a leadership profile's chart, as wide as there is room. Loaded when there is something to draw. */

import { dotPlot, radar } from '../charts/shapes.js';
import { draw } from '../charts/draw-in-page.js';
import { described, pictureWords, seriesOf } from './sentences.js';

/** How each is made, and the most room that it takes. */
const KINDS = { dots: { make: dotPlot, most: 560 }, radar: { make: radar, most: 480 } };
const LEAST = 260;

/**
 * Draws the chart in `[data-pictures]` that is shown.
 * @param {HTMLElement} element the profile's
 * @param {import('./ratings.js').Axis[]} axes
 * @param {import('./sentences.js').Figures} figures
 */
export function drawShown(element, axes, figures) {
  const words = element.dataset;
  const text = described(words, axes, figures);
  for (const svg of element.querySelectorAll('[data-pictures] svg')) {
    const available = Math.round(svg.parentElement?.clientWidth ?? 0);
    const kind = KINDS[/** @type {keyof typeof KINDS} */ (svg.getAttribute('data-picture'))];
    if (available < 1 || !kind || !(svg instanceof SVGSVGElement)) continue;
    const options = { width: Math.max(LEAST, Math.min(kind.most, available)), words: pictureWords(words) };
    draw(svg, kind.make(axes, seriesOf(words, figures), options));
    const desc = svg.querySelector('desc');
    if (desc && desc.textContent !== text) desc.textContent = text;
  }
}
