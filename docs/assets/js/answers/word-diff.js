/** Two texts compared word by word, for people to read. Pure. */

/** Beyond so many pairs of words the middle is taken as replaced in one. */
const PAIRS = 4_000_000;

/** @typedef {['same' | 'gone' | 'new', string]} Piece */

/**
 * What of `before` is gone in `after`, what is new, and what is the same, in the order of
 * reading, word by word: by the longest common run of words between what both begin and end with.
 * @param {string} before
 * @param {string} after
 * @returns {Piece[]}
 */
export function compared(before, after) {
  const [one, two] = [before, after].map((text) => text.match(/\s+|\S+/g) ?? []);
  if (!one || !two) return [];
  let start = 0;
  while (start < Math.min(one.length, two.length) && one[start] === two[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, two.length) - start && one.at(-1 - end) === two.at(-1 - end)) end += 1;
  const [left, right] = [one.slice(start, one.length - end), two.slice(start, two.length - end)];
  /** @type {Piece[]} */
  const middle =
    left.length * right.length > PAIRS
      ? [['gone', left.join('')], ['new', right.join('')]]
      : aligned(left, right);
  const ends = [one.slice(0, start), one.slice(one.length - end)].map((words) => words.join(''));
  return joined([['same', ends[0] ?? ''], ...middle, ['same', ends[1] ?? '']]);
}

/**
 * @param {string[]} left
 * @param {string[]} right
 * @returns {Piece[]}
 */
function aligned(left, right) {
  const wide = right.length + 1;
  const common = new Uint16Array((left.length + 1) * wide); // the longest common run from (i, j) on
  /** @param {number} i @param {number} j */
  const at = (i, j) => common[i * wide + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      common[i * wide + j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  /** @type {Piece[]} */
  const pieces = [];
  for (let i = 0, j = 0; i < left.length || j < right.length; ) {
    const [word = '', other = ''] = [left[i], right[j]];
    if (i < left.length && word === other) pieces.push(['same', word]);
    else if (j >= right.length || (i < left.length && at(i + 1, j) >= at(i, j + 1))) pieces.push(['gone', word]);
    else pieces.push(['new', other]);
    const name = pieces.at(-1)?.[0];
    if (name !== 'new') i += 1;
    if (name !== 'gone') j += 1;
  }
  return pieces;
}

/** @param {Piece[]} pieces @returns {Piece[]} */
function joined(pieces) {
  /** @type {Piece[]} */
  const all = [];
  for (const [name, text] of pieces) {
    const last = all.at(-1);
    if (last?.[0] === name) last[1] += text;
    else if (text) all.push([name, text]);
  }
  return all;
}
