/** Opens a file to read, shows it beside notes, and hands out the notes and the session sheet: for `read-file`. */

import { LIMIT, Refusal } from '../backup/check-records.js';
import { FilePage, reasonOf } from '../backup/file-page.js';
import { readBackup } from '../backup/format.js';
import { unseal } from '../backup/encrypt.js';
import { notesText, readNotes } from '../backup/one-workbook.js';
import { around, save } from '../export/save-files.js';
import { dated, download } from '../page/download.js';
import { tie } from '../page/field-error.js';
import { fill, showOnly, worded } from '../page/fill-words.js';
import { day } from '../page/notices.js';
import { canSeal } from '../page/secure-context.js';
import { siteTitle } from '../page/this-page.js';
import { clock, root, store } from '../storage/this-site.js';
import './compare-rounds.js';
import { printSheet } from './print-sheet.js';
import { sheetParts } from './session-sheet.js';

/** @typedef {import('./comparison.js').Row} Row @typedef {import('../backup/one-workbook.js').NotesFile} NotesFile */

/** What a refusal is of that no reader of backups makes. */
const NO_ANSWERS = 'no-answers';

/** @param {{ workbook: string, question: string }} row */
const placeOf = ({ workbook, question }) => `${workbook}/${question}`;

export class Reading extends FilePage {
  /** @type {Uint8Array} */
  #sealed = new Uint8Array();
  /** @type {Map<string, string>} the notes, by the places of their questions */
  #notes = new Map();
  /** Whose file is read; null while none is. @type {{ from: string, made: string } | null} */
  #file = null;
  /** Whether a file or notes are on the page. */
  #shown = false;
  /** Counts what was begun: what comes of something older is of no interest. */
  #turn = 0;

  /** @param {HTMLElement} element */
  constructor(element) {
    super(element);
    element.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLTextAreaElement) this.isUnsaved = true;
    });
  }

  /** @param {File} file */
  async read(file) {
    const turn = this.#begin();
    this.#refused(null);
    this.say('reading');
    try {
      if (file.size > LIMIT) throw new Refusal('too-large');
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (turn === this.#turn) await this.#show(bytes, turn);
    } catch (error) {
      if (turn === this.#turn) this.#refused(reasonOf(error));
    }
  }

  /** What was begun before is of no interest any more. */
  #begin() {
    this.#turn += 1;
    return this.#turn;
  }

  /** @param {string} act the button's `data-do` */
  async act(act) {
    if (act === 'open') return this.#open();
    if (act === 'cancel') return this.#cancel();
    if (act === 'close') return this.#close();
    try {
      if (act === 'notes') await this.#saveNotes();
      if (act === 'print') await this.#print();
      if (act === 'word') await this.#word();
    } catch {
      this.say('failed');
    }
  }

  /** With the passphrase in its field. */
  async #open() {
    const field = this.password;
    const turn = this.#begin();
    this.sayWrong(false);
    try {
      const bytes = await unseal(this.#sealed, field.value);
      if (turn === this.#turn) await this.#show(bytes, turn);
    } catch (error) {
      if (turn !== this.#turn) return;
      const reason = reasonOf(error);
      if (reason !== 'wrong-passphrase') return this.#refused(reason);
      this.sayWrong(true);
      field.focus();
      field.select();
    }
  }

  /** @param {Uint8Array} bytes @param {number} turn */
  async #show(bytes, turn) {
    try {
      const notes = readNotes(bytes);
      if (notes && this.#file) return this.#addNotes(notes, this.#file);
      if (notes) return await this.#showNotes(notes, turn);
      const { records, facts } = readBackup(bytes);
      const shown = new Map([...records].filter(([key]) => /^(?:answer|shelf)\//.test(key)));
      if (!(await this.#rounds.answered(shown))) throw new Refusal('bad-content', NO_ANSWERS);
      if (turn !== this.#turn) return;
      if (this.#mayLeave('open')) await this.#read(shown, facts.from ?? '', facts.made);
    } catch (error) {
      if (error instanceof Refusal && error.detail === NO_ANSWERS) return this.#refused('no-answers');
      if (!(error instanceof Refusal) || error.reason !== 'sealed') throw error;
      if (!canSeal()) return this.#refused('no-crypto');
      if (!this.#mayLeave('open')) return;
      this.#sealed = bytes;
      this.say(null);
      this.#step('passphrase');
      this.password.focus();
    }
  }

  /** @param {Map<string, unknown>} records @param {string} from @param {string} made */
  async #read(records, from, made) {
    this.#forget();
    this.#file = { from, made };
    await this.#rounds.show(records, { more: (row, item) => this.#offerNote(row, item) });
    this.#showStrip('file', from, made);
  }

  /** Shows the notes beside the person's own answers. @param {NotesFile} file @param {number} turn */
  async #showNotes(file, turn) {
    const records = await store.read(['']).catch(() => null);
    if (turn !== this.#turn) return;
    if (!records) return this.#refused('own-unread');
    this.#forget();
    this.#fillNotes(file);
    const wanted = (/** @type {Row} */ row) => this.#notes.has(placeOf(row));
    await this.#rounds.show(records, { more: (row, item) => this.#showNote(row, item), wanted });
    await this.#listOthers(file);
    this.#showStrip('notes', file.from, file.made);
  }

  /**
   * The reader's own notes, saved before. Those on another file would make one of two people.
   * @param {NotesFile} notes
   * @param {{ from: string, made: string }} file the one that is read
   */
  #addNotes(notes, file) {
    this.#step('reading');
    const same = notes.of === file.made || (notes.about !== '' && notes.about === file.from);
    if (!same) return this.#refused('other-notes');
    this.#fillNotes(notes);
    for (const field of this.element.querySelectorAll('textarea[data-place]'))
      if (field instanceof HTMLTextAreaElement)
        field.value = this.#notes.get(field.dataset.place ?? '') ?? '';
    this.say('added');
  }

  /** What has been written since stays. @param {NotesFile} file */
  #fillNotes({ notes, talk, agreed, from }) {
    for (const note of notes) if (!this.#notes.get(placeOf(note))) this.#notes.set(placeOf(note), note.text);
    for (const [name, text] of Object.entries({ talk, agreed, name: from })) {
      const field = this.field(name);
      field.value ||= text;
    }
  }

  /** @param {'file' | 'notes'} kind @param {string} from @param {string} made */
  #showStrip(kind, from, made) {
    const step = this.#step('reading');
    fill(step, { from: from || (this.element.dataset.nobody ?? ''), made: this.#dayOf(made) });
    this.#shown = true;
    this.part('[data-session]').toggleAttribute('data-read-only', kind === 'notes');
    for (const field of this.part('[data-session]').querySelectorAll('textarea'))
      field.readOnly = kind === 'notes';
    this.say(null);
    showOnly(step, 'data-strip', kind)?.focus();
  }

  /** The field for a note. @param {Row} row @param {HTMLElement} item */
  #offerNote(row, item) {
    const field = item.querySelector('textarea');
    item.querySelector('[data-written]')?.remove();
    if (!field) return;
    const place = placeOf(row);
    field.dataset.place = place;
    field.value = this.#notes.get(place) ?? '';
    field.addEventListener('input', () => this.#notes.set(place, field.value));
  }

  /** A note to read. @param {Row} row @param {HTMLElement} item */
  #showNote(row, item) {
    item.querySelector('[data-write]')?.remove();
    const text = item.querySelector('[data-written] [data-text]');
    if (text) text.textContent = this.#notes.get(placeOf(row)) ?? '';
  }

  /** Notes on questions that are not asked here, as in another version of the guide. @param {NotesFile} file */
  async #listOthers({ notes }) {
    const shown = new Set((await this.#rounds.shown()).rows.map(placeOf));
    const others = notes.filter((note) => note.text.trim() && !shown.has(placeOf(note)));
    const items = others.map(({ text }) =>
      Object.assign(document.createElement('li'), { textContent: text, dir: 'auto' }),
    );
    this.part('[data-others] ul').replaceChildren(...items);
    this.part('[data-others]').hidden = !items.length;
  }

  /** The day in words, or that it is unknown. @param {string} made */
  #dayOf(made) {
    return Number.isNaN(Date.parse(made)) ? (this.element.dataset.noDay ?? '') : day(made);
  }

  /** Shows this step; a file can be chosen at each. @param {'choose' | 'passphrase' | 'reading'} name */
  #step(name) {
    showOnly(this.element, 'data-step', name);
    this.part('[data-step="choose"]').hidden = false;
    return this.part(`[data-step="${name}"]`);
  }

  /** The file under a passphrase is not opened; one that is being read stays. */
  #cancel() {
    this.#begin();
    this.#sealed = new Uint8Array();
    this.password.value = '';
    this.sayWrong(false);
    this.#step(this.#shown ? 'reading' : 'choose');
    this.chooser.focus();
  }

  #close() {
    if (!this.#mayLeave('close')) return;
    this.#begin();
    this.#forget();
    this.#refused(null);
    this.#step('choose');
    this.say('closed');
    this.chooser.focus();
  }

  /** Whether the file that is open may go; says first that its notes are not saved. @param {'close' | 'open'} how */
  #mayLeave(how) {
    if (!this.isUnsaved) return true;
    const words = how === 'close' ? 'unsaved' : 'unsavedOpen';
    this.say(null);
    return this.warnOnce(this.part('[data-status]').dataset[words]);
  }

  /** Takes all that was in a file from the page. */
  #forget() {
    this.#file = null;
    this.#shown = false;
    this.#notes = new Map();
    this.#sealed = new Uint8Array();
    this.isUnsaved = false;
    for (const name of ['talk', 'agreed', 'name']) this.field(name).value = '';
    this.#rounds.clear();
    this.part('[data-sheet]').replaceChildren();
    this.part('[data-others]').hidden = true;
    this.part('[data-others] ul').replaceChildren();
    this.password.value = '';
    fill(this.element, { from: '', made: '' });
  }

  async #saveNotes() {
    const { rows } = await this.#rounds.shown();
    const notes = rows.flatMap(({ workbook, question }) => {
      const text = this.#notes.get(placeOf({ workbook, question })) ?? '';
      return text.trim() ? [{ workbook, question, text }] : [];
    });
    const [talk, agreed] = [this.field('talk').value, this.field('agreed').value];
    if (!notes.length && !talk.trim() && !agreed.trim()) return this.say('nothing');
    const facts = {
      made: clock.date(),
      site: siteTitle(),
      address: root.href,
      from: this.field('name').value,
    };
    const name = dated('five-attributes-notes', 'json');
    download(
      name,
      notesText({ ...facts, about: this.#file?.from ?? '', of: this.#file?.made ?? '', notes, talk, agreed }),
      'application/json',
    );
    this.isUnsaved = false;
    this.say('notes', { name });
  }

  async #outline() {
    const { dataset } = this.element;
    const from = this.#file?.from || (dataset.nobody ?? '');
    const { title, rows } = await this.#rounds.shown();
    const [talk, agreed] = [this.field('talk').value, this.field('agreed').value];
    const noteOf = (/** @type {Row} */ row) => this.#notes.get(placeOf(row))?.trim() ?? '';
    return {
      title: worded(dataset.sheetTitle, { workbook: title }),
      lead: worded(dataset.sheetFrom, { from, made: this.#dayOf(this.#file?.made ?? '') }),
      parts: sheetParts({ rows, noteOf, talk, agreed }, dataset),
      sections: [],
      words: { notAnswered: '', rating: '', chooseRating: '', earlierWording: '' },
      ...around(''),
      facts: [],
    };
  }

  async #word() {
    await save('word', 'session-sheet', await this.#outline());
    this.say('word');
  }

  async #print() {
    printSheet(this.part('[data-sheet]'), await this.#outline());
  }

  /** @param {string | null} reason */
  #refused(reason) {
    const notice = this.part('[data-refused]');
    this.say(null);
    showOnly(notice, 'data-reason', reason);
    notice.hidden = reason === null;
    tie(this.chooser, notice, reason !== null);
  }

  get #rounds() {
    return /** @type {import('./compare-rounds.js').CompareRounds} */ (this.part('compare-rounds'));
  }
}
