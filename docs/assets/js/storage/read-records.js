/**
 * Read records within one transaction, each with its own error: one that the browser cannot
 * read hides no other. store.js builds on this, nothing else does.
 */

import { under } from './indexeddb.js';
import { PIECES, UNREADABLE, isHeader, joined, piecesOf } from './large-records.js';

/** The most records asked for at once: whoever waits hears of each such part. */
const AT_ONCE = 500;

/**
 * Asks for the records under `keys`; one that ends in `/`, or is empty, stands for all that begin
 * with it, one that ends in `/*` for their keys alone, with null for each record. A record that
 * cannot be read is UNREADABLE. Chromium aborts a transaction at its end in which one could not be
 * read, whoever prevents that; so those that are known not to be are not asked for.
 * @param {IDBObjectStore} store
 * @param {string[]} keys
 * @param {object} course
 * @param {(found: Map<string, unknown>) => void} course.done called while the transaction can still be written to
 * @param {(count: number) => void} course.heard called with the number of records read so far, at each sign of life
 * @param {Set<string>} course.unreadable the keys that are not asked for; those that cannot be read are added
 */
export function gather(store, keys, { done, heard, unreadable }) {
  /** @type {Map<string, unknown>} */
  const found = new Map();
  let pending = 1;
  let count = 0;
  const settle = () => {
    pending -= 1;
    if (pending === 0) done(found);
  };

  /**
   * @template T
   * @param {IDBRequest<T>} request
   * @param {(result: T) => void} got
   * @param {() => void} [failed] without it, an error ends the transaction
   */
  const ask = (request, got, failed) => {
    pending += 1;
    request.onsuccess = () => {
      got(request.result);
      heard(count);
      settle();
    };
    request.onerror = (event) => {
      if (!failed || request.error?.name === 'AbortError') return;
      event.preventDefault();
      event.stopPropagation();
      failed();
      heard(count);
      settle();
    };
  };

  /** @param {string} key */
  const miss = (key) => {
    found.set(key, UNREADABLE);
    unreadable.add(key);
  };

  /** @param {string} key @param {unknown} record */
  const take = (key, record) => {
    count += 1;
    found.set(key, record);
    if (!isHeader(record)) return;
    found.set(key, UNREADABLE); // until its pieces are here
    ask(
      store.getAll(piecesOf(key)),
      (pieces) => found.set(key, joined(record, pieces)),
      () => miss(key),
    );
  };

  /** @param {string} key */
  const readKey = (key) => {
    if (unreadable.has(key)) return miss(key);
    /** @param {unknown} record */
    const got = (record) => record !== undefined && take(key, record);
    ask(store.get(key), got, () => miss(key));
  };

  /** @param {string} prefix */
  const all = (prefix) => {
    ask(store.getAllKeys(under(prefix)), (listed) => {
      const all = listed.map(String);
      for (const key of visible(all)) found.set(key, UNREADABLE); // in the order of their keys, whichever comes first
      for (const part of parts(all, unreadable)) {
        const range = IDBKeyRange.bound(part[0], part.at(-1));
        ask(
          store.getAll(range),
          (records) => {
            for (const [i, key] of part.entries()) take(key, records[i]);
          },
          () => part.forEach(readKey),
        );
      }
    });
  };

  for (const key of keys) {
    if (key.endsWith('/*')) {
      ask(store.getAllKeys(under(key.slice(0, -1))), (listed) => {
        for (const each of visible(listed)) found.set(each, null);
      });
    } else if (/(^|\/)$/.test(key)) all(key);
    else readKey(key);
  }
  settle();
}

/** The keys of records, without those of pieces. @param {IDBValidKey[]} keys */
export const visible = (keys) => keys.map(String).filter((key) => !key.startsWith(PIECES));

/**
 * The keys of records in parts, within which no key lies that is not to be asked for.
 * @param {string[]} keys in their order
 * @param {Set<string>} unreadable
 */
function parts(keys, unreadable) {
  /** @type {string[][]} */
  const result = [];
  let open = false;
  for (const key of keys) {
    const hidden = key.startsWith(PIECES) || unreadable.has(key);
    if (!hidden && open && Number(result.at(-1)?.length) < AT_ONCE) result.at(-1)?.push(key);
    else if (!hidden) result.push([key]);
    open = !hidden;
  }
  return result;
}
