/**
 * Decide when an answer is saved: at once at the first key after a pause, soon after the last one, and again
 * and again where it could not be. Pure: times are passed in, delays come out.
 */

/** Times in milliseconds. */
const PAUSE = 300; // after the last key
const STEADY = 900; // at most, while keys keep coming
const FIRST_RETRY = 500;
const LAST_RETRY = 30_000;

/**
 * @typedef {object} Schedule
 * @property {number | null} since when the oldest unsaved key was typed; null at rest
 * @property {number} last when the last key was typed
 * @property {number} failures how many saves have failed in a row
 */

/** @type {Schedule} */
export const AT_REST = { since: null, last: -Infinity, failures: 0 };

/**
 * A key was typed.
 * @param {Schedule} schedule
 * @param {number} now
 * @returns {{ schedule: Schedule, delay: number }}
 */
export function afterKey(schedule, now) {
  const isFirst = now - schedule.last > PAUSE;
  const since = schedule.since ?? now;
  const delay = isFirst ? 0 : Math.max(0, Math.min(PAUSE, since + STEADY - now));
  return { schedule: { ...schedule, since, last: now }, delay };
}

/**
 * A save failed: the next one comes later than the last.
 * @param {Schedule} schedule
 * @returns {{ schedule: Schedule, delay: number }}
 */
export function afterFailure(schedule) {
  const delay = Math.min(FIRST_RETRY * 2 ** schedule.failures, LAST_RETRY);
  return { schedule: { ...schedule, failures: schedule.failures + 1 }, delay };
}
