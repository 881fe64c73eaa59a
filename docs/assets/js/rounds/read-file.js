import { LoadedWorker, openAtEnter, takeFiles } from '../backup/file-steps.js';
import { SiteElement } from '../page/site-element.js';

/**
 * Reads a file of somebody's workbook, or of notes on one's own, and keeps nothing of it.
 *
 *   <read-file data-nobody="…" data-sheet-title="…" …>
 *     <div data-step="choose" hidden>… <input type="file"> …</div>
 *     <div role="alert" data-refused hidden>… <p data-reason="damaged" hidden>…</p> …</div>
 *     <div data-step="passphrase" hidden>… <input type="password"> <p data-wrong hidden>…</p> <button data-do="open">…</button></div>
 *     <div data-step="reading" hidden> <p data-strip="file" tabindex="-1">… <bdi data-fill="from"></bdi></p> <p data-strip="notes">…</p>
 *       <compare-rounds data-of-a-file>…</compare-rounds> <section data-others hidden><ul></ul></section>
 *       <section data-session> <input data-part="name">
 *       <textarea data-part="talk"></textarea> <textarea data-part="agreed"></textarea> <button data-do="notes">…</button> …</section></div>
 *     <p role="status" data-reading="…" …></p> <div data-sheet hidden></div></read-file>
 *
 * What does it, rounds/reading.js, is loaded with the first file.
 */
export class ReadFile extends SiteElement {
  #reading = new LoadedWorker(this, () => import('./reading.js').then(({ Reading }) => new Reading(this)));

  /** @param {AbortSignal} signal */
  setUp(signal) {
    this.find('[data-step="choose"]', HTMLElement).hidden = false;
    const field = this.find('input[type="file"]', HTMLInputElement);
    takeFiles(this, field, signal, ([file]) =>
      this.#reading.work((reading) => reading.read(/** @type {File} */ (file))),
    );
    openAtEnter(this, signal, () => this.#reading.work((reading) => reading.act('open')));
    this.addEventListener(
      'click',
      ({ target }) => {
        const act = target instanceof Element ? target.closest('[data-do]')?.getAttribute('data-do') : null;
        if (act) void this.#reading.work((reading) => reading.act(act));
      },
      { signal },
    );
  }
}

customElements.define('read-file', ReadFile);
