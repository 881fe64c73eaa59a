/**
 * Decide when an answer is saved: at once at the first key after a pause, soon after the last one, and again
 * and again where it could not be.
 */

/** Times in milliseconds. */
const PAUSE = 300; // after the last key
const STEADY = 900; // at most, while keys keep coming
const FIRST_RETRY = 500;
const LAST_RETRY = 30_000;

export class Timing {
  #clock;
  #save;
  /** @type {number | null} when the oldest unsaved key was typed */
  #since = null;
  /** When the last key was typed. */
  #last = -Infinity;
  #callOff = () => {};
  #failures = 0;

  /**
   * @param {import('./entry.js').Clock} clock
   * @param {() => void} save
   */
  constructor(clock, save) {
    this.#clock = clock;
    this.#save = save;
  }

  /** Whether nothing has been typed since the last save began. */
  get rests() {
    return this.#since === null;
  }

  /** Whether the last save failed. */
  get failing() {
    return this.#failures > 0;
  }

  /** A key was typed. */
  soon() {
    const now = this.#clock.now();
    const isFirst = now - this.#last > PAUSE;
    this.#last = now;
    this.#since ??= now;
    this.#after(isFirst ? 0 : Math.max(0, Math.min(PAUSE, this.#since + STEADY - now)));
  }

  /** A save begins, or none is wanted any more. */
  stop() {
    this.#callOff();
    this.#since = null;
  }

  /** A save failed: the next one comes later than the last. */
  again() {
    this.#after(Math.min(FIRST_RETRY * 2 ** this.#failures, LAST_RETRY));
    this.#failures += 1;
  }

  /** A save was done. */
  done() {
    this.#failures = 0;
  }

  /** @param {number} delay */
  #after(delay) {
    this.#callOff();
    this.#callOff = this.#clock.after(delay, this.#save);
  }
}
