/**
 * Shows a page's questions large, one at a time, for a wall; and prints them as cards, or one attribute
 * alone. Nothing is stored. All words are the page's: a question is a `[data-question]` in a `[data-group]`,
 * whose `data-name` and `data-look` (its classes) it is shown with.
 */

import { SiteElement } from '../page/site-element.js';
import { fill, worded } from '../page/fill-words.js';
import { printCards, printSheet } from './question-paper.js';

/** @typedef {{ name: string, look: string, question: string }} Asked */

/** What a key does; a remote for presentations sends the same. @type {Record<string, string>} */
const KEYS = {
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  Home: 'first',
  End: 'last',
};

export class QuestionSlides extends SiteElement {
  #at = 0;

  /** @param {AbortSignal} signal */
  setUp(signal) {
    for (const part of this.querySelectorAll('[data-needs-script]')) part.removeAttribute('hidden');
    this.addEventListener('click', (event) => this.#do(event.target), { signal });
    this.addEventListener('change', (event) => this.#choose(event.target), { signal });
    this.#dialog.addEventListener('keydown', (event) => this.#press(event), { signal });
  }

  get #dialog() {
    return this.find('dialog', HTMLDialogElement);
  }

  /** The questions of the attribute that is chosen, or all. @returns {Asked[]} */
  get #asked() {
    const { value } = this.find('[data-choice]', HTMLSelectElement);
    const groups = /** @type {NodeListOf<HTMLElement>} */ (
      this.querySelectorAll(value ? `[data-group="${value}"]` : '[data-group]')
    );
    return [...groups].flatMap((group) => {
      const { name = '', look = '' } = group.dataset;
      const questions = [...group.querySelectorAll('[data-question]')];
      return questions.map(({ textContent }) => ({ name, look, question: textContent ?? '' }));
    });
  }

  /** @param {EventTarget | null} target */
  #do(target) {
    const button = target instanceof Element ? target.closest('button') : null;
    const { do: act = '', of = '' } = button?.dataset ?? {};
    if (act === 'show') this.#open();
    else if (act === 'close') this.#dialog.close();
    else if (act === 'cards') printCards(this, this.#asked);
    else if (act === 'sheet') printSheet(this, of);
    else this.#go(act);
  }

  /** Two lists say what is chosen: one in the page, one over it. @param {EventTarget | null} list */
  #choose(list) {
    if (!(list instanceof HTMLSelectElement)) return;
    for (const one of this.querySelectorAll('select')) one.value = list.value;
    this.#at = 0;
    if (this.#dialog.open) this.#show();
  }

  #open() {
    this.#show();
    this.#dialog.showModal();
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const { key, target, shiftKey, altKey, ctrlKey, metaKey } = event;
    const way = key === ' ' && shiftKey ? 'previous' : KEYS[key];
    const isTheirs =
      target instanceof HTMLSelectElement || (key === ' ' && target instanceof HTMLButtonElement);
    const { scrollHeight, clientHeight } = this.#dialog;
    const scrolls = /^Arrow(Up|Down)$/.test(key) && scrollHeight > clientHeight;
    if (!way || isTheirs || scrolls || altKey || ctrlKey || metaKey) return;
    event.preventDefault();
    this.#go(way);
  }

  /** @param {string} way */
  #go(way) {
    const last = this.#asked.length - 1;
    const to = { first: 0, last, previous: this.#at - 1, next: this.#at + 1 }[way];
    if (to === undefined || to < 0 || to > last) return;
    this.#at = to;
    this.#show();
    this.#dialog.scrollTop = 0;
  }

  #show() {
    const all = this.#asked;
    const { name, look, question } = all[this.#at];
    const place = worded(this.dataset.place, { at: `${this.#at + 1}`, count: `${all.length}` });
    this.#dialog.className = `dialog slides ${look}`;
    fill(this.#dialog, { name, question, place });
    // Not disabled: who has just pressed one of them stays on it.
    this.#mark('previous', this.#at === 0);
    this.#mark('next', this.#at === all.length - 1);
  }

  /**
   * @param {string} way
   * @param {boolean} isAtEnd
   */
  #mark(way, isAtEnd) {
    this.find(`[data-do="${way}"]`, HTMLButtonElement).setAttribute('aria-disabled', `${isAtEnd}`);
  }
}

customElements.define('question-slides', QuestionSlides);
