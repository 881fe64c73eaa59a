/**
 * The words that the guide has: those of its text and those that people say instead.
 */

import { words } from './words.js';

/** @typedef {import("./words.js").Stem} Stem */
/** @typedef {{ location: string, title: string, text: string }} Doc a section of a page */
/** @typedef {{ stems: string[], weight: number }} Way one way to say an idea: a word, or several in a row */
/**
 * @typedef {object} Settings
 * @property {string} aside words that a question has and an answer need not
 * @property {string} light words that say little of what is asked
 * @property {Record<string, string>} words the guide's words to what people say instead, with commas
 * @property {Record<string, string>} records a record's id to more words that find it, with commas
 * @property {Record<string, number>} weights the beginning of an address to how much it counts
 * @property {{ showing: string, typed: string }} notice what a correction is announced with
 */

const SAID_USES = 3;
const ASIDE_USES = 30;
const SAID_INSTEAD = 0.75;

export class Lexicon {
  /**
   * @param {Doc[]} docs
   * @param {Settings} settings
   * @param {Stem} stem
   */
  constructor(docs, settings, stem) {
    this.stem = stem;
    this.aside = new Set(words(settings.aside));
    this.light = new Set(words(settings.light).map(stem));
    /** Each word with how often it is used. @type {Map<string, number>} */
    this.uses = new Map();
    /** Each stem with the words it stands for. @type {Map<string, Set<string>>} */
    this.forms = new Map();
    /** Two words that stand side by side somewhere. @type {Set<string>} */
    this.pairs = new Set();
    /** What people say, as stems, with the guide's words for it. @type {Map<string, Way[]>} */
    this.said = new Map();
    this.longest = 1;
    for (const { title, text } of docs) for (const part of [title, text]) this.#read(part, 1);
    for (const said of Object.values(settings.records)) this.#read(said, SAID_USES);
    for (const word of [...this.aside, ...words(settings.light)]) this.uses.set(word, ASIDE_USES);
    for (const [word, said] of Object.entries(settings.words)) this.#translate(word, said);
  }

  /**
   * @param {string} word
   * @returns {boolean} whether anything in the guide, or anything people say, is this word
   */
  knows(word) {
    return this.forms.has(this.stem(word)) || this.uses.has(word);
  }

  /**
   * @param {string} text
   * @returns {string[]} its words as stems
   */
  stems(text) {
    return words(text).map(this.stem);
  }

  /**
   * @param {string} text
   * @param {number} uses
   */
  #read(text, uses) {
    let last = '';
    for (const word of words(text)) {
      this.uses.set(word, (this.uses.get(word) ?? 0) + uses);
      const forms = this.forms.get(this.stem(word)) ?? new Set();
      this.forms.set(this.stem(word), forms.add(word));
      this.pairs.add(`${last} ${word}`);
      last = word;
    }
  }

  /**
   * @param {string} word
   * @param {string} said
   */
  #translate(word, said) {
    const way = { stems: this.stems(word), weight: SAID_INSTEAD };
    for (const phrase of said.split(',')) {
      const stems = this.stems(phrase);
      const key = stems.join(' ');
      this.said.set(key, [...(this.said.get(key) ?? []), way]);
      this.longest = Math.max(this.longest, stems.length);
      this.#read(phrase, SAID_USES);
    }
  }
}
