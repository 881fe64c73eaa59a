/** Opens the members' files one by one, and hands out the record of the decision: for `panel-scores`. */

import { LIMIT, Refusal } from '../backup/check-records.js';
import { unseal } from '../backup/encrypt.js';
import { FilePage, reasonOf as reasonOfFailure } from '../backup/file-page.js';
import { readBackup } from '../backup/format.js';
import { ready } from '../export/save-files.js';
import { tie } from '../page/field-error.js';
import { fill, worded } from '../page/fill-words.js';
import { reportData } from '../page/report-data.js';
import { why } from '../page/say-failure.js';
import { canSeal } from '../page/secure-context.js';
import { Decision } from './decision.js';
import { isSame } from '../named-workbooks/same-name.js';
import { areOfAnother, candidatesOf, shareSheet, sheetsOf, withSheets } from './score-matrix.js';
import { listMembers, listRefused, showScores } from './scores-view.js';

/** The workbook that members score in. */
const SCORING = 'scoring';

/** Of a file without scores, which no reader of backups refuses. */
const NO_SCORES = 'no-scores';

/** @typedef {import('./score-matrix.js').Member} Member */

export class BringingTogether extends FilePage {
  #decision;
  /** @type {Member[]} */
  #members = [];
  /** Members who gave no initials, so far. */
  #nameless = 0;
  /** Files that are still to be opened. @type {File[]} */
  #waiting = [];
  /** The one under a passphrase that is asked for. @type {{ name: string, bytes: Uint8Array } | null} */
  #sealed = null;
  #isBusy = false;
  /** Counts what was begun: nothing comes of a file that was closed or left out meanwhile. */
  #turn = 0;

  /** @param {HTMLElement} element */
  constructor(element) {
    super(element);
    this.#decision = new Decision(this);
  }

  /** @param {File[]} files */
  async read(files) {
    this.#waiting.push(...files);
    if (this.#sealed) return this.say('waits');
    listRefused(this.element, null);
    tie(this.chooser, this.part('[data-refused]'), false);
    await this.#next();
  }

  /** Opens those that wait, up to one whose passphrase is asked for. */
  async #next() {
    if (this.#isBusy) return;
    const turn = this.#turn;
    this.#isBusy = true;
    try {
      while (!this.#sealed && turn === this.#turn) {
        const file = this.#waiting.shift();
        if (!file) break;
        this.say('reading');
        await this.#take(file, turn).catch((error) => this.#refused(reasonOf(error), file.name));
      }
    } finally {
      this.#isBusy = false;
    }
  }

  /** @param {File} file @param {number} turn */
  async #take(file, turn) {
    if (file.size > LIMIT) throw new Refusal('too-large');
    const bytes = new Uint8Array(await file.arrayBuffer());
    try {
      if (turn === this.#turn) await this.#add(bytes, turn);
    } catch (error) {
      if (!(error instanceof Refusal) || error.reason !== 'sealed') throw error;
      if (!canSeal()) return this.#refused('no-crypto', file.name);
      this.#sealed = { name: file.name, bytes };
      this.say(null);
      fill(this.#passphrase, { sealed: file.name });
      this.#passphrase.hidden = false;
      this.password.focus();
    }
  }

  /** @param {Uint8Array} bytes @param {number} turn */
  async #add(bytes, turn) {
    const { records, facts } = readBackup(bytes);
    const { workbook } = await this.#guide();
    if (turn !== this.#turn) return;
    const { first = '', unreadable = '', member = '' } = this.element.dataset;
    const isScores = facts.workbook === SCORING;
    const sheets = isScores ? sheetsOf(workbook, records, facts.made, { first, unreadable }) : [];
    if (!sheets.length) throw new Refusal('bad-content', NO_SCORES);
    const initials = facts.from?.trim() ?? '';
    const alike = this.#members.filter((one) =>
      initials ? isSame(one.initials, initials) : one.made === facts.made,
    );
    const known =
      alike.find((one) => shareSheet(one.sheets, sheets)) ??
      alike.find((one) => !areOfAnother(one.sheets, sheets));
    if (!initials && !known) this.#nameless += 1;
    const own = initials || worded(member, { number: String(this.#nameless) });
    const name = known?.name ?? this.#free(own);
    if (known) Object.assign(known, { made: facts.made, sheets: withSheets(known.sheets, sheets) });
    else this.#members.push({ name, initials, made: facts.made, sheets });
    await this.#show();
    this.say(known ? 'again' : alike.length ? 'twice' : 'added', { member: name, initials });
    void ready().catch(() => {}); // ahead, for when the network has gone
  }

  /** A name that no other member has. @param {string} own @returns {string} */
  #free(own) {
    const isTaken = (/** @type {string} */ name) => this.#members.some((one) => isSame(one.name, name));
    let name = own;
    for (let number = 2; isTaken(name); number += 1) name = `${own} (${number})`;
    return name;
  }

  /** With the passphrase in its field. */
  async open() {
    if (!this.#sealed || this.#isBusy) return;
    const turn = this.#turn;
    const { name, bytes } = this.#sealed;
    this.#isBusy = true;
    this.sayWrong(false);
    this.say('reading');
    try {
      const plain = await unseal(bytes, this.password.value);
      if (turn === this.#turn) await this.#add(plain, turn);
    } catch (error) {
      if (turn !== this.#turn) return;
      const reason = reasonOf(error);
      if (reason === 'wrong-passphrase') {
        this.say(null);
        this.sayWrong(true);
        this.password.focus();
        return this.password.select();
      }
      this.#refused(reason, name);
    } finally {
      this.#isBusy = false;
    }
    if (turn === this.#turn) await this.#goOn();
  }

  /** The file under a passphrase is done with, or left out: the next one is opened. */
  async #goOn() {
    this.#forgetSealed();
    this.chooser.focus();
    await this.#next();
  }

  #forgetSealed() {
    this.#sealed = null;
    this.password.value = '';
    this.sayWrong(false);
    this.#passphrase.hidden = true;
    fill(this.#passphrase, { sealed: '' });
  }

  /** @param {Element} button with `data-do` */
  async act(button) {
    const act = button.getAttribute('data-do');
    if (act === 'open') return this.open();
    if (act === 'cancel') return this.#leaveOut();
    if (act === 'close') return this.#close();
    if (act === 'remove') return this.#remove(button.closest('li')?.dataset.member ?? '');
    if (act !== 'word') return;
    try {
      const members = this.#members.map(({ name }) => name);
      await this.#decision.save(members, await this.#candidates());
    } catch (error) {
      this.say('failed', {}, '[data-record]');
      this.part('[data-record]').append(` ${await why(error)}`);
    }
  }

  async #leaveOut() {
    this.#turn += 1;
    this.#isBusy = false;
    this.say('leftOut', { file: this.#sealed?.name ?? '' });
    await this.#goOn();
  }

  /** @param {string} name */
  async #remove(name) {
    if (this.#members.length === 1) return this.#close(name);
    this.#members = this.#members.filter((member) => member.name !== name);
    await this.#show();
    this.say('removed', { member: name });
    this.chooser.focus();
  }

  /** Takes all from the page. @param {string} [removed] the last member, whose scores were removed */
  async #close(removed = '') {
    if (this.isUnsaved && !this.warnOnce(this.part('[data-warning]').dataset.unsaved)) return;
    this.#turn += 1;
    this.#isBusy = false;
    this.#waiting = [];
    this.#forgetSealed();
    this.#decision.clear();
    this.#members = [];
    this.#nameless = 0;
    listRefused(this.element, null);
    await this.#show();
    this.say(removed ? 'removed' : 'closed', { member: removed });
    this.chooser.focus();
  }

  async #show() {
    const candidates = await this.#candidates();
    if (this.#decision.isWritten) this.isUnsaved = true;
    listMembers(this.element, this.#members);
    this.part('[data-results]').hidden = !this.#members.length;
    showScores(
      this.element,
      this.#members.map(({ name }) => name),
      candidates,
    );
  }

  async #candidates() {
    const { workbook, attributes } = await this.#guide();
    return candidatesOf(workbook, attributes, this.#members);
  }

  async #guide() {
    const { workbooks, attributes } = await reportData();
    const workbook = workbooks.find((/** @type {{ id: string }} */ { id }) => id === SCORING);
    return { workbook, attributes };
  }

  /** @param {string} reason @param {string} file */
  #refused(reason, file) {
    this.say(null);
    listRefused(this.element, { reason, file });
    tie(this.chooser, this.part('[data-refused]'), true);
  }

  get #passphrase() {
    return this.part('[data-step="passphrase"]');
  }
}

/** Why a file is not opened. @param {unknown} error */
const reasonOf = (error) =>
  error instanceof Refusal && error.detail === NO_SCORES ? NO_SCORES : reasonOfFailure(error);
