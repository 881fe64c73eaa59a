/** What a page has that is not kept, laid over what is kept: for a file. */

import { answerOf, otherKey, unshownKey } from '../storage/records.js';

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
    const place = !stored || stored.kind === standing.kind ? otherKey : unshownKey;
    const replaces = !records.has(key) || (place === otherKey && stored?.rev === rev);
    records.set(replaces ? key : free(records, place, question.id, standing.rev), standing);
  }
}

/**
 * @param {Map<string, unknown>} records
 * @param {typeof otherKey} place
 * @param {string} id
 * @param {number} rev
 */
function free(records, place, id, rev) {
  let next = rev;
  while (records.has(place(id, next))) next += 1;
  return place(id, next);
}
