/** Maintain the store: move records of renamed questions, recover drafts of closed pages, set damaged records aside, prune versions. */

import {
  DRAFTS,
  VERSIONS,
  answerKey,
  answerOf,
  draftKey,
  isObject,
  parseAnswer,
  parseDraft,
  written,
} from '../storage/records.js';
import { AnswerEvent } from './answer-event.js';
import { carriedOver, isOne, keysOf } from './repair.js';
import { aroundOf, displaced, shown } from './other-kind.js';

/** How many earlier versions of an answer are kept, and of how many characters in all. */
const MOST_VERSIONS = 20;
const CHARACTERS = 5_000_000;

/**
 * @typedef {import('./answers.js').Keeper} Store
 * @typedef {import('../storage/records.js').Question} Question
 */

/**
 * Brings what is kept under the former ids of `questions` under their present ones.
 * @param {Store} store
 * @param {Question[]} questions
 * @param {string[]} keys all that are kept
 * @param {EventTarget} events where an answer under both names is announced
 */
export async function carryOver(store, questions, keys, events) {
  for (const { id, formerly = [] } of questions) {
    for (const former of formerly) {
      if (!keys.some((key) => key.split('/')[1] === former)) continue;
      const all = [...keysOf(former), ...keysOf(id)];
      const both = await store.update(all, (found) => {
        const outcome = isOne(former, found) && isOne(id, found);
        return { outcome, ...carriedOver(former, id, found) };
      });
      if (both) events.dispatchEvent(new AnswerEvent('merged', id));
    }
  }
}

/**
 * Saves what gone pages left behind; what cannot be saved stays.
 * @param {Store} store
 * @param {string} tab this page's own name: its text is still on it
 * @param {EventTarget} events where each saved answer is announced
 * @returns {Promise<boolean>} whether something stayed
 */
export async function takeUpDrafts(store, tab, events) {
  let stayed = false;
  for (const key of await store.keys(DRAFTS)) {
    if (!key.endsWith(`/${tab}`)) await takeUp(store, key, events).catch(() => (stayed = true));
  }
  return stayed;
}

/**
 * @param {Store} store
 * @param {string} key
 * @param {EventTarget} events
 */
async function takeUp(store, key, events) {
  const id = key.slice(DRAFTS.length, key.lastIndexOf('/'));
  const answer = answerKey(id);
  const taken = await store.update([key, ...aroundOf(id)], (found) => {
    const draft = parseDraft(found.get(key));
    if (!draft || draft.question.id !== id) return { outcome: null };
    const { outcome, puts } = written(found.get(answer), draft, true, [...found.keys()]);
    if (outcome.answer) return { outcome: outcome.answer, puts, deletes: [key] };
    found.delete(key);
    const step = displaced(draft, found);
    return step
      ? { outcome: step.answer, puts: step.puts, deletes: [...step.deletes, key] }
      : { outcome: null };
  });
  if (taken) events.dispatchEvent(new AnswerEvent('recovered', id, taken.value));
}

/**
 * Puts the record of `question` by if its field cannot show it, and takes up one that it can.
 * @param {Store} store
 * @param {Question} question
 * @param {string} tab
 * @returns {Promise<{ record: unknown, moved: boolean }>} the record that stands now, undefined where there is none
 */
export function tidy(store, question, tab) {
  const key = answerKey(question.id);
  return store.update(aroundOf(question.id), (found) => {
    const step = shown(question, found, tab);
    const record = step ? step.puts.get(key) : found.get(key);
    return { outcome: { record, moved: step !== null }, ...step };
  });
}

/**
 * Puts a text by for whose place another page, of another release, has an answer of another kind.
 * @param {Store} store
 * @param {import('../storage/records.js').Draft} draft
 * @param {string} tab
 * @returns {Promise<import('../storage/records.js').Answer | null>} as it is kept now; null where that is not so
 */
export function displace(store, draft, tab) {
  const { id } = draft.question;
  return store.update(aroundOf(id), (found) => {
    const step = displaced(draft, found);
    if (!step) return { outcome: null };
    return { outcome: step.answer, puts: step.puts, deletes: [...step.deletes, draftKey(id, tab)] };
  });
}

/**
 * The keys of the earlier versions to let go: those that a later one has word for word, and
 * where there are too many the oldest.
 * @param {Map<string, unknown>} versions of one answer, in the order of their keys
 * @returns {string[]}
 */
function surplus(versions) {
  let charactersLeft = CHARACTERS;
  const texts = new Set();
  return [...versions].reverse().flatMap(([key, record]) => {
    const { kind, value, words } = answerOf(record) ?? {};
    const text = value === undefined ? key : JSON.stringify([kind, value, words]);
    const twin = texts.has(text);
    texts.add(text);
    if (twin) return [key];
    charactersLeft -= isObject(record) && typeof record.value === 'string' ? record.value.length : 0;
    return texts.size > MOST_VERSIONS || (texts.size > 1 && charactersLeft < 0) ? [key] : [];
  });
}

/**
 * Lets earlier versions of an answer go that are one text, and the oldest where there are too many. Those of
 * another kind, which release 1.0.0 put there and no field shows, stay.
 * @param {Store} store
 * @param {Question} question
 */
export function prune(store, { id, kind }) {
  return store.update([`${VERSIONS}${id}/`], (found) => {
    const ofThisKind = new Map([...found].filter(([, record]) => parseAnswer(record, kind)));
    return { outcome: null, deletes: surplus(ofThisKind) };
  });
}
