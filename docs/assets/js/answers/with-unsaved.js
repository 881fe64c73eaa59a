/** Add what a page has not saved to the stored records, for a file. */

import { OTHERS, UNSHOWN, answerOf, freeKey } from '../storage/records.js';

/**
 * Adds to `records` what stands on the page. Where the store has another text than
 * the one that was typed over, that one stays and the page's goes beside it.
 * @param {Map<string, unknown>} records all that is kept, as far as it could be read
 * @param {Iterable<import('./entry.js').Entry>} entries
 * @param {boolean} whole whether all could be read
 */
export function layOver(records, entries, whole) {
  for (const { standing, unsaved, rev, key, question } of entries) {
    if (!standing || (whole && !unsaved)) continue;
    const stored = answerOf(records.get(key));
    const kind = !stored || stored.kind === standing.kind ? OTHERS : UNSHOWN;
    const replaces = !records.has(key) || (kind === OTHERS && stored?.rev === rev);
    records.set(replaces ? key : freeKey(`${kind}${question.id}/`, standing.rev, records), standing);
  }
}
