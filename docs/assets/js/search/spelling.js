/**
 * The nearest word of a vocabulary to a word that is not in it.
 */

const SHORTEST = 4;
const FIRST_LETTER = 97;
/** How long a word has to be for so many letters off, from none. */
const LONG_ENOUGH = [0, SHORTEST, 6, 10];
const OTHER_FIRST_LETTER = 0.6;
const PLENTY = 0.12;
const TOLERANCE = 0.75;
const ALIKE = 0.4;
const MANY_CONSONANTS = 4;

/**
 * How many letters to add, drop, change or swap with a neighbour to make one word of the
 * other (Damerau-Levenshtein, each place edited once); `limit + 1` when it is more than `limit`.
 *
 * @param {string} from
 * @param {string} to
 * @param {number} limit
 * @returns {number}
 */
export function distance(from, to, limit) {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: to.length + 1 }, (_, place) => place);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let least = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        least = Math.min(least, before[j - 2] + 1);
      row.push(least);
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[to.length];
}

/** @typedef {{ bones: string, letters: number }} Shape what of a word tells quickly that another is not near */

/** @type {Map<string, Shape>} */
const shapes = new Map();

/**
 * @param {string} word
 * @returns {Shape} its consonants, and which letters it has, a bit each
 */
function shapeOf(word) {
  const known = shapes.get(word);
  if (known) return known;
  let letters = 0;
  for (let place = 0; place < word.length; place++) letters |= 1 << (word.charCodeAt(place) - FIRST_LETTER);
  const made = { bones: consonants(word), letters };
  shapes.set(word, made);
  return made;
}

/**
 * @param {number} these
 * @param {number} those
 * @returns {number} how many letters are in one and not in the other: so many edits it takes at least
 */
function lacking(these, those) {
  let count = 0;
  for (let rest = these & ~those; rest; rest &= rest - 1) count++;
  return count;
}

/**
 * @param {string} word
 * @returns {string} its consonants, one of each that is doubled: vowels are what goes wrong most
 */
function consonants(word) {
  return word.replace(/[aeiouy]/g, '').replace(/(.)\1/g, '$1');
}

/**
 * The vocabulary's word that was most likely meant: the fewest letters off; of near equals the
 * one that begins alike, has the same consonants, is used more.
 *
 * @param {string} word a word that the vocabulary does not have
 * @param {Map<string, number>} vocabulary each word with how often it is used
 * @returns {string | undefined} nothing where no word is near enough
 */
export function nearest(word, vocabulary) {
  if (word.length < SHORTEST || /\d/.test(word)) return undefined;
  const limit = LONG_ENOUGH.filter((length) => word.length >= length).length - 1;
  const { bones, letters } = shapeOf(word);
  let best;
  let least = limit + TOLERANCE;
  for (const [known, uses] of vocabulary) {
    if (known.length < SHORTEST) continue;
    const shape = shapeOf(known);
    const alike = bones === shape.bones;
    const far = lacking(letters, shape.letters) > limit || lacking(shape.letters, letters) > limit;
    const off = far ? limit + 1 : distance(word, known, limit);
    if (off > limit && !(alike && bones.length >= MANY_CONSONANTS)) continue;
    const first = word[0] === known[0] ? 0 : OTHER_FIRST_LETTER;
    const cost = Math.min(off, limit) + first - PLENTY * Math.log10(uses) - (alike ? ALIKE : 0);
    if (cost < least) [best, least] = [known, cost];
  }
  return best;
}

const LOOSELY = 0.5;
const EACH = 3;

/**
 * @param {string} word
 * @param {Map<string, number>} vocabulary
 * @returns {string[]} words that a person may have meant, where none is near enough to be taken
 */
export function near(word, vocabulary) {
  if (word.length < SHORTEST) return [];
  const limit = Math.ceil(word.length * LOOSELY);
  const found = [...vocabulary.keys()]
    .filter((known) => known.length >= SHORTEST && known !== word && known[0] === word[0])
    .map((known) => ({ known, off: distance(word, known, limit) }))
    .filter(({ off }) => off <= limit);
  return found
    .sort((a, b) => a.off - b.off)
    .slice(0, EACH)
    .map(({ known }) => known);
}
