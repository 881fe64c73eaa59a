/** Removes all that this copy of the site keeps in the browser, and looks whether it is gone. */

import { forget } from '../lib/ledger.js';
import { Store } from '../lib/store.js';
import { answers } from './answers.js';
import { base, local, name, tell } from './site.js';

/** Milliseconds until a removal that another tab holds up is given up. */
const LIMIT = 5000;

/**
 * Erases everything, in this page and in the other tabs.
 * @returns {Promise<boolean>} whether the database has gone; it may still go when the other tabs are closed
 */
export async function erase() {
  answers.abandon();
  const store = new Store(name); // the browser's, also where this tab keeps nothing there
  const done = await inTime(store.erase());
  tell({ erased: true });
  if (done) await inTime(store.erase()); // of what another tab had saved before it heard of it
  forgetAll();
  return done;
}

/** Whether something of this copy of the site is still in the browser. @returns {Promise<boolean>} */
export async function isLeft() {
  const databases = (await globalThis.indexedDB?.databases?.().catch(() => [])) ?? [];
  if (databases.some((database) => database.name === name)) return true;
  return storages().some((storage) => ours(storage).length > 0);
}

/** What the tab had been told of the computer goes too: the copy's own setting holds again. */
function forgetAll() {
  forget(local, name);
  for (const storage of storages()) for (const key of ours(storage)) storage.removeItem(key);
}

/** @returns {Storage[]} those that are not blocked */
function storages() {
  return [() => localStorage, () => sessionStorage].flatMap((storage) => {
    try {
      return [storage()];
    } catch {
      return [];
    }
  });
}

/** The keys of this copy: those under its name, and the frame's own (`/guide/.__palette`). @param {Storage} storage */
const ours = (storage) =>
  Object.keys(storage).filter((key) => key === name || key.startsWith(`${name}:`) || key.startsWith(`${base}.`));

/** @param {Promise<unknown>} work @returns {Promise<boolean>} */
function inTime(work) {
  return new Promise((resolve) => {
    setTimeout(resolve, LIMIT, false);
    work.then(() => resolve(true), () => resolve(false));
  });
}
