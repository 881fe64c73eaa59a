/**
 * Decide which text is saved as an earlier version when another replaces it: the one that a sitting
 * begins with, and one of which much is deleted. A sitting is a run of changes without a long pause, on
 * any pages. Pure.
 */

/** Milliseconds without a change after which a new sitting begins. */
const PAUSE = 900_000;

/** Milliseconds after which a text of few letters was more than the beginning of one. */
const STOOD = 60_000;

/** Of a text that gives way, so much may go without its being kept: letters, or part of the whole. */
const LETTERS = 20;
const SHARE = 0.2;

/**
 * @typedef {import('../storage/records.js').Answer} Answer
 *
 * @typedef {object} Time
 * @property {number} now milliseconds that only go forward
 * @property {string} date ISO time
 *
 * @typedef {object} Stored
 * @property {Answer} answer
 * @property {number | null} since when it was stored, by the page's own clock; null where another page did it
 *
 * @typedef {object} Texts what a page knows of the texts that were stored
 * @property {Stored | null} present what is stored now
 * @property {Stored | null} longest the longest text stored since one was kept
 * @property {Answer | null} kept the one kept last
 * @property {Answer | null} asked the one that is to be kept whatever it is, when the next takes its place
 */

/** @type {Texts} */
export const NO_TEXTS = { present: null, longest: null, kept: null, asked: null };

/**
 * How many characters of `before` are gone in `after`: those between what both begin and end with.
 * @param {string} before
 * @param {string} after
 */
function lost(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return before.length - start - end;
}

/**
 * Another page's text takes the place of what this one knew.
 * @param {Texts} texts
 * @param {Answer | null} answer that was found in the store
 * @returns {Texts}
 */
export function afterReading(texts, answer) {
  if (!answer || answer.rev === texts.present?.answer.rev) return texts;
  const present = { answer, since: null };
  return { ...texts, present, longest: present };
}

/**
 * @param {Texts} texts
 * @param {Answer} answer that is stored now
 * @param {Answer | null} earlier that was kept with it
 * @param {number} now
 * @returns {Texts}
 */
export function afterWriting(texts, answer, earlier, now) {
  const present = { answer, since: now };
  const isLonger = answer.value.length >= (texts.longest?.answer.value.length ?? 0);
  const longest = isLonger || earlier ? present : texts.longest;
  return earlier ? { present, longest, kept: earlier, asked: null } : { ...texts, present, longest };
}

/**
 * The text to be kept when `value` takes its place; null where there is none.
 * @param {Texts} texts
 * @param {string} value
 * @param {Time} time
 */
export function earlierText(texts, value, time) {
  const begins = texts.present && !(age(texts.present, time) < PAUSE);
  const text = texts.asked ?? (begins ? texts.present : cut(texts, value, time))?.answer;
  return text && /\S/.test(text.value) && text.value !== value ? text : null;
}

/**
 * Milliseconds since a text was stored: what the page's clock or the date says, whichever is
 * more, as the former may rest while the computer sleeps and the latter be set. Not a number where
 * another page stored it at a time that cannot be read.
 * @param {Stored} stored
 * @param {Time} time
 */
function age({ answer, since }, { now, date }) {
  const dated = Math.abs(Date.parse(date) - Date.parse(answer.at));
  return since === null ? dated : Math.max(now - since, dated || 0);
}

/**
 * The text of which so much goes that a person may want it back, unless the one kept last has it.
 * @param {Texts} texts
 * @param {string} value
 * @param {Time} time
 */
function cut({ longest, kept }, value, time) {
  if (!longest) return null;
  const { kind, value: text } = longest.answer;
  const share = Math.min(text.length * SHARE, LETTERS * 10); // no more than a paragraph
  const gone = lost(text, value);
  const much = gone >= Math.max(LETTERS, share) || (gone >= text.length / 2 && age(longest, time) >= STOOD);
  if (kind === 'rating' ? value !== '' : !much) return null;
  return lost(text, kept?.value ?? '') <= Math.min(LETTERS, share) ? null : longest;
}
