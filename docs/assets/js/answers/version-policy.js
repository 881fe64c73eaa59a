/**
 * Decide which text is saved as an earlier version when another replaces it: the one that a sitting
 * begins with, and one of which much is deleted. A sitting is a run of changes without a long pause, on
 * any pages.
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
 * @typedef {Pick<import('./entry.js').Clock, 'now' | 'date'>} Clock
 *
 * @typedef {object} Stored
 * @property {Answer} answer
 * @property {number | null} since when it was stored, by the page's own clock; null where another page did it
 */

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

export class Versions {
  #clock;
  /** @type {Stored | null} what is stored now */
  #present = null;
  /** @type {Stored | null} the longest text stored since one was kept */
  #longest = null;
  /** @type {Answer | null} the one kept last */
  #kept = null;
  /** @type {Answer | null} the one that is to be kept whatever it is */
  #asked = null;

  /** @param {Clock} clock */
  constructor(clock) {
    this.#clock = clock;
  }

  /**
   * Has a text kept when the next takes its place.
   * @param {Answer | null} answer as it stands on the page
   */
  ask(answer) {
    this.#asked = answer;
  }

  /**
   * Another page's text takes the place of what this one knew.
   * @param {Answer | null} answer that was found in the store
   */
  found(answer) {
    if (answer && answer.rev !== this.#present?.answer.rev)
      this.#present = this.#longest = { answer, since: null };
  }

  /**
   * @param {Answer} answer that is stored now
   * @param {Answer | null} earlier that was kept with it
   */
  stored(answer, earlier) {
    this.#present = { answer, since: this.#clock.now() };
    const longer = answer.value.length >= (this.#longest?.answer.value.length ?? 0);
    if (longer || earlier) this.#longest = this.#present;
    if (!earlier) return;
    this.#kept = earlier;
    this.#asked = null;
  }

  /**
   * The text to be kept when `value` takes its place; null where there is none.
   * @param {string} value
   */
  earlier(value) {
    const begins = this.#present && !(this.#age(this.#present) < PAUSE);
    const text = this.#asked ?? (begins ? this.#present : this.#cut(value))?.answer;
    return text && /\S/.test(text.value) && text.value !== value ? text : null;
  }

  /**
   * Milliseconds since a text was stored: what the page's clock or the date says, whichever is
   * more, as the former may rest while the computer sleeps and the latter be set. Not a number where
   * another page stored it at a time that cannot be read.
   * @param {Stored} stored
   */
  #age({ answer, since }) {
    const dated = Math.abs(Date.parse(this.#clock.date()) - Date.parse(answer.at));
    return since === null ? dated : Math.max(this.#clock.now() - since, dated || 0);
  }

  /**
   * The text of which so much goes that somebody may want it back, unless the one kept last has it.
   * @param {string} value
   */
  #cut(value) {
    const longest = this.#longest;
    if (!longest) return null;
    const { kind, value: text } = longest.answer;
    const share = Math.min(text.length * SHARE, LETTERS * 10); // no more than a paragraph
    const gone = lost(text, value);
    const much = gone >= Math.max(LETTERS, share) || (gone >= text.length / 2 && this.#age(longest) >= STOOD);
    if (kind === 'rating' ? value !== '' : !much) return null;
    return lost(text, this.#kept?.value ?? '') <= Math.min(LETTERS, share) ? null : longest;
  }
}
