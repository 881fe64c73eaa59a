/** Ask for a name, or for confirmation, before a named workbook is changed; loaded when the list is opened. */

import { ANSWERS } from '../storage/records.js';
import { LONGEST, fitted, trimmed } from '../page/title.js';
import { isOf } from './list.js';
import { isSame } from './same-name.js';
import { tie } from '../page/field-error.js';
import { counted, fill, worded } from '../page/fill-words.js';

/** @typedef {'new' | 'copy' | 'rename'} Naming */

/**
 * Asks for a name, until there is one with which `act` succeeds or the person cancels.
 *
 *   <dialog><form><h2 data-new="…" data-copy="… {title} …" data-rename="…"></h2>
 *     <p id="shelf-name-hint">…</p> <p role="alert" data-wrong data-empty="…" data-long="… {count} …" data-taken="…" data-failed="…"></p>
 *     <input data-copy="Copy of {title}"> <button type="submit" data-new="…" data-copy="…" data-rename="…"></button></form></dialog>
 *
 * @param {HTMLDialogElement} dialog
 * @param {Naming} naming what it is for
 * @param {{ title: string, suggested: string, taken?: string[] }} about the title of the workbook that it is about,
 *   what stands in the field, and the names that others have, where each has its own
 * @param {(title: string) => Promise<unknown>} act
 */
export function askName(dialog, naming, { title, suggested, taken = [] }, act) {
  const [form, input] = [dialog.querySelector('form'), dialog.querySelector('input')];
  const ends = new AbortController();
  if (!form || !input || dialog.open) return;
  for (const place of dialog.querySelectorAll('[data-new]')) {
    if (place instanceof HTMLElement) place.textContent = worded(place.dataset[naming], { title });
  }
  input.value = fitted(suggested);
  wrong(dialog, input, '');
  let busy = false;
  dialog.addEventListener('close', () => ends.abort(), { once: true });
  form.addEventListener(
    'submit',
    async (event) => {
      event.preventDefault();
      const name = trimmed(input.value);
      const long = [...name].length;
      if (busy) return;
      if (name === '' || long > LONGEST) return wrong(dialog, input, name ? 'long' : 'empty', long);
      if (taken.some((one) => isSame(one, name))) return wrong(dialog, input, 'taken');
      busy = true;
      await act(name).then(
        () => dialog.close(),
        () => wrong(dialog, input, 'failed'),
      );
      busy = false;
    },
    { signal: ends.signal },
  );
  dialog.showModal();
  input.focus();
  input.select();
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {HTMLInputElement} input
 * @param {string} reason empty for none
 * @param {number} [count]
 */
function wrong(dialog, input, reason, count = 0) {
  const place = dialog.querySelector('[data-wrong]');
  if (place instanceof HTMLElement)
    place.textContent = reason ? worded(place.dataset[reason], { count: String(count) }) : '';
  tie(input, place, reason !== '');
  if (reason) input.focus();
}

/**
 * Says what erasing a workbook would remove.
 * @param {HTMLDialogElement} dialog `<dialog>… <bdi data-fill="title"></bdi> <span data-number data-one="…" data-many="…"></span> …</dialog>`
 * @param {{ id: string, title: string }} named
 * @param {Map<string, unknown>} kept
 */
export function askErase(dialog, { id, title }, kept) {
  const answered = [...kept].filter(
    ([key, record]) =>
      key.startsWith(ANSWERS) && isOf(key, id) && /\S/.test(String(Object(record).value ?? '')),
  );
  const number = dialog.querySelector('[data-number]');
  if (number instanceof HTMLElement) number.textContent = counted(number, answered.length);
  fill(dialog, { title });
  dialog.showModal();
}
