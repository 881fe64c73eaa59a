/** Open, find and remove an IndexedDB database. */

export const RECORDS = 'records';

/** Milliseconds after which an opening is given up. */
const LIMIT = 3000;

/**
 * Whether it is sure that there is no database, without opening it, which would leave a trace.
 * What an `open` does that other software put in the browser's place is only seen by calling it.
 * @param {IDBFactory} factory
 * @param {string} name
 */
export async function missing(factory, name) {
  const browsers = Function.prototype.toString.call(factory.open).includes('[native code]');
  if (!browsers || !factory.databases) return false;
  const known = await names(() => factory).catch(() => null); // where they cannot be listed, an opening tells
  return known !== null && !known.includes(name);
}

/**
 * The names of all databases of this address; none where the browser cannot list them.
 * @param {() => IDBFactory} factory
 * @throws where it lists none just now
 */
export async function names(factory) {
  const databases = (await factory()?.databases?.()) ?? [];
  return databases.map((database) => database.name ?? '');
}

/**
 * @param {IDBFactory} factory
 * @param {string} name
 * @param {boolean} create whether to make the database where there is none
 * @returns {Promise<IDBDatabase | null>} null where there is none and none was made
 */
export function open(factory, name, create) {
  return new Promise((resolve, reject) => {
    let undone = false;
    const request = factory.open(name, 1);
    request.onupgradeneeded = () => {
      if (create) return void request.result.createObjectStore(RECORDS);
      undone = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      if (!undone) return reject(request.error);
      event.preventDefault();
      resolve(null);
    };
  });
}

/**
 * @template T
 * @param {Promise<T>} work
 * @param {number} [limit] milliseconds
 * @returns {Promise<T>} rejected where nothing comes of it in time
 */
export function inTime(work, limit = LIMIT) {
  return new Promise((resolve, reject) => {
    setTimeout(reject, limit, new DOMException('No answer', 'TimeoutError'));
    work.then(resolve, reject);
  });
}

/**
 * Removes the database `name`, with all that is in it.
 * @param {IDBFactory} factory
 * @param {string} name
 * @returns {Promise<void>}
 */
export function remove(factory, name) {
  return new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

/** All keys that begin with `prefix`. @param {string} prefix */
export const under = (prefix) => IDBKeyRange.bound(prefix, `${prefix}\uffff`);
