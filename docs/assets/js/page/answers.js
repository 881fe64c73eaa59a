/**
 * The answers of this page: one for all its elements, joined to this copy of the
 * site's database, to its other tabs, and to the page's coming and going.
 */

import { Answers } from '../lib/answers.js';
import { Store } from '../lib/store.js';

/** Where this copy of the site lies: the folder that holds assets/. */
const base = new URL('../../../', import.meta.url).pathname;
const name = `five-attributes:${base}`;

const channel = globalThis.BroadcastChannel ? new BroadcastChannel(name) : null;
let asked = false;

/** Asks the browser, once, not to clear what is kept when it runs short of room. */
function keep() {
  if (asked) return;
  asked = true;
  navigator.storage?.persist?.().catch(() => {});
}

export const answers = new Answers({
  store: new Store(name),
  clock: {
    now: () => performance.now(),
    date: () => new Date().toISOString(),
    after: (delay, call) => {
      const timer = setTimeout(call, delay);
      return () => clearTimeout(timer);
    },
  },
  tab: [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join('-'),
  saved: (id, value) => {
    channel?.postMessage({ saved: id });
    if (value.trim() !== '') keep();
  },
  blocked: (yes) => {
    for (const notice of document.querySelectorAll('[data-storage-blocked]')) notice.toggleAttribute('hidden', !yes);
  },
});

channel?.addEventListener('message', ({ data }) => {
  if (typeof data?.saved === 'string') answers.follow(data.saved);
});
addEventListener('pagehide', () => answers.leave());
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) answers.refresh(true);
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') answers.flush();
});
