import { LoadedWorker, openAtEnter, takeFiles } from './file-steps.js';
import { UNDO } from '../storage/records.js';
import { isShared, listen, store } from '../storage/this-site.js';
import { showOnly } from '../page/fill-words.js';
import { SiteElement } from '../page/site-element.js';

/**
 * Brings a backup file back: reads it, shows what it would change, does that, and takes it back.
 *
 *   <restore-backup class="restore">
 *     <div data-step="choose" hidden>… <input type="file"> …</div>
 *     <div data-step="shared" hidden>…</div>
 *     <div data-step="passphrase" hidden>… <input type="password"> <p data-wrong role="alert" hidden>…</p>
 *       <button data-do="open">…</button> <button data-do="cancel">…</button></div>
 *     <div data-step="preview" hidden><h3 tabindex="-1">…</h3> <span data-fill="site"></span>
 *       <li data-line="added" data-one="…" data-many="{count} …" hidden><details><summary></summary><ul></ul></details></li> …
 *       <p data-nothing hidden>…</p> <button data-do="restore">…</button> <button data-do="cancel">…</button></div>
 *     <div role="alert" data-refused hidden>… <p data-reason="damaged" hidden>…</p> …</div>
 *     <p role="status" data-reading="…" data-done="… {added} … {changed} …" data-undone="…" data-stopped="…"></p>
 *     <div data-undo hidden>… <span data-fill="at"></span> <button data-do="undo">…</button></div>
 *   </restore-backup>
 *
 * A line stands for a part of the preview (backup/merge.js); a reason for one of
 * backup/check-records.js, or `unread` (the file), `blocked` (the store), `no-crypto`, `not-loaded`,
 * `unchecked` (beside the preview).
 * It comes hidden, as it needs script. In a tab that keeps nothing it works where answers are.
 * What does all that, backup/restore-steps.js, is loaded when a file is brought or there is a restore to undo.
 */
export class RestoreBackup extends SiteElement {
  #restoring = new LoadedWorker(this, () =>
    import('./restore-steps.js').then(({ Restoring }) => new Restoring(this)),
  );

  /** @param {AbortSignal} signal */
  setUp(signal) {
    const useless = isShared() && !document.querySelector('workbook-question');
    showOnly(this, 'data-step', useless ? 'shared' : 'choose');
    const field = this.find('input[type="file"]', HTMLInputElement);
    takeFiles(this, field, signal, async ([file]) => {
      if (file && !useless) await this.#restoring.work((restoring) => restoring.read(file));
    });
    openAtEnter(this, signal, () => this.#restoring.work((restoring) => restoring.open()));
    this.addEventListener(
      'click',
      ({ target }) => {
        const button = target instanceof Element ? target.closest('[data-do]') : null;
        if (button) this.#restoring.work((restoring) => restoring.act(button));
      },
      { signal },
    );
    listen((message) => message.restored && this.#offerUndo(), signal);
    this.#offerUndo();
  }

  async #offerUndo() {
    const keys = await store.keys(UNDO).catch(() => []);
    if (keys.length || this.#restoring.isWanted)
      await this.#restoring.work((restoring) => restoring.offerUndo());
  }
}

customElements.define('restore-backup', RestoreBackup);
