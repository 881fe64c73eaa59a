/**
 * What is done with a record that its question's field cannot show, and with those
 * under an id that a question no longer has. Pure; each is one step of the store.
 */

import { ASIDE, DRAFTS, OTHERS, VERSIONS } from './records.js';
import { answerKey, answerOf, isNewer, parseAnswer, parseDraft, versionKey } from './records.js';

/**
 * @typedef {import('./records.js').Kind} Kind
 * @typedef {{ puts: Map<string, unknown>, deletes: string[] }} Step
 */

/**
 * How a damaged answer is put aside, as it is, so that its question can be answered
 * again; one of a question that was of another kind becomes an earlier version.
 * @param {string} id
 * @param {Kind} kind
 * @param {unknown} record undefined where there is none
 * @param {string} tag a name that no other step has
 * @param {string[]} [taken] the keys under which other texts of this answer are kept
 * @returns {Step | null} null where nothing is to be done
 */
export function putAside(id, kind, record, tag, taken = []) {
  if (record === undefined || isNewer(record) || parseAnswer(record, kind)) return null;
  const key = answerKey(id);
  const other = answerOf(record);
  if (!other) return { puts: new Map([[`${ASIDE}${key}/${tag}`, record]]), deletes: [key] };
  let { rev } = other;
  while (taken.includes(versionKey(id, rev))) rev += 1;
  return { puts: new Map([[versionKey(id, rev), { ...other, rev }]]), deletes: [key] };
}

/** The keys of all that is kept of a question. @param {string} id */
export const keysOf = (id) => [answerKey(id), ...[VERSIONS, OTHERS, DRAFTS].map((kind) => `${kind}${id}/`)];

/**
 * How all that is kept under `former` comes to stand under `id`. Where both have an
 * answer, the present one stays and the former one is offered beside it.
 * @param {string} former
 * @param {string} id
 * @param {Map<string, unknown>} found what is kept under `keysOf` both
 * @returns {Step}
 */
export function carriedOver(former, id, found) {
  /** @type {Step} */
  const step = { puts: new Map(), deletes: [] };
  for (const [key, record] of found) {
    const [kind = '', owner, last] = key.split('/');
    if (owner !== former || isNewer(record)) continue;
    const there = found.get(answerKey(id));
    const draft = kind === 'draft' ? parseDraft(record) : null;
    const moved = draft ? { ...draft, question: { ...draft.question, id } } : record;
    if (last !== undefined) step.puts.set(free(`${kind}/${id}/`, last), moved);
    else if (there === undefined) step.puts.set(answerKey(id), moved);
    else if (!same(there, record)) step.puts.set(free(`${OTHERS}${id}/`, '000000001'), moved);
    step.deletes.push(key);
  }
  return step;

  /** @param {string} prefix @param {string} last */
  function free(prefix, last) {
    let key = prefix + last;
    for (let next = 1; found.has(key) || step.puts.has(key); next += 1) {
      key = prefix + (/^\d+$/.test(last) ? String(Number(last) + next).padStart(9, '0') : `${last}-${next}`);
    }
    return key;
  }
}

/** @param {unknown} one @param {unknown} two */
function same(one, two) {
  const texts = [one, two].map((record) => answerOf(record)?.value);
  return texts[0] !== undefined && texts[0] === texts[1];
}

