/**
 * Merge the records stored under another spelling of the site's address into this one. Pure; decides,
 * and writes nothing. Merged like a backup, so no text of either side is lost; done again, it writes nothing.
 */

import { amount, isLess } from '../storage/amount.js';
import { UNREADABLE } from '../storage/large-records.js';
import { portable } from './format.js';
import { plan } from './merge.js';
import { isSame } from './json-value.js';

/**
 * What to write here, and which of the old records may then go from there.
 * @param {Map<string, unknown>} here
 * @param {Map<string, unknown>} former
 * @returns {{ puts: Map<string, unknown>, done: string[] }}
 */
export function carried(here, former) {
  const fit = portable(former);
  const merged = new Map([...former].filter(([key, record]) => fit.get(key) === record));
  const { puts } = plan(here, merged);
  const done = [...merged.keys()];
  for (const [key, record] of former) {
    if (merged.has(key) || record === UNREADABLE) continue; // it may be readable another time
    // Of this device alone, or such as no file holds: taken as it is, or left where it is.
    const stands = here.has(key) || puts.has(key);
    if (!stands) puts.set(key, record);
    if (!stands || OF_DEVICE.test(key) || isSame(here.get(key), record)) done.push(key);
  }
  return { puts, done };
}

/** Of these the one that stands here holds. */
const OF_DEVICE = /^(?:handle|undo|ledger)\//;

/**
 * The ledger of what has been brought together; what either knew to be lost stays known.
 * @param {import('../storage/ledger.js').Ledger | null} ours
 * @param {import('../storage/ledger.js').Ledger} theirs
 * @param {Map<string, unknown>} merged all that is here now
 * @param {Map<string, unknown>} former what was there
 * @returns {import('../storage/ledger.js').Ledger}
 */
export function mergedLedger(ours, theirs, merged, former) {
  const now = amount(merged);
  const known = [
    ...(isLess(amount(former), theirs) ? [theirs] : []),
    ...(ours && isLess(now, ours) ? [ours] : []),
  ];
  /** @param {'records' | 'answers' | 'further'} part */
  const most = (part) => Math.max(now[part], ...known.map((ledger) => ledger[part]));
  const both = [theirs, ...(ours ? [ours] : [])].sort((a, b) => (a.saved < b.saved ? -1 : 1));
  const [first = null] = both.flatMap(({ since }) => since ?? []).sort();
  const backup =
    both
      .flatMap((ledger) => ledger.backup ?? [])
      .sort()
      .at(-1) ?? null;
  const counts = { records: most('records'), answers: most('answers'), further: most('further') };
  const last = both.flatMap((ledger) => ledger.last ?? []).at(-1) ?? null;
  const copy = both.some((ledger) => ledger.copy);
  return { ...theirs, ...ours, ...counts, saved: both.at(-1)?.saved ?? '', since: first, backup, last, copy };
}
