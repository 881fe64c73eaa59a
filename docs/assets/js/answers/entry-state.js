/**
 * Decide what becomes of one question's answer on one page: `(state, event) → { state, effects }`. Pure;
 * entry.js does the effects, and what comes of them is the next event. Nothing is called saved before the
 * event `written`, and no failure is silent.
 */

import { UNREADABLE } from '../storage/large-records.js';
import { FORMAT, joined, parseAnswer } from '../storage/records.js';
import { AT_REST, afterFailure, afterKey } from './save-schedule.js';
import { NO_TEXTS, afterReading, afterWriting, earlierText } from './version-policy.js';

/**
 * @typedef {import('../storage/records.js').Answer} Answer
 * @typedef {import('../storage/records.js').Question} Question
 * @typedef {import('../storage/records.js').Draft} Draft
 * @typedef {import('./version-policy.js').Time} Time
 *
 * @typedef {'loading' | 'blocked' | 'busy' | 'empty' | 'saving' | 'saved' | 'failed' | 'unreadable' | 'outdated' | 'damaged'} Status
 *   `blocked`: what is stored cannot be read here. `busy`: not now. `unreadable`: the record is a newer build's.
 *   `damaged`: the browser cannot read its own record; a text that is typed takes its place.
 *   `outdated`: a newer build is at work in another tab, so this one writes nothing more.
 *
 * @typedef {object} EntryState
 * @property {Question} question as the field asks it in which something was typed last
 * @property {Status} status
 * @property {string} value what is in the fields
 * @property {string} stored the text that is stored, as far as it is known
 * @property {number | null} rev of what is stored, 0 where nothing is, null until it has been read
 * @property {Answer | null} answer as it is stored
 * @property {string | null} savingValue the text of the save under way
 * @property {string | null} failedValue the text of the last save that failed. It may have been written all the
 *   same, so that the next write treats it as its own base
 * @property {boolean} draftStored a draft of this page lies in the local storage, or in the store
 * @property {boolean} fromClosedPage nothing was typed since the page went
 * @property {boolean} outdated nothing more may be typed
 * @property {boolean} damaged the browser cannot read the record
 * @property {boolean} hasNewerElsewhere the store has another text than a field that has the focus, and so is
 *   not to be changed
 * @property {import('./version-policy.js').Texts} texts
 * @property {import('./save-schedule.js').Schedule} schedule
 *
 * @typedef {(
 *     { type: 'typed', question: Question, value: string, isShared: boolean }
 *   | { type: 'replaced', question: Question, value: string }
 *   | { type: 'closed' }
 *   | { type: 'dropped' }
 *   | { type: 'left' }
 *   | { type: 'read', record: unknown, returned: boolean, focused: boolean }
 *   | { type: 'unreachable', status: 'blocked' | 'busy' }
 *   | { type: 'saveDue' }
 *   | { type: 'saveLate' }
 *   | { type: 'written', draft: Draft, answer: Answer, keptOther: boolean, deletedDraft: boolean }
 *   | { type: 'displaced', answer: Answer }
 *   | { type: 'failed' }
 * )} Event
 *   `typed`: by a person, in one of several fields or not. `replaced`: the answer gives way to another text, and
 *   becomes an earlier version. `closed`: a newer build is at work. `dropped`: what is unsaved is not to be
 *   saved. `left`: the page goes, and what is unsaved is stored as a draft. `read`: undefined where there is
 *   no record; `returned`: the page has just come back, so that the focus says nothing. `displaced`: an answer of
 *   another kind has the place, and the text is kept as `answer`.
 *
 * @typedef {(
 *     { type: 'show' | 'recall' | 'prepare' | 'callOff' | 'reportFailure' }
 *   | { type: 'saveIn', delay: number }
 *   | { type: 'write', draft: Draft }
 *   | { type: 'reportSaved', value: string, hasKeptText: boolean }
 * )} Effect
 *
 * @typedef {{ state: EntryState, effects: Effect[] }} Step
 */

/** @param {Question} question @returns {EntryState} */
export const firstState = (question) => ({
  question,
  status: 'loading',
  value: '',
  stored: '',
  rev: null,
  answer: null,
  savingValue: null,
  failedValue: null,
  draftStored: false,
  fromClosedPage: false,
  outdated: false,
  damaged: false,
  hasNewerElsewhere: false,
  texts: NO_TEXTS,
  schedule: AT_REST,
});

/** @param {EntryState} state */
export const isUnsaved = ({ value, stored }) => value !== stored;

/** Whether nothing may be typed. @param {EntryState} state */
export const isLocked = ({ status }) => status === 'unreadable' || status === 'outdated';

/**
 * The answer as it is on this page, saved or not; null where there is none.
 * @param {EntryState} state
 * @param {string} at ISO time
 * @returns {Answer | null}
 */
export function standing(state, at) {
  if (!isUnsaved(state)) return state.answer;
  const { kind, edition, words } = state.question;
  return { format: FORMAT, kind, value: state.value, rev: (state.rev ?? 0) + 1, edition, words, at };
}

/**
 * The write that the state asks for.
 * @param {EntryState} state
 * @param {Time} time
 * @returns {Draft}
 */
function draftOf({ question, value, rev, failedValue, texts }, time) {
  const earlier = earlierText(texts, value, time);
  return { format: FORMAT, question, value, base: rev, sent: failedValue, earlier, at: time.date };
}

/**
 * What is stored as the page goes.
 *
 * Race: the save under way is dropped as the page goes, or is done after all; nobody is left to hear which.
 * Its text goes along as `sent`, so that the next page knows it for this page's own. Without that, where it was
 * done, the draft would be offered as a text that lost against its own beginning.
 * @param {EntryState} state
 * @param {Time} time
 * @returns {Draft}
 */
export const draftOnLeaving = (state, time) => ({
  ...draftOf(state, time),
  sent: state.savingValue ?? state.failedValue,
});

/** The status while nothing is unsaved. @param {EntryState} state @returns {Status} */
function statusAtRest({ outdated, damaged, stored }) {
  if (outdated) return 'outdated';
  if (damaged) return 'damaged';
  return stored.trim() === '' ? 'empty' : 'saved';
}

/**
 * Takes over what is stored now. What is still unsaved is saved soon.
 * @param {EntryState} state
 * @param {Answer | null} answer
 * @param {number} rev
 * @param {Time} time
 * @returns {Step}
 */
function settled(state, answer, rev, { now }) {
  const known = { ...state, answer, stored: answer?.value ?? '', rev };
  if (!isUnsaved(known)) {
    return {
      state: { ...known, status: statusAtRest(known) },
      effects: [{ type: 'show' }, { type: 'recall' }],
    };
  }
  const { schedule, delay } = afterKey(known.schedule, now);
  return {
    state: { ...known, schedule, status: schedule.failures ? 'failed' : 'saving' },
    effects: [{ type: 'saveIn', delay }, { type: 'show' }, { type: 'recall' }],
  };
}

/** The state after a save that is done. @param {EntryState} state @returns {EntryState} */
const withoutFailure = (state) => ({
  ...state,
  savingValue: null,
  failedValue: null,
  schedule: { ...state.schedule, failures: 0 },
});

/** @param {EntryState} state @returns {EntryState} */
const atRest = (state) => ({ ...state, schedule: { ...state.schedule, since: null } });

/** @type {{ [Type in Event['type']]: (state: EntryState, event: Extract<Event, { type: Type }> & Time) => Step }} */
const after = {
  typed(state, { question, value, isShared, now }) {
    if (isLocked(state)) return { state, effects: [] };
    const { schedule, delay } = afterKey(state.schedule, now);
    const status = state.status === 'failed' ? 'failed' : 'saving';
    /** @type {Effect[]} */
    const effects = state.schedule.since === null ? [{ type: 'prepare' }] : [];
    effects.push({ type: 'saveIn', delay });
    if (status !== state.status || isShared) effects.push({ type: 'show' });
    return { state: { ...state, question, value, status, schedule, fromClosedPage: false }, effects };
  },

  replaced(state, { question, value, now, date }) {
    const asked = { ...state, texts: { ...state.texts, asked: standing(state, date) } };
    return after.typed(asked, { type: 'typed', question, value, isShared: true, now, date });
  },

  closed(state, { now, date }) {
    const closed = { ...state, outdated: true };
    if (isUnsaved(closed)) return after.saveDue(closed, { type: 'saveDue', now, date });
    if (closed.status === 'unreadable') return { state: closed, effects: [] };
    return { state: { ...closed, status: 'outdated' }, effects: [{ type: 'show' }] };
  },

  dropped: (state) => ({ state: { ...atRest(state), value: state.stored }, effects: [{ type: 'callOff' }] }),

  /**
   * Race: the page may come back with its text, after another page has taken up the draft and its reader has
   * typed on. Until something is typed here, a save is that of a closed page: it gives way to what was saved since.
   * Without that the old text would win, and the newer one could be chosen away or overlooked.
   */
  left: (state) => ({ state: { ...state, draftStored: true, fromClosedPage: true }, effects: [] }),

  /**
   * Brings together what was read from the store and what is in the fields. Three races:
   * - Typed before the first reading: a stored text and the typed one become one text. Without that, a person who typed
   *   fast would take the place of an answer that they had not seen.
   * - Read while something is unsaved: left to the save that is due, which compares in its own transaction. Without
   *   that, the reading would change the field under the hands, or the revision that the text was typed over.
   * - Changed elsewhere while the field has the focus: left as it is until the focus goes.
   */
  read(state, { record, returned, focused, now, date }) {
    const { kind } = state.question;
    const isTyped = isUnsaved(state);
    const isKnown = state.rev !== null;
    const answer = parseAnswer(record, kind);
    const damaged = record === UNREADABLE;
    const next = { ...state, damaged };
    if (record !== undefined && !answer && !damaged) {
      if (isTyped) return { state: next, effects: [] };
      return { state: { ...next, status: 'unreadable' }, effects: [{ type: 'show' }] };
    }
    const stored = answer?.value ?? '';
    const differs = stored !== state.value;
    next.hasNewerElsewhere = isKnown && answer !== null && differs && !isTyped && !returned && focused;
    if (next.hasNewerElsewhere || (isKnown && differs && isTyped)) return { state: next, effects: [] };

    const isGone = isKnown && !answer; // from the store, but still on this page: it is saved again
    if (!isTyped && !isGone) next.value = stored;
    if (isTyped && kind === 'text') next.value = joined(stored, state.value);
    next.texts = afterReading(state.texts, answer);
    if (isTyped && !isKnown && kind === 'rating') next.texts = { ...next.texts, asked: answer }; // nobody had seen it
    return settled(next, answer, answer?.rev ?? state.rev ?? 0, { now, date });
  },

  unreachable: (state, { status }) =>
    state.status === 'loading'
      ? { state: { ...state, status }, effects: [{ type: 'show' }] }
      : { state, effects: [] },

  /**
   * Race: one save at a time. What is typed meanwhile is seen to at the end of the one under way, by `settled` or
   * after `failed`. Without that, the second would be sent over a revision that the first is about to raise, and
   * lose against it.
   */
  saveDue(state, time) {
    if (state.savingValue !== null) return { state, effects: [] };
    const resting = atRest(state);
    if (!isUnsaved(state)) {
      const effects = /** @type {const} */ (['callOff', 'show', 'reportFailure']).map((type) => ({ type }));
      return { state: { ...resting, status: statusAtRest(state) }, effects };
    }
    return {
      state: { ...resting, savingValue: state.value },
      effects: [{ type: 'callOff' }, { type: 'write', draft: draftOf(state, time) }],
    };
  },

  saveLate: (state) => ({
    state: { ...state, status: 'failed' },
    effects: [{ type: 'show' }, { type: 'reportFailure' }],
  }),

  /**
   * Race: keys that came while the save was under way. Where the store has the text as it was sent, the field
   * keeps what was typed since; where it has joined another to it, so does the field. Without that, the field would
   * be put back to the text that was sent, or the next save would take away what was joined.
   */
  written(state, { draft, answer, keptOther, deletedDraft, now, date }) {
    let { value } = state;
    if (value === draft.value) value = answer.value;
    else if (answer.value !== draft.value) value = joined(answer.value, value);
    const { earlier = null } = draft;
    const next = {
      ...withoutFailure(state),
      value,
      damaged: false,
      draftStored: state.draftStored && !deletedDraft,
      texts: afterWriting(state.texts, answer, earlier, now),
    };
    const step = settled(next, answer, answer.rev, { now, date });
    const hasKeptText = keptOther || earlier !== null;
    step.effects.push({ type: 'reportSaved', value: answer.value, hasKeptText });
    return step;
  },

  displaced: (state, { answer, ...time }) =>
    settled({ ...withoutFailure(state), draftStored: false }, answer, answer.rev, time),

  /** Its text is remembered: see `failedValue`. Without that, a save that was done although it was called failed
   * would be met by the next one as another page's, and offered as a text that lost. */
  failed(state) {
    const { schedule, delay } = afterFailure(state.schedule);
    return {
      state: { ...state, schedule, savingValue: null, failedValue: state.savingValue, status: 'failed' },
      effects: [{ type: 'saveIn', delay }, { type: 'show' }, { type: 'reportFailure' }],
    };
  },
};

/**
 * @param {EntryState} state
 * @param {Event & Time} event
 * @returns {Step}
 */
export function reduce(state, event) {
  const handle = /** @type {(state: EntryState, event: Event & Time) => Step} */ (after[event.type]);
  return handle(state, event);
}
