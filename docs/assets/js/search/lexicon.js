/**
 * The words that the guide has: those of its text and those that people say instead.
 */

import { Places } from './places.js';
import { spans, stem, words } from './words.js';

/** @typedef {import("./words.js").Span} Span */
/** @typedef {{ location: string, title: string, text: string }} Section a part of a page, as plain text */
/** @typedef {{ stems: string[], weight: number }} Way one way to say an idea: a word, or several in a row */
/**
 * @typedef {object} Settings
 * @property {string} aside words that a question has and an answer need not
 * @property {string} light words that say little of what is asked
 * @property {string[]} names names that count as one word, as their words mean something else
 * @property {Record<string, string>} words the guide's words to what people say instead, with commas
 * @property {Record<string, string>} records a record's id, or an address, to more words that find it
 * @property {Record<string, number>} weights the beginning of an address to how much it counts
 * @property {string[]} hosts beginnings of addresses of what only those who host the guide look for
 * @property {Record<string, string>} offers titles and addresses of what people look for, for when nothing is typed
 * @property {Record<string, string>} otherwise those of where to go on, for when nothing is found
 * @property {Record<string, string>} says the words around the results
 */

const SAID_USES = 3;
const ASIDE_USES = 30;
const SAID_INSTEAD = 0.75;

export class Lexicon {
  /** Each word with how often it is used. @type {Map<string, number>} */
  uses = new Map();
  /** Each stem with the words that have it. @type {Map<string, Set<string>>} */
  forms = new Map();
  /** Where each stem is. */
  places = new Places();
  /** What people say, as stems, with the guide's words for it. @type {Map<string, Way[]>} */
  said = new Map();
  /** What people say of a record or page in several words, as stems. @type {Set<string>} */
  phrases = new Set();
  longest = 1;
  /** The words of each name, by the first. @type {Map<string, string[][]>} */
  #names = new Map();
  /** @type {RegExp | undefined} */
  #first;

  /** @param {Settings} settings */
  constructor(settings) {
    this.aside = new Set(words(settings.aside));
    this.light = new Set(words(settings.light).map(stem));
    for (const name of settings.names.map(words)) {
      this.#names.set(name[0], [...(this.#names.get(name[0]) ?? []), name]);
      for (const word of name) this.#know(word, stem(word), SAID_USES);
    }
    if (this.#names.size) this.#first = new RegExp(`\\b(${[...this.#names.keys()].join('|')})\\b`, 'i');
    for (const said of Object.values(settings.records)) {
      for (const phrase of said.split(',')) this.#asked(phrase);
    }
    for (const word of [...this.aside, ...words(settings.light)]) this.#know(word, stem(word), ASIDE_USES);
    for (const [word, said] of Object.entries(settings.words)) this.#translate(word, said);
  }

  /**
   * @param {string} word
   * @returns {boolean} whether anything in the guide, or anything people say, is this word
   */
  knows(word) {
    return this.forms.has(stem(word));
  }

  /**
   * @param {string} text
   * @returns {Span[]} its words, a name as one, with their places
   */
  spans(text) {
    return this.named(spans(text));
  }

  /**
   * @template {{ word: string, to?: number }} T
   * @param {T[]} parts
   * @returns {T[]} those that make up a name put together
   */
  named(parts) {
    /** @type {T[]} */
    const made = [];
    for (let place = 0; place < parts.length; ) {
      const names = this.#names.get(parts[place].word) ?? [];
      const name = names.find((one) => one.every((word, i) => parts[place + i]?.word === word));
      const { to } = parts[place + (name?.length ?? 1) - 1];
      made.push(name ? { ...parts[place], word: name.join(' '), to } : parts[place]);
      place += name?.length ?? 1;
    }
    return made;
  }

  /**
   * @param {string} text
   * @returns {string[]} its words, a name as one
   */
  words(text) {
    const found = words(text);
    if (!this.#first?.test(text)) return found;
    return this.named(found.map((word) => ({ word }))).map(({ word }) => word);
  }

  /**
   * @param {string} text
   * @returns {string[]} its words as stems
   */
  stems(text) {
    return this.words(text).map(stem);
  }

  /**
   * Takes in a text.
   *
   * @param {string} text
   * @param {number} [uses]
   * @returns {string[]} its words as stems
   */
  read(text, uses = 1) {
    return this.words(text).map((word) => {
      const stemmed = stem(word);
      this.#know(word, stemmed, uses);
      return stemmed;
    });
  }

  /**
   * @param {string} word
   * @param {string} stemmed
   * @param {number} uses
   */
  #know(word, stemmed, uses) {
    const known = this.uses.get(word);
    this.uses.set(word, (known ?? 0) + uses);
    if (known !== undefined) return;
    const forms = this.forms.get(stemmed);
    if (forms) forms.add(word);
    else this.forms.set(stemmed, new Set([word]));
  }

  /** @param {string} phrase */
  #asked(phrase) {
    const stems = this.read(phrase, SAID_USES);
    if (stems.length > 1) this.phrases.add(stems.join(' '));
    this.longest = Math.max(this.longest, stems.length);
  }

  /**
   * @param {string} word
   * @param {string} said
   */
  #translate(word, said) {
    const way = { stems: this.stems(word), weight: SAID_INSTEAD };
    for (const phrase of said.split(',')) {
      const stems = this.read(phrase, SAID_USES);
      const key = stems.join(' ');
      this.said.set(key, [...(this.said.get(key) ?? []), way]);
      this.longest = Math.max(this.longest, stems.length);
    }
  }
}
