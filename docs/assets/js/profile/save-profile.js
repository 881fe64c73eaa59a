/** A leadership profile as files: its chart as SVG or PNG, and all of it as a Word document. */

import { dotPlot, padded, radar } from '../charts/shapes.js';
import { dated, download } from '../page/download.js';
import { around, save as saveDocument } from '../export/save-files.js';
import { roundShown } from './axes.js';
import { historyParts } from './snapshot-document.js';
import { pngFile, svgFile } from '../charts/save-as-file.js';
import { described, pictureWords, seriesOf } from './sentences.js';

/**
 * @typedef {import('./ratings.js').Axis} Axis
 * @typedef {import('./sentences.js').Figures} Figures
 * @typedef {import('../charts/shapes.js').Picture} Picture
 * @typedef {import('../export/document.js').Part} Part
 */

const STEM = 'leadership-profile';
const WIDTHS = { radar: 480, dots: 600 };
const MARGIN = 16;

/**
 * Hands the person the profile, with the chart that the page shows.
 * @param {string} way `word`, `png` or `svg`
 * @param {HTMLElement} element
 * @param {Axis[]} axes
 * @param {Figures & { notes: string[] }} readings
 * @returns {Promise<true>} once the browser has it
 * @throws where it cannot be made
 */
export async function save(way, element, axes, readings) {
  const chart = chartOf(element, axes, readings);
  const desc = described(element.dataset, axes, readings);
  if (way === 'word') {
    const { width, height } = chart;
    const text = `${titleOf(element)}. ${desc}`;
    /** @type {Part} */
    const picture = { kind: 'picture', text, width, height, png: await pngFile(chart, axes) };
    await saveDocument('word', STEM, outline(element, axes, readings, picture));
  } else if (way === 'png')
    download(dated(STEM, 'png'), await pngFile(padded(chart, MARGIN), axes), 'image/png');
  else {
    const text = svgFile(padded(chart, MARGIN), axes, { title: heading(), desc });
    download(dated(STEM, 'svg'), text, 'image/svg+xml');
  }
  return true;
}

/** The page's name. */
const heading = () => document.querySelector('h1')?.textContent ?? '';

/** Whether the page shows the radar. @param {HTMLElement} element */
const isRadar = (element) => Boolean(element.querySelector(':not([hidden]) > [data-picture="radar"]'));

/** What the chart is called. @param {HTMLElement} element */
const titleOf = (element) =>
  element.querySelector(':not([hidden]) > [data-picture] > title')?.textContent ?? '';

/**
 * @param {HTMLElement} element
 * @param {Axis[]} axes
 * @param {Figures} figures
 */
function chartOf(element, axes, figures) {
  const [series, words] = [seriesOf(element.dataset, figures), pictureWords(element.dataset)];
  if (isRadar(element)) return radar(axes, series, { width: WIDTHS.radar, words });
  return dotPlot(axes, series, { width: WIDTHS.dots, words });
}

/**
 * @param {HTMLElement} element
 * @param {Axis[]} axes
 * @param {{ notes: string[] }} readings
 * @param {Part} picture
 * @returns {import('../export/document.js').Outline}
 */
function outline(element, axes, { notes }, picture) {
  const words = element.dataset;
  const start = element.querySelector('[data-case]:not([hidden], [data-case="none"])')?.textContent ?? '';
  const noted = axes.flatMap((axis, at) => told(axis, notes[at] ?? ''));
  /** @type {Part[]} */
  const parts = [
    picture,
    { kind: 'section', text: words.figures ?? '' },
    { kind: 'table', text: words.figures ?? '', rows: rows(element) },
    { kind: 'text', text: start },
    ...others(),
    ...(noted.length ? [section(words.noteTitle), ...noted] : []),
    ...planned(),
    ...historyParts(document.querySelector('profile-history')),
  ];
  const none = { notAnswered: '', rating: '', earlierWording: '', chooseRating: '' };
  return {
    title: heading(),
    lead: roundShown(),
    parts,
    sections: [],
    words: none,
    ...around(words.savedOn ?? ''),
  };
}

/** @param {string | undefined} text @returns {Part} */
const section = (text = '') => ({ kind: 'section', text });

/** The table as it is on the page. @param {HTMLElement} element */
const rows = (element) =>
  [...element.querySelectorAll('[data-figures] tr')].map((row) => {
    return [...row.querySelectorAll(':not([hidden])')].map(({ textContent }) => textContent ?? '');
  });

/** What the page says of others' ratings, where they are shown. @returns {Part[]} */
function others() {
  const part = document.querySelector('[data-others-view]');
  const lines = part?.querySelectorAll(
    '[data-others-case="enough"]:not([hidden]) :is(p[data-count], li:not([hidden]))',
  );
  if (!part || !lines?.length) return [];
  const texts = [...lines].map(
    (line) => /** @type {Part} */ ({ kind: 'text', text: line.textContent ?? '' }),
  );
  return [section(part.querySelector('h2')?.textContent ?? ''), ...texts];
}

/** The actions as the page lists them, where there are any. @returns {Part[]} */
function planned() {
  const part = document.querySelector('planned-actions');
  const items = [...(part?.querySelectorAll('[data-planned] > li') ?? [])];
  if (!part || !items.length) return [];
  return [
    section(part.closest('section')?.querySelector('h2')?.textContent ?? ''),
    ...items.flatMap((item) => {
      const [what, ...more] = [...item.children].filter((one) => !one.hasAttribute('hidden'));
      const texts = more.map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim());
      return /** @type {Part[]} */ ([
        { kind: 'question', text: what?.textContent ?? '' },
        ...texts.map((text) => ({ kind: 'answer', text })),
      ]);
    }),
  ];
}

/** What was noted of an attribute. @param {Axis} axis @param {string} note @returns {Part[]} */
const told = ({ title }, note) =>
  /\S/.test(note)
    ? [
        { kind: 'question', text: title },
        { kind: 'answer', text: note.trim() },
      ]
    : [];
