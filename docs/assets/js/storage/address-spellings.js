/**
 * Find and move the data that this copy stored under other spellings of its address. Loaded where there
 * may be some; what moves it is loaded where there is.
 */

import { Drafts } from './drafts.js';
import { forget, note, readLedger } from './ledger.js';
import { Store } from './store.js';
import { PREFIX, base, local, name, root, spelled } from '../page/this-page.js';

/**
 * Those of `names`, of databases or ledgers, under which another spelling of this copy's path kept things.
 * @param {string[]} names
 */
const otherNames = (names) =>
  [...new Set(names)].filter((listed) => {
    const path = listed.slice(PREFIX.length);
    return (
      listed.startsWith(`${PREFIX}/`) &&
      listed.endsWith('/') &&
      path !== base &&
      spelled(path, true) === spelled(base, true)
    );
  });

/**
 * Those of `names`, of databases or ledgers, under which a copy at one of `paths` kept things, under whichever spelling.
 * @param {string[]} names
 * @param {string[]} paths
 */
export const namesAt = (names, paths) =>
  [...new Set(names)].filter((listed) => {
    const path = listed.slice(PREFIX.length);
    return (
      listed.startsWith(`${PREFIX}/`) &&
      listed.endsWith('/') &&
      paths.some((at) => spelled(at, true) === spelled(path, true))
    );
  });

/**
 * Those of `names` that another spelling of this copy's own address gave. What differs in capitals
 * alone, and is known as a copy's own address, may belong to another copy: that is asked there.
 * @param {string[]} names
 * @returns {Promise<string[]>}
 * @throws where it cannot be asked
 */
export async function ownNames(names) {
  const others = otherNames(names);
  const taken = await Promise.all(others.map((other) => isAnotherCopy(other)));
  return others.filter((_, i) => !taken[i]);
}

/** Whether the page there says of itself that this is its address. @param {string} other */
async function isAnotherCopy(other) {
  const path = other.slice(PREFIX.length);
  if (path === root.pathname || spelled(path) === spelled(base) || !readLedger(local, other)?.declared)
    return false;
  const text = await (await fetch(new URL(path, root.origin))).text();
  const [, address = ''] = /<link rel="canonical" href="([^"]*)"/.exec(text) ?? [];
  try {
    return spelled(new URL(address).pathname) === spelled(path);
  } catch {
    return false; // no address
  }
}

/**
 * Brings what other spellings of its address kept, as `bring` does.
 * @param {string[]} names
 * @returns {Promise<boolean>} whether there was something to bring
 * @throws where something of it could not be brought; all is then where it was
 */
export const carryOver = async (names) => bring(await ownNames(names));

/**
 * Brings all that is under `names` under the copy's own name. An old record goes once the new one
 * is on the disk, and only if nobody has changed it meanwhile; what an old tab writes later is found
 * by the next page. An old store that was found empty is removed.
 * @param {string[]} names
 * @returns {Promise<boolean>} whether there was something to bring
 * @throws where something of it could not be brought; all is then where it was
 */
export async function bring(names) {
  let some = false;
  for (const other of names.filter((listed) => listed !== name)) {
    const source = new Store(other);
    await new Drafts(() => localStorage, other).takeUp(source);
    const old = await source.read(['']);
    if (old.size) await carry(source, old, other);
    else await bringLedger(other, old, await new Store(name).read(['']));
    if (old.size) some = true;
    else void removeUnused(source, other);
  }
  return some;
}

/** Milliseconds in which a tab that is at work answers. */
const ANSWER = 1000;

/**
 * Removes an empty store, unless a tab of a release before has it open: that would write anew what it shows.
 * @param {Store} source
 * @param {string} other its name
 */
async function removeUnused(source, other) {
  if (!globalThis.BroadcastChannel) return;
  const channel = new BroadcastChannel(other);
  const used = await new Promise((resolve) => {
    channel.onmessage = () => resolve(true);
    channel.postMessage({ format: 0 }); // to an older format each page says its own
    setTimeout(resolve, ANSWER, false);
  });
  channel.close();
  if (!used) await source.erase().catch(() => {}); // the next page tries again
}

/** @param {Store} source @param {Map<string, unknown>} old @param {string} other its name */
async function carry(source, old, other) {
  const [{ carried }, { isSame }] = await Promise.all([
    import('../backup/carry-over.js'),
    import('../backup/json-value.js'),
  ]);
  const { done, merged } = await new Store(name).update([''], (here) => {
    const { puts, done } = carried(here, old);
    return { outcome: { done, merged: new Map([...here, ...puts]) }, puts };
  });
  await bringLedger(other, old, merged);
  await source.update([''], (found) => ({
    outcome: null,
    deletes: done.filter((key) => found.has(key) && isSame(found.get(key), old.get(key))),
  }));
}

/** @param {string} other @param {Map<string, unknown>} old @param {Map<string, unknown>} merged */
async function bringLedger(other, old, merged) {
  const theirs = readLedger(local, other);
  const { mergedLedger } = await import('../backup/carry-over.js');
  if (theirs) note(local, name, mergedLedger(readLedger(local, name), theirs, merged, old));
  forget(local, other);
}
