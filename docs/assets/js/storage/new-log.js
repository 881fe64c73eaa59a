/** Make the browser begin a new log for its databases; storage/disk-recovery.js says why. */

import { RECORDS, open, remove } from './indexeddb.js';

/** The database that is filled and removed. */
export const BALLAST = 'five-attributes:ballast';

/** Bytes of a record: few enough to stay in the log. */
const BYTES = 48 * 1024;
/** Records in a transaction, and transactions: twice what a log holds (4 MB), so that the torn one is done with. */
const RECORDS_AT_ONCE = 20;
const TRANSACTIONS = 10;

/**
 * Writes and removes enough for the browser to go over to another file.
 * @param {IDBFactory} factory
 * @throws {unknown} where there is no room for it
 */
export async function beginLog(factory) {
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
