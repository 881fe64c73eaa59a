/**
 * This copy of the site: its place, its store, its other tabs. One for all that a
 * page has; two copies on one origin have nothing in common.
 */

import { MemoryStore } from '../lib/memory-store.js';
import { Store } from '../lib/store.js';

/** Where this copy of the site lies: the folder that holds assets/. */
export const base = new URL('../../../', import.meta.url).pathname;

/** The name of all that it keeps in the browser. */
export const name = `five-attributes:${base}`;

/** Set in the tab's session while answers are to be kept on the page alone. */
const SHARED = `${name}:shared-computer`;

/** Whether this tab keeps nothing in the browser, as others use it too. */
export function isShared() {
  try {
    return sessionStorage.getItem(SHARED) !== null;
  } catch {
    return false;
  }
}

/**
 * Chooses where this tab keeps answers, from the next page on.
 * @param {boolean} yes
 */
export function setShared(yes) {
  if (yes) sessionStorage.setItem(SHARED, '');
  else sessionStorage.removeItem(SHARED);
}

/** @type {import('../lib/answers.js').Keeper} */
export const store = isShared() ? new MemoryStore() : new Store(name);

const channel = globalThis.BroadcastChannel ? new BroadcastChannel(name) : null;

/**
 * Tells the site's other tabs.
 * @param {{ saved: string } | { format: number } | { restored: true } | { erased: true }} message
 */
export const tell = (message) => channel?.postMessage(message);

/**
 * @param {(message: any) => void} hear
 * @param {AbortSignal} [signal] ends that
 */
export function listen(hear, signal) {
  channel?.addEventListener('message', ({ data }) => hear(data ?? {}), signal ? { signal } : {});
}

/** The browser's local storage; throws where it is blocked. */
export const local = () => localStorage;

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
