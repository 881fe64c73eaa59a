/** What is done in the store besides saving: carrying over, taking up, putting aside, letting go. */

import { DRAFTS, VERSIONS, answerKey, answerOf, isObject, parseDraft, textsOf, written } from './records.js';
import { carriedOver, keysOf, putAside } from './repair.js';

/** How many earlier versions of an answer are kept, and of how many characters in all. */
const MOST_VERSIONS = 20;
const CHARACTERS = 5_000_000;

/**
 * @typedef {import('./answers.js').Keeper} Store
 * @typedef {import('./records.js').Question} Question
 */

/**
 * Brings what is kept under the former ids of `questions` under their present ones.
 * @param {Store} store
 * @param {Question[]} questions
 * @param {string[]} keys all that are kept
 * @param {() => void} merged called where there was an answer under both
 */
export async function carryOver(store, questions, keys, merged) {
  for (const { id, formerly = [] } of questions) {
    for (const former of formerly) {
      if (!keys.some((key) => key.split('/')[1] === former)) continue;
      const all = [...keysOf(former), ...keysOf(id)];
      const both = await store.update(all, (found) => {
        const outcome = found.has(answerKey(former)) && found.has(answerKey(id));
        return { outcome, ...carriedOver(former, id, found) };
      });
      if (both) merged();
    }
  }
}

/**
 * Saves what gone pages left behind; what cannot be saved stays.
 * @param {Store} store
 * @param {string} tab this page's own name: its text is still on it
 * @param {(id: string, value: string) => void} saved
 * @returns {Promise<boolean>} whether something stayed
 */
export async function takeUpDrafts(store, tab, saved) {
  let stayed = false;
  for (const key of await store.keys(DRAFTS)) {
    if (!key.endsWith(`/${tab}`)) await takeUp(store, key, saved).catch(() => (stayed = true));
  }
  return stayed;
}

/**
 * @param {Store} store
 * @param {string} key
 * @param {(id: string, value: string) => void} saved
 */
async function takeUp(store, key, saved) {
  const id = key.slice(DRAFTS.length, key.lastIndexOf('/'));
  const answer = answerKey(id);
  const taken = await store.update([answer, key, ...textsOf(id)], (found) => {
    const draft = parseDraft(found.get(key));
    if (!draft || draft.question.id !== id) return { outcome: null };
    const { outcome, puts } = written(found.get(answer), draft, true, [...found.keys()]);
    return outcome.answer ? { outcome: outcome.answer, puts, deletes: [key] } : { outcome: null };
  });
  if (taken) saved(id, taken.value);
}

/**
 * Puts the record of `question` aside if its field cannot show it.
 * @param {Store} store
 * @param {Question} question
 * @param {string} tab
 * @returns {Promise<unknown>} the record that stands now, undefined where there is none
 */
export function tidy(store, { id, kind }, tab) {
  const key = answerKey(id);
  return store.update([key, ...textsOf(id)], (found) => {
    const step = putAside(id, kind, found.get(key), tab, [...found.keys()]);
    return step ? { outcome: undefined, ...step } : { outcome: found.get(key) };
  });
}

/**
 * The keys of the earlier versions to let go: those that a later one has word for word, and
 * where there are too many the oldest.
 * @param {Map<string, unknown>} versions of one answer, in the order of their keys
 * @returns {string[]}
 */
function surplus(versions) {
  let left = CHARACTERS;
  const texts = new Set();
  return [...versions].reverse().flatMap(([key, record]) => {
    const { kind, value, words } = answerOf(record) ?? {};
    const text = value === undefined ? key : JSON.stringify([kind, value, words]);
    const twin = texts.has(text);
    texts.add(text);
    if (twin) return [key];
    left -= isObject(record) && typeof record.value === 'string' ? record.value.length : 0;
    return texts.size > MOST_VERSIONS || (texts.size > 1 && left < 0) ? [key] : [];
  });
}

/**
 * Lets earlier versions of an answer go that are one text, and the oldest where there are too many.
 * @param {Store} store
 * @param {string} id
 */
export function prune(store, id) {
  return store.update([`${VERSIONS}${id}/`], (found) => ({ outcome: null, deletes: surplus(found) }));
}

/**
 * The keys of the earlier versions that are too many, the oldest first to go.
 * @param {Map<string, unknown>} versions of one answer, in the order of their keys
 * @returns {string[]}
 */
export function surplus(versions) {
  let left = CHARACTERS;
  return [...versions].reverse().flatMap(([key, record], place) => {
    left -= isObject(record) && typeof record.value === 'string' ? record.value.length : 0;
    return place >= MOST_VERSIONS || (place > 0 && left < 0) ? [key] : [];
  });
}
