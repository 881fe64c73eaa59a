import { parseShelved, titleOf } from '../storage/named-workbook.js';
import { answers } from '../answers/page-answers.js';
import { opened } from '../page/this-page.js';
import { noteFailure, sayFailure } from '../page/say-failure.js';
import { key, watch } from './opened-here.js';
import { listen, store } from '../storage/this-site.js';
import { fill, showOnly } from '../page/fill-words.js';
import { SiteElement } from '../page/site-element.js';

const shelving = () => import('./actions.js');

/**
 * Says which named workbook a page has open, that it is archived, or that it is not here. Loaded
 * where the address asks for one, and where one comes to from one that was erased.
 *
 *   <opened-workbook class="shelf" data-workbook="recruiting" data-address="…" data-nameless="…">
 *     <p data-state="here" hidden>… <bdi data-fill="title"></bdi></p> <div data-state="unknown" role="alert" hidden>…</div>
 *     <div data-part="archived" hidden>… <button data-do="back">…</button></div>
 *     <details data-later>… <workbook-shelf>…</workbook-shelf></details>
 *     <p class="shelf__status" role="status" tabindex="-1" data-back="… {title} …" data-failed="…"></p>
 *   </opened-workbook>
 *
 * The links `a[data-keeps-round]` lead to the same one. Where it is not here, `form[data-shelf]` bears `data-unknown` and the list is opened. It hears from
 * `workbook-shelf` by the events `erasing`, `erased` and `not-erased` what becomes of the open workbook.
 */
export class OpenedWorkbook extends SiteElement {
  /** Its record, as it was last seen. */
  #record = /** @type {unknown} */ (undefined);
  /** All that was known of it is gone on purpose, or is about to be. */
  #erased = false;
  /** What was written in the round before is shown. */
  #compared = false;

  /** @param {AbortSignal} signal */
  setUp(signal) {
    if (!opened) return history.replaceState(history.state, '', location.pathname); // it was erased: said once
    this.querySelector('details[data-later]')?.removeAttribute('open'); // what is open comes first
    const back = this.querySelector('[data-part="archived"] [data-do="back"]');
    back?.addEventListener(
      'click',
      () => {
        shelving().then(({ bringBack }) => bringBack(this, opened ?? '', this.#title), sayFailure);
      },
      { signal },
    );
    this.addEventListener('erasing', () => (this.#erased = true), { signal });
    this.addEventListener('not-erased', () => (this.#erased = false), { signal });
    this.addEventListener('erased', () => this.#leave(`${this.dataset.address}#workbook-erased`), { signal });
    listen((message) => message.unshelved === opened && this.#leave(), signal);
    addEventListener('pageshow', ({ persisted }) => persisted && this.#comeBack(), { signal });
    watch((record) => this.#show(record), signal);
  }

  /** @param {unknown} record */
  #show(record) {
    const gone = record === undefined && this.#record !== undefined && !this.#erased;
    this.#record = record ?? this.#record;
    // Cleared away under the page, it comes back as its answers do.
    if (gone)
      shelving()
        .then(({ keepAgain }) => keepAgain(key, this.#record))
        .catch(() => {});
    if (gone || this.#erased) return;
    const isHere = record !== undefined;
    const state = showOnly(this, 'data-state', isHere ? 'here' : 'unknown');
    if (state && isHere) fill(state, { title: this.#title });
    const bar = document.querySelector('.workbook__bar');
    if (bar && isHere) fill(bar, { title: this.#title });
    this.querySelector('[data-part="archived"]')?.toggleAttribute('hidden', !parseShelved(record)?.archived);
    const form = document.querySelector('form[data-shelf]');
    const typed = [...(form?.querySelectorAll('textarea') ?? [])].some(({ value }) => value !== ''); // before this came
    form?.toggleAttribute('data-unknown', !isHere && !typed);
    if (!isHere) this.querySelector('details[data-later]')?.toggleAttribute('open', true);
    for (const link of document.querySelectorAll('a[data-keeps-round]'))
      if (link instanceof HTMLAnchorElement) link.search = location.search;
    if (isHere && this.dataset.round && !this.#compared) {
      this.#compared = true;
      import('./last-time.js')
        .then(({ showLastTime }) => showLastTime(this))
        .catch((error) => {
          this.#compared = false; // the network may come back
          noteFailure(error);
        });
    }
  }

  /** Another page may have erased it, and could not tell one that was put away. */
  async #comeBack() {
    const known = this.#record !== undefined && !this.#erased;
    this.#erased ||= known; // until it is found
    const found = known && (await store.read([key]).catch(() => null));
    if (found && !found.has(key)) return this.#leave();
    if (known) this.#erased = false;
    answers.refresh(true);
  }

  /** It has been erased. @param {string} [address] where to go; without one, the page says that it is not here */
  #leave(address) {
    this.#erased = true;
    answers.abandon();
    void shelving().then(
      ({ leave }) => leave(this.dataset.workbook ?? '', opened ?? '', address),
      () => location.reload(),
    );
  }

  get #title() {
    return titleOf(this.#record) || (this.dataset.nameless ?? '');
  }
}

customElements.define('opened-workbook', OpenedWorkbook);
