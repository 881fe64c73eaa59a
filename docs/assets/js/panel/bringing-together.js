/** Opens the members' files one by one, and hands out the record of the decision: for `panel-scores`. */

import { LIMIT, Refusal } from '../backup/check-records.js';
import { unseal } from '../backup/encrypt.js';
import { readBackup } from '../backup/format.js';
import { around, ready, save } from '../export/save-files.js';
import { tie } from '../page/field-error.js';
import { fill, worded } from '../page/fill-words.js';
import { day, dayWritten } from '../page/notices.js';
import { reportData } from '../page/report-data.js';
import { why } from '../page/say-failure.js';
import { canSeal } from '../page/secure-context.js';
import { clock } from '../storage/this-site.js';
import { recordParts } from './panel-document.js';
import { candidatesOf, isSame, sheetsOf, withSheets } from './score-matrix.js';
import { listMembers, listRefused, showScores } from './scores-view.js';

/** The workbook that members score in. */
const SCORING = 'scoring';

/** Of a file without scores, which no reader of backups refuses. */
const NO_SCORES = 'no-scores';

/** What a record needs, in the order of the page. */
const NEEDED = /** @type {const} */ (['reasons', 'erase']);

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
  #isBusy = false;
  /** Counts what was begun: nothing comes of a file that was closed or left out meanwhile. */
  #turn = 0;
  #unsaved = false;
  #warned = false;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
    element.addEventListener('input', ({ target }) => {
      if (!(target instanceof Element) || !target.closest('.panel__decision')) return;
      this.#setUnsaved(true);
      this.#lack(null);
      this.#part('[data-print]').textContent = this.#field('reasons').value;
    });
  }

  /** @param {File[]} files */
  async read(files) {
    this.#waiting.push(...files);
    if (this.#sealed) return this.#say('waits');
    listRefused(this.#element, null);
    tie(this.#part('input[type="file"]'), this.#part('[data-refused]'), false);
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
        this.#say('reading');
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
      this.#say(null);
      fill(this.#passphrase, { sealed: file.name });
      this.#passphrase.hidden = false;
      this.#password.focus();
    }
  }

  /** @param {Uint8Array} bytes @param {number} turn */
  async #add(bytes, turn) {
    const { records, facts } = readBackup(bytes);
    const { workbook } = await this.#guide();
    if (turn !== this.#turn) return;
    const { first = '', unreadable = '', member = '' } = this.#element.dataset;
    const isScores = facts.workbook === SCORING;
    const sheets = isScores ? sheetsOf(workbook, records, facts.made, { first, unreadable }) : [];
    if (!sheets.length) throw new Refusal('bad-content', NO_SCORES);
    const given = facts.from?.trim() ?? '';
    const known = this.#members.find((one) => (given ? isSame(one.name, given) : one.made === facts.made));
    if (!given && !known) this.#nameless += 1;
    const name = known?.name ?? (given || worded(member, { number: String(this.#nameless) }));
    if (known) Object.assign(known, { made: facts.made, sheets: withSheets(known.sheets, sheets) });
    else this.#members.push({ name, made: facts.made, sheets });
    await this.#show();
    this.#say(known ? 'again' : 'added', { member: name });
    void ready().catch(() => {}); // ahead, for when the network has gone
  }

  /** With the passphrase in its field. */
  async open() {
    if (!this.#sealed || this.#isBusy) return;
    const turn = this.#turn;
    const { name, bytes } = this.#sealed;
    this.#isBusy = true;
    this.#wrong(false);
    this.#say('reading');
    try {
      const plain = await unseal(bytes, this.#password.value);
      if (turn === this.#turn) await this.#add(plain, turn);
    } catch (error) {
      if (turn !== this.#turn) return;
      const reason = reasonOf(error);
      if (reason === 'wrong-passphrase') {
        this.#say(null);
        this.#wrong(true);
        this.#password.focus();
        return this.#password.select();
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
    this.#part('input[type="file"]').focus();
    await this.#next();
  }

  #forgetSealed() {
    this.#sealed = null;
    this.#password.value = '';
    this.#wrong(false);
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
      await this.#word();
    } catch (error) {
      this.#say('failed');
      this.#part('[data-status]').append(` ${await why(error)}`);
    }
  }

  async #leaveOut() {
    this.#turn += 1;
    this.#isBusy = false;
    this.#say('leftOut', { file: this.#sealed?.name ?? '' });
    await this.#goOn();
  }

  /** @param {string} name */
  async #remove(name) {
    if (this.#members.length === 1) return this.#close(name);
    this.#members = this.#members.filter((member) => member.name !== name);
    await this.#show();
    this.#say('removed', { member: name });
    this.#part('input[type="file"]').focus();
  }

  /** Takes all from the page. @param {string} [removed] the last member, whose scores were removed */
  async #close(removed = '') {
    if (this.#unsaved && !this.#warned) {
      this.#warned = true;
      this.#part('[data-warning]').textContent = this.#part('[data-warning]').dataset.unsaved ?? '';
      return;
    }
    this.#turn += 1;
    this.#isBusy = false;
    this.#waiting = [];
    this.#forgetSealed();
    this.#setUnsaved(false);
    this.#lack(null);
    for (const name of ['post', 'reasons', 'erase']) this.#field(name).value = '';
    this.#part('[data-print]').textContent = '';
    this.#members = [];
    this.#nameless = 0;
    listRefused(this.#element, null);
    await this.#show();
    this.#say(removed ? 'removed' : 'closed', { member: removed });
    this.#part('input[type="file"]').focus();
  }

  async #show() {
    const candidates = await this.#candidates();
    if (['post', 'reasons', 'erase'].some((name) => this.#field(name).value)) this.#setUnsaved(true);
    listMembers(this.#element, this.#members);
    this.#part('[data-results]').hidden = !this.#members.length;
    showScores(
      this.#element,
      this.#members.map(({ name }) => name),
      candidates,
    );
  }

  async #word() {
    const today = clock.date().slice(0, 10);
    const lacking = NEEDED.find((name) => {
      const { value } = this.#field(name);
      return name === 'erase' ? value < today : !/\S/.test(value);
    });
    this.#lack(lacking ?? null);
    if (lacking) return;
    const { dataset } = this.#element;
    const post = this.#field('post').value.trim();
    const record = {
      members: this.#members.map(({ name }) => name),
      candidates: await this.#candidates(),
      reasons: this.#field('reasons').value,
      eraseOn: dayWritten(this.#field('erase').value),
    };
    const name = await save('word', dataset.stem ?? '', {
      title: post ? worded(dataset.titleOf, { post }) : (dataset.title ?? ''),
      lead: '',
      parts: recordParts(record, dataset),
      sections: [],
      words: { notAnswered: '', rating: '', chooseRating: '', earlierWording: '' },
      ...around(''),
      facts: [worded(dataset.madeOn, { day: day(clock.date()) })],
    });
    this.#setUnsaved(false);
    this.#say('word', { name });
  }

  /** Says what the record lacks, at its field. @param {typeof NEEDED[number] | null} name */
  #lack(name) {
    for (const one of NEEDED) {
      const words = this.#part(`[data-lacks="${one}"]`);
      words.hidden = one !== name;
      tie(this.#field(one), words, one === name);
    }
    if (name) this.#field(name).focus();
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

  /** @param {string} reason @param {string} file */
  #refused(reason, file) {
    this.#say(null);
    listRefused(this.#element, { reason, file });
    tie(this.#part('input[type="file"]'), this.#part('[data-refused]'), true);
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

  get #passphrase() {
    return this.#part('[data-step="passphrase"]');
  }

  /** @param {string} selector @returns {HTMLElement} */
  #part(selector) {
    const part = this.#element.querySelector(selector);
    if (part instanceof HTMLElement) return part;
    throw new RangeError(`The page has no ${selector}`);
  }
}

/** Why a file is not opened. @param {unknown} error */
function reasonOf(error) {
  if (error instanceof Refusal) return error.detail === NO_SCORES ? NO_SCORES : error.reason;
  const isLoading = error instanceof TypeError || (error instanceof Error && error.name === 'NotLoadedError');
  return isLoading ? 'not-loaded' : 'unread';
}

/** Has the browser ask before the page goes. @param {BeforeUnloadEvent} event */
function ask(event) {
  event.preventDefault();
  event.returnValue = 'unsaved'; // Chrome before 119 heeds nothing but this
}
