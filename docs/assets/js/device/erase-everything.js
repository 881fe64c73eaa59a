import { amount } from '../storage/amount.js';
import { explain } from '../page/say-failure.js';
import { isShared } from '../storage/this-site.js';
import { follow } from '../answers/stored-summary.js';
import { counted, showOnly } from '../page/fill-words.js';
import { SiteElement } from '../page/site-element.js';

const erasing = () => import('./erase.js');

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
export class EraseEverything extends SiteElement {
  /** @param {AbortSignal} signal */
  setUp(signal) {
    const ask = this.find('[data-do="ask"]', HTMLButtonElement);
    ask.hidden = false;
    const dialog = this.#dialog;
    ask.addEventListener(
      'click',
      () => {
        erasing().catch(() => {}); // tried again when it is wanted
        showOnly(this, 'data-outcome', null);
        dialog.showModal();
      },
      { signal },
    );
    this.find('[data-do="keep"]', HTMLButtonElement).addEventListener('click', () => dialog.close(), {
      signal,
    });
    this.find('[data-do="erase"]', HTMLButtonElement).addEventListener('click', () => this.#erase(), {
      signal,
    });
    if (!isShared()) follow((kept) => this.#count(kept), signal);
    if (history.state === ERASED) this.#report();
  }

  /** @param {Map<string, unknown>} kept */
  #count(kept) {
    const number = this.find('[data-number]', HTMLElement);
    number.textContent = counted(number, amount(kept).answers);
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
    this.#dialog.close();
    await explain(showOnly(this, 'data-outcome', 'failed'), error);
    this.#status.focus();
  }

  async #report() {
    history.replaceState(null, '', location.pathname);
    const remains = await erasing().then(
      ({ isLeft }) => isLeft(),
      () => null,
    );
    showOnly(this, 'data-outcome', remains === null ? 'unknown' : remains ? 'left' : 'gone');
    this.#status.focus();
  }

  get #dialog() {
    return this.find('dialog', HTMLDialogElement);
  }

  get #status() {
    return this.find('[role="status"]', HTMLElement);
  }
}

customElements.define('erase-everything', EraseEverything);
