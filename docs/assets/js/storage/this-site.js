/**
 * This copy of the site: its place, its store, its other tabs. One for all that a
 * page has; two copies on one origin have nothing in common.
 */

import { inTime, names } from './indexeddb.js';
import { Drafts } from './drafts.js';
import { Store } from './store.js';
import { notify } from '../page/notices.js';
import {
  NOT_SHARED,
  PREFIX,
  SHARED,
  TYPED,
  base,
  formerly,
  isShared,
  local,
  name,
  root,
  sharedChoice,
} from '../page/this-page.js';

export { base, isShared, local, name, root };

/** Milliseconds that a page waits for what was kept under another spelling of its address. */
const PATIENCE = 8000;

/** The name of a copy's database or ledger. */
const ITS = /^five-attributes:\/.*\/$/;

const channel = (() => {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null; // there is none, or the browser forbids it, as Firefox does where cookies are blocked
  }
})();

/** Carries over what was kept under other spellings of this copy's address. */
async function carryOver() {
  const databases = await names(() => globalThis.indexedDB).catch(() => []); // then the ledgers tell
  const ledgers = await (async () => Object.keys(local()))().catch(() => []);
  const others = [...databases, ...ledgers, `${PREFIX}${root.pathname}`].filter(
    (listed) => listed !== name && ITS.test(listed),
  );
  if (!others.length) return;
  const { carryOver: carry } = await import('./address-spellings.js');
  if (await carry(others)) tell({ restored: true });
}

const computer = () => import('./shared-computer-mode.js');

/** Keeps nothing where other tabs were told so; a page that goes for that never comes to the next step. */
async function followOthers() {
  if (sharedChoice() !== null) return;
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  if (navigator.locks && !held.some((lock) => lock.name?.startsWith(SHARED))) return;
  await (await computer()).followOthers();
}

/** Puts back what was typed on this page before it had to load again. */
function putBack() {
  const typed = sessionStorage.getItem(TYPED);
  if (typed === null) return;
  sessionStorage.removeItem(TYPED);
  for (const [id, value] of JSON.parse(typed)) {
    const question = document.querySelector(`workbook-question[question="${CSS.escape(id)}"]`);
    const text = question?.querySelector('textarea, input[type="date"]');
    const rating = question?.querySelector(`input[value="${CSS.escape(value)}"]`);
    if (text instanceof HTMLTextAreaElement || text instanceof HTMLInputElement) text.value = value;
    else if (rating instanceof HTMLInputElement) rating.checked = true;
  }
}

try {
  putBack();
} catch {
  // The session is blocked, so nothing was put there.
}

const followed = followOthers().catch(() => {});

/** Done once that has been tried; null where this tab keeps nothing. */
export const ready = isShared()
  ? null
  : inTime(followed.then(carryOver), PATIENCE).catch(() => notify('elsewhere', true));

if (ready && formerly.length)
  ready
    .then(() => import('../device/former-address.js'))
    .then(({ offer }) => offer())
    .catch(console.error);

/** What pages leave at their last moment; null where this tab keeps nothing. */
export const drafts = ready ? new Drafts(local, name) : null;

/** Brings what pages have left so into the database; what cannot be brought waits for the next page. */
export async function takeUp() {
  if (!drafts?.left.length) return;
  const own = new Store(name);
  await drafts.takeUp(own).catch(() => {});
  own.pause();
}

const kept = ready && new Store(name, undefined, ready.then(takeUp));

/** @type {import('../answers/answers.js').Keeper} */
export const store = kept ?? memory();

let leave = () => {};

/** @param {() => void} work done as the page goes, while the store still takes something */
export const onPageHide = (work) => (leave = work);

addEventListener('pagehide', () => {
  try {
    leave();
  } finally {
    kept?.pause(); // whatever that came to, this page may not hold the database
  }
});
addEventListener('pageshow', ({ persisted }) => persisted && void takeUp().then(() => kept?.resume()));

/** A store of this page's life, which few pages need. @returns {import('../answers/answers.js').Keeper} */
function memory() {
  /** @type {Promise<any>} */
  const made = import('./memory-store.js').then(({ MemoryStore }) => new MemoryStore());
  /** @param {string} act */
  const later =
    (act) =>
    async (/** @type {unknown[]} */ ...of) =>
      (await made)[act](...of);
  const [read, keys, update, leave, prepare, erase] = [
    'read',
    'keys',
    'update',
    'leave',
    'prepare',
    'erase',
  ].map(later);
  return /** @type {any} */ ({ ready: true, read, keys, update, leave, prepare, erase });
}

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

/** @type {import('../answers/entry.js').Clock} */
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
  if (typeof now === 'string' && now !== NOT_SHARED && !isShared())
    void settled()
      .then(computer)
      .then(({ become }) => become(now));
});
addEventListener('pageshow', ({ persisted }) => persisted && settled().then(followOthers)); // it heard nothing meanwhile
