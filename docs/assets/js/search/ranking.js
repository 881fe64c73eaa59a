/**
 * Which sections answer a query, best first.
 *
 * Each section is weighed as BM25F does (Robertson and Zaragoza 2009, section 3.6): a word
 * counts by how rare it is, by the field it stands in, and less each further time. A section
 * that has more of the ideas asked for, has them close together or has the query's words as
 * they were written counts for more.
 */

/** @typedef {import("./lexicon.js").Doc} Doc */
/** @typedef {import("./lexicon.js").Lexicon} Lexicon */
/** @typedef {import("./lexicon.js").Settings} Settings */
/** @typedef {import("./lexicon.js").Way} Way */
/** @typedef {import("./query.js").Idea} Idea */
/** @typedef {{ doc: Doc, page: Doc, weight: number, lengths: number[] }} Entry */
/** @typedef {{ value: number, rarity: number, places: number[] }} Match an idea found in a section */
/** @typedef {{ doc: Doc, page: Doc, score: number }} Ranked */

/** What each field counts for, and how far its length is held against it. */
const FIELDS = [
  { name: 'title', weight: 4, length: 0.4 },
  { name: 'also', weight: 2.5, length: 0.1 },
  { name: 'text', weight: 1, length: 0.45 },
  { name: 'page', weight: 0.4, length: 0 },
];
const PAGE = 3;
/** The fields of a section are numbered through: word 7 of the text stands at 2 FIELD + 7. */
const FIELD = 100_000;
const SATURATION = 1.2;
const TOGETHER = 1.5;
const NEAR = 3;
const CLOSENESS = 0.35;
const VERBATIM = 1;
const WHOLE_TITLE = 1.5;
const TITLE_AGAIN = 0.6;
const LEAST = 0.15;

export class Ranking {
  /** @type {Entry[]} */
  #entries = [];
  /** Each stem's sections, and where in them it stands. @type {Map<string, Map<number, number[]>>} */
  #places = new Map();
  #lengths;

  /**
   * @param {Doc[]} docs
   * @param {Settings} settings
   * @param {Lexicon} lexicon
   */
  constructor(docs, settings, lexicon) {
    /** @type {Map<string, Doc>} */
    const pages = new Map();
    for (const doc of docs) {
      const [address] = doc.location.split('#');
      const page = pages.get(address) ?? doc;
      pages.set(address, page);
      const also = settings.records[recordAt(doc.location)] ?? '';
      const fields = [doc.title, also, doc.text, page === doc ? '' : page.title].map((text) =>
        lexicon.stems(text),
      );
      for (const [field, stems] of fields.entries()) {
        for (const [at, stem] of stems.entries()) this.#add(stem, field * FIELD + at);
      }
      const lengths = fields.map((stems) => stems.length);
      this.#entries.push({ doc, page, weight: weightOf(doc.location, settings.weights), lengths });
    }
    this.#lengths = FIELDS.map((_, field) => mean(this.#entries.map(({ lengths }) => lengths[field])));
  }

  /**
   * @param {Idea[]} ideas
   * @param {string[]} stems the query word for word
   * @returns {Ranked[]}
   */
  rank(ideas, stems) {
    const found = ideas.map(({ ways }) => this.#match(ways));
    const rarities = found.map((matches) =>
      Math.max(0, ...[...matches.values()].map((match) => match.rarity)),
    );
    const whole = sum(rarities);
    const places = new Set(found.flatMap((matches) => [...matches.keys()]));
    const ranked = [...places].flatMap((place) => {
      const here = found.map((matches) => matches.get(place));
      if (ideas.some(({ must }, i) => must && !here[i])) return [];
      const share = sum(rarities.map((rarity, i) => (here[i] ? rarity : 0))) / whole;
      const values = sum(here.map((match) => match?.value ?? 0)) + closeness(here);
      const { doc, page, weight } = this.#entries[place];
      return [{ doc, page, score: values * share ** TOGETHER * weight * this.#asWritten(stems, place) }];
    });
    return varied(ranked).filter(({ score }, _, [best]) => score >= best.score * LEAST);
  }

  /**
   * @param {string} stem
   * @param {number} at where in the section that is being added
   */
  #add(stem, at) {
    const sections = this.#places.get(stem) ?? new Map();
    const place = this.#entries.length;
    sections.set(place, [...(sections.get(place) ?? []), at]);
    this.#places.set(stem, sections);
  }

  /**
   * @param {string[]} stems
   * @param {number} place
   * @returns {number[]} where in the section the stems stand side by side
   */
  #placesOf(stems, place) {
    const [first, ...rest] = stems.map((stem) => this.#places.get(stem)?.get(place) ?? []);
    return first.filter((at) => rest.every((next, i) => next.includes(at + i + 1)));
  }

  /**
   * @param {Way[]} ways
   * @returns {Map<number, Match>} the sections that have the idea, with the way that finds it best
   */
  #match(ways) {
    /** @type {Map<number, Match>} */
    const best = new Map();
    for (const [place, match] of ways.flatMap((way) => this.#matchWay(way)))
      if (match.value > (best.get(place)?.value ?? 0)) best.set(place, match);
    return best;
  }

  /**
   * @param {Way} way
   * @returns {[number, Match][]}
   */
  #matchWay({ stems, weight }) {
    const sections = [...(this.#places.get(stems[0])?.keys() ?? [])];
    const found = sections.map((place) => ({ place, places: this.#placesOf(stems, place) }));
    const holders = found.filter(({ places }) => places.some((at) => at < PAGE * FIELD)).length;
    const rarity = weight * Math.log(1 + (this.#entries.length - holders + 0.5) / (holders + 0.5));
    return found.map(({ place, places }) => {
      const often = sum(places.map((at) => this.#counts(place, Math.floor(at / FIELD))));
      const value = (rarity * often * (SATURATION + 1)) / (SATURATION + often);
      return [place, { value, rarity: often && rarity, places }];
    });
  }

  /**
   * @param {number} place
   * @param {number} field
   * @returns {number} what one word of a section's field counts
   */
  #counts(place, field) {
    const { weight, length } = FIELDS[field];
    const relative = this.#entries[place].lengths[field] / (this.#lengths[field] || 1);
    return weight / (1 - length + length * relative);
  }

  /**
   * @param {string[]} stems
   * @param {number} place
   * @returns {number} what it counts that a section has the query's words as they were written
   */
  #asWritten(stems, place) {
    const pairs = stems.slice(1).map((stem, i) => [stems[i], stem]);
    const found = pairs.filter((pair) => this.#placesOf(pair, place).length);
    const verbatim = found.length / (pairs.length || 1);
    const whole = this.#entries[place].lengths[0] === stems.length && this.#placesOf(stems, place)[0] === 0;
    return (1 + VERBATIM * verbatim ** 2) * (whole ? WHOLE_TITLE : 1);
  }
}

/**
 * @param {(Match | undefined)[]} here
 * @returns {number} what ideas count for that stand near each other as they were asked
 */
function closeness(here) {
  const pairs = here.slice(1).map((next, i) => {
    const last = here[i];
    const near = last?.places.some((place) => next?.places.some((other) => Math.abs(other - place) <= NEAR));
    return near && last && next ? CLOSENESS * (last.value + next.value) : 0;
  });
  return sum(pairs);
}

/**
 * @param {Ranked[]} ranked
 * @returns {Ranked[]} best first; of sections with one title, the later ones count for less
 */
function varied(ranked) {
  /** @type {Map<string, number>} */
  const titles = new Map();
  const best = (/** @type {Ranked} */ a, /** @type {Ranked} */ b) => b.score - a.score;
  const once = ranked.sort(best).map(({ doc, page, score }) => {
    const again = titles.get(doc.title) ?? 1;
    titles.set(doc.title, again * TITLE_AGAIN);
    return { doc, page, score: score * again };
  });
  return once.sort(best);
}

/**
 * @param {string} location
 * @returns {string} the id of the record that stands there: its anchor, or its page's own folder
 */
function recordAt(location) {
  return location.match(/([^/#]+)\/?$/)?.[1] ?? '';
}

/**
 * @param {string} location
 * @param {Record<string, number>} weights
 * @returns {number} the weight of the longest beginning that fits
 */
function weightOf(location, weights) {
  const fits = Object.keys(weights).filter((prefix) => location.startsWith(prefix));
  return weights[fits.sort((a, b) => b.length - a.length)[0]] ?? 1;
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** @param {number[]} numbers */
const mean = (numbers) => sum(numbers) / (numbers.length || 1);
