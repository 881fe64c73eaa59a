/** Move the records of a renamed question to its present id. Pure; one step of the store. */

import {
  DRAFTS,
  OTHERS,
  UNSHOWN,
  VERSIONS,
  answerKey,
  answerOf,
  freeKey,
  isNewer,
  parseDraft,
} from '../storage/records.js';

/** @typedef {import('./other-kind.js').Step} Step */

/** The keys of all that is kept of a question. @param {string} id */
export const keysOf = (id) => [
  answerKey(id),
  ...[VERSIONS, OTHERS, UNSHOWN, DRAFTS].map((kind) => `${kind}${id}/`),
];

/**
 * Whether an id counts as one in storage/amount.js.
 * @param {string} id
 * @param {Map<string, unknown>} found
 */
export const isOne = (id, found) =>
  found.has(answerKey(id)) || [...found.keys()].some((key) => key.startsWith(`${UNSHOWN}${id}/`));

/**
 * How all that is kept under `former` comes to stand under `id`. Where both have an
 * answer, the present one stays and the former one is offered beside it; one of another kind is put by.
 * @param {string} former
 * @param {string} id
 * @param {Map<string, unknown>} found what is kept under `keysOf` both
 * @returns {Step}
 */
export function carriedOver(former, id, found) {
  /** @type {Step} */
  const step = { puts: new Map(), deletes: [] };
  const taken = { has: (/** @type {string} */ key) => found.has(key) || step.puts.has(key) };
  for (const [key, record] of found) {
    const [kind = '', owner, last] = key.split('/');
    if (owner !== former || isNewer(record)) continue;
    const there = found.get(answerKey(id));
    const draft = kind === 'draft' ? parseDraft(record) : null;
    const moved = draft ? { ...draft, question: { ...draft.question, id } } : record;
    if (last !== undefined) step.puts.set(free(`${kind}/${id}/`, last), moved);
    else if (there === undefined) step.puts.set(answerKey(id), moved);
    else if (!same(there, record)) step.puts.set(beside(there, record), moved);
    step.deletes.push(key);
  }
  return step;

  /** Where an answer goes whose place is taken. @param {unknown} there @param {unknown} record */
  function beside(there, record) {
    const [present, other] = [answerOf(there), answerOf(record)];
    if (!present || !other || present.kind === other.kind) return freeKey(`${OTHERS}${id}/`, 1, taken);
    return freeKey(`${UNSHOWN}${id}/`, other.rev, taken);
  }

  /** @param {string} prefix @param {string} last */
  function free(prefix, last) {
    if (/^\d{9}$/.test(last)) return freeKey(prefix, Number(last), taken);
    let key = prefix + last;
    for (let next = 1; taken.has(key); next += 1) key = `${prefix}${last}-${next}`;
    return key;
  }
}

/** @param {unknown} record @param {unknown} other */
function same(record, other) {
  const [a, b] = [answerOf(record), answerOf(other)];
  return a !== null && a.kind === b?.kind && a.value === b.value;
}
