/** What a page has that is not kept, laid over what is kept: for a file. */

import { otherKey, parseAnswer } from './records.js';

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
    const stored = parseAnswer(records.get(key), question.kind);
    const replaces = !records.has(key) || stored?.rev === rev;
    records.set(replaces ? key : free(records, question.id, standing.rev), standing);
  }
}

/**
 * @param {Map<string, unknown>} records
 * @param {string} id
 * @param {number} rev
 */
function free(records, id, rev) {
  let next = rev;
  while (records.has(otherKey(id, next))) next += 1;
  return otherKey(id, next);
}
