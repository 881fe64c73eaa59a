import { announce } from '../page/announce.js';

/**
 * Puts what to know before the first answer under the field that is about to have it, once on a page:
 * a copy of `<details class="before-you-write" data-announce="…">`, opened. It comes below the field, so
 * that nothing moves under the pointer, and the announcement says that it is there.
 */
export function sayBeforeTheFirstAnswer() {
  /** @param {{ target: EventTarget | null }} event */
  const say = ({ target }) => {
    const question = target instanceof Element && target.closest('workbook-question');
    const fold = document.querySelector('details.before-you-write');
    if (!question || !(fold instanceof HTMLDetailsElement)) return;
    document.removeEventListener('focusin', say);
    if (fold.open) return;
    const copy = /** @type {HTMLDetailsElement} */ (fold.cloneNode(true));
    copy.open = true;
    question.append(copy);
    announce(fold.dataset.announce ?? '');
  };
  document.addEventListener('focusin', say);
  say({ target: document.activeElement }); // somebody may have been quicker than this script
}
