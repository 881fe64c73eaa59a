/**
 * The records in the browser: their keys and types, and the rule that decides each write of an answer.
 * Pure: records in, records out; knows neither the page nor the database.
 *
 * | key                   | record  |
 * | --------------------- | ------- |
 * | `answer/ID`           | Answer: what stands in the field |
 * | `version/ID/REV`      | Answer: an earlier text of it, under its own rev; the last 20 are kept |
 * | `other/ID/REV`        | Answer: a text that lost to another and that nobody has chosen about yet |
 * | `unshown/ID/REV`      | Answer: of another kind than its question is now, so that no field shows it; all are kept: answers/other-kind.js |
 * | `draft/ID/TAB`        | Draft: what a page had unsaved when it went, until the next page takes it up |
 * | `aside/KEY/TAG`       | a record that was damaged, as it was found |
 * | `piece/KEY/NUMBER`    | a part of a record that is very large: storage/large-records.js; the store alone sees it |
 * | `profile/ID`          | a leadership profile that was kept: profile/snapshots.js |
 * | `request/ID`          | a request for feedback, with its private key: feedback/request.js |
 * | `reply/REQUEST/ID`    | a reply to it, opened: feedback/reply.js |
 * | `shelf/WORKBOOK/ID`   | a named workbook; its answers bear ids such as `QUESTION.ID`: storage/named-workbook.js |
 * | `undo/restore`        | what the last restore changed (backup/undo.js); this device's own |
 * | `handle/copy`         | the file that a copy is kept in (keep-copy); this device's own |
 * | `ledger/browser-check`| the mark of the browser check; this device's own |
 *
 * Order comes from `rev` alone. `at` is for people to read and decides nothing,
 * but between two devices when a backup is restored. A record of a newer build is never changed, moved or deleted here.
 */

/**
 * @typedef {'text' | 'rating'} Kind
 *
 * @typedef {object} Question what a question on the page says of itself
 * @property {string} id permanent
 * @property {Kind} kind
 * @property {string} edition names the present wording
 * @property {string} words the question itself
 * @property {string[]} [formerly] ids it had before
 *
 * @typedef {object} Answer
 * @property {1} format raised when an older build could no longer read the record
 * @property {Kind} kind
 * @property {string} value the text, or `1` to `5`; empty when it was cleared
 * @property {number} rev 1 for the first write, one more for each
 * @property {string} edition the wording that was answered
 * @property {string} words the question as it was worded then
 * @property {string} at ISO time
 *
 * @typedef {object} Draft a write that is asked for
 * @property {1} format
 * @property {Question} question
 * @property {string} value
 * @property {number | null} base the rev that the text was typed over; null when none had been read
 * @property {string | null} [sent] the text of a save before this one that may have been written: it failed, or was
 *   under way when the page went
 * @property {Answer | null} [earlier] a text that is to be kept as a version once this one is written
 * @property {string} at ISO time
 *
 * @typedef {object} Outcome
 * @property {Answer | null} answer what stands now; null where a record of another kind, or one that cannot be read,
 *   stands in the way
 * @property {string | null} kept the key under which another text was put by
 */

/** Raised when an older build could no longer read the records; it then stops writing. */
export const FORMAT = 1;

const RATING = /^[1-5]?$/;

/** @param {string} id */
export const answerKey = (id) => `answer/${id}`;

/** The keys, for the store, of an answer's other texts. @param {string} id */
export const textsOf = (id) => [`version/${id}/*`, `other/${id}/*`, `unshown/${id}/*`];

/** The rev in a key of such a text. @param {string} key */
export const revOf = (key) => Number(/\/(\d+)$/.exec(key)?.[1] ?? 0);

/** @param {string} id @param {string} tab */
export const draftKey = (id, tab) => `draft/${id}/${tab}`;

/** What the keys of a kind begin with. */
export const ANSWERS = 'answer/';
export const VERSIONS = 'version/';
export const OTHERS = 'other/';
export const UNSHOWN = 'unshown/';
export const DRAFTS = 'draft/';
export const ASIDE = 'aside/';
export const PROFILES = 'profile/';
export const REQUESTS = 'request/';
export const REPLIES = 'reply/';
export const SHELF = 'shelf/';

/**
 * The key of an answer's text under its own rev or, where that is taken, under a later one.
 * @param {string} prefix such as `other/ID/`
 * @param {number} rev
 * @param {{ has: (key: string) => boolean }} taken
 * @param {number} [next] the first rev to try where its own is taken
 */
export function freeKey(prefix, rev, taken, next = rev + 1) {
  /** @param {number} rev */
  const keyOf = (rev) => prefix + String(rev).padStart(9, '0');
  let key = keyOf(rev);
  while (taken.has(key)) key = keyOf(next++);
  return key;
}

/** What a person keeps besides answers. */
export const FURTHER = [PROFILES, REQUESTS, REPLIES, SHELF];

/** @param {string} key */
export const isFurther = (key) => FURTHER.some((kind) => key.startsWith(kind));

/** What the keys begin with of all that this release knows. */
const KNOWN = [ANSWERS, VERSIONS, OTHERS, UNSHOWN, DRAFTS, ASIDE, ...FURTHER, 'undo/', 'handle/', 'ledger/'];

/** Whether a newer release alone can know what stands there. @param {string} key */
export const isUnknown = (key) => !KNOWN.some((kind) => key.startsWith(kind));

/** The key of what the last restore did. */
export const UNDO = 'undo/restore';

/** The id under which a question is answered in a named workbook. @param {string} question @param {string | null} shelf */
export const answerId = (question, shelf) => (shelf ? `${question}.${shelf}` : question);

/** The question's own id and the named workbook's, which is empty for none. @param {string} id */
export function splitId(id) {
  const [question = '', shelf = ''] = id.split('.');
  return { question, shelf };
}

/** The ids of all named workbooks that are here. @param {Iterable<string>} keys */
export const shelfIds = (keys) =>
  new Set([...keys].filter((key) => key.startsWith(SHELF)).map((key) => key.slice(key.lastIndexOf('/') + 1)));

/** @param {unknown} record @returns {record is Record<string, unknown>} */
export const isObject = (record) => typeof record === 'object' && record !== null && !Array.isArray(record);

/** @param {unknown} kind @param {unknown} value */
const fits = (kind, value) =>
  typeof value === 'string' && (kind === 'text' || (kind === 'rating' && RATING.test(value)));

/**
 * The record as an answer to a question of this kind, or null where it is not one that this build can read.
 * @param {unknown} record
 * @param {Kind} kind
 * @returns {Answer | null}
 */
export function parseAnswer(record, kind) {
  if (!isObject(record) || record.format !== 1 || record.kind !== kind) return null;
  if (!fits(kind, record.value) || !Number.isSafeInteger(record.rev) || Number(record.rev) < 1) return null;
  if (![record.edition, record.words, record.at].every((part) => typeof part === 'string')) return null;
  return /** @type {Answer} */ (/** @type {unknown} */ (record));
}

/**
 * The record as an answer to a question, of whichever kind; null where it is not one that this build can read.
 * @param {unknown} record
 */
export const answerOf = (record) => parseAnswer(record, 'text') ?? parseAnswer(record, 'rating');

/**
 * Whether the record is of a build newer than this.
 * @param {unknown} record
 */
export const isNewer = (record) =>
  isObject(record) && Number.isSafeInteger(record.format) && Number(record.format) > FORMAT;

/**
 * @param {unknown} record
 * @returns {Draft | null}
 */
export function parseDraft(record) {
  if (!isObject(record) || record.format !== 1 || !isObject(record.question)) return null;
  const { id, kind, edition, words } = record.question;
  if (![id, edition, words, record.at].every((part) => typeof part === 'string')) return null;
  if (record.base !== null && !Number.isSafeInteger(record.base)) return null;
  return fits(kind, record.value) ? /** @type {Draft} */ (/** @type {unknown} */ (record)) : null;
}

/**
 * The stored text and one that was typed before it had been read, as one text
 * that has all of both.
 * @param {string} stored
 * @param {string} typed
 */
export function joined(stored, typed) {
  if (typed.includes(stored)) return typed;
  return stored.includes(typed) ? stored : `${stored}\n\n${typed}`;
}

/**
 * Decides a write against what is stored. The text that was typed last stands;
 * the other, if the writer had not seen it, is put by for a choice, in the same step.
 * @param {unknown} stored the record under `answer/ID`, undefined where there is none
 * @param {Draft} draft
 * @param {boolean} [fromClosedPage] typed before its page went: what was saved since was typed later
 * @param {string[]} [taken] the keys under which other texts of this answer are kept
 * @returns {{ outcome: Outcome, puts: Map<string, unknown> }}
 */
export function written(stored, draft, fromClosedPage = false, taken = []) {
  const { id, kind, edition, words } = draft.question;
  const before = stored === undefined ? null : parseAnswer(stored, kind);
  if (stored !== undefined && !before) return { outcome: { answer: null, kept: null }, puts: new Map() };

  const base = before && before.value === draft.sent ? before.rev : draft.base;
  const unread = before && base === null && kind === 'text';
  const value = unread ? joined(before.value, draft.value) : draft.value;
  if (before?.value === value) return { outcome: { answer: before, kept: null }, puts: new Map() };

  let last = Math.max(before?.rev ?? 0, base ?? 0, ...taken.map(revOf));
  /** @type {Map<string, unknown>} */
  const puts = new Map();
  /** Puts a text by under its own rev, or where that is taken under the highest. @param {string} kind @param {Answer} text */
  const putBy = (kind, text) => {
    const key = freeKey(`${kind}${id}/`, text.rev, new Set(taken), last + 1);
    const rev = revOf(key);
    if (rev !== text.rev) last = rev;
    puts.set(key, { ...text, rev });
    return key;
  };

  /** @type {Answer} */
  const typed = { format: 1, kind, value, rev: 0, edition, words, at: draft.at };
  const unseen = before && !unread && before.rev !== base ? before : null;
  const older = fromClosedPage && unseen && base !== null && base < unseen.rev;
  const answer = older ? unseen : typed;
  const other = older ? typed : unseen;
  const kept = unseen && other?.value ? putBy(OTHERS, { ...other, rev: unseen.rev }) : null;
  const earlier = parseAnswer(draft.earlier, kind);
  if (earlier && earlier.value !== answer.value) putBy(VERSIONS, earlier);
  const stands = { ...answer, rev: last + 1 };
  puts.set(answerKey(id), stands);
  return { outcome: { answer: stands, kept }, puts };
}
