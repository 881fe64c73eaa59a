/** Reads a backup file, shows what it would change, does that, and takes it back: for `restore-backup`, loaded when it is wanted. */

import { listAnswersToChoose } from './answers-to-choose.js';
import { LIMIT, Refusal } from './check-records.js';
import { readBackup } from './format.js';
import { unseal } from './encrypt.js';
import { canSeal } from '../page/secure-context.js';
import { tie } from '../page/field-error.js';
import { moment } from '../page/notices.js';
import { noteFailure } from '../page/say-failure.js';
import { sharesNothing, showPreview } from './restore-preview.js';
import { look, restore, undoRestore, undoable } from './restore.js';
import { isShared } from '../storage/this-site.js';
import { fill, showOnly, worded } from '../page/fill-words.js';

/** Whether this page has nothing to restore to: it keeps nothing, and has no field to show it in. */
const isUseless = () => isShared() && !document.querySelector('workbook-question');

export class Restoring {
  #element;
  /** @type {Uint8Array} of a file under a passphrase */
  #sealed = new Uint8Array();
  /** @type {ReturnType<typeof readBackup> | null} */
  #backup = null;
  /** Counts what was begun: what comes of something older is of no interest. */
  #turn = 0;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
  }

  /** @param {EventTarget | null} target */
  act(target) {
    const button = target instanceof Element ? target.closest('[data-do]') : null;
    const act = button?.getAttribute('data-do');
    if (act === 'open') this.open();
    if (act === 'restore') this.#restore();
    if (act === 'undo') this.#undo();
    if (act !== 'cancel') return;
    this.#step('choose');
    this.#say('stopped');
    this.#input('file')?.focus();
  }

  /** @param {File} file */
  async read(file) {
    this.#step('choose');
    this.#say('reading');
    const turn = this.#turn;
    try {
      if (file.size > LIMIT) throw new Refusal('too-large');
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (turn === this.#turn) await this.#parse(bytes);
    } catch (error) {
      if (turn === this.#turn) this.#refuse(error instanceof Refusal ? error.reason : 'unread');
    }
  }

  /** @param {Uint8Array} bytes */
  async #parse(bytes) {
    try {
      this.#backup = readBackup(bytes, true);
    } catch (error) {
      if (!(error instanceof Refusal) || error.reason !== 'sealed') throw error;
      if (!canSeal()) return this.#refuse('no-crypto');
      this.#sealed = bytes;
      this.#step('passphrase');
      return this.#input('password')?.focus();
    }
    return this.#preview();
  }

  /** With the passphrase that stands in its field. */
  async open() {
    const input = this.#input('password');
    const turn = this.#turn;
    this.#wrong(false);
    try {
      const bytes = await unseal(this.#sealed, input?.value ?? '');
      if (turn !== this.#turn) return;
      if (input) input.value = '';
      await this.#parse(bytes);
    } catch (error) {
      if (turn !== this.#turn) return;
      if (!(error instanceof Refusal)) return this.#refuse('unread');
      if (error.reason !== 'wrong-passphrase') return this.#refuse(error.reason);
      this.#wrong(true);
      input?.select();
    }
  }

  async #preview() {
    const backup = this.#backup;
    if (!backup) return;
    try {
      const { preview, current, changes } = await look(backup.records);
      const { site, made, from, workbook } = backup.facts;
      const step = this.#step('preview');
      if (!step) return;
      fill(step, { site, made: Number.isNaN(Date.parse(made)) ? made : moment(made) });
      const whose = /** @type {HTMLElement | null} */ (step.querySelector('[data-whose]'));
      whose?.toggleAttribute('hidden', workbook === undefined);
      const strange = workbook === undefined && sharesNothing(backup.records, current);
      step.querySelector('[data-strange]')?.toggleAttribute('hidden', !strange);
      fill(step, { from: from || (whose?.dataset.nobody ?? '') });
      showPreview(step, preview, [backup.records, current]);
      step.querySelector('[data-nothing]')?.toggleAttribute('hidden', changes);
      step.querySelector('[data-do="restore"]')?.toggleAttribute('hidden', !changes);
      if (!backup.checked) this.#doubt();
    } catch {
      this.#refuse('blocked');
    }
  }

  async #restore() {
    const backup = this.#backup;
    this.#backup = null; // a second press of the button finds nothing
    if (!backup) return;
    try {
      const { added, changed, kept, offered } = await restore(backup.records, backup.facts.made);
      this.#step('choose');
      const counts = { added: added.length, changed: changed.length, kept: kept.length };
      this.#say(
        'done',
        Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)])),
      );
      await this.offerUndo();
      this.#status?.focus();
      await this.#choose(offered);
    } catch {
      this.#refuse('blocked');
    }
  }

  /** @param {string[]} ids of the answers that have 2 versions */
  #choose = (ids) =>
    listAnswersToChoose(this.#element.querySelector('[data-choose]'), ids).catch(noteFailure);

  async #undo() {
    try {
      const done = await undoRestore();
      this.#step('choose');
      await this.offerUndo();
      if (done) this.#say('undone');
      if (done) await this.#choose([]);
      this.#status?.focus();
    } catch {
      this.#refuse('blocked');
    }
  }

  /** Offers to take the last restore back, where there is one. */
  async offerUndo() {
    const at = await undoable();
    const offer = this.#element.querySelector('[data-undo]');
    if (!offer) return;
    if (at) fill(offer, { at: moment(at) });
    offer.toggleAttribute('hidden', !at);
  }

  /** @param {string} name */
  #step(name) {
    this.#turn += 1;
    this.#wrong(false);
    this.#say(null);
    const refused = this.#element.querySelector('[data-refused]');
    refused?.toggleAttribute('hidden', true);
    tie(this.#input('file'), refused, false);
    const passphrase = this.#input('password');
    if (passphrase) passphrase.value = '';
    const step = showOnly(this.#element, 'data-step', name === 'choose' && isUseless() ? 'shared' : name);
    /** @type {HTMLElement | null | undefined} */ (step?.querySelector('[tabindex="-1"]'))?.focus();
    return step;
  }

  /** @param {string} reason */
  #refuse(reason) {
    this.#step('choose');
    if (document.activeElement === document.body) this.#input('file')?.focus();
    this.#warn(reason);
  }

  /** What is shown is of a file that was changed: another one may be chosen instead. */
  #doubt() {
    this.#element.querySelector('[data-step="choose"]')?.toggleAttribute('hidden', isUseless());
    this.#warn('unchecked');
  }

  /** @param {string} reason */
  #warn(reason) {
    const notice = this.#element.querySelector('[data-refused]');
    if (!notice) return;
    showOnly(notice, 'data-reason', reason);
    notice.toggleAttribute('hidden', false);
    tie(this.#input('file'), notice, true);
  }

  /** @param {boolean} yes whether the passphrase was wrong */
  #wrong(yes) {
    const words = this.#element.querySelector('[data-wrong]');
    words?.toggleAttribute('hidden', !yes);
    tie(this.#input('password'), words, yes); // one that is hidden would be read out all the same
  }

  /** @param {string | null} words the name of those to say @param {Record<string, string>} [fills] */
  #say(words, fills = {}) {
    if (this.#status) this.#status.textContent = words ? worded(this.#status.dataset[words], fills) : '';
  }

  get #status() {
    return /** @type {HTMLElement | null} */ (this.#element.querySelector('[role="status"]'));
  }

  /** @param {string} type */
  #input(type) {
    return /** @type {HTMLInputElement | null} */ (this.#element.querySelector(`input[type="${type}"]`));
  }
}
