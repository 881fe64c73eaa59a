/**
 * Keep answers whose question has changed its kind (text or rating), so that no field shows them. They
 * are kept without an end under `unshown/ID/REV` and are in every export; the next page that asks
 * for their kind takes up the newest. Pure; each is one step of the store.
 */

import { ASIDE, FORMAT, OTHERS, UNSHOWN, VERSIONS } from '../storage/records.js';
import { answerKey, answerOf, freeKey, isNewer, parseAnswer, revOf } from '../storage/records.js';

/**
 * @typedef {import('../storage/records.js').Answer} Answer
 * @typedef {{ puts: Map<string, unknown>, deletes: string[] }} Step
 */

/** The keys, for the store, of what a step needs to know of an answer. @param {string} id */
export const aroundOf = (id) => [answerKey(id), `${UNSHOWN}${id}/`, `${VERSIONS}${id}/`, `${OTHERS}${id}/*`];

/** @param {Map<string, unknown>} found */
const nextRev = (found) =>
  1 + Math.max(0, ...[...found].map(([key, record]) => answerOf(record)?.rev ?? revOf(key)));

/**
 * Adds to `step` a text that no field shows. One that is kept already is kept once, at its last place.
 * @param {Step} step
 * @param {Map<string, unknown>} found
 * @param {string} id
 * @param {Answer} text
 */
function putBy({ puts, deletes }, found, id, text) {
  for (const [key, record] of found) {
    if (key.startsWith(UNSHOWN) && parseAnswer(record, text.kind)?.value === text.value) deletes.push(key);
  }
  const key = freeKey(`${UNSHOWN}${id}/`, text.rev, found, nextRev(found));
  puts.set(key, { ...text, rev: revOf(key) });
}

/**
 * The newest answer of a kind under `prefix`, and its key.
 * @param {Map<string, unknown>} found in the order of their keys
 * @param {string} prefix
 * @param {import('../storage/records.js').Kind} kind
 */
const newest = (found, prefix, kind) =>
  [...found].reverse().find(([key, record]) => key.startsWith(prefix) && parseAnswer(record, kind));

/**
 * How a question that has not been read before comes to an answer of its kind: what stands there
 * is put by, and one of its own kind that was put by before is taken up. Where there is none, an
 * empty one stands, from which pages of the other kind learn of this one. What is damaged is put
 * aside, as it is. Release 1.0.0 put answers of another kind among the earlier versions.
 * @param {import('../storage/records.js').Question} question
 * @param {Map<string, unknown>} found what is kept under `aroundOf` its id
 * @param {string} tag a name that no other step has
 * @returns {Step | null} null where nothing is to be done
 */
export function shown({ id, kind, edition, words }, found, tag) {
  const key = answerKey(id);
  const record = found.get(key);
  if (isNewer(record) || parseAnswer(record, kind)) return null;
  /** @type {Step} */
  const step = { puts: new Map(), deletes: [] };
  const rev = nextRev(found);
  const other = answerOf(record);
  if (other) putBy(step, found, id, other);
  else if (record !== undefined) step.puts.set(`${ASIDE}${key}/${tag}`, record);
  const fitting = newest(found, UNSHOWN, kind) ?? (other ? newest(found, VERSIONS, kind) : undefined);
  if (fitting) step.puts.set(key, { .../** @type {Answer} */ (fitting[1]), rev: rev + 1 });
  else if (other)
    step.puts.set(key, { format: FORMAT, kind, value: '', rev: rev + 1, edition, words, at: other.at });
  else if (record !== undefined) step.deletes.push(key);
  else return null;
  if (fitting) step.deletes.push(fitting[0]);
  return step;
}

/**
 * Where an answer of another kind has taken the place that a text was typed for: the text is put by.
 * @param {import('../storage/records.js').Draft} draft
 * @param {Map<string, unknown>} found what is kept under `aroundOf` its id
 * @returns {Step & { answer: Answer } | null} null where that is not so
 */
export function displaced({ question, value, earlier, at }, found) {
  const { id, kind, edition, words } = question;
  const stands = answerOf(found.get(answerKey(id)));
  if (!stands || stands.kind === kind) return null;
  /** @type {Step} */
  const step = { puts: new Map(), deletes: [] };
  let rev = nextRev(found);
  const before = parseAnswer(earlier, kind);
  if (before && before.value !== value) putBy(step, found, id, { ...before, rev: rev++ });
  const answer = { format: FORMAT, kind, value, rev, edition, words, at };
  putBy(step, found, id, /** @type {Answer} */ (answer));
  return { answer: /** @type {Answer} */ (answer), ...step };
}
