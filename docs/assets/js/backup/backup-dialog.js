import { download } from '../page/download.js';
import { why } from '../page/say-failure.js';
import { canSeal } from '../page/secure-context.js';
import { worded } from '../page/fill-words.js';
import { SiteElement } from '../page/site-element.js';

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
 *         <button type="button" data-part="missing" hidden>I cannot find the file</button>
 *       </form>
 *     </dialog>
 *   </backup-dialog>
 *
 * Any `[data-open-backup]` of the page opens it, and `ask()` does. What makes backups
 * is loaded then.
 */
export class BackupDialog extends SiteElement {
  #working = false;
  #saved = false;
  /** Notes that there is no such backup after all. */
  #takeBack = () => {};
  /** How often it was opened. */
  #turn = 0;

  /** @param {AbortSignal} signal */
  setUp(signal) {
    document.addEventListener(
      'click',
      ({ target }) => {
        if (target instanceof Element && target.closest('[data-open-backup]')) void this.ask();
      },
      { signal },
    );
    this.find('form', HTMLFormElement).addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        void this.#save();
      },
      { signal },
    );
    for (const name of ['cancel', 'close']) {
      this.#part(name).addEventListener('click', () => this.#dialog.close(), { signal });
    }
    this.#part('missing').addEventListener('click', () => this.#miss(), { signal });
    this.#passphraseShown.addEventListener('change', () => this.#showPassphrase(), { signal });
  }

  /**
   * Opens the dialog.
   * @returns {Promise<boolean>} once it is closed: whether the person has been given a whole backup
   */
  async ask() {
    const dialog = this.#dialog;
    if (dialog.open) return false;
    this.#saved = false;
    this.#turn += 1;
    this.#show('ask');
    this.#offerSeal(canSeal()); // before the first field has the focus
    dialog.showModal();
    const closed = new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
    void import('./make-backup.js').catch(() => {}); // tried again when it is wanted
    await closed;
    this.#passphrase.value = '';
    return this.#saved;
  }

  /** @param {'ask' | 'done'} step */
  #show(step) {
    for (const name of ['ask', 'save', 'cancel']) this.#part(name).toggleAttribute('hidden', step === 'done');
    for (const name of ['close', 'missing']) this.#part(name).toggleAttribute('hidden', step === 'ask');
    if (step === 'ask') this.#passphraseShown.checked = false;
    if (step === 'ask') this.#say('');
    this.#showPassphrase();
  }

  /** @param {boolean} can */
  #offerSeal(can) {
    this.#part('seal').toggleAttribute('hidden', !can);
    this.#part('no-seal').toggleAttribute('hidden', can);
  }

  #showPassphrase() {
    this.#passphrase.type = this.#passphraseShown.checked ? 'text' : 'password';
  }

  async #save() {
    const turn = this.#turn;
    if (this.#working) return;
    this.#working = true;
    this.#say('');
    const passphrase = this.#part('seal').hidden ? '' : this.#passphrase.value;
    try {
      const { TYPE, fileName, makeBackup, noteBackup } = await import('./make-backup.js');
      const backup = await makeBackup(passphrase, (count) => this.#progress(count));
      if (!this.#dialog.open || turn !== this.#turn) return; // cancelled meanwhile
      const name = fileName();
      download(name, backup.text, TYPE);
      this.#saved = backup.whole;
      if (backup.whole) this.#takeBack = noteBackup(backup);
      this.#show('done');
      const { saved = '', sealed = '', partly = '' } = this.dataset;
      const made = (backup.whole ? (passphrase ? sealed : saved) : partly).replace('{name}', name);
      this.#say([made, this.#lacking(backup.damaged)].join(' ').trim());
      this.#part('close').focus();
    } catch (error) {
      this.#say(`${this.dataset.failed ?? ''} ${await why(error)}`);
    } finally {
      this.#working = false;
      this.#part('progress').toggleAttribute('hidden', true);
    }
  }

  /** Shows that a backup of very much takes its time. @param {number} count of the records read so far */
  #progress(count) {
    const place = this.#part('progress');
    if (count < MANY) return;
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
    this.#part('save').focus();
  }

  /** @param {string} words */
  #say(words) {
    this.find('[role="status"]', HTMLElement).textContent = words;
  }

  /** @param {string} name */
  #part(name) {
    return this.find(`[data-part="${name}"]`, HTMLElement);
  }

  get #dialog() {
    return this.find('dialog', HTMLDialogElement);
  }

  get #passphrase() {
    return this.find('[data-part="seal"] input:not([type="checkbox"])', HTMLInputElement);
  }

  get #passphraseShown() {
    return this.find('input[type="checkbox"]', HTMLInputElement);
  }
}

customElements.define('backup-dialog', BackupDialog);
