import { openDialog } from '../page/dialog.js';
import { download } from '../page/download.js';
import { why } from '../page/fail.js';
import { worded } from '../page/words.js';

/** Records above which a backup takes long enough for its progress to be shown. */
const MANY = 500;

/**
 * Asks how a backup is to be made, makes it, and hands it over.
 *
 *   <backup-dialog data-saved="Saved as {name}. …" data-sealed="…" data-partly="…" data-failed="…"
 *     data-missing="…" data-working="…" data-damaged-one="1 saved item …" data-damaged-many="{count} saved items …">
 *     <dialog aria-labelledby="backup-title">
 *       <form method="dialog">
 *         <h2 id="backup-title" tabindex="-1">Save a backup</h2>
 *         <div data-part="ask">
 *           … what a backup is
 *           <div data-part="seal"> a password field, and a checkbox that shows it </div>
 *           <p data-part="no-seal" hidden> why there is none </p>
 *         </div>
 *         <p data-part="progress" data-text="{count} …" hidden></p>
 *         <p role="status"></p>
 *         <button type="submit" data-part="save">Save backup</button>
 *         <button type="button" data-part="cancel">Cancel</button>
 *         <button type="button" data-part="close" hidden>Close</button>
 *         <button type="button" data-part="missing" hidden>The file is not there</button>
 *       </form>
 *     </dialog>
 *   </backup-dialog>
 *
 * Any `[data-open-backup]` of the page opens it, and `ask()` does. What makes backups
 * is loaded then.
 */
export class BackupDialog extends HTMLElement {
  #ends = new AbortController();
  #working = false;
  #saved = false;
  /** Notes that there is no such backup after all. */
  #takeBack = () => {};
  /** How often it was opened. */
  #turn = 0;

  connectedCallback() {
    this.#ends = new AbortController();
    const { signal } = this.#ends;
    document.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('[data-open-backup]')) void this.ask();
    }, { signal });
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#save();
    }, { signal });
    for (const name of ['cancel', 'close']) {
      this.#part(name)?.addEventListener('click', () => this.#dialog?.close(), { signal });
    }
    this.#part('missing')?.addEventListener('click', () => this.#miss(), { signal });
    const show = this.querySelector('input[type="checkbox"]');
    show?.addEventListener('change', () => this.#showPassphrase(), { signal });
  }

  disconnectedCallback() {
    this.#ends.abort();
  }

  /**
   * Opens the dialog.
   * @returns {Promise<boolean>} once it is closed: whether the person has been given a whole backup
   */
  async ask() {
    const dialog = this.#dialog;
    if (!dialog || dialog.open) return false;
    this.#saved = false;
    this.#turn += 1;
    this.#show('ask');
    openDialog(dialog);
    const closed = new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
    import('../page/backup.js').then(({ canSeal }) => this.#offerSeal(canSeal()), () => {});
    await closed;
    if (this.#passphrase) this.#passphrase.value = '';
    return this.#saved;
  }

  /** @param {'ask' | 'done'} step */
  #show(step) {
    for (const name of ['ask', 'save', 'cancel']) this.#part(name)?.toggleAttribute('hidden', step === 'done');
    for (const name of ['close', 'missing']) this.#part(name)?.toggleAttribute('hidden', step === 'ask');
    const show = this.querySelector('input[type="checkbox"]');
    if (step === 'ask' && show instanceof HTMLInputElement) show.checked = false;
    if (step === 'ask') this.#say('');
    this.#showPassphrase();
  }

  /** @param {boolean} can */
  #offerSeal(can) {
    this.#part('seal')?.toggleAttribute('hidden', !can);
    this.#part('no-seal')?.toggleAttribute('hidden', can);
  }

  #showPassphrase() {
    const show = this.querySelector('input[type="checkbox"]');
    if (!this.#passphrase) return;
    this.#passphrase.type = show instanceof HTMLInputElement && show.checked ? 'text' : 'password';
  }

  async #save() {
    const turn = this.#turn;
    if (this.#working) return;
    this.#working = true;
    this.#say('');
    const passphrase = this.#part('seal')?.hidden ? '' : (this.#passphrase?.value ?? '');
    try {
      const { TYPE, fileName, makeBackup, noteBackup } = await import('../page/backup.js');
      const backup = await makeBackup(passphrase, (count) => this.#progress(count));
      if (!this.#dialog?.open || turn !== this.#turn) return; // cancelled meanwhile
      const name = fileName();
      download(name, backup.text, TYPE);
      this.#saved = backup.whole;
      if (backup.whole) this.#takeBack = noteBackup(backup);
      this.#show('done');
      const { saved = '', sealed = '', partly = '' } = this.dataset;
      const made = (backup.whole ? (passphrase ? sealed : saved) : partly).replace('{name}', name);
      this.#say([made, this.#lacking(backup.damaged)].join(' ').trim());
      this.#part('close')?.focus();
    } catch (error) {
      this.#say(`${this.dataset.failed ?? ''} ${await why(error)}`);
    } finally {
      this.#working = false;
      this.#part('progress')?.toggleAttribute('hidden', true);
    }
  }

  /** Shows that a backup of very much takes its time. @param {number} count of the records read so far */
  #progress(count) {
    const place = this.#part('progress');
    if (!place || count < MANY) return;
    if (place.hidden) this.#say(this.dataset.working ?? '');
    place.hidden = false;
    place.textContent = worded(place.dataset.text, { count: count.toLocaleString('en-GB') });
  }

  /** What to say of records that are not in the backup. @param {number} count */
  #lacking(count) {
    const { damagedOne = '', damagedMany } = this.dataset;
    if (count < 2) return count ? damagedOne : '';
    return worded(damagedMany, { count: String(count) });
  }

  /** The browser took the file and did not give it to the person: no page can see that. */
  #miss() {
    this.#takeBack();
    this.#saved = false;
    this.#show('ask');
    this.#say(this.dataset.missing ?? '');
    this.#part('save')?.focus();
  }

  /** @param {string} words */
  #say(words) {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = words;
  }

  /** @param {string} name @returns {HTMLElement | null} */
  #part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }

  get #dialog() {
    return this.querySelector('dialog');
  }

  /** @returns {HTMLInputElement | null} */
  get #passphrase() {
    return this.querySelector('[data-part="seal"] input:not([type="checkbox"])');
  }
}

customElements.define('backup-dialog', BackupDialog);
