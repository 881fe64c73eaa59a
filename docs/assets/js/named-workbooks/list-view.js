/**
 * The list of a workbook's named workbooks, as its page and My workbooks have it:
 *
 *   <div data-workbook="recruiting" data-address="…/recruiting/" data-questions="ID ID,FORMER_ID …" data-nameless="…">
 *     <ul data-list><li data-item="">the one without a name, if it is listed</li></ul>
 *     <details data-archive hidden><summary>… <span data-number data-one="…" data-many="…"></span></summary><ul></ul></details>
 *     <template data-pattern><li data-item><a data-link><bdi data-fill="title"></bdi></a> <span data-current hidden>…</span>
 *       <span data-count data-text="{answered} of {total} answered"></span> <progress hidden></progress>
 *       <span data-saved data-text="Last saved on {when}" hidden></span>
 *       <button data-when="kept">…</button> <button data-when="archived">…</button></li></template>
 *   </div>
 */

import { answerId, answerKey, answerOf } from '../storage/records.js';
import { shelf } from './list.js';
import { moment } from '../page/notices.js';
import { searchOf } from '../page/this-page.js';
import { counted, fill, worded } from '../page/fill-words.js';

/** @typedef {import('./list.js').Named} Named */

/** The ids of the workbook's questions, each with its former ones. @param {HTMLElement} part */
export const questionsOf = ({ dataset }) => (dataset.questions ?? '').split(' ').map((ids) => ids.split(','));

/**
 * Brings the list up to date; items that stay are left in their place, and so is the focus.
 * @param {HTMLElement} part
 * @param {Map<string, unknown>} kept
 * @param {string | null} opened the one that the page has open
 * @returns {Named[]} what is listed
 */
export function showShelf(part, kept, opened) {
  const named = shelf(kept, part.dataset.workbook ?? '').map((workbook) => ({
    ...workbook,
    title: workbook.title || (part.dataset.nameless ?? ''),
  }));
  const archive = part.querySelector('[data-archive]');
  const [list, archived] = [part.querySelector('[data-list]'), archive?.querySelector('ul')];
  const items = new Map(
    [...part.querySelectorAll('[data-item]')].map((item) => [item.getAttribute('data-item'), item]),
  );
  const first = items.get('');
  const made = named.map((workbook) =>
    show(items.get(workbook.id) ?? pattern(part), workbook, part, kept, opened),
  );
  if (first) progress(first, '', part, kept);
  first?.querySelector('[data-current]')?.toggleAttribute('hidden', opened !== null);
  arrange(list, [...(first ? [first] : []), ...made.filter((_, i) => !named[i]?.archived)]);
  arrange(
    archived,
    made.filter((_, i) => named[i]?.archived),
  );
  const number = archive?.querySelector('[data-number]');
  const many = named.filter((workbook) => workbook.archived).length;
  if (number instanceof HTMLElement) number.textContent = counted(number, many);
  archive?.toggleAttribute('hidden', many === 0);
  return named;
}

/** @param {HTMLElement} part @returns {Element} */
function pattern(part) {
  const template = part.querySelector('template[data-pattern]');
  const item = template instanceof HTMLTemplateElement ? template.content.firstElementChild : null;
  return /** @type {Element} */ ((item ?? document.createElement('li')).cloneNode(true));
}

/**
 * @param {Element} item
 * @param {Named} named
 * @param {HTMLElement} part
 * @param {Map<string, unknown>} kept
 * @param {string | null} opened
 */
function show(item, { id, title, archived }, part, kept, opened) {
  item.setAttribute('data-item', id);
  fill(item, { title });
  const link = item.querySelector('[data-link]');
  link?.setAttribute('href', `${part.dataset.address ?? ''}${searchOf(id)}`);
  if (id === opened) link?.setAttribute('aria-current', 'page');
  item.querySelector('[data-current]')?.toggleAttribute('hidden', id !== opened);
  for (const button of item.querySelectorAll('[data-when]')) {
    button.toggleAttribute('hidden', button.getAttribute('data-when') !== (archived ? 'archived' : 'kept'));
  }
  progress(item, id, part, kept);
  return item;
}

/**
 * @param {Element} item
 * @param {string} id
 * @param {HTMLElement} part
 * @param {Map<string, unknown>} kept
 */
function progress(item, id, part, kept) {
  const questions = questionsOf(part);
  const texts = questions.map((ids) => answered(ids, id, kept));
  const fills = {
    answered: String(texts.filter((text) => text !== null).length),
    total: String(questions.length),
  };
  const count = item.querySelector('[data-count]');
  if (count instanceof HTMLElement) count.textContent = worded(count.dataset.text, fills);
  const bar = item.querySelector('progress');
  if (bar) [bar.max, bar.value, bar.hidden] = [questions.length, Number(fills.answered), false];
  const last = texts
    .filter((at) => at !== null && !Number.isNaN(Date.parse(at)))
    .sort()
    .at(-1);
  const saved = item.querySelector('[data-saved]');
  if (!(saved instanceof HTMLElement)) return;
  if (last) saved.textContent = worded(saved.dataset.text, { when: moment(last) });
  saved.hidden = !last;
}

/**
 * When a question was answered; null where it is not.
 * @param {string[]} ids
 * @param {string} shelfId
 * @param {Map<string, unknown>} kept
 */
function answered(ids, shelfId, kept) {
  const records = ids.map((id) => kept.get(answerKey(answerId(id, shelfId))));
  const found = records.map(answerOf);
  return found.find((answer) => /\S/.test(answer?.value ?? ''))?.at ?? null;
}

/** @param {Element | null | undefined} list @param {Element[]} items */
function arrange(list, items) {
  items.forEach((item, place) => {
    if (list && list.children[place] !== item) list.insertBefore(item, list.children[place] ?? null);
  });
  while (list && list.children.length > items.length) list.lastElementChild?.remove();
}
