/** A workbook as files and on the clipboard, with what is written on the page at this moment. */

import { shelfKey, titleOf } from '../storage/named-workbook.js';
import { answers } from '../answers/page-answers.js';
import { dated, download } from '../page/download.js';
import { day } from '../page/notices.js';
import { outlineOf } from './workbook-document.js';
import { reportData } from '../page/report-data.js';
import { opened, searchOf } from '../page/this-page.js';
import { clock } from '../storage/this-site.js';

/** @typedef {import('./document.js').Outline} Outline */

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const ENDINGS = { word: 'docx', markdown: 'md', plain: 'txt' };

/** Below this a colour has a contrast of 4.5:1 and more on white paper. */
const DARK = 0.183;

/** The header's colour, for headings on white paper; nothing where it is too light for that. */
function accent() {
  const colour = getComputedStyle(document.documentElement).getPropertyValue('--brand-header').trim();
  const parts = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour)?.slice(1) ?? ['ff', 'ff', 'ff'];
  const [red = 1, green = 1, blue = 1] = parts.map((part) => {
    const share = Number.parseInt(part, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < DARK ? { accent: colour.slice(1) } : {};
}

/**
 * The workbook with its answers, the unsaved ones too: the named one, where the page has one open.
 * @param {string} id
 * @param {DOMStringMap} words
 * @returns {Promise<{ outline: Outline, whole: boolean, stem: string }>} not whole where only this page's answers could
 *   be had; a stem for the names of files
 */
export async function workbook(id, words) {
  answers.flush();
  const [{ records, whole }, report] = await Promise.all([answers.records(), reportData()]);
  const { notAnswered = '', rating = '', chooseRating = '', earlierWording = '', ratings = '' } = words;
  const {
    example = '',
    exampleOr = '',
    earlierQuestions = '',
    unreadable = '',
    savedOn = '',
    named = '',
  } = words;
  const said = { notAnswered, rating, chooseRating, earlierWording };
  const more = { ratings: ratings.split('|'), example, exampleOr, earlierQuestions, unreadable, named };
  const title = opened ? titleOf(records.get(shelfKey(id, opened))) : '';
  const outline = outlineOf(report, id, records, { ...said, ...more }, around(savedOn), opened);
  return { outline, whole, stem: plainName(`${id} ${title}`) };
}

/** Letters and digits with hyphens between words: what every system takes as the name of a file. @param {string} title */
const plainName = (title) =>
  title
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu)
    ?.join('-') ?? '';

/**
 * What every document says of itself.
 * @param {string} savedOn `{day}` is today
 * @returns {Pick<Outline, 'facts' | 'language' | 'accent'>}
 */
export function around(savedOn) {
  const facts = [
    savedOn.replace('{day}', day(clock.date())),
    location.origin + location.pathname + searchOf(opened),
  ];
  return { facts, language: document.documentElement.lang, ...accent() };
}

/** Has all here that makes files, for when the network has gone. @returns {Promise<unknown>} */
export const ready = () =>
  Promise.all([
    reportData(),
    import('./docx/docx.js'),
    import('./markdown.js'),
    import('./plain-text.js'),
    import('./clipboard-html.js'),
  ]);

/**
 * Hands the person the workbook as a file.
 * @param {'word' | 'markdown' | 'plain'} kind
 * @param {string} stem of its name
 * @param {Outline} outline
 * @returns {Promise<string>} its name
 */
export async function save(kind, stem, outline) {
  const name = dated(stem, ENDINGS[kind]);
  if (kind === 'word') {
    const { word } = await import('./docx/docx.js');
    download(name, await word(outline), WORD);
  } else if (kind === 'markdown') {
    const { markdown } = await import('./markdown.js');
    download(name, markdown(outline), 'text/markdown');
  } else {
    const { plain } = await import('./plain-text.js');
    download(name, plain(outline), 'text/plain');
  }
  return name;
}
