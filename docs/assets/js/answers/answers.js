/**
 * The answers of one page. Fields join; those that show one question share one
 * entry. Storage, clock and tab name are passed in.
 */

import { AnswerEvent, onAnswer } from './answer-event.js';
import { Entry } from './entry.js';
import { layOver } from './with-unsaved.js';
import { UNREADABLE } from '../storage/large-records.js';
import {
  ASIDE,
  DRAFTS,
  OTHERS,
  UNSHOWN,
  VERSIONS,
  answerOf,
  draftKey,
  isNewer,
  parseAnswer,
} from '../storage/records.js';

/** What is done in the store besides saving; most pages need it never. */
const upkeep = () => import('./maintenance.js');

/** Milliseconds until a store that could not be read is tried again. */
const AGAIN = 10_000;

/** Milliseconds from when the database was closed under the page to when it is looked at again. */
const SINCE_LOST = 1000;

/**
 * @typedef {import('./entry.js').Field} Field
 * @typedef {import('../storage/records.js').Draft} Draft
 *
 * @typedef {import('../storage/store.js').Store} Store
 * @typedef {Pick<Store, 'read' | 'keys' | 'update' | 'leave' | 'prepare' | 'ready' | 'erase'> & Partial<Pick<Store, 'lost'>>} Keeper
 *   where records are kept: a Store, or what can stand in for one
 *
 * @typedef {object} Surroundings
 * @property {Keeper} store
 * @property {import('./entry.js').Clock} clock
 * @property {import('../storage/drafts.js').Drafts | null} [drafts] where the page leaves what is unsaved as it goes
 * @property {string} tab a name that no other page has
 * @property {(notice: Notice, yes: boolean) => void} notify hears what the person has to know
 * @property {(keys: string[]) => void} [surveyed] hears which keys are kept, whenever they have been read
 *
 * @typedef {'blocked' | 'busy' | 'unsaved' | 'newer' | 'aside' | 'damaged' | 'waiting'} Notice
 *   `blocked`: the store cannot be used. `busy`: it does not answer, as where another page holds it. `unsaved`: something on this page is not saved, and should be.
 *   `newer`: a newer build, or one that asks otherwise, is at work. `aside`: something that is kept was no
 *   answer. `damaged`: the browser cannot read an answer to a question of this page. `waiting`: something
 *   that is kept is not shown, as what does that has not come.
 */

/** Tells what happens to answers by an AnswerEvent. */
export class Answers extends EventTarget {
  #store;
  #drafts;
  #notify;
  #surveyed;
  #setting;
  /** Why the store cannot be used. @type {'blocked' | 'busy' | null} */
  #trouble = null;
  #closed = false;
  /** A draft could not be taken up, or what is kept under a former id not be carried over. */
  #leftBehind = false;
  #callOff = () => {};
  #reading = false;
  /** @type {Map<string, Entry>} */
  #entries = new Map();

  /** @param {Surroundings} surroundings */
  constructor({ store, drafts = null, clock, tab, notify, surveyed }) {
    super();
    this.#store = store;
    this.#drafts = drafts;
    this.#notify = notify;
    this.#surveyed = surveyed;
    store.lost = () => void clock.after(SINCE_LOST, () => void this.refresh());
    this.#setting = {
      store,
      clock,
      tab,
      failed: () => this.#tellUnsaved(),
      /** @param {Entry} entry @param {Draft} draft */
      unfit: (entry, draft) => this.#giveWay(entry, draft),
      events: this,
    };
    onAnswer(this, 'saved', (event) => this.#afterSave(event));
  }

  /** @param {AnswerEvent} event */
  #afterSave({ id, hasKeptText }) {
    const entry = this.#entries.get(id);
    if (!entry?.unsaved) this.#drafts?.drop(draftKey(id, this.#setting.tab)); // or it was left after that save began
    if (this.#trouble || this.#leftBehind) this.refresh();
    else if (hasKeptText && entry) this.#prune(entry.question);
    this.#tellUnsaved();
    this.#tellDamaged();
  }

  /**
   * Makes `field` show its question's answer from now on.
   * @param {Field} field
   * @returns {() => void} ends that
   */
  join(field) {
    const entry = this.#entry(field);
    entry.join(field);
    if (entry.status === 'loading' && !this.#reading) {
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
    else if (entry?.hasNewerElsewhere) this.follow(id);
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
    await this.#drafts?.takeUp(this.#store).catch(() => {}); // the next page sees to it
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

  /** A newer build, or one that asks otherwise, is at work in another tab: saves what is unsaved, and writes nothing more. */
  close() {
    this.#closed = true;
    for (const entry of this.#entries.values()) entry.close();
    this.#notify('newer', true);
  }

  /** Nothing of this page is to be kept any more: all has been erased. */
  abandon() {
    for (const [id, entry] of this.#entries) {
      entry.drop();
      this.#drafts?.drop(draftKey(id, this.#setting.tab));
    }
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
    return unsaved.some((entry) => !this.#store.ready || entry.status === 'failed');
  }

  /** The page is going: puts what is unsaved where the next page finds it. */
  leave() {
    this.look();
    for (const [id, entry] of this.#entries)
      if (!entry.unsaved) this.#drafts?.drop(draftKey(id, this.#setting.tab)); // left before, and taken back since
    const left = [...this.#entries.values()].map((entry) => entry.leave()).filter((draft) => draft !== null);
    if (!left.length) return;
    if (!this.#drafts?.put(new Map(left))) this.#store.leave(new Map(left)).catch(() => {}); // nobody is left to tell
  }

  /**
   * Another tab has saved an answer. A field with the focus is left as it is.
   * @param {string} id
   */
  follow(id) {
    const entry = this.#entries.get(id);
    if (this.#trouble) this.refresh();
    else if (entry) this.#read([entry]);
  }

  /**
   * Reads what is stored, and shows it wherever nothing is unsaved.
   * @param {boolean} [returned] the page has just come back: fields with the focus follow too
   * @param {boolean} [restored] a backup has been brought in: what it has of another kind is put by, as at first
   */
  async refresh(returned = false, restored = false) {
    await this.#read([...this.#entries.values()], returned, restored);
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
   * @param {boolean} [restored] a backup has been brought in
   */
  async #read(entries, returned = false, restored = false) {
    this.#callOff();
    try {
      const keys = await this.#store.keys('');
      if (!this.#closed) await this.#repair(keys);
      const found = await this.#store.read(entries.map((entry) => entry.key));
      for (const entry of entries) {
        const record = await this.#fitting(entry, found.get(entry.key), keys, restored);
        if (!record) this.close();
        else entry.reconcile(record.record, returned);
      }
      this.#tellDamaged();
      await this.#survey();
      this.#tell(null);
      this.#tellUnsaved();
    } catch (error) {
      const isHeld = error instanceof DOMException && error.name === 'TimeoutError'; // by another page, as a rule
      const trouble = isHeld ? 'busy' : 'blocked';
      for (const entry of entries) entry.miss(trouble);
      this.#tell(trouble);
      this.#callOff();
      this.#callOff = this.#setting.clock.after(AGAIN, () => void this.refresh());
    }
  }

  /**
   * An answer of another kind is put by when it is the first that is read. Later it tells of a page of another
   * release, which would do the same with what this one wrote, and so on for ever: this one gives way.
   * @param {Entry} entry
   * @param {unknown} record
   * @param {string[]} keys all that are kept
   * @param {boolean} restored
   * @returns {Promise<{ record: unknown } | null>} what stands there now, undefined for nothing; null to give way
   */
  async #fitting(entry, record, keys, restored) {
    const { id, kind } = entry.question;
    const absent = record === undefined;
    const unfit = !absent && record !== UNREADABLE && !isNewer(record) && !parseAnswer(record, kind);
    if (unfit && answerOf(record) && entry.rev !== null && !restored) return null;
    const left = absent && !entry.rev && keys.some((key) => key.startsWith(`${UNSHOWN}${id}/`));
    const tidied = (unfit || left) && !this.#closed ? await this.#tidy(entry).catch(() => null) : null;
    return tidied ?? { record }; // as it is, where that could not be loaded
  }

  /** @param {Entry} entry */
  async #tidy({ question }) {
    const tidied = await (await upkeep()).tidy(this.#store, question, this.#setting.tab);
    if (tidied.moved) this.dispatchEvent(new AnswerEvent('moved', question.id));
    return tidied;
  }

  /**
   * @param {Entry} entry
   * @param {Draft} draft
   * @returns {Promise<import('../storage/records.js').Answer | null>}
   */
  async #giveWay(entry, draft) {
    const known = this.#closed || entry.rev !== null;
    const put = known ? await (await upkeep()).displace(this.#store, draft, this.#setting.tab) : null;
    if (put) this.close();
    if (put) return put;
    const { record } = this.#closed ? { record: null } : await this.#tidy(entry);
    if (record === undefined || parseAnswer(record, draft.question.kind)) return null;
    throw new Error('A record that this build cannot read stands in the way');
  }

  /** @param {string[]} keys */
  async #repair(keys) {
    const questions = [...this.#entries.values()].map((entry) => entry.question);
    const owners = new Set(keys.map((key) => key.split('/')[1]));
    const renamed = questions.some(({ formerly = [] }) => formerly.some((id) => owners.has(id)));
    const drafts = keys.some((key) => key.startsWith(DRAFTS));
    this.#leftBehind = renamed || drafts;
    const loaded = this.#leftBehind ? await upkeep().catch(() => null) : null;
    this.#notify('waiting', this.#leftBehind && !loaded);
    if (!loaded) return; // the next save looks again
    await loaded.carryOver(this.#store, questions, keys, this);
    this.#leftBehind = drafts && (await loaded.takeUpDrafts(this.#store, this.#setting.tab, this));
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

  /** @param {import('../storage/records.js').Question} question */
  async #prune(question) {
    await upkeep()
      .then(({ prune }) => prune(this.#store, question))
      .catch(() => {}); // the next one sees to it
    await this.#survey().catch(() => {});
  }

  #tellDamaged() {
    this.#notify(
      'damaged',
      [...this.#entries.values()].some((entry) => entry.status === 'damaged'),
    );
  }

  #tellUnsaved() {
    const states = [...this.#entries.values()].map((entry) => entry.status);
    this.#notify('unsaved', states.includes('failed') && !this.#trouble);
  }

  /** @param {'blocked' | 'busy' | null} trouble */
  #tell(trouble) {
    if (this.#trouble && trouble !== this.#trouble) this.#notify(this.#trouble, false);
    if (trouble && trouble !== this.#trouble) this.#notify(trouble, true);
    this.#trouble = trouble;
    this.#tellUnsaved(); // one notice says it, not two
  }
}
