import { moment } from '../page/notices.js';
import { showStorageEstimate } from './storage-estimate.js';
import { clock, isShared, name, store } from '../storage/this-site.js';
import { fill, showOnly } from '../page/fill-words.js';
import { SiteElement } from '../page/site-element.js';

/** The key of the mark; like the ledger, it is of this device and goes into no backup. */
const MARK = 'ledger/browser-check';

/** Remembers in this tab when it wrote the mark, so that a page that was merely loaded again is told apart. */
const WRITTEN = `${name}:browser-check`;

/**
 * Writes a mark, and says later whether the browser has kept it.
 *
 *   <browser-check class="check">
 *     <div data-step="write" hidden>… <button type="button" data-do="write">…</button></div>
 *     <div data-step="close" hidden><h2 tabindex="-1">…</h2> … <a data-link>…</a> <copy-text …>…</copy-text></div>
 *     <div data-step="same-tab|kept|gone|shared|blocked" hidden><h2 tabindex="-1">…</h2> … <span data-fill="at"></span>
 *       … <button type="button" data-do="remove">…</button> <button type="button" data-do="again">…</button></div>
 *     <p role="status" data-removed="…"></p>
 *     … and what device/storage-estimate.js fills
 *   </browser-check>
 *
 * The link to open later carries the time of the writing, `#check-1763890000`: so a mark
 * that is gone is told from one that was never written.
 */
export class BrowserCheck extends SiteElement {
  /** @param {AbortSignal} signal */
  setUp(signal) {
    this.addEventListener(
      'click',
      ({ target }) => {
        const act = target instanceof Element ? target.closest('[data-do]')?.getAttribute('data-do') : null;
        if (act === 'write' || act === 'again') this.#write();
        if (act === 'remove') this.#remove();
      },
      { signal },
    );
    addEventListener('hashchange', () => this.#look(), { signal });
    showStorageEstimate(this);
    this.#look();
  }

  /** Says what has become of the mark that the address tells of. */
  async #look() {
    if (isShared()) return void this.#show('shared');
    const written = timeIn(location.hash);
    if (written === null) return void showOnly(this, 'data-step', 'write');
    try {
      const record = (await store.read([MARK])).get(MARK);
      const found = timeOf(record);
      const at = { at: moment(new Date(1000 * (found ?? written)).toISOString()) };
      if (found === null || found < written)
        this.#show('gone', { at: moment(new Date(1000 * written).toISOString()) });
      else this.#show(inThisTab() === found ? 'same-tab' : 'kept', at);
    } catch {
      this.#show('blocked');
    }
  }

  async #write() {
    const at = clock.date();
    const time = Math.floor(Date.parse(at) / 1000);
    try {
      await store.update([], () => ({ outcome: null, puts: new Map([[MARK, { format: 1, at }]]) }));
    } catch {
      return void this.#show('blocked');
    }
    try {
      sessionStorage.setItem(WRITTEN, String(time));
    } catch {
      // Then a page that is loaded again is taken for one that comes after a closing.
    }
    history.replaceState(null, '', `#check-${time}`); // so that a bookmark of this page is one of the link
    const step = this.#show('close', { at: moment(at), address: location.href });
    step?.querySelector('[data-link]')?.setAttribute('href', location.href);
    step?.querySelector('copy-text')?.setAttribute('data-copy', location.href);
  }

  async #remove() {
    try {
      await store.update([], () => ({ outcome: null, deletes: [MARK] }));
      sessionStorage.removeItem(WRITTEN);
    } catch {
      return void this.#show('blocked');
    }
    history.replaceState(null, '', location.pathname);
    showOnly(this, 'data-step', 'write');
    this.#status.textContent = this.#status.dataset.removed ?? '';
    this.#status.focus();
  }

  /** @param {string} name @param {Record<string, string>} [fills] */
  #show(name, fills = {}) {
    this.#status.textContent = '';
    const step = showOnly(this, 'data-step', name);
    if (step) fill(step, fills);
    step?.querySelector('h2')?.focus();
    return step;
  }

  get #status() {
    return this.find('[data-removed]', HTMLElement);
  }
}

/** @param {string} hash @returns {number | null} seconds since 1970 */
function timeIn(hash) {
  const [, digits] = /^#check-(\d{9,11})$/.exec(hash) ?? [];
  return digits ? Number(digits) : null;
}

/** @param {unknown} record @returns {number | null} seconds since 1970 */
function timeOf(record) {
  const at = Date.parse(String(/** @type {any} */ (record)?.at ?? ''));
  return Number.isNaN(at) ? null : Math.floor(at / 1000);
}

/** When this tab wrote the mark, in seconds since 1970. */
function inThisTab() {
  try {
    return Number(sessionStorage.getItem(WRITTEN));
  } catch {
    return 0;
  }
}

customElements.define('browser-check', BrowserCheck);
