/** Opens a file to read, shows it beside notes, and hands out the notes and the session sheet: for `read-file`. */

import { LIMIT, Refusal } from '../backup/check-records.js';
import { readBackup } from '../backup/format.js';
import { unseal } from '../backup/encrypt.js';
import { notesText, readNotes } from '../backup/one-workbook.js';
import { blocks } from '../export/document.js';
import { around, save } from '../export/save-files.js';
import { dated, download } from '../page/download.js';
import { tie } from '../page/field-error.js';
import { fill, showOnly, worded } from '../page/fill-words.js';
import { day } from '../page/notices.js';
import { canSeal } from '../page/secure-context.js';
import { clock, root, store } from '../storage/this-site.js';
import { sheetParts } from './session-sheet.js';

/** @typedef {import('./comparison.js').Row} Row @typedef {import('../backup/one-workbook.js').NotesFile} NotesFile */

/** The day, or what stands there in a file that has none. @param {string} made */
const dayOf = (made) => (Number.isNaN(Date.parse(made)) ? made : day(made));

/** @param {{ workbook: string, question: string }} row */
const placeOf = ({ workbook, question }) => `${workbook}/${question}`;

export class Reading {
  #element;
  /** @type {Uint8Array} */
  #sealed = new Uint8Array();
  /** @type {Map<string, string>} the notes, by the places of their questions */
  #notes = new Map();
  /** Whose file is read; null while none is. @type {{ from: string, made: string } | null} */
  #file = null;
  #unsaved = false;
  /** Whether the person has been told that there are notes that are not saved. */
  #warned = false;
  /** Counts what was begun: what comes of something older is of no interest. */
  #turn = 0;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
    element.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLTextAreaElement) this.#setUnsaved(true);
    });
  }

  /** @param {File} file */
  async read(file) {
    this.#refused(null);
    this.#say('reading');
    this.#turn += 1;
    const turn = this.#turn;
    try {
      if (file.size > LIMIT) throw new Refusal('too-large');
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (turn === this.#turn) await this.#show(bytes);
    } catch (error) {
      if (turn === this.#turn) this.#refused(error instanceof Refusal ? error.reason : 'unread');
    }
  }

  /** @param {string} act the button's `data-do` */
  async act(act) {
    if (act === 'open') return this.#open();
    if (act === 'close') return this.#close();
    try {
      if (act === 'notes') this.#saveNotes();
      if (act === 'print') await this.#print();
      if (act === 'word') await this.#word();
    } catch {
      this.#say('failed');
    }
  }

  /** With the passphrase that stands in its field. */
  async #open() {
    const field = this.#password;
    this.#wrong(false);
    try {
      const bytes = await unseal(this.#sealed, field.value);
      field.value = '';
      await this.#show(bytes);
    } catch (error) {
      const reason = error instanceof Refusal ? error.reason : 'unread';
      if (reason !== 'wrong-passphrase') return this.#refused(reason);
      this.#wrong(true);
      field.select();
    }
  }

  /** @param {Uint8Array} bytes */
  async #show(bytes) {
    try {
      const notes = readNotes(bytes);
      if (notes) return this.#file ? this.#takeBack(notes) : await this.#beside(notes);
      const { records, facts } = readBackup(bytes);
      if (!this.#leave()) return;
      await this.#read(records, facts.from ?? '', facts.made);
    } catch (error) {
      if (!(error instanceof Refusal) || error.reason !== 'sealed') throw error;
      if (!canSeal()) return this.#refused('no-crypto');
      this.#sealed = bytes;
      this.#say(null);
      showOnly(this.#element, 'data-step', 'passphrase');
      this.#part('[data-step="choose"]').hidden = false;
      this.#password.focus();
    }
  }

  /** @param {Map<string, unknown>} records @param {string} from @param {string} made */
  async #read(records, from, made) {
    this.#forget();
    const shown = await this.#rounds.show(records, { more: (row, item) => this.#write(row, item) });
    if (!shown) return this.#refused('no-answers');
    this.#file = { from, made };
    this.#strip('file', from, made);
  }

  /** Shows the notes beside the person's own answers. @param {NotesFile} file */
  async #beside(file) {
    const records = await store.read(['']).catch(() => null);
    if (!records) return this.#refused('own-unread');
    this.#forget();
    this.#fillNotes(file);
    const wanted = (/** @type {Row} */ row) => this.#notes.has(placeOf(row));
    await this.#rounds.show(records, { more: (row, item) => this.#told(row, item), wanted });
    this.#strip('notes', file.from, file.made);
  }

  /** The reader's own notes, saved before. @param {NotesFile} file */
  #takeBack(file) {
    this.#fillNotes(file);
    for (const field of this.#element.querySelectorAll('textarea[data-place]'))
      if (field instanceof HTMLTextAreaElement)
        field.value = this.#notes.get(field.dataset.place ?? '') ?? '';
    this.#say('added');
  }

  /** What has been written since stays. @param {NotesFile} file */
  #fillNotes({ notes, talk, agreed, from }) {
    for (const note of notes) if (!this.#notes.get(placeOf(note))) this.#notes.set(placeOf(note), note.text);
    for (const [name, text] of Object.entries({ talk, agreed, name: from })) {
      const field = this.#field(name);
      field.value ||= text;
    }
  }

  /** @param {'file' | 'notes'} kind @param {string} from @param {string} made */
  #strip(kind, from, made) {
    const step = showOnly(this.#element, 'data-step', 'reading');
    this.#part('[data-step="choose"]').hidden = false;
    if (!step) return;
    fill(step, { from: from || (this.#element.dataset.nobody ?? ''), made: dayOf(made) });
    this.#part('[data-session]').toggleAttribute('data-told', kind === 'notes');
    for (const field of this.#part('[data-session]').querySelectorAll('textarea'))
      field.readOnly = kind === 'notes';
    this.#say(null);
    showOnly(step, 'data-strip', kind)?.focus();
  }

  /** The field for a note. @param {Row} row @param {HTMLElement} item */
  #write(row, item) {
    const field = item.querySelector('textarea');
    item.querySelector('[data-written]')?.remove();
    if (!field) return;
    const place = placeOf(row);
    field.dataset.place = place;
    field.value = this.#notes.get(place) ?? '';
    field.addEventListener('input', () => this.#notes.set(place, field.value));
  }

  /** A note to read. @param {Row} row @param {HTMLElement} item */
  #told(row, item) {
    item.querySelector('[data-write]')?.remove();
    const text = item.querySelector('[data-written] [data-text]');
    if (text) text.textContent = this.#notes.get(placeOf(row)) ?? '';
  }

  #close() {
    if (!this.#leave()) return;
    this.#forget();
    showOnly(this.#element, 'data-step', 'choose');
    this.#say('closed');
    this.#part('input[type="file"]').focus();
  }

  /** Whether the file that is open may go; says once that its notes are not saved. */
  #leave() {
    if (!this.#unsaved || this.#warned) return true;
    this.#warned = true;
    this.#say('unsaved');
    return false;
  }

  /** Takes all that was in a file from the page. */
  #forget() {
    this.#file = null;
    this.#notes = new Map();
    this.#sealed = new Uint8Array();
    this.#setUnsaved(false);
    for (const name of ['talk', 'agreed', 'name']) this.#field(name).value = '';
    for (const part of this.#element.querySelectorAll('[data-rows], [data-sheet]')) part.replaceChildren();
  }

  #saveNotes() {
    const notes = [...this.#notes].flatMap(([place, text]) => {
      const [workbook = '', question = ''] = place.split('/');
      return text.trim() ? [{ workbook, question, text }] : [];
    });
    const [talk, agreed] = [this.#field('talk').value, this.#field('agreed').value];
    if (!notes.length && !talk.trim() && !agreed.trim()) return this.#say('nothing');
    const site =
      document.querySelector('meta[property="og:site_name"]')?.getAttribute('content') ?? document.title;
    const facts = { made: clock.date(), site, address: root.href, from: this.#field('name').value };
    const name = dated('five-attributes-notes', 'json');
    download(
      name,
      notesText({ ...facts, about: this.#file?.from ?? '', notes, talk, agreed }),
      'application/json',
    );
    this.#setUnsaved(false);
    this.#say('notes', { name });
  }

  async #outline() {
    const { dataset } = this.#element;
    const from = this.#file?.from || (dataset.nobody ?? '');
    const { title, rows } = await this.#rounds.shown();
    const [talk, agreed] = [this.#field('talk').value, this.#field('agreed').value];
    const noteOf = (/** @type {Row} */ row) => this.#notes.get(placeOf(row))?.trim() ?? '';
    return {
      title: worded(dataset.sheetTitle, { workbook: title }),
      lead: worded(dataset.sheetFrom, { from, made: dayOf(this.#file?.made ?? '') }),
      parts: sheetParts({ rows, noteOf, talk, agreed }, dataset),
      sections: [],
      words: { notAnswered: '', rating: '', chooseRating: '', earlierWording: '' },
      ...around(''),
      facts: [],
    };
  }

  async #word() {
    await save('word', 'session-sheet', await this.#outline());
    this.#say('word');
  }

  async #print() {
    const tags = { title: 'h2', section: 'h3', question: 'h4' };
    const sheet = this.#part('[data-sheet]');
    sheet.replaceChildren(
      ...blocks(await this.#outline()).map(({ kind, text }) => {
        const tag = tags[/** @type {keyof typeof tags} */ (kind)] ?? 'p';
        return Object.assign(document.createElement(tag), {
          textContent: text,
          className: `sheet__${kind}`,
          dir: 'auto',
        });
      }),
    );
    sheet.hidden = false;
    document.documentElement.toggleAttribute('data-sheet-alone', true);
    addEventListener('afterprint', () => this.#afterPrint(), { once: true });
    print();
  }

  #afterPrint() {
    this.#part('[data-sheet]').hidden = true;
    document.documentElement.toggleAttribute('data-sheet-alone', false);
  }

  /** @param {boolean} unsaved */
  #setUnsaved(unsaved) {
    this.#unsaved = unsaved;
    this.#warned = false;
    if (unsaved) addEventListener('beforeunload', ask);
    else removeEventListener('beforeunload', ask);
  }

  /** @param {string | null} reason */
  #refused(reason) {
    const notice = this.#part('[data-refused]');
    this.#say(null);
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
    const status = this.#part('[role="status"]');
    status.textContent = words ? worded(status.dataset[words], fills) : '';
  }

  /** @param {string} name */
  #field(name) {
    return /** @type {HTMLInputElement | HTMLTextAreaElement} */ (this.#part(`[data-part="${name}"]`));
  }

  get #password() {
    return /** @type {HTMLInputElement} */ (this.#part('input[type="password"]'));
  }

  get #rounds() {
    return /** @type {import('./compare-rounds.js').CompareRounds} */ (this.#part('compare-rounds'));
  }

  /** @param {string} selector @returns {HTMLElement} */
  #part(selector) {
    const part = this.#element.querySelector(selector);
    if (part instanceof HTMLElement) return part;
    throw new RangeError(`The page has no ${selector}`);
  }
}

/** Has the browser ask before the page goes. @param {BeforeUnloadEvent} event */
function ask(event) {
  event.preventDefault();
  event.returnValue = 'unsaved'; // Chrome before 119 heeds nothing but this
}
