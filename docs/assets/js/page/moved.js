/**
 * Offers what this copy kept when it was at another path of this server (`formerly_at` in brand.yml).
 * Loaded in a copy that was; nothing is moved before the person asks for it, as the old copy may still be up.
 */

import { amount } from '../lib/amount.js';
import { names } from '../lib/database.js';
import { readLedger } from '../lib/ledger.js';
import { Store } from '../lib/store.js';
import { notify } from './notices.js';
import { PREFIX, formerly, local, root } from './place.js';
import { tell } from './site.js';
import { bring, namesAt } from './spellings.js';

/** Shows the page's notice where there is something, and does what its button asks for. */
export async function offer() {
  /** @type {string[]} */
  const held = [];
  /** @type {string[]} */
  const brought = [];
  const databases = await names(() => globalThis.indexedDB).catch(() => Object.keys(local()));
  for (const name of namesAt(databases, formerly)) {
    const kept = await new Store(name).read(['']);
    const { records, further } = amount(kept);
    if (records + further > 0) held.push(name);
    else if (!kept.size && !readLedger(local, name)) brought.push(name);
  }
  await bring(brought); // removes what is empty
  const [first] = held;
  if (!first) return;
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-act="bring"]')) void take(held);
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
