/**
 * This copy of the site: its place, its store, its other tabs. One for all that a
 * page has; two copies on one origin have nothing in common.
 */

import { MemoryStore } from '../lib/memory-store.js';
import { Store } from '../lib/store.js';
import { NOT_SHARED, SHARED, base, isShared, local, name, sharedByDefault } from './place.js';

export { base, isShared, local, name };

/**
 * Chooses where this tab keeps answers, from the next page on.
 * @param {boolean} yes
 */
export function setShared(yes) {
  if (yes === sharedByDefault) sessionStorage.removeItem(SHARED);
  else sessionStorage.setItem(SHARED, yes ? '' : NOT_SHARED);
}

/** @type {import('../lib/answers.js').Keeper} */
export const store = isShared() ? new MemoryStore() : new Store(name);

const channel = globalThis.BroadcastChannel ? new BroadcastChannel(name) : null;

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
