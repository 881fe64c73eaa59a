/** Switch the shared-computer mode on or off; `shared-computer` loads it when a person does. */

import { toldElsewhere } from '../storage/shared-computer-mode.js';
import { NOT_SHARED, SHARED, sharedByDefault } from '../page/this-page.js';

/** Milliseconds in which other tabs let go of what they were told. */
const LET_GO = 5000;

/** @param {number} time milliseconds */
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/**
 * Chooses whether this browser keeps nothing, from the next page on, for all tabs.
 * @param {boolean} yes
 * @param {(message: { told: string }) => void} tell tells the other tabs
 * @throws where the browser does not let the tab remember it
 */
export async function setShared(yes, tell) {
  const now = yes === sharedByDefault ? null : yes ? '' : NOT_SHARED;
  if (now === null) sessionStorage.removeItem(SHARED);
  else sessionStorage.setItem(SHARED, now);
  const channel = globalThis.BroadcastChannel && new BroadcastChannel(SHARED);
  channel?.postMessage({ now }); // tabs that hold another choice let go of it
  tell({ told: yes ? '' : NOT_SHARED });
  const other = yes ? NOT_SHARED : '';
  const isHeld = async () => (await toldElsewhere().catch(() => null)) === other;
  for (const until = performance.now() + LET_GO; await isHeld(); await pause(20)) {
    if (performance.now() > until) {
      sessionStorage.setItem(SHARED, yes ? '' : NOT_SHARED); // for this tab at least
      break;
    }
    channel?.postMessage({ now }); // one may have been on its way from page to page
  }
  channel?.close();
}
