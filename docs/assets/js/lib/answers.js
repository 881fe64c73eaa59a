/**
 * The answers of one page. Fields join; those that show one question share one
 * entry. Storage, clock and tab name are passed in.
 */

import { Entry } from './entry.js';
import { DRAFTS, answerKey, parseDraft, written } from './records.js';

/** Milliseconds until a store that could not be read is tried again. */
const AGAIN = 10_000;

/**
 * @typedef {import('./entry.js').Field} Field
 * @typedef {import('./records.js').Draft} Draft
 *
 * @typedef {object} Surroundings
 * @property {import('./store.js').Store} store
 * @property {import('./entry.js').Clock} clock
 * @property {string} tab a name that no other page has
 * @property {(id: string, value: string) => void} saved hears of each answer once it is saved
 * @property {(blocked: boolean) => void} blocked hears whether the store can be used
 */

export class Answers {
  #store;
  #saved;
  #blocked;
  #setting;
  #isBlocked = false;
  /** A draft could not be taken up. */
  #leftBehind = false;
  #callOff = () => {};
  #reading = false;
  /** @type {Map<string, Entry>} */
  #entries = new Map();

  /** @param {Surroundings} surroundings */
  constructor({ store, clock, tab, saved, blocked }) {
    this.#store = store;
    this.#saved = saved;
    this.#blocked = blocked;
    this.#setting = {
      store,
      clock,
      tab,
      /** @param {string} id @param {string} value */
      saved: (id, value) => {
        if (this.#isBlocked || this.#leftBehind) this.refresh();
        saved(id, value);
      },
    };
  }

  /**
   * Makes `field` show its question's answer from now on.
   * @param {Field} field
   * @returns {() => void} ends that
   */
  join(field) {
    const entry = this.#entry(field);
    entry.join(field);
    if (entry.state === 'loading' && !this.#reading) {
      this.#reading = true;
      queueMicrotask(() => {
        this.#reading = false; // all fields of the page have joined: one reading for all
        this.refresh();
      });
    }
    return () => void entry.fields.delete(field);
  }

  /**
   * Takes what a person has put into `field`, and saves it in good time.
   * @param {Field} field
   * @param {string} value
   */
  type(field, value) {
    this.#entry(field).type(field, value);
  }

  /**
   * The person has turned from this question: saves it, or follows another tab's change.
   * @param {string} id
   */
  rest(id) {
    const entry = this.#entries.get(id);
    if (entry?.unsaved) entry.save();
    else if (entry?.stale) this.follow(id);
  }

  /** Saves all that is unsaved, now. */
  flush() {
    for (const entry of this.#entries.values()) if (entry.unsaved) entry.save();
  }

  /** The page is going: puts what is unsaved where the next page finds it. */
  leave() {
    const drafts = [...this.#entries.values()].map((entry) => entry.leave()).filter((draft) => draft !== null);
    if (drafts.length) this.#store.leave(new Map(drafts)).catch(() => {}); // nobody is left to tell
  }

  /**
   * Another tab has saved an answer. A field with the focus is left as it is.
   * @param {string} id
   */
  follow(id) {
    const entry = this.#entries.get(id);
    if (this.#isBlocked) this.refresh();
    else if (entry) this.#read([entry]);
  }

  /**
   * Reads what is stored, and shows it wherever nothing is unsaved.
   * @param {boolean} [returned] the page has just come back: fields with the focus follow too
   */
  async refresh(returned = false) {
    await this.#read([...this.#entries.values()], () => this.#takeUpDrafts(), returned);
  }

  /** @param {Field} field */
  #entry({ question }) {
    let entry = this.#entries.get(question.id);
    if (!entry) this.#entries.set(question.id, (entry = new Entry(question, this.#setting)));
    return entry;
  }

  /**
   * @param {Entry[]} entries
   * @param {() => Promise<void>} [first]
   * @param {boolean} [returned]
   */
  async #read(entries, first = async () => {}, returned = false) {
    this.#callOff();
    try {
      await first();
      const found = await this.#store.read(entries.map((entry) => entry.key));
      for (const entry of entries) entry.reconcile(found.get(entry.key), returned);
      this.#tell(false);
    } catch {
      for (const entry of entries) if (entry.state === 'loading') entry.show('blocked');
      this.#tell(true);
      this.#callOff();
      this.#callOff = this.#setting.clock.after(AGAIN, () => void this.refresh());
    }
  }

  /** @param {boolean} blocked */
  #tell(blocked) {
    if (blocked !== this.#isBlocked) this.#blocked(blocked);
    this.#isBlocked = blocked;
  }

  /** Saves what gone pages left behind; what cannot be saved stays. */
  async #takeUpDrafts() {
    this.#leftBehind = false;
    for (const key of (await this.#store.list(DRAFTS)).keys()) {
      if (key.endsWith(`/${this.#setting.tab}`)) continue; // its text is still on this page
      await this.#takeUp(key).catch(() => (this.#leftBehind = true));
    }
  }

  /** @param {string} key */
  async #takeUp(key) {
    const answer = answerKey(key.slice(DRAFTS.length, key.lastIndexOf('/')));
    const taken = await this.#store.update([answer, key], (found) => {
      const draft = parseDraft(found.get(key));
      if (!draft || answerKey(draft.question.id) !== answer) return { outcome: null };
      const { outcome, puts } = written(found.get(answer), draft, true);
      return outcome.answer ? { outcome: outcome.answer, puts, deletes: [key] } : { outcome: null };
    });
    if (taken) this.#saved(answer.slice(answerKey('').length), taken.value);
  }
}
