import { amount } from '../lib/amount.js';
import { erase, isLeft } from '../page/erase.js';
import { isShared } from '../page/site.js';
import { follow } from '../page/standing.js';
import { counted, only } from '../page/words.js';

/** What this tab's history notes of the page once all was erased, until the page has said so; no address can. */
const ERASED = 'erased';

/**
 * Removes all that the site keeps in this browser, once it has been asked whether to.
 *
 *   <erase-everything class="erase">
 *     <button type="button" data-do="ask" hidden>…</button>
 *     <dialog aria-labelledby="…"><h2 tabindex="-1">…</h2> … <span data-number data-one="1 answer" data-many="{count} answers"></span>
 *       <button type="button" data-do="erase">…</button> <button type="button" data-do="keep">…</button></dialog>
 *     <div tabindex="-1" role="status"><p data-outcome="gone" hidden>…</p> <p data-outcome="left" hidden>…</p></div>
 *   </erase-everything>
 *
 * The page is loaded anew after it, so that nothing it had in mind is written again,
 * and that page looks whether all is gone.
 */
export class EraseEverything extends HTMLElement {
  #ends = new AbortController();

  connectedCallback() {
    this.#ends = new AbortController();
    const { signal } = this.#ends;
    const ask = this.querySelector('[data-do="ask"]');
    ask?.toggleAttribute('hidden', false);
    const dialog = this.querySelector('dialog');
    ask?.addEventListener('click', () => {
      dialog?.showModal();
      dialog?.querySelector('h2')?.focus();
    }, { signal });
    this.querySelector('[data-do="keep"]')?.addEventListener('click', () => dialog?.close(), { signal });
    this.querySelector('[data-do="erase"]')?.addEventListener('click', () => this.#erase(), { signal });
    if (!isShared()) follow((kept) => this.#count(kept), signal);
    if (history.state === ERASED) this.#report();
  }

  disconnectedCallback() {
    this.#ends.abort();
  }

  /** @param {Map<string, unknown>} kept */
  #count(kept) {
    const place = this.querySelector('[data-number]');
    if (place instanceof HTMLElement) place.textContent = counted(place, amount(kept).answers);
  }

  async #erase() {
    for (const button of this.querySelectorAll('button')) button.disabled = true;
    await erase();
    history.replaceState(ERASED, '');
    location.reload();
  }

  async #report() {
    history.replaceState(null, '', location.pathname);
    const left = await isLeft();
    only(this, 'data-outcome', left ? 'left' : 'gone');
    /** @type {HTMLElement | null} */ (this.querySelector('[role="status"]'))?.focus();
  }
}

customElements.define('erase-everything', EraseEverything);
