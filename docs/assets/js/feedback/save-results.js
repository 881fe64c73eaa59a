/** Save the results of replies as a file, with the words and tables of the page. */

import { around, save } from '../export/save-files.js';
import { pngFile } from '../charts/save-as-file.js';
import { picture, place } from './results-view.js';

/** @typedef {import('../export/document.js').Part} Part */

const STEM = 'feedback';
const WIDTH = 540;

/**
 * Hands the person what is shown.
 * @param {'word' | 'plain'} way
 * @param {HTMLElement} part the element of the replies
 * @param {import('./results-view.js').Shown} shown
 * @throws where it cannot be made
 */
export async function saveResults(way, part, shown) {
  const { lead = '', savedOn = '', heading = '' } = place(part, '[data-away]').dataset;
  const drawn = await picture(part, shown, WIDTH);
  const { width, height } = drawn;
  const text = ['title', 'desc']
    .map((name) => part.querySelector(`[data-dots] > ${name}`)?.textContent)
    .join('. ');
  /** @type {Part[]} */
  const parts = [
    ...(way === 'word'
      ? [
          {
            kind: /** @type {const} */ ('picture'),
            text,
            width,
            height,
            png: await pngFile(drawn, shown.axes),
          },
        ]
      : []),
    table(place(part, '[data-table]')),
    ...shown.axes.flatMap((_, at) => told(part, shown, at)),
    ...groups(part),
  ];
  const words = { notAnswered: '', rating: '', earlierWording: '', chooseRating: '' };
  const title = `${heading}: ${shown.title}`;
  await save(way, STEM, { title, lead, parts, sections: [], words, ...around(savedOn) });
}

/** @param {HTMLElement} element @returns {Part} */
function table(element) {
  const rows = [...element.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent ?? ''),
  );
  return { kind: 'table', text: element.querySelector('caption')?.textContent ?? '', rows };
}

/**
 * @param {HTMLElement} part
 * @param {import('./results-view.js').Shown} shown
 * @param {number} at
 * @returns {Part[]}
 */
function told(part, { axes, results }, at) {
  const { id = '', title = '' } = axes[at] ?? {};
  const sentence =
    part.querySelector(`[data-attribute="${CSS.escape(id)}"] [data-sentence]`)?.textContent ?? '';
  const comments = (results.comments[at] ?? []).map((text) => ({
    kind: /** @type {const} */ ('answer'),
    text,
  }));
  return [{ kind: 'section', text: title }, { kind: 'text', text: sentence }, ...comments];
}

/** @param {HTMLElement} part @returns {Part[]} */
function groups(part) {
  const found = place(part, '[data-groups]');
  const tables = [...found.querySelectorAll('table')];
  if (!tables.length) return [];
  return [
    { kind: 'section', text: found.querySelector('h4')?.textContent ?? '' },
    ...tables.flatMap((element) => [
      { kind: /** @type {const} */ ('text'), text: element.caption?.textContent ?? '' },
      table(element),
    ]),
  ];
}
