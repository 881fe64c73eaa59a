/** What opens a file on a page has and says alike: its parts, the passphrase, what is not saved yet. */

import { tie } from '../page/field-error.js';
import { worded } from '../page/fill-words.js';
import { Refusal } from './check-records.js';

/** The parts of a page that opens files and keeps nothing of them. */
export class FilePage {
  #unsaved = false;

  /** @param {HTMLElement} element the custom element of the page */
  constructor(element) {
    this.element = element;
  }

  /** @param {string} selector @returns {HTMLElement} */
  part(selector) {
    const part = this.element.querySelector(selector);
    if (part instanceof HTMLElement) return part;
    throw new RangeError(`The page has no ${selector}`);
  }

  /** @param {string} name its `data-part` */
  field(name) {
    return /** @type {HTMLInputElement | HTMLTextAreaElement} */ (this.part(`[data-part="${name}"]`));
  }

  get password() {
    return /** @type {HTMLInputElement} */ (this.part('input[type="password"]'));
  }

  get chooser() {
    return this.part('input[type="file"]');
  }

  /**
   * @param {string | null} words the name of those to say
   * @param {Record<string, string>} [fills]
   * @param {string} [place] where they are said
   */
  say(words, fills = {}, place = '[data-status]') {
    const status = this.part(place);
    status.textContent = words ? worded(status.dataset[words], fills) : '';
  }

  /** @param {boolean} yes whether the passphrase was wrong */
  sayWrong(yes) {
    const words = this.part('[data-wrong]');
    words.hidden = !yes;
    tie(this.password, words, yes);
  }

  /**
   * Says what would be lost by what a person is about to do.
   * @param {string} [words]
   * @returns {boolean} whether that was said before, and nothing was written since: then they mean it
   */
  warnOnce(words = '') {
    const place = this.part('[data-warning]');
    const wasSaid = place.textContent === words;
    place.textContent = words;
    return wasSaid;
  }

  /** Whether the page has words that no file has yet: the browser then asks before it goes. */
  get isUnsaved() {
    return this.#unsaved;
  }

  /** @param {boolean} unsaved */
  set isUnsaved(unsaved) {
    this.#unsaved = unsaved;
    this.part('[data-warning]').textContent = '';
    if (unsaved) addEventListener('beforeunload', ask);
    else removeEventListener('beforeunload', ask);
  }
}

/**
 * Why a file is not opened, as a `data-reason`. Of what fails, only a script that does not load throws a TypeError.
 * @param {unknown} error
 * @returns {string}
 */
export function reasonOf(error) {
  if (error instanceof Refusal) return error.reason;
  const isLoading = error instanceof TypeError || (error instanceof Error && error.name === 'NotLoadedError');
  return isLoading ? 'not-loaded' : 'unread';
}

/** Has the browser ask before the page goes. @param {BeforeUnloadEvent} event */
function ask(event) {
  event.preventDefault();
  event.returnValue = 'unsaved'; // Chrome before 119 heeds nothing but this
}
