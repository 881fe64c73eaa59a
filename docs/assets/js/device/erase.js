/** Delete all data of this copy of the site from the browser, and check that it is gone. */

import { inTime as answered, names, open } from '../storage/indexeddb.js';
import { Store } from '../storage/store.js';
import { answers } from '../answers/page-answers.js';
import { PREFIX, formerly } from '../page/this-page.js';
import { name, ready, root, tell } from '../storage/this-site.js';
import { namesAt, ownNames as namesOf } from '../storage/address-spellings.js';

/** Milliseconds until a removal that another tab holds up is given up. */
const LIMIT = 5000;

/**
 * Erases everything, in this page and in the other tabs, under every spelling of the address.
 * @returns {Promise<boolean>} whether the databases have gone; they may still go when the other tabs are closed
 */
export async function erase() {
  answers.abandon();
  await ready; // what is being carried over would come after
  const stores = (await ownNames()).map((name) => new Store(name)); // the browser's, also where this tab keeps nothing there
  const removed = () => Promise.all(stores.map((store) => inTime(store.erase())));
  const done = (await removed()).every(Boolean);
  await forgetAll(); // before another tab loads anew, and takes up what lies there
  tell({ erased: true });
  if (done) await removed(); // of what another tab had saved before it heard of it
  await forgetAll();
  return done;
}

/** Whether something of this copy of the site is still in the browser, or cannot be looked for. @returns {Promise<boolean>} */
export async function isLeft() {
  const siteNames = await ownNames();
  const found = await Promise.all(siteNames.map(isThere));
  return found.includes(true) || storages().some((storage) => ours(storage, siteNames).length > 0);
}

/** Its own name, those that other spellings of its address gave, and those of its former addresses. */
async function ownNames() {
  const framed = storages().flatMap((storage) => Object.keys(storage).filter((key) => /^\/.*\/\./.test(key)));
  const paths = framed.map((key) => PREFIX + key.slice(0, key.lastIndexOf('/.') + 1));
  const databases = await names(() => globalThis.indexedDB).catch(() => []);
  const ledgers = storages().flatMap((storage) => Object.keys(storage));
  const all = [...databases, ...ledgers, ...paths, `${PREFIX}${root.pathname}`];
  return [name, ...namesAt(all, formerly), ...(await namesOf(all).catch(() => []))];
}

/** Whether the database is there; opened to look, where the browser does not list them. @param {string} name */
async function isThere(name) {
  if (!globalThis.indexedDB) return false;
  /** @type {string[]} */
  const none = [];
  const listed = await names(() => indexedDB).catch(() => none);
  if (listed.length) return listed.includes(name);
  try {
    const db = await answered(open(indexedDB, name, false));
    db?.close();
    return db !== null;
  } catch {
    return true;
  }
}

/** What the tab had been told of the computer goes too: the copy's own setting holds again. */
async function forgetAll() {
  const siteNames = await ownNames();
  for (const storage of storages()) for (const key of ours(storage, siteNames)) storage.removeItem(key);
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

/**
 * The keys of this copy: those under its names, and the frame's own (`/guide/.__palette`).
 * @param {Storage} storage
 * @param {string[]} siteNames
 */
const ours = (storage, siteNames) =>
  Object.keys(storage).filter((key) =>
    siteNames.some(
      (name) => key === name || key.startsWith(`${name}:`) || key.startsWith(`${name.slice(PREFIX.length)}.`),
    ),
  );

/** @param {Promise<unknown>} work @returns {Promise<boolean>} */
function inTime(work) {
  return new Promise((resolve) => {
    setTimeout(resolve, LIMIT, false);
    work.then(
      () => resolve(true),
      () => resolve(false),
    );
  });
}
