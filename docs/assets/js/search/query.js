/**
 * What a person typed, as the ideas to look for: question words set aside, what people
 * say put beside the guide's words, and words that the guide does not have corrected.
 */

import { nearest } from './spelling.js';
import { stem, words } from './words.js';

/** @typedef {import("./lexicon.js").Lexicon} Lexicon */
/** @typedef {import("./lexicon.js").Way} Way */
/** @typedef {{ ways: Way[], must?: boolean }} Idea `must` for what stood in quotation marks */
/**
 * @typedef {object} Understood
 * @property {Idea[]} ideas
 * @property {string[]} stems all words of the query, those set aside too, for word-for-word finds
 * @property {string} [showing] the corrected query
 */

const QUOTED = /["“”]([^"“”]+)["“”]/g;
const COMPLETION = 0.8;
const COMPLETIONS = 8;
const SHORTEST_BEGINNING = 2;
const LIGHT = 0.4;
const PART = 0.5;
const MOST_WORDS = 40;

/**
 * @param {string} typed
 * @param {Lexicon} lexicon
 * @returns {Understood}
 */
export function understand(typed, lexicon) {
  /** @type {Idea[]} */
  const exact = [];
  const rest = typed.replace(QUOTED, (_, phrase) => {
    const stems = lexicon.stems(phrase);
    if (stems.length) exact.push({ ways: [{ stems, weight: 1 }], must: true });
    return ' ';
  });
  const asked = words(rest).slice(0, MOST_WORDS);
  const meant = asked.flatMap((word, place) => mend(word, place === asked.length - 1, lexicon));
  const parts = lexicon.named(meant.map((word) => ({ word }))).map(({ word }) => word);
  const ideas = [...exact, ...ideasOf(joined(parts, lexicon), lexicon)];
  const stems = parts.map(stem);
  if (asked.join(' ') === meant.join(' ')) return { ideas, stems };
  return { ideas, stems, showing: [...(typed.match(QUOTED) ?? []), ...meant].join(' ') };
}

/**
 * The word itself where the guide knows it or where it begins one that the guide knows,
 * else the two words it is made of, or the nearest word.
 *
 * @param {string} word
 * @param {boolean} last whether it may still be being typed
 * @param {Lexicon} lexicon
 * @returns {string[]}
 */
function mend(word, last, lexicon) {
  if (lexicon.knows(word)) return [word];
  if (last && completions(word, lexicon).length) return [word];
  for (let cut = 2; cut <= word.length - 2; cut++) {
    const halves = [word.slice(0, cut), word.slice(cut)];
    if (lexicon.places.together(halves.map(stem)).length) return halves;
  }
  return [nearest(word, lexicon.uses) ?? nearestForm(word, lexicon) ?? word];
}

/**
 * @param {string} word
 * @param {Lexicon} lexicon
 * @returns {string | undefined} a word whose stem is nearest to this word's
 */
function nearestForm(word, { forms }) {
  const stems = new Map([...forms].map(([known, { size }]) => [known, size]));
  const found = nearest(stem(word), stems);
  return found && [...(forms.get(found) ?? [])][0];
}

/**
 * Words typed apart that the guide writes as one ("story telling").
 *
 * @param {string[]} meant
 * @param {Lexicon} lexicon
 * @returns {string[]}
 */
function joined(meant, lexicon) {
  /** @type {string[]} */
  const made = [];
  for (const word of meant) {
    const last = made.at(-1);
    const one = last !== undefined && !lexicon.aside.has(word) && lexicon.uses.has(last + word);
    if (one && !lexicon.places.together([last, word].map(stem)).length) made[made.length - 1] = last + word;
    else made.push(word);
  }
  return made;
}

/**
 * @param {string[]} meant
 * @param {Lexicon} lexicon
 * @returns {Idea[]}
 */
function ideasOf(meant, lexicon) {
  /** @type {Idea[]} */
  const ideas = [];
  /** @type {Idea[]} */
  const aside = [];
  for (let place = 0; place < meant.length; ) {
    const length = phraseAt(meant, place, lexicon);
    const part = meant.slice(place, place + length);
    const idle = length === 1 && lexicon.aside.has(part[0]);
    (idle ? aside : ideas).push({ ways: waysOf(part, lexicon) });
    place += length;
  }
  return (ideas.length ? ideas : aside).filter((idea) => idea.ways.length);
}

/**
 * @param {string[]} meant
 * @param {number} place
 * @param {Lexicon} lexicon
 * @returns {number} how many words from here are one thing that people say, at least 1
 */
function phraseAt(meant, place, lexicon) {
  const stems = meant.slice(place, place + lexicon.longest).map(stem);
  while (stems.length > 1) {
    const phrase = stems.join(' ');
    if (lexicon.said.has(phrase) || lexicon.phrases.has(phrase)) break;
    stems.pop();
  }
  return stems.length;
}

/**
 * @param {string[]} part one word, or the words of something that people say
 * @param {Lexicon} lexicon
 * @returns {Way[]}
 */
function waysOf(part, lexicon) {
  const stems = part.map(stem);
  const weight = lexicon.light.has(stems.join(' ')) ? LIGHT : 1;
  const ways = [{ stems, weight }, ...(lexicon.said.get(stems.join(' ')) ?? [])];
  if (part.length > 1) return [...ways, ...partsOf(part, lexicon)];
  if (lexicon.knows(part[0])) return ways;
  return completions(part[0], lexicon).map((stem) => ({ stems: [stem], weight: COMPLETION }));
}

/**
 * @param {string[]} part the words of something that people say
 * @param {Lexicon} lexicon
 * @returns {Way[]} each that tells something on its own, for much less
 */
function partsOf(part, { aside }) {
  const telling = part.filter((word) => !aside.has(word));
  return telling.map((word) => ({ stems: [stem(word)], weight: PART / telling.length }));
}

/**
 * @param {string} beginning
 * @param {Lexicon} lexicon
 * @returns {string[]} stems of the words that begin so, those used most first
 */
function completions(beginning, lexicon) {
  if (beginning.length < SHORTEST_BEGINNING) return [];
  const found = [...lexicon.uses]
    .filter(([word]) => word.startsWith(beginning))
    .sort(([, a], [, b]) => b - a)
    .map(([word]) => stem(word));
  return [...new Set(found)].slice(0, COMPLETIONS);
}
