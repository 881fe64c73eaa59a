/**
 * This copy of the site: its place, its store, its other tabs. One for all that a
 * page has; two copies on one origin have nothing in common.
 */

import { inTime, names } from '../lib/database.js';
import { MemoryStore } from '../lib/memory-store.js';
import { PREFIX, otherNames } from '../lib/spelling.js';
import { Store } from '../lib/store.js';
import { become, followOthers } from './computer.js';
import { notify } from './notices.js';
import { NOT_SHARED, base, isShared, local, name, root } from './place.js';

export { base, isShared, local, name, root };

/** Milliseconds that a page waits for what was kept under another spelling of its address. */
const PATIENCE = 8000;

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

const followed = followOthers();

/** Done once that has been tried; null where this tab keeps nothing. */
export const ready = isShared() ? null : inTime(followed.then(carryOver), PATIENCE).catch(() => notify('elsewhere', true));

/** @type {import('../lib/answers.js').Keeper} */
export const store = ready ? new Store(name, undefined, ready) : new MemoryStore();

/**
 * Tells the site's other tabs.
 * @param {{ saved: string } | { told: string } | { format: number } | { kept: true } | { restored: true } | { erased: true } | { unshelved: string }} message
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

let settled = async () => {};

/** @param {() => Promise<void>} wait done once all that was typed before is saved: the page may then go */
export const beforeGoing = (wait) => (settled = wait);

// A page that keeps what is typed goes where nothing is to be kept any more. One that keeps nothing stays:
// it has words that would be lost.
listen(({ told: now }) => {
  if (typeof now === 'string' && now !== NOT_SHARED && !isShared()) void settled().then(() => become(now));
});
addEventListener('pageshow', ({ persisted }) => persisted && settled().then(followOthers)); // it heard nothing meanwhile
