/**
 * Text to words and words to stems: the same way for the guide's text, for what
 * people say instead of its words, and for what they type.
 */

import { stem as porter } from './stemmer.js';

/** @typedef {{ word: string, from: number, to: number }} Span a word, and where it is in a text */

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)*/gu;
const ACCENTED = /[\u00c0-\u024f]|[\u0300-\u036f]/;
const ACCENT = /[\u0300-\u036f]/g;
const POSSESSIVE = /['’]s?(?![a-z])/g;
const APOSTROPHE = /['’]/g;
const AMERICAN = /^([a-z]{3,})iz(e|ed|er|ers|es|ing|ation|ations)$/;

/**
 * The words of a text, in order, in lower case and without marks.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function words(text) {
  const plain = ACCENTED.test(text) ? text.normalize('NFD').replace(ACCENT, '') : text;
  const bare = plain.toLowerCase().replace(POSSESSIVE, '').replace(APOSTROPHE, '');
  return bare.match(/[a-z0-9]+/g) ?? [];
}

/**
 * The same with their places, for marking them.
 *
 * @param {string} text
 * @returns {Span[]}
 */
export function spans(text) {
  return [...text.matchAll(WORD)].flatMap((match) => {
    const [from, to] = [match.index, match.index + match[0].length];
    return words(match[0]).map((word) => ({ word, from, to }));
  });
}

/** @type {Map<string, string>} */
const known = new Map();

/**
 * The stem of a word, which reads -ize as -ise; remembered.
 *
 * @param {string} word
 * @returns {string}
 */
export function stem(word) {
  const found = known.get(word);
  if (found !== undefined) return found;
  const made = porter(word.replace(AMERICAN, '$1is$2'));
  known.set(word, made);
  return made;
}
