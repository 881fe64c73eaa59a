/**
 * One question's answer on one page: what stands in its fields, and what of it is
 * saved. Nothing is called saved until the store has
 * said so, and no fault is silent.
 */

import { UNREADABLE } from '../storage/large-records.js';
import { FORMAT, answerKey, draftKey, joined, parseAnswer, textsOf, written } from '../storage/records.js';
import { Timing } from './save-schedule.js';
import { Versions } from './version-policy.js';

/** Milliseconds after which a save is called not saved until it is. */
const LATE = 1000;

/**
 * @typedef {import('../storage/records.js').Answer} Answer
 * @typedef {import('../storage/records.js').Question} Question
 * @typedef {import('../storage/records.js').Draft} Draft
 *
 * @typedef {'loading' | 'blocked' | 'busy' | 'empty' | 'saving' | 'saved' | 'failed' | 'unreadable' | 'outdated' | 'damaged'} State
 *   `blocked`: what is stored cannot be read here. `busy`: not now. `unreadable`: the record is a newer build's.
 *   `damaged`: the browser cannot read its own record; a text that is typed takes its place.
 *   `outdated`: a newer build is at work in another tab, so this one writes nothing more.
 *
 * @typedef {object} Past what is known of an answer besides its text
 * @property {number} versions how many earlier ones are kept
 * @property {number} others how many wait for a choice
 * @property {Answer | null} answer as it is stored
 *
 * @typedef {object} Field a place on the page where a question is answered
 * @property {Question} question
 * @property {(value: string, state: State) => void} show
 * @property {() => boolean} focused
 * @property {() => void} [look] has what came into the place unheard be typed: some programs fill a field without a word
 * @property {(past: Past) => void} [recall]
 *
 * @typedef {object} Clock
 * @property {() => number} now milliseconds that only go forward
 * @property {() => string} date ISO time, for people to read
 * @property {(delay: number, call: () => void) => () => void} after returns what calls it off
 *
 * @typedef {object} Setting what an entry is set in
 * @property {import('./answers.js').Keeper} store
 * @property {Clock} clock
 * @property {string} tab a name that no other page has
 * @property {(entry: Entry, value: string, past: boolean) => void} saved hears of each answer once it is
 *   saved, and whether another text was kept with it
 * @property {() => void} failed hears that a save has failed, or has come good
 * @property {(entry: Entry, draft: Draft) => Promise<Answer | null>} unfit a record stands in the way that is no answer
 *   of the question's kind: puts the text by, and gives it as it is kept; or clears the way, and gives null
 */

export class Entry {
  question;
  /** @type {Set<Field>} */
  fields = new Set();
  /** @type {State} */
  state = 'loading';
  /** The store has another text than a field that is not to be changed while it has the focus. */
  stale = false;

  #setting;
  #value = '';
  #stored = '';
  /** @type {number | null} of what is stored, 0 where nothing is, null until it has been read */
  #rev = null;
  /** @type {Answer | null} as it is stored */
  #answer = null;
  #versions;
  #counts = { versions: 0, others: 0 };
  #closing = false;
  #timing;
  /** @type {string | null} the text of the save under way */
  #sent = null;
  /** @type {string | null} the text of the last save that failed: it may have been written all the same */
  #missed = null;
  /** A draft lies in the store. */
  #left = false;
  /** Nothing was typed since the page went. */
  #late = false;
  /** The browser cannot read the record. */
  #damaged = false;

  /**
   * @param {Question} question
   * @param {Setting} setting
   */
  constructor(question, setting) {
    this.question = question;
    this.#setting = setting;
    this.#versions = new Versions(setting.clock);
    this.#timing = new Timing(setting.clock, () => void this.save());
  }

  /** Of what is stored, as far as it is known. */
  get rev() {
    return this.#rev;
  }

  get key() {
    return answerKey(this.question.id);
  }

  get unsaved() {
    return this.#value !== this.#stored;
  }

  /** Whether nothing may be typed. */
  get #locked() {
    return this.state === 'unreadable' || this.state === 'outdated';
  }

  /**
   * The answer as it stands on this page, saved or not; null where there is none.
   * @returns {Answer | null}
   */
  get standing() {
    if (!this.unsaved) return this.#answer;
    const { kind, edition, words } = this.question;
    const rev = (this.#rev ?? 0) + 1;
    return { format: FORMAT, kind, value: this.#value, rev, edition, words, at: this.#setting.clock.date() };
  }

  /** Takes what has come into the fields unheard. */
  look() {
    for (const field of this.fields) field.look?.();
  }

  /** @param {Field} field */
  join(field) {
    this.fields.add(field);
    field.show(this.#value, this.state);
    field.recall?.(this.#past);
  }

  /** @param {{ versions: number, others: number }} counts */
  count(counts) {
    this.#counts = counts;
    this.#recall();
  }

  /** From now on nothing more is typed here; what is unsaved is still saved. */
  close() {
    this.look();
    this.#closing = true;
    if (this.unsaved) this.save();
    else if (this.state !== 'unreadable') this.show('outdated');
  }

  /** What is unsaved is not to be saved any more. */
  drop() {
    this.#timing.stop();
    this.#value = this.#stored;
  }

  /**
   * Takes what a person has put into `field`, and saves it in good time.
   * @param {Field} field
   * @param {string} value
   */
  type(field, value) {
    if (this.#locked) return;
    if (this.#timing.rests) this.#setting.store.prepare().catch(() => {}); // the save will report the fault
    this.question = field.question;
    this.#value = value;
    this.#late = false;
    this.#timing.soon();
    const state = this.state === 'failed' ? 'failed' : 'saving';
    if (state !== this.state || this.fields.size > 1) this.show(state);
  }

  /**
   * Puts another text in the place of the answer, which becomes an earlier version.
   * @param {Field} field
   * @param {string} value
   * @returns {boolean} whether it can be
   */
  replace(field, value) {
    this.look();
    if (this.#locked) return false;
    this.#versions.ask(this.standing);
    this.type(field, value);
    this.show(this.state);
    return true;
  }

  /** @param {State} state */
  show(state) {
    this.state = state;
    for (const field of this.fields) field.show(this.#value, state);
  }

  /**
   * What is unsaved, to be left for the next page; null where all is saved.
   * @returns {[string, Draft] | null}
   */
  leave() {
    if (!this.unsaved) return null;
    this.#left = this.#late = true;
    return [this.#draftKey, { ...this.#draft(), sent: this.#sent ?? this.#missed }];
  }

  /**
   * Brings together what was read from the store and what stands in the fields.
   * @param {unknown} record undefined where there is none
   * @param {boolean} returned the page has just come back: the focus says nothing
   */
  reconcile(record, returned) {
    const { kind } = this.question;
    this.#damaged = record === UNREADABLE;
    const answer = parseAnswer(record, kind);
    this.look();
    const typed = this.unsaved;
    if (record !== undefined && !answer && !this.#damaged) return typed ? undefined : this.show('unreadable');

    const value = answer?.value ?? '';
    const known = this.#rev !== null;
    this.stale = known && answer !== null && value !== this.#value && !typed && !returned && this.#focused;
    if (this.stale) return;
    if (known && value !== this.#value && typed) return; // the save that is due compares, and keeps both
    const lost = known && !answer; // gone from the store, still on this page: it is saved again
    if (!typed && !lost) this.#value = value;
    if (typed && kind === 'text') this.#value = joined(value, this.#value);
    this.#versions.found(answer);
    if (typed && !known && kind === 'rating') this.#versions.ask(answer); // nobody had seen it when another was chosen
    this.#settle(answer, answer?.rev ?? this.#rev ?? 0);
  }

  /** Saves what is unsaved, now. */
  async save() {
    if (this.#sent !== null) return; // what is typed meanwhile is seen to at its end
    this.#timing.stop();
    if (!this.unsaved) {
      this.show(this.#rested);
      return this.#setting.failed();
    }
    this.#sent = this.#value;
    const onTime = this.#setting.clock.after(LATE, () => {
      this.show('failed');
      this.#setting.failed();
    });
    try {
      await this.#write(this.#draft());
    } catch {
      this.#missed = this.#sent;
      this.show('failed');
      this.#setting.failed();
      this.#timing.again();
    } finally {
      onTime();
      this.#sent = null;
    }
  }

  /** @param {Draft} draft */
  async #write(draft) {
    const deletes = this.#left ? [this.#draftKey] : [];
    const late = this.#late;
    const { answer, kept } = await this.#setting.store.update(
      [this.key, ...textsOf(this.question.id)],
      (found) => {
        const { outcome, puts } = written(found.get(this.key), draft, late, [...found.keys()]);
        return outcome.answer ? { outcome, puts, deletes } : { outcome };
      },
    );
    if (!answer) return this.#giveWay(draft);
    if (deletes.length) this.#left = false;
    this.#damaged = false;
    this.#timing.done();
    this.#missed = null;
    this.#versions.stored(answer, draft.earlier ?? null);
    this.look();
    if (this.#value === draft.value) this.#value = answer.value;
    else if (answer.value !== draft.value) this.#value = joined(answer.value, this.#value);
    this.#settle(answer, answer.rev);
    this.#setting.saved(this, answer.value, kept !== null || draft.earlier != null);
  }

  /** Where a record stands in the way of a save. @param {Draft} draft @returns {Promise<void>} */
  async #giveWay(draft) {
    const put = await this.#setting.unfit(this, draft);
    if (!put) return this.#write(draft);
    this.#left = false;
    this.#timing.done();
    this.#missed = null;
    this.look();
    this.#settle(put, put.rev);
  }

  /** @param {Answer | null} answer @param {number} rev */
  #settle(answer, rev) {
    this.#answer = answer;
    this.#stored = answer?.value ?? '';
    this.#rev = rev;
    if (this.unsaved) this.#timing.soon();
    const pending = this.#timing.failing ? 'failed' : 'saving';
    this.show(this.unsaved ? pending : this.#rested);
    this.#recall();
  }

  get #past() {
    return { ...this.#counts, answer: this.#answer };
  }

  #recall() {
    for (const field of this.fields) field.recall?.(this.#past);
  }

  /** @returns {State} */
  get #rested() {
    if (this.#closing) return 'outdated';
    if (this.#damaged) return 'damaged';
    return this.#stored.trim() === '' ? 'empty' : 'saved';
  }

  get #focused() {
    return [...this.fields].some((field) => field.focused());
  }

  get #draftKey() {
    return draftKey(this.question.id, this.#setting.tab);
  }

  /** @returns {Draft} */
  #draft() {
    const { question } = this;
    const value = this.#value;
    const earlier = this.#versions.earlier(value);
    const at = this.#setting.clock.date();
    return { format: FORMAT, question, value, base: this.#rev, sent: this.#missed, earlier, at };
  }
}
