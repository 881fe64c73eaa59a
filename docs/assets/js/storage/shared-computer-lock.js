/**
 * Share this tab's choice for a shared computer with new tabs: while the tab is open it holds a lock that
 * they find, and answers those that ask because there are no locks (storage/shared-computer-mode.js). Nothing is stored
 * for that. material/base.js loads it, on every page, where the tab was told something.
 */

import { SHARED, sharedChoice } from '../page/this-page.js';

const now = sharedChoice();
if (now !== null && globalThis.BroadcastChannel) tellOthers(now);

/** @param {string} said */
function tellOthers(said) {
  const channel = new BroadcastChannel(SHARED);
  let release = () => {};
  const until = new Promise((resolve) => (release = () => resolve(null)));
  navigator.locks?.request(`${SHARED}=${said}`, { mode: 'shared' }, () => until).catch(() => {});
  channel.addEventListener('message', ({ data }) => {
    if (data.ask) return channel.postMessage({ told: said });
    if (!('now' in data)) return;
    if (data.now === null) sessionStorage.removeItem(SHARED);
    else sessionStorage.setItem(SHARED, data.now);
    release();
    channel.close();
  });
}
