/**
 * This copy of the site: its place, its store, its other tabs. One for all that a
 * page has; two copies on one origin have nothing in common.
 */

import { inTime, names } from '../lib/database.js';
import { MemoryStore } from '../lib/memory-store.js';
import { PREFIX, otherNames } from '../lib/spelling.js';
import { Store } from '../lib/store.js';
import { notify } from './notices.js';
import { NOT_SHARED, SHARED, base, formerly, isShared, local, name, root, sharedByDefault } from './place.js';

export { base, isShared, local, name, root };

/** Milliseconds that a page waits for what was kept under another spelling of its address. */
const PATIENCE = 8000;

/**
 * Chooses where this tab keeps answers, from the next page on.
 * @param {boolean} yes
 */
export function setShared(yes) {
  if (yes === sharedByDefault) sessionStorage.removeItem(SHARED);
  else sessionStorage.setItem(SHARED, yes ? '' : NOT_SHARED);
}

const channel = globalThis.BroadcastChannel ? new BroadcastChannel(name) : null;

/** All names under which this address may have kept something for a copy of the site. */
export async function allNames() {
  const databases = await names(() => globalThis.indexedDB).catch(() => []); // then the ledgers tell
  return [...databases, ...ledgerNames(), `${PREFIX}${root.pathname}`];
}

/** @returns {string[]} */
function ledgerNames() {
  try {
    return Object.keys(local());
  } catch {
    return [];
  }
}

/** Carries over what was kept under other spellings of this copy's address. */
async function carryOver() {
  const others = otherNames(await allNames(), base);
  if (!others.length) return;
  const spellings = await import('./spellings.js');
  if (await spellings.carryOver(others)) tell({ restored: true });
}

/** Done once that has been tried; null where this tab keeps nothing. */
export const ready = isShared() ? null : inTime(carryOver(), PATIENCE).catch(() => notify('elsewhere', true));

if (ready && formerly.length) ready.then(() => import('./moved.js')).then(({ offer }) => offer()).catch(console.error);

/** @type {import('../lib/answers.js').Keeper} */
export const store = ready ? new Store(name, undefined, undefined, ready) : new MemoryStore();

/**
 * Tells the site's other tabs.
 * @param {{ saved: string } | { format: number } | { kept: true } | { restored: true } | { erased: true } | { unshelved: string }} message
 */
export const tell = (message) => channel?.postMessage(message);

/**
 * @param {(message: any) => void} hear
 * @param {AbortSignal} [signal] ends that
 */
export function listen(hear, signal) {
  channel?.addEventListener('message', ({ data }) => hear(data ?? {}), signal ? { signal } : {});
}

/** @type {import('../lib/entry.js').Clock} */
export const clock = {
  now: () => performance.now(),
  date: () => new Date().toISOString(),
  after: (delay, call) => {
    const timer = setTimeout(call, delay);
    return () => clearTimeout(timer);
  },
};

/** A name that no other page has. */
export const tab = [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join('-');
