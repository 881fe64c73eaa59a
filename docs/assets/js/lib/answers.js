/**
 * The answers of one page. Fields join; those that show one question share one
 * entry. Storage, clock and tab name are passed in.
 */

import { Entry } from './entry.js';
import { layOver } from './overlay.js';
import { UNREADABLE } from './pieces.js';
import { ASIDE, DRAFTS, OTHERS, VERSIONS, answerOf, isNewer, parseAnswer } from './records.js';

/** What is done in the store besides saving; most pages need it never. */
const upkeep = () => import('./upkeep.js');

/** Milliseconds until a store that could not be read is tried again. */
const AGAIN = 10_000;

/** Milliseconds from when the database was closed under the page to when it is looked at again. */
const SINCE_LOST = 1000;

/**
 * @typedef {import('./entry.js').Field} Field
 * @typedef {import('./records.js').Draft} Draft
 *
 * @typedef {import('./store.js').Store} Store
 * @typedef {Pick<Store, 'read' | 'keys' | 'update' | 'leave' | 'prepare' | 'ready' | 'erase'> & Partial<Pick<Store, 'lost'>>} Keeper
 *   where records are kept: a Store, or what can stand in for one
 *
 * @typedef {object} Surroundings
 * @property {Keeper} store
 * @property {import('./entry.js').Clock} clock
 * @property {string} tab a name that no other page has
 * @property {(id: string, value: string) => void} saved hears of each answer once it is saved
 * @property {(notice: Notice, yes: boolean) => void} notify hears what the person has to know
 * @property {() => void} [merged] hears that one answer fewer is kept as such, though its text is
 * @property {(keys: string[]) => void} [surveyed] hears which keys are kept, whenever they have been read
 *
 * @typedef {'blocked' | 'unsaved' | 'newer' | 'aside' | 'damaged' | 'waiting'} Notice
 *   `blocked`: the store cannot be used. `unsaved`: something on this page is not saved, and should be.
 *   `newer`: a newer build is at work. `aside`: something that is kept was no answer. `damaged`: the
 *   browser cannot read an answer to a question of this page. `waiting`: something that is kept is not
 *   shown, as what does that has not come.
 */

export class Answers {
  #store;
  #saved;
  #notify;
  #surveyed;
  #merged;
  #setting;
  #isBlocked = false;
  #closed = false;
  /** A draft could not be taken up, or what is kept under a former id not be carried over. */
  #leftBehind = false;
  #callOff = () => {};
  #reading = false;
  /** @type {Map<string, Entry>} */
  #entries = new Map();

  /** @param {Surroundings} surroundings */
  constructor({ store, clock, tab, saved, notify, surveyed, merged = () => {} }) {
    this.#store = store;
    this.#saved = saved;
    this.#notify = notify;
    this.#surveyed = surveyed;
    this.#merged = merged;
    store.lost = () => void clock.after(SINCE_LOST, () => void this.refresh());
    this.#setting = {
      store,
      clock,
      tab,
      failed: () => this.#tellUnsaved(),
      /** @param {Entry} entry @param {string} value @param {boolean} past */
      saved: (entry, value, past) => {
        const { id } = entry.question;
        if (this.#isBlocked || this.#leftBehind) this.refresh();
        else if (past) this.#prune(id);
        this.#tellUnsaved();
        this.#tellDamaged();
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

  /** Takes what has come into the page's fields unheard. */
  look() {
    for (const entry of this.#entries.values()) entry.look();
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

  /** Saves all that is unsaved, now; done when that has been tried. */
  async flush() {
    this.look();
    const unsaved = [...this.#entries.values()].filter((entry) => entry.unsaved);
    await Promise.all(unsaved.map((entry) => entry.save()));
  }

  /**
   * Everything that is kept, and what this page has that is not yet: for a file.
   * @param {(count: number) => void} [progress] called with the number of records read so far
   * @returns {Promise<{ records: Map<string, unknown>, whole: boolean, damaged: string[] }>} not whole where
   *   only this page's answers could be had; the keys of records that the browser cannot read
   */
  async records(progress) {
    let whole = true;
    const records = await this.#store.read([''], progress).catch(() => {
      whole = false;
      return new Map();
    });
    this.look();
    const damaged = [...records].filter(([, record]) => record === UNREADABLE).map(([key]) => key);
    for (const key of damaged) records.delete(key);
    layOver(records, this.#entries.values(), whole);
    return { records, whole, damaged: damaged.filter((key) => !records.has(key)) };
  }

  /** A newer build is at work in another tab: saves what is unsaved, and writes nothing more. */
  close() {
    this.#closed = true;
    for (const entry of this.#entries.values()) entry.close();
    this.#notify('newer', true);
  }

  /** Nothing of this page is to be kept any more: all has been erased. */
  abandon() {
    for (const entry of this.#entries.values()) entry.drop();
    this.#entries.clear();
  }

  /**
   * Puts `value`, an earlier text or another, in the place of the answer; what stood there becomes a version.
   * @param {string} id
   * @param {string} value
   * @returns {Promise<boolean>} whether it stands there now
   */
  async replace(id, value) {
    const entry = this.#entries.get(id);
    const [field] = entry?.fields ?? [];
    if (!entry || !field) return false;
    if (!entry.replace(field, value)) return false;
    await entry.save();
    return true;
  }

  /** Whether something on the page is not saved yet. */
  get unsaved() {
    return [...this.#entries.values()].some((entry) => entry.unsaved);
  }

  /** Whether the page has words that it could not put anywhere if it went now. */
  get atRisk() {
    const unsaved = [...this.#entries.values()].filter((entry) => entry.unsaved);
    return unsaved.some((entry) => !this.#store.ready || entry.state === 'failed');
  }

  /** The page is going: puts what is unsaved where the next page finds it. */
  leave() {
    this.look();
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
    await this.#read([...this.#entries.values()], returned);
  }

  /** @param {Field} field */
  #entry({ question }) {
    let entry = this.#entries.get(question.id);
    if (entry) return entry;
    this.#entries.set(question.id, (entry = new Entry(question, this.#setting)));
    if (this.#closed) entry.close();
    return entry;
  }

  /**
   * @param {Entry[]} entries
   * @param {boolean} [returned] the page has just come back
   */
  async #read(entries, returned = false) {
    this.#callOff();
    try {
      if (!this.#closed) await this.#repair();
      const found = await this.#store.read(entries.map((entry) => entry.key));
      for (const entry of entries) await this.#reconcile(entry, found.get(entry.key), returned);
      if ([...found.values()].some(isNewer)) this.close();
      this.#tellDamaged();
      await this.#survey();
      this.#tell(false);
      this.#tellUnsaved();
    } catch {
      for (const entry of entries) if (entry.state === 'loading') entry.show('blocked');
      this.#tell(true);
      this.#callOff();
      this.#callOff = this.#setting.clock.after(AGAIN, () => void this.refresh());
    }
  }

  /** @param {Entry} entry @param {unknown} record @param {boolean} returned */
  async #reconcile(entry, record, returned) {
    const readable = record !== undefined && record !== UNREADABLE;
    const unfit = readable && !isNewer(record) && !parseAnswer(record, entry.question.kind);
    const loaded = unfit && !this.#closed ? await upkeep().catch(() => null) : null; // without it, it is left as it is
    const tidied = loaded && (await loaded.tidy(this.#store, entry.question, this.#setting.tab));
    entry.reconcile(loaded ? tidied : record, returned);
    if (loaded && answerOf(record)) this.#merged(); // a version now
  }

  async #repair() {
    const keys = await this.#store.keys('');
    const questions = [...this.#entries.values()].map((entry) => entry.question);
    const owners = new Set(keys.map((key) => key.split('/')[1]));
    const renamed = questions.some(({ formerly = [] }) => formerly.some((id) => owners.has(id)));
    const drafts = keys.some((key) => key.startsWith(DRAFTS));
    this.#leftBehind = renamed || drafts;
    const loaded = this.#leftBehind ? await upkeep().catch(() => null) : null;
    this.#notify('waiting', this.#leftBehind && !loaded);
    if (!loaded) return; // the next save looks again
    await loaded.carryOver(this.#store, questions, keys, this.#merged);
    this.#leftBehind = drafts && (await loaded.takeUpDrafts(this.#store, this.#setting.tab, this.#saved));
  }

  /** Counts what is kept besides the answers, and tells those who want to know. */
  async #survey() {
    const keys = await this.#store.keys('');
    /** @param {string} prefix */
    const number = (prefix) => keys.filter((key) => key.startsWith(prefix)).length;
    for (const entry of this.#entries.values()) {
      const { id } = entry.question;
      entry.count({ versions: number(`${VERSIONS}${id}/`), others: number(`${OTHERS}${id}/`) });
    }
    this.#notify('aside', number(ASIDE) > 0);
    this.#surveyed?.(keys);
  }

  /** @param {string} id */
  async #prune(id) {
    await upkeep().then(({ prune }) => prune(this.#store, id)).catch(() => {}); // the next one sees to it
    await this.#survey().catch(() => {});
  }

  #tellDamaged() {
    this.#notify('damaged', [...this.#entries.values()].some((entry) => entry.state === 'damaged'));
  }

  #tellUnsaved() {
    const states = [...this.#entries.values()].map((entry) => entry.state);
    this.#notify('unsaved', states.includes('failed'));
  }

  /** @param {boolean} blocked */
  #tell(blocked) {
    if (blocked !== this.#isBlocked) this.#notify('blocked', blocked);
    this.#isBlocked = blocked;
  }
}
