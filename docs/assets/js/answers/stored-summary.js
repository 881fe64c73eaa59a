/** Read all stored records once for every element that shows them, and again when they change. */

import { answers } from './page-answers.js';
import { listen, name, store } from '../storage/this-site.js';

/** Milliseconds in which many changes are read as one. */
const MOMENT = 200;

/** @typedef {(kept: Map<string, unknown>) => void} Hear */

/** @type {Set<Hear>} */
const hearers = new Set();

/** @type {ReturnType<typeof setTimeout> | undefined} */
let pending;

/** Words left behind by a page that went are taken up first, once; and notices are shown that apply. */
const ready = answers.refresh();

async function read() {
  await ready;
  const kept = await store.read(['']).catch(() => null); // the page says so already
  if (!kept) return;
  for (const hear of hearers) hear(kept);
}

function soon() {
  clearTimeout(pending);
  pending = setTimeout(read, MOMENT);
}

/**
 * @param {Hear} hear called with all that is kept, as soon as it is known and whenever it changes
 * @param {AbortSignal} signal ends that
 */
export function follow(hear, signal) {
  hearers.add(hear);
  signal.addEventListener('abort', () => hearers.delete(hear));
  soon();
}

listen((message) => {
  if (message.saved || message.kept || message.restored) soon();
});
document.addEventListener('ledger', soon);
addEventListener('storage', ({ key }) => key === name && soon());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') soon();
});
