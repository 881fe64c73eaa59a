/** Opens the members' files one by one, and hands out the record of the decision: for `panel-scores`. */

import { LIMIT, Refusal } from '../backup/check-records.js';
import { unseal } from '../backup/encrypt.js';
import { readBackup } from '../backup/format.js';
import { around, save } from '../export/save-files.js';
import { tie } from '../page/field-error.js';
import { fill, showOnly, worded } from '../page/fill-words.js';
import { dayWritten } from '../page/notices.js';
import { reportData } from '../page/report-data.js';
import { canSeal } from '../page/secure-context.js';
import { recordParts } from './panel-document.js';
import { candidatesOf, sheetsOf } from './score-matrix.js';
import { listMembers, showScores } from './scores-view.js';

/** The workbook that members score in. */
const SCORING = 'scoring';

/** Of a file without scores, which no reader of backups refuses. */
const NO_SCORES = 'no-scores';

/** @typedef {import('./score-matrix.js').Member} Member */

export class BringingTogether {
  #element;
  /** @type {Member[]} */
  #members = [];
  /** Members who gave no initials, so far. */
  #nameless = 0;
  /** Files that are still to be opened. @type {File[]} */
  #waiting = [];
  /** The one under a passphrase that is asked for. @type {{ name: string, bytes: Uint8Array } | null} */
  #sealed = null;
  #isReading = false;
  #unsaved = false;
  #warned = false;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
    element.addEventListener('input', ({ target }) => {
      if (target instanceof Element && target.closest('.panel__decision')) this.#setUnsaved(true);
    });
  }

  /** @param {File[]} files */
  async read(files) {
    this.#waiting.push(...files);
    this.#refused(null);
    await this.#next();
  }

  /** Opens those that wait, up to one whose passphrase is asked for. */
  async #next() {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (!this.#sealed) {
        const file = this.#waiting.shift();
        if (!file) break;
        this.#say('reading');
        await this.#take(file).catch((error) => this.#refused(reasonOf(error), file.name));
      }
    } finally {
      this.#isReading = false;
    }
  }

  /** @param {File} file */
  async #take(file) {
    if (file.size > LIMIT) throw new Refusal('too-large');
    const bytes = new Uint8Array(await file.arrayBuffer());
    try {
      await this.#add(bytes);
    } catch (error) {
      if (!(error instanceof Refusal) || error.reason !== 'sealed') throw error;
      if (!canSeal()) return this.#refused('no-crypto', file.name);
      this.#sealed = { name: file.name, bytes };
      this.#say(null);
      const step = this.#part('[data-step="passphrase"]');
      fill(step, { sealed: file.name });
      step.hidden = false;
      this.#password.focus();
    }
  }

  /** @param {Uint8Array} bytes */
  async #add(bytes) {
    const { records, facts } = readBackup(bytes);
    const { workbook } = await this.#guide();
    const sheets =
      facts.workbook === SCORING ? sheetsOf(workbook, records, this.#element.dataset.first ?? '') : [];
    if (!sheets.length) throw new Refusal('bad-content', NO_SCORES);
    const given = facts.from?.trim() ?? '';
    const known = this.#members.findIndex((one) => (given ? one.name === given : one.made === facts.made));
    if (!given && known < 0) this.#nameless += 1;
    const nameless = worded(this.#element.dataset.member, { number: String(this.#nameless) });
    const name = given || (this.#members[known]?.name ?? nameless);
    this.#members.splice(known < 0 ? this.#members.length : known, 1, { name, made: facts.made, sheets });
    await this.#show();
    this.#say(known < 0 ? 'added' : 'replaced', { member: name });
  }

  /** With the passphrase in its field. */
  async open() {
    if (!this.#sealed) return;
    const { name, bytes } = this.#sealed;
    this.#wrong(false);
    try {
      await this.#add(await unseal(bytes, this.#password.value));
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === 'wrong-passphrase') {
        this.#wrong(true);
        this.#password.focus();
        return this.#password.select();
      }
      this.#refused(reason, name);
    }
    await this.#goOn();
  }

  /** The file under a passphrase is done with, or left out. */
  async #goOn() {
    this.#sealed = null;
    this.#password.value = '';
    this.#wrong(false);
    this.#part('[data-step="passphrase"]').hidden = true;
    this.#part('input[type="file"]').focus();
    await this.#next();
  }

  /** @param {Element} button with `data-do` */
  async act(button) {
    const act = button.getAttribute('data-do');
    if (act === 'open') return this.open();
    if (act === 'cancel') return this.#goOn();
    if (act === 'close') return this.#close();
    if (act === 'remove') return this.#remove(button.closest('li')?.dataset.member ?? '');
    if (act !== 'word') return;
    try {
      await this.#word();
    } catch {
      this.#say('failed');
    }
  }

  /** @param {string} name */
  async #remove(name) {
    this.#members = this.#members.filter((member) => member.name !== name);
    await this.#show();
    this.#say('removed', { member: name });
    this.#part('input[type="file"]').focus();
  }

  #close() {
    if (this.#unsaved && !this.#warned) {
      this.#warned = true;
      this.#part('[data-warning]').textContent = this.#part('[data-warning]').dataset.unsaved ?? '';
      return;
    }
    this.#setUnsaved(false);
    for (const name of ['post', 'reasons', 'erase']) this.#field(name).value = '';
    this.#members = [];
    this.#nameless = 0;
    this.#say(null);
    this.#refused(null);
    this.#part('input[type="file"]').focus();
    return this.#show();
  }

  async #show() {
    const candidates = await this.#candidates();
    listMembers(this.#element, this.#members);
    this.#part('[data-results]').hidden = !this.#members.length;
    const names = this.#members.map(({ name }) => name);
    showScores(this.#element, names, candidates);
  }

  async #word() {
    const erase = this.#field('erase');
    const hasDay = Boolean(erase.value);
    const wrong = this.#part('[data-erase-wrong]');
    wrong.hidden = hasDay;
    tie(erase, wrong, !hasDay);
    if (!hasDay) return erase.focus();
    const { dataset } = this.#element;
    const post = this.#field('post').value.trim();
    const record = {
      members: this.#members.map(({ name }) => name),
      candidates: await this.#candidates(),
      reasons: this.#field('reasons').value,
      eraseOn: dayWritten(erase.value),
    };
    const name = await save('word', dataset.stem ?? '', {
      title: post ? worded(dataset.titleOf, { post }) : (dataset.title ?? ''),
      lead: '',
      parts: recordParts(record, dataset),
      sections: [],
      words: { notAnswered: '', rating: '', chooseRating: '', earlierWording: '' },
      ...around(''),
      facts: [],
    });
    this.#setUnsaved(false);
    this.#say('word', { name });
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

  /** @param {boolean} unsaved */
  #setUnsaved(unsaved) {
    this.#unsaved = unsaved;
    this.#warned = false;
    this.#part('[data-warning]').textContent = '';
    if (unsaved) addEventListener('beforeunload', ask);
    else removeEventListener('beforeunload', ask);
  }

  /** @param {string | null} reason @param {string} [file] */
  #refused(reason, file = '') {
    const notice = this.#part('[data-refused]');
    this.#say(null);
    fill(notice, { file });
    showOnly(notice, 'data-reason', reason);
    notice.hidden = reason === null;
    tie(this.#part('input[type="file"]'), notice, reason !== null);
  }

  /** @param {boolean} yes whether the passphrase was wrong */
  #wrong(yes) {
    const words = this.#part('[data-wrong]');
    words.hidden = !yes;
    tie(this.#password, words, yes);
  }

  /** @param {string | null} words the name of those to say @param {Record<string, string>} [fills] */
  #say(words, fills = {}) {
    const status = this.#part('[data-status]');
    status.textContent = words ? worded(status.dataset[words], fills) : '';
  }

  /** @param {string} name */
  #field(name) {
    return /** @type {HTMLInputElement | HTMLTextAreaElement} */ (this.#part(`[data-part="${name}"]`));
  }

  get #password() {
    return /** @type {HTMLInputElement} */ (this.#part('input[type="password"]'));
  }

  /** @param {string} selector @returns {HTMLElement} */
  #part(selector) {
    const part = this.#element.querySelector(selector);
    if (part instanceof HTMLElement) return part;
    throw new RangeError(`The page has no ${selector}`);
  }
}

/** Why a file is not opened: only what is loaded throws a TypeError. @param {unknown} error */
function reasonOf(error) {
  if (error instanceof Refusal) return error.detail === NO_SCORES ? NO_SCORES : error.reason;
  return error instanceof TypeError ? 'not-loaded' : 'unread';
}

/** Has the browser ask before the page goes. @param {BeforeUnloadEvent} event */
function ask(event) {
  event.preventDefault();
  event.returnValue = 'unsaved'; // Chrome before 119 heeds nothing but this
}
