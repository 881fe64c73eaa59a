/**
 * One question's answer on one page: hears what happens to it, and does what entry-state.js decides. Reads its
 * fields, writes to the store, sets timers and shows the status; decides nothing.
 */

import { answerKey, draftKey, textsOf, written } from '../storage/records.js';
import { AnswerEvent } from './answer-event.js';
import { draftOnLeaving, firstState, isLocked, isUnsaved, reduce, standing } from './entry-state.js';

/** Milliseconds after which a save is called not saved until it is. */
const LATE = 1000;

/**
 * @typedef {import('../storage/records.js').Answer} Answer
 * @typedef {import('../storage/records.js').Question} Question
 * @typedef {import('../storage/records.js').Draft} Draft
 * @typedef {import('./entry-state.js').Status} Status
 *
 * @typedef {object} AnswerHistory what is known of an answer besides its text
 * @property {number} versions how many earlier ones are kept
 * @property {number} others how many wait for a choice
 * @property {Answer | null} answer as it is stored
 *
 * @typedef {object} Field a place on the page where a question is answered
 * @property {Question} question
 * @property {(value: string, status: Status) => void} show
 * @property {() => boolean} focused
 * @property {() => void} [look] has what came into the place unheard be typed: some programs fill a field without a word
 * @property {(history: AnswerHistory) => void} [recall]
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
 * @property {EventTarget} events where a saved answer is announced: AnswerEvent
 * @property {() => void} failed hears that a save has failed, or has come good
 * @property {(entry: Entry, draft: Draft) => Promise<Answer | null>} unfit a record stands in the way that is no answer
 *   of the question's kind: puts the text by, and gives it as it is kept; or clears the way, and gives null
 */

export class Entry {
  /** @type {Set<Field>} */
  fields = new Set();

  #setting;
  #state;
  #counts = { versions: 0, others: 0 };
  #callOff = () => {};

  /**
   * @param {Question} question
   * @param {Setting} setting
   */
  constructor(question, setting) {
    this.#setting = setting;
    this.#state = firstState(question);
  }

  get question() {
    return this.#state.question;
  }

  get status() {
    return this.#state.status;
  }

  /** Of what is stored, as far as it is known. */
  get rev() {
    return this.#state.rev;
  }

  get key() {
    return answerKey(this.question.id);
  }

  get unsaved() {
    return isUnsaved(this.#state);
  }

  /** The store has another text than a field that is not to be changed while it has the focus. */
  get hasNewerElsewhere() {
    return this.#state.hasNewerElsewhere;
  }

  /** The answer as it is on this page, saved or not; null where there is none. */
  get standing() {
    return standing(this.#state, this.#setting.clock.date());
  }

  /** Takes what has come into the fields unheard. */
  look() {
    for (const field of this.fields) field.look?.();
  }

  /** @param {Field} field */
  join(field) {
    this.fields.add(field);
    field.show(this.#state.value, this.status);
    field.recall?.(this.#history);
  }

  /** @param {{ versions: number, others: number }} counts */
  count(counts) {
    this.#counts = counts;
    this.#recall();
  }

  /** From now on nothing more is typed here; what is unsaved is still saved. */
  close() {
    this.look();
    this.#take({ type: 'closed' });
  }

  /** What is unsaved is not to be saved any more. */
  drop() {
    this.#take({ type: 'dropped' });
  }

  /**
   * Takes what a person has put into `field`, and saves it in good time.
   * @param {Field} field
   * @param {string} value
   */
  type({ question }, value) {
    this.#take({ type: 'typed', question, value, isShared: this.fields.size > 1 });
  }

  /**
   * Puts another text in the place of the answer, which becomes an earlier version.
   * @param {Field} field
   * @param {string} value
   * @returns {boolean} whether it can be
   */
  replace({ question }, value) {
    this.look();
    if (isLocked(this.#state)) return false;
    this.#take({ type: 'replaced', question, value });
    return true;
  }

  /**
   * What is unsaved, to be left for the next page; null where all is saved.
   * @returns {[string, Draft] | null}
   */
  leave() {
    if (!this.unsaved) return null;
    this.#take({ type: 'left' });
    return [this.#draftKey, draftOnLeaving(this.#state, this.#time)];
  }

  /** The store cannot be read. @param {'blocked' | 'busy'} status */
  miss(status) {
    this.#take({ type: 'unreachable', status });
  }

  /**
   * Brings together what was read from the store and what stands in the fields.
   * @param {unknown} record undefined where there is none
   * @param {boolean} returned the page has just come back: the focus says nothing
   */
  reconcile(record, returned) {
    this.look();
    const focused = [...this.fields].some((field) => field.focused());
    this.#take({ type: 'read', record, returned, focused });
  }

  /** Saves what is unsaved, now; done when that has been tried. */
  async save() {
    await this.#take({ type: 'saveDue' });
  }

  /**
   * Goes on to the next state, and does what that asks for.
   * @param {import('./entry-state.js').Event} event
   */
  #take(event) {
    const { state, effects } = reduce(this.#state, { ...event, ...this.#time });
    this.#state = state;
    return Promise.all(effects.map((effect) => this.#do(effect)));
  }

  /** @param {import('./entry-state.js').Effect} effect @returns {void | Promise<void>} */
  #do(effect) {
    const { clock, store, failed, events } = this.#setting;
    switch (effect.type) {
      case 'show':
        return this.#show();
      case 'recall':
        return this.#recall();
      case 'prepare':
        return void store.prepare().catch(() => {}); // the save will report the failure
      case 'saveIn':
        this.#callOff();
        this.#callOff = clock.after(effect.delay, () => void this.save());
        return;
      case 'callOff':
        return this.#callOff();
      case 'write':
        return this.#save(effect.draft);
      case 'reportSaved':
        events.dispatchEvent(new AnswerEvent('saved', this.question.id, effect.value, effect.hasKeptText));
        return;
      case 'reportFailure':
        return failed();
    }
  }

  /** @param {Draft} draft */
  async #save(draft) {
    const onTime = this.#setting.clock.after(LATE, () => void this.#take({ type: 'saveLate' }));
    try {
      await this.#write(draft);
    } catch {
      this.#take({ type: 'failed' });
    } finally {
      onTime();
    }
  }

  /** @param {Draft} draft @returns {Promise<void>} */
  async #write(draft) {
    const { draftStored, fromClosedPage } = this.#state;
    const deletes = draftStored ? [this.#draftKey] : [];
    const { answer, kept } = await this.#setting.store.update(
      [this.key, ...textsOf(this.question.id)],
      (found) => {
        const { outcome, puts } = written(found.get(this.key), draft, fromClosedPage, [...found.keys()]);
        return outcome.answer ? { outcome, puts, deletes } : { outcome };
      },
    );
    const displaced = answer ? null : await this.#setting.unfit(this, draft);
    if (!answer && !displaced) return this.#write(draft); // the way is clear now
    this.look();
    if (displaced) this.#take({ type: 'displaced', answer: displaced });
    if (answer)
      this.#take({ type: 'written', draft, answer, keptOther: kept !== null, deletedDraft: draftStored });
  }

  #show() {
    for (const field of this.fields) field.show(this.#state.value, this.status);
  }

  #recall() {
    for (const field of this.fields) field.recall?.(this.#history);
  }

  get #history() {
    return { ...this.#counts, answer: this.#state.answer };
  }

  get #time() {
    return { now: this.#setting.clock.now(), date: this.#setting.clock.date() };
  }

  get #draftKey() {
    return draftKey(this.question.id, this.#setting.tab);
  }
}
