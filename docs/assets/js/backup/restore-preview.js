/**
 * Says what a restore would do, on the lines that the page has for it:
 *
 *   <li data-line="added" data-one="1 answer …" data-many="{count} answers …" data-within="{question} (in “{workbook}”)" hidden>
 *     <details><summary></summary><ul></ul></details></li>
 *   <li data-line="versions" data-one="1 earlier version …" data-many="…" hidden></li>
 */

import { SHELF, answerKey, answerOf, splitId } from '../storage/records.js';
import { titleOf } from '../storage/named-workbook.js';
import { counted, worded } from '../page/fill-words.js';

/** @typedef {import('./merge.js').Preview & { left: number }} Preview */

const OF_A_QUESTION = /^(?:answer|version|other|unshown)\//;

/**
 * @param {ParentNode} place where the lines are
 * @param {Preview} preview
 * @param {Map<string, unknown>[]} sides the records that have the questions' words, the first to be asked first
 */
export function showPreview(place, preview, sides) {
  for (const line of place.querySelectorAll('[data-line]')) {
    if (line instanceof HTMLElement)
      show(line, preview[/** @type {keyof Preview} */ (line.dataset.line)], sides);
  }
}

/**
 * Whether both have texts and share none: the file may be another person's. Ratings of 2 people are often alike.
 * @param {Map<string, unknown>} backup
 * @param {Map<string, unknown>} current
 */
export function sharesNothing(backup, current) {
  const [theirs, ours] = [textsOf(backup), textsOf(current)];
  return theirs.size > 0 && ours.size > 0 && ![...theirs].some((text) => ours.has(text));
}

/** What was ever answered, each text with its question. @param {Map<string, unknown>} records */
function textsOf(records) {
  const found = [...records].flatMap(([key, record]) => {
    const { value, kind } = answerOf(record) ?? { value: '', kind: 'rating' };
    return kind === 'text' && /\S/.test(value) && OF_A_QUESTION.test(key)
      ? [`${key.split('/')[1]} ${value.trim()}`]
      : [];
  });
  return new Set(found);
}

/**
 * @param {HTMLElement} line
 * @param {string[] | number} part the questions' ids or the named workbooks' keys, or how many there are
 * @param {Map<string, unknown>[]} sides
 */
function show(line, part, sides) {
  const count = typeof part === 'number' ? part : part.length;
  line.hidden = count === 0;
  const words = line.querySelector('summary') ?? line;
  words.textContent = counted(line, count);
  const list = line.querySelector('ul');
  if (list && typeof part !== 'number')
    list.replaceChildren(...part.map((id) => named(id, sides, line.dataset.within)));
}

/** @param {string} id @param {Map<string, unknown>[]} sides @param {string | undefined} within */
function named(id, sides, within) {
  const item = document.createElement('li');
  if (id.startsWith(SHELF)) {
    item.textContent = title(id, sides);
    return item;
  }
  const answer = sides.map((side) => answerOf(side.get(answerKey(id)))).find((found) => found?.words);
  const { question, shelf } = splitId(id);
  const words = answer?.words ?? question;
  item.textContent = shelf ? worded(within, { question: words, workbook: title(shelf, sides) }) : words;
  return item;
}

/** The title of a named workbook. @param {string} end its record's key, or what that ends in @param {Map<string, unknown>[]} sides */
function title(end, sides) {
  for (const side of sides) {
    for (const [key, record] of side)
      if (key.startsWith(SHELF) && key.endsWith(end)) return titleOf(record) || end;
  }
  return end;
}
