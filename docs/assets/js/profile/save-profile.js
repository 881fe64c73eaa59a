/** A leadership profile as files: a picture as SVG or PNG, and all of it as a Word document. */

import { dotPlot, placeBeside, radar } from '../charts/shapes.js';
import { standing } from './priorities.js';
import { dated, download } from '../page/download.js';
import { around, save as saveDocument } from '../export/save-files.js';
import { historyParts } from './snapshot-document.js';
import { pngFile, svgFile } from '../charts/save-as-file.js';
import { described, pictureWords, said, seriesOf } from './sentences.js';

/**
 * @typedef {import('./ratings.js').Axis} Axis
 * @typedef {import('./ratings.js').Readings} Readings
 * @typedef {import('../charts/shapes.js').Picture} Picture
 * @typedef {import('../export/document.js').Part} Part
 */

const STEM = 'leadership-profile';
const WIDTHS = { radar: 440, dots: 540 };
const GAP = 32;

/**
 * Hands the person the profile.
 * @param {string} way `word`, `png` or `svg`
 * @param {HTMLElement} element
 * @param {Axis[]} axes
 * @param {Readings} readings
 * @returns {Promise<true>} once the browser has it
 * @throws where it cannot be made
 */
export async function save(way, element, axes, readings) {
  const words = element.dataset;
  const series = seriesOf(words, readings);
  const spoken = pictureWords(words);
  const first = radar(axes, series, { width: WIDTHS.radar, words: spoken });
  const second = dotPlot(axes, series, { width: WIDTHS.dots, words: spoken });
  const both = framed(placeBeside(first, second, GAP));
  if (way === 'word')
    await saveDocument('word', STEM, await outline(element, axes, readings, [first, second]));
  else if (way === 'png') download(dated(STEM, 'png'), await pngFile(both, axes), 'image/png');
  else {
    const text = {
      title: document.querySelector('h1')?.textContent ?? '',
      desc: described(words, axes, readings),
    };
    download(dated(STEM, 'svg'), svgFile(both, axes, text), 'image/svg+xml');
  }
  return true;
}

/** The picture with room around it. @param {Picture} picture @returns {Picture} */
function framed({ width, height, shapes }) {
  const inside = placeBeside({ width: 0, height: 0, shapes: [] }, { width, height, shapes }, GAP / 2);
  return { ...inside, width: inside.width + GAP / 2, height: height + GAP / 2 };
}

/**
 * @param {HTMLElement} element
 * @param {Axis[]} axes
 * @param {Readings} readings
 * @param {Picture[]} pictures
 * @returns {Promise<import('../export/document.js').Outline>}
 */
async function outline(element, axes, readings, pictures) {
  const words = element.dataset;
  const alt = described(words, axes, readings);
  const seen = words.alts?.split('|') ?? [];
  const images = await Promise.all(
    pictures.map((picture, at) => drawn(picture, axes, `${seen[at] ?? ''} ${alt}`)),
  );
  const start = element.querySelector('[data-case]:not([hidden], [data-case="none"])')?.textContent ?? '';
  /** @type {Part[]} */
  const parts = [
    ...images,
    { kind: 'section', text: words.figures ?? '' },
    { kind: 'table', text: words.figures ?? '', rows: rows(element) },
    { kind: 'text', text: start },
    { kind: 'section', text: words.each ?? '' },
    ...axes.flatMap((axis, at) => told(words, axis, readings, at)),
    ...historyParts(document.querySelector('profile-history')),
  ];
  const title = document.querySelector('h1')?.textContent ?? '';
  const none = { notAnswered: '', rating: '', earlierWording: '', chooseRating: '' };
  return { title, lead: '', parts, sections: [], words: none, ...around(words.savedOn ?? '') };
}

/**
 * @param {Picture} picture
 * @param {Axis[]} axes
 * @param {string} text
 * @returns {Promise<Part>}
 */
async function drawn(picture, axes, text) {
  const { width, height } = picture;
  return { kind: 'picture', text, width, height, png: await pngFile(picture, axes) };
}

/** The table as it stands on the page. @param {HTMLElement} element */
const rows = (element) =>
  [...element.querySelectorAll('[data-figures] tr')].map(({ children }) => {
    return [...children].map(({ textContent }) => textContent ?? '');
  });

/**
 * @param {DOMStringMap} words
 * @param {Axis} axis
 * @param {Readings} readings
 * @param {number} at
 * @returns {Part[]}
 */
function told(words, { title }, { now, target, notes }, at) {
  const [rating, wanted] = [now[at] ?? null, target[at] ?? null];
  const sentence = said(words, 'sentence', rating, wanted, standing(rating, wanted));
  const note = notes[at]?.trim() ?? '';
  return [
    { kind: 'question', text: title },
    { kind: 'text', text: sentence },
    { kind: 'note', text: note && (words.noteTitle ?? '') },
    { kind: 'answer', text: note },
  ];
}
