/**
 * Offer to move the data that this copy stored when it was at another path of this server (`formerly_at` in brand.yml).
 * Loaded in a copy that was; nothing is moved before the person asks for it, as the old copy may still be up.
 */

import { amount } from '../storage/amount.js';
import { names } from '../storage/indexeddb.js';
import { readLedger } from '../storage/ledger.js';
import { Store } from '../storage/store.js';
import { notify } from '../page/notices.js';
import { PREFIX, formerly, local, root } from '../page/this-page.js';
import { tell } from '../storage/this-site.js';
import { bring, namesAt } from '../storage/address-spellings.js';

/** Shows the page's notice where there is something, and does what its button asks for. */
export async function offer() {
  /** @type {string[]} */
  const offered = [];
  /** @type {string[]} */
  const brought = [];
  const databases = await names(() => globalThis.indexedDB).catch(() => Object.keys(local()));
  for (const name of namesAt(databases, formerly)) {
    const kept = await new Store(name).read(['']);
    const { records, further } = amount(kept);
    if (records + further > 0) offered.push(name);
    else if (!kept.size && !readLedger(local, name)) brought.push(name);
  }
  await bring(brought); // removes what is empty
  const [first] = offered;
  if (!first) return;
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-act="bring"]')) void take(offered);
  });
  notify('formerly', true, { address: new URL(first.slice(PREFIX.length), root).href });
}

/** @param {string[]} names */
async function take(names) {
  notify('not-brought', false);
  try {
    await bring(names);
    tell({ restored: true });
    location.reload(); // so that all the page shows is of both
  } catch {
    notify('not-brought', true);
  }
}
