/** What a panel decided, as the chair writes it: its fields, what they lack, and the record in Word. */

import { around, save } from '../export/save-files.js';
import { tie } from '../page/field-error.js';
import { worded } from '../page/fill-words.js';
import { day, dayWritten } from '../page/notices.js';
import { clock } from '../storage/this-site.js';
import { recordParts } from './panel-document.js';

const FIELDS = ['post', 'reasons', 'erase'];

/** What a record needs, in the order of the page. */
const NEEDED = /** @type {const} */ (['reasons', 'erase']);

export class Decision {
  #page;

  /** @param {import('../backup/file-page.js').FilePage} page */
  constructor(page) {
    this.#page = page;
    page.element.addEventListener('input', ({ target }) => {
      if (!(target instanceof Element) || !target.closest('.panel__decision')) return;
      page.isUnsaved = true;
      page.say(null, {}, '[data-record]');
      this.#lack(null);
      page.part('[data-print]').textContent = page.field('reasons').value;
    });
  }

  /** Whether anything is in its fields, as after a reload. */
  get isWritten() {
    return FIELDS.some((name) => this.#page.field(name).value);
  }

  /** All that is in its fields. */
  get #written() {
    return FIELDS.map((name) => this.#page.field(name).value).join('\0');
  }

  clear() {
    for (const name of FIELDS) this.#page.field(name).value = '';
    this.#page.part('[data-print]').textContent = '';
    this.#lack(null);
    this.#page.say(null, {}, '[data-record]');
    this.#page.isUnsaved = false;
  }

  /**
   * Downloads the record as Word, or says at a field what it lacks.
   * @param {string[]} members their names
   * @param {import('./score-matrix.js').Candidate[]} candidates
   */
  async save(members, candidates) {
    const today = clock.date().slice(0, 10);
    const lacking = NEEDED.find((name) => {
      const { value } = this.#page.field(name);
      return name === 'erase' ? value < today : !/\S/.test(value);
    });
    this.#lack(lacking ?? null);
    this.#page.say(null, {}, '[data-record]');
    if (lacking) return;
    const { dataset } = this.#page.element;
    const written = this.#written;
    const post = this.#page.field('post').value.trim();
    const record = {
      members,
      candidates,
      reasons: this.#page.field('reasons').value,
      eraseOn: dayWritten(this.#page.field('erase').value),
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
    if (this.#written === written) this.#page.isUnsaved = false;
    this.#page.say('word', { name }, '[data-record]');
  }

  /** Says what the record lacks, at its field. @param {typeof NEEDED[number] | null} name */
  #lack(name) {
    for (const one of NEEDED) {
      const words = this.#page.part(`[data-lacks="${one}"]`);
      words.hidden = one !== name;
      tie(this.#page.field(one), words, one === name);
    }
    if (name) this.#page.field(name).focus();
  }
}
