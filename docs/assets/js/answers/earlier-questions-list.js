/** List answers to questions that are in no workbook any more, in `earlier-questions`; loaded where there are any. */

import { answerOf } from '../storage/records.js';
import { moment } from '../page/notices.js';
import { fill } from '../page/fill-words.js';

/** What is shown, so that a reader is not disturbed when nothing has changed. @type {WeakMap<HTMLElement, string>} */
const shown = new WeakMap();

/**
 * @param {HTMLElement} element
 * @param {Map<string, unknown>} kept
 */
export function showEarlier(element, kept) {
  const texts = [...kept.values()].flatMap((record) => {
    const answer = answerOf(record);
    return answer && /\S/.test(answer.value) ? [answer] : [];
  });
  if (texts.length) import('../reading/copy-text.js').catch(console.error);
  const all = JSON.stringify(texts);
  if (all === (shown.get(element) ?? '[]')) return;
  shown.set(element, all);
  element.hidden = texts.length === 0;
  element.querySelector('ul')?.replaceChildren(...texts.flatMap((answer) => item(element, answer)));
}

/** @param {HTMLElement} element @param {import('../storage/records.js').Answer} answer */
function item(element, { words, value, at }) {
  const pattern = element.querySelector('template')?.content.firstElementChild;
  if (!pattern) return [];
  const made = /** @type {HTMLElement} */ (pattern.cloneNode(true));
  fill(made, { words, text: value, at: Number.isNaN(Date.parse(at)) ? at : moment(at) });
  made.querySelector('copy-text')?.setAttribute('data-copy', `${words}\n\n${value}`);
  return [made];
}
