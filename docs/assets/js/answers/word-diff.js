/** Compare two texts word by word, for people to read. Pure. */

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
  const [oldWords, newWords] = [before, after].map((text) => text.match(/\s+|\S+/g) ?? []);
  if (!oldWords || !newWords) return [];
  let start = 0;
  while (start < Math.min(oldWords.length, newWords.length) && oldWords[start] === newWords[start])
    start += 1;
  let end = 0;
  while (
    end < Math.min(oldWords.length, newWords.length) - start &&
    oldWords.at(-1 - end) === newWords.at(-1 - end)
  )
    end += 1;
  const [oldMiddle, newMiddle] = [
    oldWords.slice(start, oldWords.length - end),
    newWords.slice(start, newWords.length - end),
  ];
  /** @type {Piece[]} */
  const middle =
    oldMiddle.length * newMiddle.length > PAIRS
      ? [
          ['gone', oldMiddle.join('')],
          ['new', newMiddle.join('')],
        ]
      : aligned(oldMiddle, newMiddle);
  const ends = [oldWords.slice(0, start), oldWords.slice(oldWords.length - end)].map((words) =>
    words.join(''),
  );
  return joined([['same', ends[0] ?? ''], ...middle, ['same', ends[1] ?? '']]);
}

/**
 * @param {string[]} before
 * @param {string[]} after
 * @returns {Piece[]}
 */
function aligned(before, after) {
  const wide = after.length + 1;
  const common = new Uint16Array((before.length + 1) * wide); // the longest common run from (i, j) on
  /** @param {number} i @param {number} j */
  const at = (i, j) => common[i * wide + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      common[i * wide + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  /** @type {Piece[]} */
  const pieces = [];
  for (let i = 0, j = 0; i < before.length || j < after.length; ) {
    const [word = '', other = ''] = [before[i], after[j]];
    if (i < before.length && word === other) pieces.push(['same', word]);
    else if (j >= after.length || (i < before.length && at(i + 1, j) >= at(i, j + 1)))
      pieces.push(['gone', word]);
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
