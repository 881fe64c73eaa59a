/**
 * Where records are kept: this file and indexeddb.js alone know IndexedDB.
 *
 * One database for each copy of the site, at version 1 for ever (an open tab of
 * an older build would block a change), with records under string keys, which
 * records.js knows. Reading never makes a database; the first write does. A write
 * is done when its transaction is, on the disk.
 */

import { RECORDS, inTime, missing, open, remove, under } from './indexeddb.js';
import { gather, visible } from './read-records.js';
import { Medium } from './disk-recovery.js';
import { UNREADABLE, inPieces, piecesOf } from './large-records.js';

/**
 * What a write does; `outcome` is handed back once it is done.
 * @template T
 * @typedef {{ outcome: T, puts?: Map<string, unknown>, deletes?: string[] }} Change
 */

/**
 * @typedef {object} Course what work in a transaction has at hand
 * @property {IDBObjectStore} store
 * @property {IDBTransaction} tx
 * @property {() => void} heard a sign of life: the transaction is given more time
 * @property {(error: unknown) => void} fail
 */

/**
 * Work in a transaction: makes requests, and returns what tells the result at its end.
 * @template T
 * @typedef {(course: Course) => () => T} Work
 */

/** Milliseconds after which a transaction that gives no sign of life is given up. */
const LIMIT = 5000;

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
  /** What ends each that is under way with an error. @type {Map<IDBTransaction, (error: unknown) => void>} */
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
    await this.#transact(this.#db, 'readwrite', ({ store, tx, heard }) => {
      this.#running.delete(tx);
      write(store, { outcome: null, puts }, heard);
      tx.commit?.();
      return () => null;
    });
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

  /** Whether what a page leaves as it goes is sure to be kept: the database is open, and its disk sound. */
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
        return await this.#transact(db, mode, work);
      } catch (error) {
        if (error === GONE) continue;
        this.#forget(db);
        const closed = error instanceof DOMException && error.name === 'InvalidStateError';
        if (!first || !closed) throw error;
        first = false;
      }
    }
  }

  /**
   * @template T
   * @param {IDBDatabase} db
   * @param {IDBTransactionMode} mode
   * @param {Work<T>} work
   * @returns {Promise<T>} resolved by `complete`, by nothing else
   */
  #transact(db, mode, work) {
    return new Promise((resolve, reject) => {
      const tx = db.transaction(RECORDS, mode, { durability: 'strict' });
      /** @type {unknown} */
      let failure = null;
      const giveUp = () => {
        reject(new DOMException('No answer', 'TimeoutError'));
        try {
          tx.abort();
        } catch {
          // It is being committed, and may come to its end yet.
        }
      };
      let limit = setTimeout(giveUp, LIMIT);
      const heard = () => {
        clearTimeout(limit);
        limit = setTimeout(giveUp, LIMIT);
      };
      /** @param {unknown} error */
      const fail = (error) => {
        failure = error;
        tx.abort();
      };
      this.#running.set(tx, (error) => {
        try {
          fail(error);
        } catch {
          // It is being committed: let it.
        }
      });
      const result = work({ store: tx.objectStore(RECORDS), tx, heard, fail });
      const ended = () => {
        clearTimeout(limit);
        this.#running.delete(tx);
      };
      tx.oncomplete = () => {
        ended();
        resolve(result());
      };
      tx.onabort = () => {
        ended();
        reject(failure ?? tx.error ?? new DOMException('Dropped', 'AbortError'));
      };
    });
  }
}

/**
 * Requests what `change` writes and deletes.
 * @param {IDBObjectStore} store
 * @param {Change<unknown>} change
 * @param {() => void} heard called at each record that is written
 * @param {() => void} [written] called once all are: a transaction that is committed before may be called complete
 *   in Firefox although there was no room for it
 */
function write(store, { puts = new Map(), deletes = [] }, heard, written = () => {}) {
  let pending = 1;
  const one = () => {
    pending -= 1;
    if (pending === 0) written();
  };
  /** @param {IDBRequest} request */
  const follow = (request) => {
    pending += 1;
    request.onsuccess = () => {
      heard();
      one();
    };
  };
  for (const [key, record] of puts) {
    follow(store.delete(piecesOf(key))); // of what stood there
    for (const [place, part] of inPieces(key, record)) follow(store.put(part, place));
  }
  for (const key of deletes) {
    follow(store.delete(key));
    follow(store.delete(piecesOf(key)));
  }
  one();
}
