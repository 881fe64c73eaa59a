/**
 * Says what a restore would do, on the lines that the page has for it:
 *
 *   <li data-line="added" data-one="1 answer …" data-many="{count} answers …" hidden>
 *     <details><summary></summary><ul></ul></details></li>
 *   <li data-line="versions" data-one="1 earlier version …" data-many="…" hidden></li>
 */

import { answerKey, answerOf } from '../lib/records.js';
import { counted } from './words.js';

/** @typedef {import('../backup/merge.js').Preview} Preview */

/**
 * @param {ParentNode} place where the lines are
 * @param {Preview} preview
 * @param {Map<string, unknown>[]} sides the records that have the questions' words, the first to be asked first
 */
export function showPreview(place, preview, sides) {
  for (const line of place.querySelectorAll('[data-line]')) {
    if (line instanceof HTMLElement) show(line, preview[/** @type {keyof Preview} */ (line.dataset.line)], sides);
  }
}

/**
 * @param {HTMLElement} line
 * @param {string[] | number} part the questions' ids, or how many there are
 * @param {Map<string, unknown>[]} sides
 */
function show(line, part, sides) {
  const count = typeof part === 'number' ? part : part.length;
  line.hidden = count === 0;
  const words = line.querySelector('summary') ?? line;
  words.textContent = counted(line, count);
  const list = line.querySelector('ul');
  if (list && typeof part !== 'number') list.replaceChildren(...part.map((id) => named(id, sides)));
}

/** @param {string} id @param {Map<string, unknown>[]} sides */
function named(id, sides) {
  const item = document.createElement('li');
  const answer = sides.map((side) => answerOf(side.get(answerKey(id)))).find((one) => one?.words);
  item.textContent = answer?.words ?? id;
  return item;
}
