/** Which of an answer's texts is kept as an earlier version when another takes its place. */

import { isCut } from './changes.js';

/** Milliseconds between two texts that are kept, unless one is cut. */
const OFTEN = 300_000;

/** @typedef {import('./records.js').Answer} Answer */

export class Versions {
  #now;
  /** @type {Answer | null} the longest text stored since one was kept */
  #longest = null;
  /** @type {number | null} when one was last kept */
  #at = null;
  /** The rev of the answer that was seen last. */
  #seen = 0;
  /** The next one is kept whatever it is. */
  #asked = false;

  /** @param {() => number} now milliseconds that only go forward */
  constructor(now) {
    this.#now = now;
  }

  /** Has the present text kept when the next takes its place. */
  ask() {
    this.#asked = true;
  }

  /**
   * Another writer's text is what this visit begins with, as the first one found is.
   * @param {Answer | null} answer that was found in the store
   */
  found(answer) {
    if (!answer || answer.rev === this.#seen) return;
    this.#longest = answer;
    this.#seen = answer.rev;
    this.#at = null;
  }

  /**
   * @param {Answer} answer that is stored now
   * @param {boolean} kept whether one before it was kept
   */
  stored(answer, kept) {
    if (kept) {
      this.#at = this.#now();
      this.#asked = false;
    }
    this.#seen = answer.rev;
    if (kept || answer.value.length >= (this.#longest?.value.length ?? 0)) this.#longest = answer;
  }

  /**
   * The text to be kept when `value` takes its place: the one that was here first, one
   * now and then, and any that is cut. Null where there is none.
   * @param {string} value
   */
  earlier(value) {
    const longest = this.#longest;
    if (!longest || !/\S/.test(longest.value) || longest.value === value) return null;
    const due = this.#at === null || this.#now() - this.#at >= OFTEN;
    return due || this.#asked || isCut(longest.value, value) ? longest : null;
  }
}
