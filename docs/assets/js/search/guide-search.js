/**
 * The guide's search around Material's: the query that Material's index is asked, and the
 * results that it gives, as sections in the guide's order.
 */

import { Lexicon } from './lexicon.js';
import { understand } from './query.js';
import { Ranking } from './ranking.js';
import { stemmer, words } from './words.js';

/** @typedef {import("./lexicon.js").Doc} Doc */
/** @typedef {import("./lexicon.js").Settings} Settings */
/** @typedef {import("./query.js").Understood} Understood */
/** @typedef {import("./ranking.js").Ranked} Ranked */
/** @typedef {{ query: string, typed: string, understood?: Understood }} Asked */
/** @typedef {Doc & { score: number, terms: Record<string, boolean>, tags?: string[] }} Item */
/** @typedef {{ typed: string, showing: string, words: Settings["notice"] }} Correction */
/** @typedef {{ items: Item[][], correction?: Correction }} Results */

const OPERATOR = /(^|\s)[+-]\w|\w[*~^]|\*\w|\b(title|text|tags):/;
const TEASER = 220;
const SHORTEST = 3;

export class GuideSearch {
  #lexicon;
  #ranking;
  #notice;

  /**
   * @param {Doc[]} docs Material's sections, each page's own before its parts
   * @param {Settings} settings
   * @param {import("./words.js").Stem} stem
   */
  constructor(docs, settings, stem) {
    const documents = distinct(docs);
    this.#lexicon = new Lexicon(documents, settings, stemmer(stem));
    this.#ranking = new Ranking(documents, settings, this.#lexicon);
    this.#notice = settings.notice;
  }

  /**
   * @param {string} typed
   * @returns {Asked} `query` is the same thing for Material's index: each word that is to be found
   */
  ask(typed) {
    if (OPERATOR.test(typed)) return { query: typed, typed };
    const understood = understand(typed, this.#lexicon);
    const stems = understood.ideas.flatMap((idea) => idea.ways.flatMap((way) => way.stems));
    const forms = stems.flatMap((stem) => [...(this.#lexicon.forms.get(stem) ?? [])]);
    const query = [...new Set(forms)].map((word) => `${word}^1`).join(' ');
    return { query, typed, understood };
  }

  /**
   * @param {Asked} asked
   * @param {Results} found Material's results
   * @returns {Results} a section each, with the page it stands on
   */
  results({ typed, understood }, found) {
    if (!understood) return found;
    const { ideas, stems, showing } = understood;
    const marked = new Map(found.items.flat().map((item) => [item.location, item]));
    const items = this.#ranking.rank(ideas, stems).map((hit) => result(hit, marked.get(hit.doc.location)));
    if (showing === undefined || !items.length) return { ...found, items };
    return { ...found, items, correction: { typed: typed.trim(), showing, words: this.#notice } };
  }
}

/**
 * @param {Ranked} ranked
 * @param {Item | undefined} marked Material's item, where it found one
 * @returns {Item[]}
 */
function result({ doc, page, score }, marked) {
  const section = { ...doc, terms: {}, ...marked, score };
  if (!section.text.includes('<mark>')) section.text = teaser(doc.text);
  section.terms = highlights(section);
  if (page === doc) return [section];
  return [section, { ...page, text: '', score: 0, terms: {} }];
}

/**
 * @param {Item} item
 * @returns {Record<string, boolean>} the words marked in it, which its page is to mark as well
 */
function highlights({ title, text }) {
  const marks = `${title} ${text}`.matchAll(/<mark>(.*?)<\/mark>/g);
  const marked = [...marks].flatMap(([, mark]) => words(mark));
  return Object.fromEntries(marked.filter(({ length }) => length >= SHORTEST).map((word) => [word, true]));
}

/**
 * @param {string} text
 * @returns {string} its first words, as HTML without tags
 */
function teaser(text) {
  const plain = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > TEASER ? `${plain.slice(0, plain.lastIndexOf(' ', TEASER))} …` : plain;
}

/**
 * @param {Doc[]} docs
 * @returns {Doc[]} without sections that repeat another, or that repeat a title and say nothing
 */
function distinct(docs) {
  /** @type {Set<string>} */
  const said = new Set();
  return docs.filter(({ location, title, text }) => {
    const repeats = said.has(text ? `${title}\n${text}` : title);
    said.add(title).add(`${title}\n${text}`);
    return !repeats || !location.includes('#');
  });
}
