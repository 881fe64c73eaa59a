/**
 * Whether what the browser writes can be trusted after its disk has failed.
 *
 * Chromium keeps all databases of an origin in one log (LevelDB). A write that fails for want of
 * room tears it. A later one is appended behind the tear and reads well, until the next start of
 * the browser finds damage in mid-log and throws every database away, with what was saved long
 * before. So after such a failure nothing is called saved until a new log has begun: enough is
 * written and removed for the browser to go over to another file. Browsers with a file for each
 * database do not need it, and it does them no harm.
 *
 * All tabs and all copies of the site on one origin share that log, so they share the mark that
 * one of their writes has failed.
 */

import { RECORDS, open, remove } from './database.js';

/** The database that is filled and removed, and the mark in the local storage. */
export const BALLAST = 'five-attributes:ballast';
export const MARK = 'five-attributes:disk-failed';

/** Bytes of a record: few enough to stay in the log. */
const BYTES = 48 * 1024;
/** Records in a transaction, and transactions: twice what a log holds (4 MB), so that the torn one is done with. */
const RECORDS_AT_ONCE = 20;
const TRANSACTIONS = 10;

/**
 * Whether `error`, of a write, tells of a fault of the disk. A quota that is used up tells before
 * anything is written, but for a message of Chromium's that names the disk.
 * @param {unknown} error
 */
const isOfDisk = (error) =>
  error instanceof DOMException && (error.name === 'UnknownError' || /\bdisk\b/i.test(error.message));

export class Medium {
  #storage;
  #failed = false;
  /** @type {Promise<void> | null} the renewal under way */
  #renewal = null;

  /** @param {() => Storage} storage may throw, where the browser blocks it */
  constructor(storage) {
    this.#storage = storage;
  }

  /** Whether a write has failed, in this tab or another, and no new log has begun since. */
  get failed() {
    try {
      return this.#failed || this.#storage().getItem(MARK) !== null;
    } catch {
      return this.#failed;
    }
  }

  /** Notes a write that failed. @param {unknown} error */
  note(error) {
    if (!isOfDisk(error)) return;
    this.#failed = true;
    try {
      this.#storage().setItem(MARK, '1');
    } catch {
      // This tab knows.
    }
  }

  /**
   * Has the browser begin a new log; once for all who ask meanwhile.
   * @param {IDBFactory} factory
   * @throws {unknown} where there is no room for it: nothing may be called saved then
   */
  async renew(factory) {
    this.#renewal ??= beginLog(factory).finally(() => (this.#renewal = null));
    await this.#renewal;
    this.#failed = false;
    try {
      this.#storage().removeItem(MARK);
    } catch {
      // It was never there.
    }
  }
}

/**
 * @param {IDBFactory} factory
 * @throws {unknown}
 */
async function beginLog(factory) {
  await remove(factory, BALLAST); // of an attempt that was broken off
  const db = await open(factory, BALLAST, true);
  try {
    for (let number = 0; db && number < TRANSACTIONS; number += 1) await fill(db, number);
  } finally {
    db?.close();
    await remove(factory, BALLAST);
  }
}

/**
 * @param {IDBDatabase} db
 * @param {number} number of the transaction
 * @returns {Promise<void>}
 */
function fill(db, number) {
  return new Promise((resolve, reject) => {
    const tx = db.transaction(RECORDS, 'readwrite', { durability: 'strict' });
    for (let each = 0; each < RECORDS_AT_ONCE; each += 1) {
      const record = crypto.getRandomValues(new Uint8Array(BYTES)); // so that it cannot be compressed
      tx.objectStore(RECORDS).put(record, `${number}/${each}`);
    }
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error);
  });
}
