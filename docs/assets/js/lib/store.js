/**
 * Where records are kept: this file and database.js alone know IndexedDB.
 *
 * One database for each copy of the site, at version 1 for ever (an open tab of
 * an older build would block a change), with records under string keys, which
 * records.js knows. Reading never makes a database; the first write does. A write
 * is done when its transaction is, on the disk.
 */

import { RECORDS, fetch, inTime, missing, open, remove, under } from './database.js';

/**
 * What a write does; `outcome` is handed back once it is done.
 * @template T
 * @typedef {{ outcome: T, puts?: Map<string, unknown>, deletes?: string[] }} Change
 */

/**
 * Work in a transaction: makes requests, and returns what tells the result at its end.
 * @template T
 * @typedef {(store: IDBObjectStore, tx: IDBTransaction, fail: (error: unknown) => void) => () => T} Work
 */

/** Milliseconds after which a transaction that tells nothing is given up. */
const LIMIT = 5000;

export class Store {
  #name;
  #factory;
  /** @type {IDBDatabase | null} */
  #db = null;
  /** @type {Promise<unknown>} one opening at a time */
  #opened;
  /** @type {Set<IDBTransaction>} */
  #writing = new Set();
  /** Called when the database was closed under the page: its data was cleared, or another tab removes it. */
  lost = () => {};

  /**
   * @param {string} name the database's name: product and base path
   * @param {() => IDBFactory} factory
   * @param {Promise<unknown>} first what is done before it is opened; not one that fails
   */
  constructor(name, factory = () => globalThis.indexedDB, first = Promise.resolve()) {
    this.#name = name;
    this.#factory = factory;
    this.#opened = first;
  }

  /**
   * The records under `keys`, those there are; a key that ends in `/`, or is empty,
   * stands for all that begin with it, in the order of their keys.
   * @param {string[]} keys
   * @returns {Promise<Map<string, unknown>>}
   */
  async read(keys) {
    return (await this.#with(false, 'readonly', (store) => fetch(store, keys).found)) ?? new Map();
  }

  /**
   * The keys that begin with `prefix`, in their order.
   * @param {string} prefix
   * @returns {Promise<string[]>}
   */
  async keys(prefix) {
    const keys = await this.#with(false, 'readonly', (store) => {
      const request = store.getAllKeys(under(prefix));
      return () => request.result.map(String);
    });
    return keys ?? [];
  }

  /**
   * Reads `keys` as `read` does, asks `decide` what to write, and writes it, in one transaction.
   * @template T
   * @param {string[]} keys
   * @param {(found: Map<string, unknown>) => Change<T>} decide
   */
  async update(keys, decide) {
    const outcome = await this.#with(true, 'readwrite', (store, tx, fail) => {
      /** @type {Change<T>} */
      let change;
      const { found, last } = fetch(store, keys);
      const decided = () => {
        try {
          change = decide(found());
          for (const [key, record] of change.puts ?? []) store.put(record, key);
          for (const key of change.deletes ?? []) store.delete(key);
          tx.commit?.();
        } catch (error) {
          fail(error);
        }
      };
      if (last) last.onsuccess = decided;
      else decided();
      return () => change.outcome;
    });
    return /** @type {T} */ (outcome);
  }

  /**
   * Writes `puts` at once and compares nothing: for the moment the page goes. Writes
   * under way would hold this one up and are dropped: `puts` must cover them.
   * @param {Map<string, unknown>} puts
   * @returns {Promise<void>}
   */
  async leave(puts) {
    if (!this.#db) return void (await this.update([], () => ({ outcome: null, puts })));
    for (const tx of this.#writing) {
      try {
        tx.abort();
      } catch {
        // It is being committed: let it.
      }
    }
    await this.#transact(this.#db, 'readwrite', (store, tx) => {
      for (const [key, record] of puts) store.put(record, key);
      tx.commit?.();
      return () => null;
    });
  }

  /** Removes all that is kept. Another tab that has the database open lets go of it. */
  async erase() {
    this.#db?.close();
    this.#db = null;
    await remove(this.#factory(), this.#name);
  }

  /** Whether the database is open: what a page leaves as it goes is sure to be kept only then. */
  get ready() {
    return this.#db !== null;
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
    const next = this.#opened.then(() => this.#db ?? inTime(this.#open(create)));
    this.#opened = next.catch(() => {});
    return next;
  }

  /** @param {boolean} create */
  async #open(create) {
    const factory = this.#factory();
    if (!create && (await missing(factory, this.#name))) return null;
    const db = await open(factory, this.#name, create);
    if (!db || this.#db) db?.close(); // one that took too long has come after all
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
   * Does `work` on a connection, which a fault ends; where it had been closed
   * under us (site data cleared), a new one is tried once.
   * @template T
   * @param {boolean} create
   * @param {IDBTransactionMode} mode
   * @param {Work<T>} work
   * @returns {Promise<T | null>} null where there is no database
   */
  async #with(create, mode, work) {
    for (let first = true; ; first = false) {
      const db = await this.#connect(create);
      if (!db) return null;
      try {
        return await this.#transact(db, mode, work);
      } catch (error) {
        this.#forget(db);
        const closed = error instanceof DOMException && error.name === 'InvalidStateError';
        if (!first || !closed) throw error;
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
      if (mode === 'readwrite') this.#writing.add(tx);
      /** @type {unknown} */
      let fault = null;
      const result = work(tx.objectStore(RECORDS), tx, (error) => {
        fault = error;
        tx.abort();
      });
      const limit = setTimeout(() => {
        reject(new DOMException('No answer', 'TimeoutError'));
        try {
          tx.abort();
        } catch {
          // It is being committed, and may come to its end yet.
        }
      }, LIMIT);
      const ended = () => {
        clearTimeout(limit);
        this.#writing.delete(tx);
      };
      tx.oncomplete = () => {
        ended();
        resolve(result());
      };
      tx.onabort = () => {
        ended();
        reject(fault ?? tx.error ?? new DOMException('Dropped', 'AbortError'));
      };
    });
  }
}
