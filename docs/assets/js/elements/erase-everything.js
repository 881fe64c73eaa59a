import { amount } from '../lib/amount.js';
import { openDialog } from '../page/dialog.js';
import { explain } from '../page/fail.js';
import { isShared } from '../page/site.js';
import { follow } from '../page/standing.js';
import { counted, only } from '../page/words.js';

const erasing = () => import('../page/erase.js');

/** What this tab's history notes of the page once all was erased, until the page has said so; no address can. */
const ERASED = 'erased';

/**
 * Removes all that the site keeps in this browser, once it has been asked whether to.
 *
 *   <erase-everything class="erase">
 *     <button type="button" data-do="ask" hidden>…</button>
 *     <dialog aria-labelledby="…"><h2 tabindex="-1">…</h2> … <span data-number data-one="1 answer" data-many="{count} answers"></span>
 *       <button type="button" data-do="erase">…</button> <button type="button" data-do="keep">…</button></dialog>
 *     <div tabindex="-1" role="status"><p data-outcome="gone" hidden>…</p> <p data-outcome="left" hidden>…</p> … unknown, failed</div>
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
      erasing().catch(() => {}); // tried again when it is wanted
      only(this, 'data-outcome', null);
      if (dialog) openDialog(dialog);
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
    const buttons = this.querySelectorAll('button');
    for (const button of buttons) button.disabled = true;
    try {
      await (await erasing()).erase();
    } catch (error) {
      for (const button of buttons) button.disabled = false;
      return this.#fail(error);
    }
    history.replaceState(ERASED, '');
    location.reload();
  }

  /** Nothing was erased. @param {unknown} error */
  async #fail(error) {
    this.querySelector('dialog')?.close();
    await explain(only(this, 'data-outcome', 'failed'), error);
    this.#status?.focus();
  }

  async #report() {
    history.replaceState(null, '', location.pathname);
    const left = await erasing().then(({ isLeft }) => isLeft(), () => null);
    only(this, 'data-outcome', left === null ? 'unknown' : left ? 'left' : 'gone');
    this.#status?.focus();
  }

  get #status() {
    return /** @type {HTMLElement | null} */ (this.querySelector('[role="status"]'));
  }
}

customElements.define('erase-everything', EraseEverything);
