import { parseShelved, titleOf } from '../lib/shelf.js';
import { answers } from '../page/answers.js';
import { opened } from '../page/place.js';
import { key, watch } from '../page/shelf.js';
import { listen } from '../page/site.js';
import { fill, only, worded } from '../page/words.js';

/**
 * Says which named workbook a page has open, that it is archived, or that it is not here. Loaded
 * where the address asks for one.
 *
 *   <opened-workbook class="shelf" data-workbook="recruiting" data-address="…" data-nameless="…">
 *     <p data-state="here" hidden>… <bdi data-fill="title"></bdi></p> <div data-state="unknown" role="alert" hidden>…</div>
 *     <div data-part="archived" hidden>… <button data-do="back">…</button></div>
 *     <details data-later>… <workbook-shelf>…</workbook-shelf></details>
 *     <p class="shelf__status" role="status" tabindex="-1" data-back="… {title} …" data-failed="…"></p>
 *   </opened-workbook>
 *
 * Where it is not here, `form[data-shelf]` bears `data-unknown` and the list is opened. It hears from
 * `workbook-shelf` by the events `erasing`, `erased` and `not-erased` what becomes of the open workbook.
 */
export class OpenedWorkbook extends HTMLElement {
  #ends = new AbortController();
  /** Its record, as it was last seen. */
  #record = /** @type {unknown} */ (undefined);
  /** All that was known of it is gone on purpose, or is about to be. */
  #erased = false;

  connectedCallback() {
    if (!opened) return;
    this.#ends = new AbortController();
    const { signal } = this.#ends;
    const back = this.querySelector('[data-part="archived"] [data-do="back"]');
    back?.addEventListener('click', () => this.#bringBack(), { signal });
    this.addEventListener('erasing', () => (this.#erased = true), { signal });
    this.addEventListener('not-erased', () => (this.#erased = false), { signal });
    this.addEventListener('erased', () => this.#leave(this.dataset.address), { signal });
    listen((message) => message.unshelved === opened && this.#leave(), signal);
    watch((record) => this.#show(record), signal);
  }

  disconnectedCallback() {
    this.#ends.abort();
  }

  /** @param {unknown} record */
  #show(record) {
    const gone = record === undefined && this.#record !== undefined && !this.#erased;
    if (gone) void this.#keepAgain();
    this.#record = record ?? this.#record;
    if (gone || this.#erased) return;
    const isHere = record !== undefined;
    const state = only(this, 'data-state', isHere ? 'here' : 'unknown');
    if (state && isHere) fill(state, { title: this.#title });
    this.querySelector('[data-part="archived"]')?.toggleAttribute('hidden', !parseShelved(record)?.archived);
    const form = document.querySelector('form[data-shelf]');
    const typed = [...(form?.querySelectorAll('textarea') ?? [])].some(({ value }) => value !== ''); // before this came
    form?.toggleAttribute('data-unknown', !isHere && !typed);
    if (!isHere) this.querySelector('details')?.toggleAttribute('open', true);
  }

  /** It was cleared away under the page: it comes back as its answers do. */
  async #keepAgain() {
    const record = this.#record;
    await import('../page/keep.js').then(({ keep }) => keep(new Map([[key, record]]))).catch(() => {});
  }

  async #bringBack() {
    const title = this.#title;
    const done = import('../page/shelving.js').then(({ edit }) => edit(this.dataset.workbook ?? '', opened ?? '', { archived: false }));
    const said = await done.then(() => 'back', () => 'failed');
    const status = this.querySelector('.shelf__status');
    if (!(status instanceof HTMLElement)) return;
    status.textContent = worded(status.dataset[said], { title });
    status.focus(); // the button has gone with its notice
  }

  /**
   * It has been erased: nothing of this page is to be kept any more.
   * @param {string} [address] where to go; without one, the page says that it is not here
   */
  async #leave(address) {
    this.#erased = true;
    answers.abandon();
    const swept = import('../page/shelving.js').then(({ sweep }) => sweep(this.dataset.workbook ?? '', opened ?? ''));
    await swept.catch(console.error);
    answers.abandon();
    if (address === undefined) location.reload();
    else location.replace(address);
  }

  get #title() {
    return titleOf(this.#record) || (this.dataset.nameless ?? '');
  }
}

customElements.define('opened-workbook', OpenedWorkbook);
