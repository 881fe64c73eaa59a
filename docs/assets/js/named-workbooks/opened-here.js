/** The named workbook that this page is to open; loaded where one is asked for (page/this-page.js). */

import { isShelfId, shelfKey } from '../storage/named-workbook.js';
import { opened } from '../page/this-page.js';
import { listen, store } from '../storage/this-site.js';

const workbook = document.querySelector('form[data-shelf]')?.getAttribute('data-workbook') ?? '';

/** Its record's key. */
export const key = shelfKey(workbook, opened ?? '');

/**
 * Follows its record.
 * @param {(record: unknown) => void} hear called with it, undefined where it is not here, once it has been
 *   looked for and whenever it may have changed
 * @param {AbortSignal} [signal] ends that
 * @param {() => void} [blocked] called instead where it cannot be looked for
 */
export function watch(hear, signal, blocked = () => {}) {
  const look = async () => {
    const found = isShelfId(opened ?? '') ? await store.read([key]).catch(() => null) : new Map();
    if (signal?.aborted) return;
    if (found) hear(found.get(key));
    else blocked();
  };
  const options = signal ? { signal } : {};
  document.addEventListener('ledger', look, options); // a backup may bring it
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && look(),
    options,
  );
  listen((message) => (message.saved || message.kept || message.restored) && look(), signal);
  void look();
}

/**
 * Done once it is known to be here, or cannot be looked for; never where it is not, as
 * nothing is kept for one that nobody has.
 * @type {Promise<void>}
 */
export const here = new Promise((resolve) => {
  watch((record) => record !== undefined && resolve(), undefined, resolve);
});
