/**
 * Where records are kept: this file, transaction.js and indexeddb.js alone know IndexedDB.
 *
 * One database for each copy of the site, at version 1 for ever (an open tab of
 * an older build would block a change), with records under string keys, which
 * records.js knows. Reading never makes a database; the first write does. A write
 * is done when its transaction is, on the disk.
 */

import { inTime, missing, open, remove, under } from './indexeddb.js';
import { gather, visible } from './read-records.js';
import { Medium } from './disk-recovery.js';
import { UNREADABLE } from './large-records.js';
import { transact, write } from './transaction.js';

/**
 * @template T
 * @typedef {import('./transaction.js').Change<T>} Change
 */

/**
 * @template T
 * @typedef {import('./transaction.js').Work<T>} Work
 */

/** Why work was dropped that is done when the page comes back. */
const GONE = new DOMException('The page went', 'AbortError');

export class Store {
  #name;
  #factory;
  #medium;
  /** @type {IDBDatabase | null} */
  #db = null;
  /** @type {Promise<unknown>} one opening at a time */
  #opened;
  /** @type {import('./transaction.js').Running} */
  #running = new Map();
  /** Done when the page has come back; null while it has not gone. @type {Promise<void> | null} */
  #away = null;
  #comeBack = () => {};
  /** The keys of records that the browser could not read. @type {Set<string>} */
  #unreadable = new Set();
  /** Called when the database was closed under the page: its data was cleared, or another tab removes it. */
  lost = () => {};

  /**
   * @param {string} name the database's name: product and base path
   * @param {() => IDBFactory} factory
   * @param {Promise<unknown>} first what is done before it is opened; not one that fails
   * @param {Medium} medium what is known of the disk
   */
  constructor(
    name,
    factory = () => globalThis.indexedDB,
    first = Promise.resolve(),
    medium = new Medium(() => localStorage),
  ) {
    this.#name = name;
    this.#factory = factory;
    this.#opened = first;
    this.#medium = medium;
  }

  /**
   * The records under `keys`, those there are; a key that ends in `/`, or is empty,
   * stands for all that begin with it, in the order of their keys. One that the browser
   * cannot read is UNREADABLE (large-records.js).
   * @param {string[]} keys
   * @param {(count: number) => void} [progress] called with the number of records read so far
   * @returns {Promise<Map<string, unknown>>}
   */
  async read(keys, progress) {
    /** @type {Map<string, unknown> | null} */
    let result = null;
    const unreadable = new Set(); // what could not be read before may be readable now
    const done = (/** @type {Map<string, unknown>} */ found) => void (result = found);
    try {
      await this.#with(false, 'readonly', ({ store, heard }) => {
        /** @param {number} count */
        const reading = (count) => {
          heard();
          progress?.(count);
        };
        gather(store, keys, { done, heard: reading, unreadable });
        return () => null;
      });
    } catch (error) {
      if (!result || !unreadable.size) throw error; // all else had been read when the browser gave up
    }
    this.#unreadable = new Set(
      [...this.#unreadable].filter((key) => !result?.has(key)).concat([...unreadable]),
    );
    return result ?? new Map();
  }

  /**
   * The keys that begin with `prefix`, in their order.
   * @param {string} prefix
   * @returns {Promise<string[]>}
   */
  async keys(prefix) {
    const keys = await this.#with(false, 'readonly', ({ store }) => {
      const request = store.getAllKeys(under(prefix));
      return () => visible(request.result);
    });
    return keys ?? [];
  }

  /**
   * Reads `keys` as `read` does, asks `decide` what to write, and writes it, in one transaction.
   * What the browser cannot read is not there for `decide`: a write takes its place, and nothing moves it.
   * @template T
   * @param {string[]} keys
   * @param {(found: Map<string, unknown>) => Change<T>} decide
   * @returns {Promise<T>} done when it is on the disk, and the disk can be trusted
   */
  async update(keys, decide) {
    try {
      const outcome = await this.#update(keys, decide);
      if (this.#medium.failed) await this.#medium.renew(this.#factory());
      return outcome;
    } catch (error) {
      this.#medium.note(error);
      throw error;
    }
  }

  /**
   * @template T
   * @param {string[]} keys
   * @param {(found: Map<string, unknown>) => Change<T>} decide
   * @returns {Promise<T>}
   */
  async #update(keys, decide) {
    const known = this.#unreadable.size;
    /** @type {Work<Change<T>>} */
    const work = ({ store, tx, heard, fail }) => {
      /** @type {Change<T>} */
      let change;
      const commit = () => {
        try {
          tx.commit?.();
        } catch (error) {
          fail(error);
        }
      };
      /** @param {Map<string, unknown>} found */
      const done = (found) => {
        if (this.#unreadable.size > known)
          return fail(new DOMException('Not all can be read', 'NotReadableError'));
        try {
          for (const [key, record] of found) if (record === UNREADABLE) found.delete(key);
          change = decide(found);
          write(store, change, heard, commit);
        } catch (error) {
          fail(error);
        }
      };
      gather(store, keys, { done, heard, unreadable: this.#unreadable });
      return () => change;
    };
    try {
      const { outcome, puts } = /** @type {Change<T>} */ (await this.#with(true, 'readwrite', work));
      for (const key of puts?.keys() ?? []) this.#unreadable.delete(key);
      return outcome;
    } catch (error) {
      if (this.#unreadable.size === known) throw error;
      return this.#update(keys, decide); // without what cannot be read
    }
  }

  /**
   * Writes `puts` at once and compares nothing: for the moment the page goes. Writes
   * under way would hold this one up and are dropped: `puts` must cover them. Nothing is
   * written to a disk that has failed: it would do harm to what is there.
   * @param {Map<string, unknown>} puts
   * @returns {Promise<void>}
   */
  async leave(puts) {
    if (this.#medium.failed) throw new DOMException('The disk has failed', 'UnknownError');
    if (!this.#db) return void (await this.update([], () => ({ outcome: null, puts })));
    for (const [tx, end] of this.#running)
      if (tx.mode === 'readwrite') end(new DOMException('Dropped', 'AbortError'));
    await transact(
      this.#db,
      'readwrite',
      ({ store, tx, heard }) => {
        this.#running.delete(tx);
        write(store, { outcome: null, puts }, heard);
        tx.commit?.();
        return () => null;
      },
      this.#running,
    );
  }

  /**
   * The page goes: nothing of it may hold the database for the pages after it. What is under way is dropped
   * and, like whatever is asked for meanwhile, done when the page comes back; what `leave` writes is written.
   */
  pause() {
    if (this.#away) return;
    this.#away = new Promise((resolve) => (this.#comeBack = resolve));
    for (const end of this.#running.values()) end(GONE);
    if (this.#db) this.#forget(this.#db);
  }

  /** The page has come back. */
  resume() {
    this.#away = null;
    this.#comeBack();
  }

  /** Removes all that is kept. Another tab that has the database open lets go of it. */
  async erase() {
    this.#db?.close();
    this.#db = null;
    await remove(this.#factory(), this.#name);
  }

  /** Whether what is written now is sure to be kept: the database is open, and its disk sound. */
  get ready() {
    return this.#db !== null && !this.#medium.failed;
  }

  /** Makes ready for a write that will come soon. */
  async prepare() {
    await this.#connect(true);
  }

  /**
   * @param {boolean} create
   * @returns {Promise<IDBDatabase | null>}
   */
  #connect(create) {
    const next = this.#opened.then(() => this.#away).then(() => this.#db ?? inTime(this.#open(create)));
    this.#opened = next.catch(() => {});
    return next;
  }

  /** @param {boolean} create */
  async #open(create) {
    const factory = this.#factory();
    if (!create && (await missing(factory, this.#name))) return null;
    const db = await open(factory, this.#name, create);
    if (this.#away) {
      db?.close();
      return null; // asked again when the page has come back
    }
    if (!db || this.#db)
      db?.close(); // one that took too long has come after all
    else db.onversionchange = db.onclose = () => this.#lose(db);
    return (this.#db ??= db);
  }

  /** @param {IDBDatabase} db */
  #lose(db) {
    this.#forget(db);
    this.lost();
  }

  /** @param {IDBDatabase} db */
  #forget(db) {
    db.close();
    if (this.#db === db) this.#db = null;
  }

  /**
   * Does `work` on a connection, which an error ends; where it had been closed
   * under us (site data cleared), a new one is tried once.
   * @template T
   * @param {boolean} create
   * @param {IDBTransactionMode} mode
   * @param {Work<T>} work
   * @returns {Promise<T | null>} null where there is no database
   */
  async #with(create, mode, work) {
    for (let first = true; ; ) {
      const db = await this.#connect(create);
      if (this.#away) continue;
      if (!db) return null;
      try {
        return await transact(db, mode, work, this.#running);
      } catch (error) {
        if (error === GONE) continue;
        this.#forget(db);
        const closed = error instanceof DOMException && error.name === 'InvalidStateError';
        if (!first || !closed) throw error;
        first = false;
      }
    }
  }
}
