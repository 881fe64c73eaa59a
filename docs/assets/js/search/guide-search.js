/**
 * The guide's search: takes in its sections, and finds those that answer what a person types.
 */

import { Lexicon } from './lexicon.js';
import { understand } from './query.js';
import { Ranking } from './ranking.js';
import { near } from './spelling.js';
import { stem, words } from './words.js';

/** @typedef {import("./lexicon.js").Section} Section */
/** @typedef {import("./lexicon.js").Settings} Settings */
/** @typedef {import("./ranking.js").Ranked} Ranked */
/** @typedef {{ from: number, to: number, stem: string }} Mark a word that was looked for, in a text */
/**
 * @typedef {object} Found
 * @property {Ranked[]} leaders what answers the query, best first
 * @property {Ranked[]} hosts what answers it for those who host the guide
 * @property {string} [showing] the corrected query, where it was corrected
 * @property {string[]} near words of the guide like those typed, where nothing answers
 * @property {Set<string>} stems what was looked for
 */

const NEAREST = 5;

export class GuideSearch {
  #lexicon;
  #ranking;
  #hosts;
  /** Titles, and titles with their texts, that have been taken in. @type {Set<string>} */
  #said = new Set();

  /** @param {Settings} settings */
  constructor(settings) {
    this.#lexicon = new Lexicon(settings);
    this.#ranking = new Ranking(settings, this.#lexicon);
    this.#hosts = settings.hosts;
  }

  /**
   * Takes in a section, unless it repeats another, or repeats a title and says nothing.
   *
   * @param {Section} section a page's own comes before its parts
   */
  add(section) {
    const { location, title, text } = section;
    const repeats = this.#said.has(text ? `${title}\n${text}` : title);
    this.#said.add(title).add(`${title}\n${text}`);
    if (!repeats || !location.includes('#')) this.#ranking.add(section);
  }

  /**
   * @param {string} typed
   * @returns {Found}
   */
  find(typed) {
    const { ideas, stems, showing } = understand(typed, this.#lexicon);
    const ranked = this.#ranking.rank(ideas, stems);
    const forHosts = (/** @type {Ranked} */ { section }) =>
      this.#hosts.some((start) => section.location.startsWith(start));
    return {
      leaders: ranked.filter((one) => !forHosts(one)),
      hosts: ranked.filter(forHosts),
      showing: ranked.length ? showing : undefined,
      near: ranked.length ? [] : this.#near(typed),
      stems: new Set(ideas.flatMap(({ ways }) => ways.flatMap((way) => way.stems))),
    };
  }

  /**
   * @param {string} text
   * @param {Set<string>} stems
   * @returns {Mark[]} where the stems are in the text, in order
   */
  marks(text, stems) {
    const spans = this.#lexicon.spans(text).map(({ word, from, to }) => ({ from, to, stem: stem(word) }));
    return spans.filter((span) => stems.has(span.stem));
  }

  /** @param {string} typed */
  #near(typed) {
    const found = words(typed).flatMap((word) => near(word, this.#lexicon.uses));
    return [...new Set(found)].slice(0, NEAREST);
  }
}
