import { count } from './count-answered.js';
import { SiteElement } from '../page/site-element.js';
import { worded } from '../page/fill-words.js';

/**
 * Says how many of a workbook's questions are answered, in all and by section.
 *
 *   <workbook-progress class="workbook-progress" data-text="{answered} of {total} answered">
 *     <span class="workbook-progress__text">22 questions</span>
 *     <progress class="workbook-progress__bar" max="22" value="0" aria-hidden="true" hidden></progress>
 *   </workbook-progress>
 *
 * It counts each question of the `form[data-workbook]` it stands in, else of the
 * page, once, but those that are `optional`. The bar is shown when the answers have been read; it says
 * what the words say, and would be read aloud at each letter that makes an answer: so it is for the eye alone. Anywhere on the page,
 *
 *   <span data-section-count="SECTION" data-text="{answered} of {total}"></span>
 *
 * counts the `<section>` that has this id or holds the heading that has it.
 */
export class WorkbookProgress extends SiteElement {
  #counting = false;

  /** @param {AbortSignal} signal */
  setUp(signal) {
    document.addEventListener('answer', () => this.#countSoon(), { signal });
    if (document.querySelector('save-status[state]:not([state="loading"])')) this.#countSoon(); // they were read first
  }

  /** Many answers that come at once are counted once. */
  #countSoon() {
    if (this.#counting) return;
    this.#counting = true;
    queueMicrotask(() => {
      this.#counting = false;
      this.#count();
    });
  }

  #count() {
    const { answered, total } = count(this.closest('form[data-workbook]') ?? document);
    const text = this.querySelector('.workbook-progress__text');
    const bar = this.querySelector('progress');
    if (text) text.textContent = counted(this, answered, total);
    if (bar) {
      bar.max = Math.max(total, 1);
      bar.value = answered;
      bar.hidden = false;
    }
    for (const place of document.querySelectorAll('[data-section-count]')) countSection(place);
  }
}

/** @param {Element} place */
function countSection(place) {
  const id = place.getAttribute('data-section-count') ?? '';
  const section = document.getElementById(id)?.closest('section');
  if (!section) return;
  const { answered, total } = count(section);
  place.textContent = counted(place, answered, total);
}

/** @param {Element} element @param {number} answered @param {number} total */
const counted = (element, answered, total) =>
  worded(element.getAttribute('data-text') ?? '', { answered: `${answered}`, total: `${total}` });

customElements.define('workbook-progress', WorkbookProgress);
