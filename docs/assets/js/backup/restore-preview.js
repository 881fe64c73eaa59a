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
