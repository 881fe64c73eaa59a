import { isBackupDue } from '../storage/ledger.js';
import { UNREADABLE } from '../storage/large-records.js';
import {
  ANSWERS,
  ASIDE,
  SHELF,
  UNSHOWN,
  answerKey,
  answerOf,
  isFurther,
  isNewer,
  isUnknown,
} from '../storage/records.js';
import { dated, download } from '../page/download.js';
import { noteFailure, sayFailure } from '../page/say-failure.js';
import { ledgerHere } from '../storage/page-ledger.js';
import { day, moment, notify } from '../page/notices.js';
import { isShared } from '../storage/this-site.js';
import { follow } from '../answers/stored-summary.js';
import { counted, fill, worded } from '../page/fill-words.js';
import { SiteElement } from '../page/site-element.js';

/**
 * Shows how far each workbook is, and what there is to know of what this browser has saved.
 *
 *   <my-workbooks class="my-workbooks">
 *     <p data-none hidden>…</p>
 *     <li data-questions="ID ID,FORMER_ID …"><span data-count data-text="{answered} of {total} answered">22 questions</span>
 *       <progress max="22" value="0" hidden></progress> <span data-saved data-text="Last saved on {when}" hidden></span>
 *       <div data-files hidden>…</div></li> … with files where something is answered
 *     <section data-shelf hidden>… the named workbooks, as named-workbooks/list-view.js wants them</section>
 *     <p data-kind="profile/" data-zero="…" data-one="…" data-many="{count} …" hidden></p> … a number of records; without `data-zero` hidden where there are none
 *     <p data-backup data-none="…" data-text="… {when}" hidden></p>
 *     <div data-due hidden>… <span data-fill="since"></span> …</div>
 *     <div data-damaged hidden><p data-number data-one="…" data-many="{count} …"></p> …</div>
 *     <section data-aside hidden><p data-number data-one="…" data-many="{count} …"></p> <button data-do="save-aside">…</button></section>
 *     <section data-unknown hidden>… the same with <button data-do="delete-unknown">…</button>, as device/delete-unknown.js wants it</section>
 *     … and what device/storage-estimate.js fills
 *   </my-workbooks>
 */
export class MyWorkbooks extends SiteElement {
  /** @type {Map<string, unknown>} */
  #aside = new Map();
  /** The keys of what a newer release kept. @type {string[]} */
  #unknown = [];

  /** @param {AbortSignal} signal */
  setUp(signal) {
    void this.#showEstimate();
    if (!isShared()) follow((kept) => this.#show(kept), signal);
    this.querySelector('[data-do="save-aside"]')?.addEventListener(
      'click',
      () => {
        this.#saveAside().catch(sayFailure);
      },
      { signal },
    );
    this.querySelector('[data-do="delete-unknown"]')?.addEventListener(
      'click',
      () => {
        this.#deleteUnknown().catch(sayFailure);
      },
      { signal },
    );
  }

  /** @param {Map<string, unknown>} kept */
  #show(kept) {
    for (const card of this.querySelectorAll('[data-questions]:not([data-shelf])')) {
      if (card instanceof HTMLElement) showCard(card, kept);
    }
    this.#showShelves(kept);
    for (const line of this.querySelectorAll('[data-kind]')) {
      if (line instanceof HTMLElement) showKind(line, kept);
    }
    const some = [...kept].some(([key, record]) => isFurther(key) || (isOfAnswer(key) && isAnswered(record)));
    this.querySelector('[data-none]:not([data-backup])')?.toggleAttribute('hidden', some);
    this.#showBackup(some);
    this.#showAside(kept);
    if ([...kept].some(([key, record]) => key.startsWith(ANSWERS) && isNewer(record))) notify('newer', true);
    void this.#showEstimate();
  }

  async #showEstimate() {
    await import('./storage-estimate.js')
      .then(({ showStorageEstimate }) => showStorageEstimate(this))
      .catch(noteFailure);
  }

  /** Lists the named workbooks, with what is loaded once there is one. @param {Map<string, unknown>} kept */
  async #showShelves(kept) {
    const parts = [...this.querySelectorAll('[data-shelf]')].filter((part) => part instanceof HTMLElement);
    const some = [...kept.keys()].some((key) => key.startsWith(SHELF)) || parts.some(({ hidden }) => !hidden);
    const list = some ? await import('../named-workbooks/list-view.js').catch(noteFailure) : null;
    for (const part of parts) if (list) part.hidden = list.showShelf(part, kept, null).length === 0;
  }

  /** @param {boolean} some whether there is anything to back up */
  #showBackup(some) {
    const ledger = ledgerHere();
    const last = this.querySelector('[data-backup]');
    if (last instanceof HTMLElement) {
      const { text, none = '' } = last.dataset;
      last.textContent = ledger?.backup ? worded(text, { when: moment(ledger.backup) }) : none;
      last.hidden = !some && !ledger?.backup;
    }
    const due = this.querySelector('[data-due]');
    const isDue = some && ledger !== null && isBackupDue(ledger, Date.now());
    if (due && ledger?.since) fill(due, { since: day(ledger.since) });
    due?.toggleAttribute('hidden', !isDue);
  }

  /** @param {Map<string, unknown>} kept */
  #showAside(kept) {
    this.#aside = new Map([...kept].filter(([key]) => key.startsWith(ASIDE)));
    this.#showNumber('[data-aside]', this.#aside.size);
    this.#unknown = [...kept.keys()].filter(isUnknown);
    this.#showNumber('[data-unknown]', this.#unknown.length);
    this.#showNumber('[data-damaged]', [...kept.values()].filter((record) => record === UNREADABLE).length);
  }

  /** Shows the part where there is something to count. @param {string} selector @param {number} count */
  #showNumber(selector, count) {
    const part = this.querySelector(selector);
    const number = part?.querySelector('[data-number]');
    if (number instanceof HTMLElement) number.textContent = counted(number, count);
    part?.toggleAttribute('hidden', count === 0);
  }

  async #deleteUnknown() {
    const { askDelete } = await import('./delete-unknown.js');
    const part = this.querySelector('[data-unknown]');
    if (part instanceof HTMLElement) askDelete(part, this.#unknown);
  }

  async #saveAside() {
    const { TYPE, textOf } = await import('../backup/make-backup.js');
    download(dated('five-attributes-put-aside', 'json'), textOf(this.#aside), TYPE);
  }
}

/** @param {string} key */
const isOfAnswer = (key) => key.startsWith(ANSWERS) || key.startsWith(UNSHOWN);

/** @param {unknown} record */
const isAnswered = (record) => /\S/.test(answerOf(record)?.value ?? '');

/**
 * @param {HTMLElement} line
 * @param {Map<string, unknown>} kept
 */
function showKind(line, kept) {
  const { kind = '', zero } = line.dataset;
  const count = [...kept.keys()].filter((key) => key.startsWith(kind)).length;
  line.hidden = count === 0 && zero === undefined;
  line.textContent = count ? counted(line, count) : (zero ?? '');
}

/**
 * @param {HTMLElement} card
 * @param {Map<string, unknown>} kept
 */
function showCard(card, kept) {
  const questions = (card.dataset.questions ?? '').split(' ').map((ids) => ids.split(','));
  const records = questions.map((ids) => ids.map((id) => kept.get(answerKey(id))));
  const answered = records.filter((ofQuestion) => ofQuestion.some(isAnswered)).length;
  const count = card.querySelector('[data-count]');
  if (count instanceof HTMLElement) {
    const fills = { answered: String(answered), total: String(questions.length) };
    count.textContent = worded(count.dataset.text, fills);
  }
  card.querySelector('[data-files]')?.toggleAttribute('hidden', answered === 0);
  const bar = card.querySelector('progress');
  if (bar) {
    bar.value = answered;
    bar.hidden = false;
  }
  const times = records
    .flat()
    .map((record) => answerOf(record)?.at ?? '')
    .filter((at) => !Number.isNaN(Date.parse(at)));
  const last = times.sort().at(-1);
  const saved = card.querySelector('[data-saved]');
  if (!(saved instanceof HTMLElement)) return;
  if (last) saved.textContent = worded(saved.dataset.text, { when: moment(last) });
  saved.hidden = !last;
}

customElements.define('my-workbooks', MyWorkbooks);
