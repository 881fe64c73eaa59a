/**
 * One transaction: what is asked of it, how long it is waited for, and when it is done. It is done when the disk
 * has it, which `complete` alone says.
 */

import { RECORDS } from './indexeddb.js';
import { inPieces, piecesOf } from './large-records.js';

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

/** What ends each transaction that is under way, with an error. @typedef {Map<IDBTransaction, (error: unknown) => void>} Running */

/** Milliseconds after which a transaction that gives no sign of life is given up. */
const LIMIT = 5000;

/**
 * @template T
 * @param {IDBDatabase} db
 * @param {IDBTransactionMode} mode
 * @param {Work<T>} work
 * @param {Running} running where it is until it has ended
 * @returns {Promise<T>} resolved by `complete`, by nothing else
 */
export function transact(db, mode, work, running) {
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
    running.set(tx, (error) => {
      try {
        fail(error);
      } catch {
        // It is being committed: let it.
      }
    });
    const result = work({ store: tx.objectStore(RECORDS), tx, heard, fail });
    const ended = () => {
      clearTimeout(limit);
      running.delete(tx);
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

/**
 * Requests what `change` writes and deletes.
 * @param {IDBObjectStore} store
 * @param {Change<unknown>} change
 * @param {() => void} heard called at each record that is written
 * @param {() => void} [written] called once all are: a transaction that is committed before may be called complete
 *   in Firefox although there was no room for it
 */
export function write(store, { puts = new Map(), deletes = [] }, heard, written = () => {}) {
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
