/** How one text becomes another. Pure. */

/**
 * How many characters two texts begin and end with alike; nothing is counted twice.
 * @param {string} one
 * @param {string} two
 * @returns {[start: number, end: number]}
 */
export function alike(one, two) {
  const most = Math.min(one.length, two.length);
  let start = 0;
  while (start < most && one[start] === two[start]) start += 1;
  let end = 0;
  while (end < most - start && one[one.length - 1 - end] === two[two.length - 1 - end]) end += 1;
  return [start, end];
}

/** Of a text that gives way, so much may go without the text being kept: letters, and part of the whole. */
const LETTERS = 20;
const SHARE = 0.2;

/**
 * Whether so much of `before` is gone in `after` that somebody may want it back.
 * @param {string} before
 * @param {string} after
 */
export function isCut(before, after) {
  if (!/\S/.test(after)) return true;
  const [start, end] = alike(before, after);
  return before.length - start - end >= Math.max(LETTERS, before.length * SHARE);
}
