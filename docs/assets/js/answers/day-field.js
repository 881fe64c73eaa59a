/** Looks at a question's day once it is left: loaded where a question asks for one. */

import { tie } from '../page/field-error.js';

/**
 * A year of 2 digits is one of this century; a day that is not whole has no value, and is said to be none.
 * @param {HTMLElement} question has `[data-part-of-day]`
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @param {AbortSignal} signal ends it
 */
export function watchDay(question, field, signal) {
  const words = question.querySelector('[data-part-of-day]');
  const look = () => {
    if (/^00\d\d-/.test(field.value)) {
      field.value = `20${field.value.slice(2)}`;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    const isPart = field.validity.badInput;
    words?.toggleAttribute('hidden', !isPart);
    tie(field, words, isPart);
  };
  field.addEventListener('blur', look, { signal });
  if (document.activeElement !== field) look(); // it may have been left before this came
}
