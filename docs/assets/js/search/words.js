/**
 * Text to words and words to stems: the same way for the guide's text, for what
 * people say instead of its words, and for what they type.
 */

/** @typedef {(word: string) => string} Stem */

const TAG = /<[^>]*>/g;
const ENTITY = /&(?:amp|lt|gt|quot|#\d+);/g;
const ACCENT = /[\u0300-\u036f]/g;
const POSSESSIVE = /['’]s?(?![a-z])/g;
const APOSTROPHE = /['’]/g;
const AMERICAN = /^([a-z]{3,})iz(e|ed|er|ers|es|ing|ation|ations)$/;

/**
 * The words of a text, in order, in lower case and without marks.
 *
 * @param {string} text plain text, or HTML as the search index holds it
 * @returns {string[]}
 */
export function words(text) {
  const plain = text.replace(TAG, ' ').replace(ENTITY, ' ').normalize('NFD').replace(ACCENT, '');
  const bare = plain.toLowerCase().replace(POSSESSIVE, '').replace(APOSTROPHE, '');
  return bare.match(/[a-z0-9]+/g) ?? [];
}

/**
 * A stemmer that remembers, and that reads -ize as -ise.
 *
 * @param {Stem} stem the search library's own
 * @returns {Stem}
 */
export function stemmer(stem) {
  /** @type {Map<string, string>} */
  const known = new Map();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const made = stem(word.replace(AMERICAN, '$1is$2'));
    known.set(word, made);
    return made;
  };
}
