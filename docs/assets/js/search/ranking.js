/**
 * Which sections answer a query, best first.
 *
 * Each section is weighed as BM25F does (Robertson and Zaragoza 2009, section 3.6): a word
 * counts by how rare it is, by the field it stands in, and less each further time. A section
 * that has more of the ideas asked for, has them close together or has the query's words as
 * they were written counts for more.
 */

/** @typedef {import("./lexicon.js").Section} Section */
/** @typedef {import("./lexicon.js").Lexicon} Lexicon */
/** @typedef {import("./lexicon.js").Settings} Settings */
/** @typedef {import("./lexicon.js").Way} Way */
/** @typedef {import("./query.js").Idea} Idea */
/** @typedef {{ section: Section, page: Section, weight: number, lengths: number[] }} Entry */
/** @typedef {{ value: number, rarity: number, places: number[] }} Match an idea found in a section */
/** @typedef {{ section: Section, page: Section, score: number }} Ranked */

/** What each field counts for, and how far its length is held against it. */
const FIELDS = [
  { name: 'title', weight: 4, length: 0.4 },
  { name: 'also', weight: 2.5, length: 0.1 },
  { name: 'text', weight: 1, length: 0.45 },
  { name: 'page', weight: 0.4, length: 0 },
];
const PAGE = 3;
/** All words are numbered through: word 7 of the text of section 5 is at 5 SECTION + 2 FIELD + 7. */
const FIELD = 100_000;
const SECTION = 10 * FIELD;
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
  /** Each page's own section, by address. @type {Map<string, Section>} */
  #pages = new Map();
  /** How many words each field has in all sections. */
  #totals = FIELDS.map(() => 0);
  #settings;
  #lexicon;
  /** The longest first. @type {[string, number][]} */
  #weights;

  /**
   * @param {Settings} settings
   * @param {Lexicon} lexicon
   */
  constructor(settings, lexicon) {
    this.#settings = settings;
    this.#lexicon = lexicon;
    this.#weights = Object.entries(settings.weights).sort(([a], [b]) => b.length - a.length);
  }

  /**
   * Takes in a section; a page's own comes before its parts.
   *
   * @param {Section} section
   */
  add(section) {
    const { location, title, text } = section;
    const [address] = location.split('#');
    const page = this.#pages.get(address) ?? section;
    this.#pages.set(address, page);
    const { records } = this.#settings;
    const start = this.#entries.length * SECTION;
    const also = [records[recordAt(location)], records[location]].filter(Boolean).join(', ');
    const fields = [this.#lexicon.read(title), this.#lexicon.stems(also), this.#lexicon.read(text)];
    fields.push(page === section ? [] : this.#lexicon.stems(page.title));
    for (const [field, stems] of fields.entries()) {
      this.#totals[field] += stems.length;
      for (const [at, stem] of stems.entries()) this.#lexicon.places.add(stem, start + field * FIELD + at);
    }
    const lengths = fields.map((stems) => stems.length);
    const [, weight] = this.#weights.find(([start]) => location.startsWith(start)) ?? ['', 1];
    this.#entries.push({ section, page, weight, lengths });
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
    const asWritten = this.#asWritten(stems);
    const candidates = new Set(found.flatMap((matches) => [...matches.keys()]));
    const ranked = [...candidates].flatMap((number) => {
      const here = found.map((matches) => matches.get(number));
      if (ideas.some(({ must }, i) => must && !here[i])) return [];
      const share = sum(rarities.map((rarity, i) => (here[i] ? rarity : 0))) / whole;
      const values = sum(here.map((match) => match?.value ?? 0)) + closeness(here);
      const { section, page, weight } = this.#entries[number];
      return [{ section, page, score: values * share ** TOGETHER * weight * asWritten(number) }];
    });
    return varied(ranked).filter(({ score }, _, [best]) => score >= best.score * LEAST);
  }

  /**
   * @param {Way[]} ways
   * @returns {Map<number, Match>} the sections that have the idea, with the way that finds it best
   */
  #match(ways) {
    /** @type {Map<number, Match>} */
    const best = new Map();
    for (const [number, match] of ways.flatMap((way) => this.#matchWay(way)))
      if (match.value > (best.get(number)?.value ?? 0)) best.set(number, match);
    return best;
  }

  /**
   * @param {Way} way
   * @returns {[number, Match][]}
   */
  #matchWay({ stems, weight }) {
    const found = bySection(this.#lexicon.places.together(stems));
    const holders = [...found.values()].filter((places) => places.some((at) => fieldAt(at) < PAGE)).length;
    const rarity = weight * Math.log(1 + (this.#entries.length - holders + 0.5) / (holders + 0.5));
    return [...found].map(([number, places]) => {
      const often = sum(places.map((at) => this.#counts(number, fieldAt(at))));
      const value = (rarity * often * (SATURATION + 1)) / (SATURATION + often);
      return [number, { value, rarity: often && rarity, places }];
    });
  }

  /**
   * @param {number} number
   * @param {number} field
   * @returns {number} what one word of a section's field counts
   */
  #counts(number, field) {
    const { weight, length } = FIELDS[field];
    const mean = this.#totals[field] / this.#entries.length || 1;
    return weight / (1 - length + (length * this.#entries[number].lengths[field]) / mean);
  }

  /**
   * @param {string[]} stems
   * @returns {(number: number) => number} what it counts that a section has the query's words as they were written
   */
  #asWritten(stems) {
    const pairs = stems
      .slice(1)
      .map((stem, i) => new Set(bySection(this.#lexicon.places.together([stems[i], stem])).keys()));
    const starts = new Set(this.#lexicon.places.together(stems));
    return (number) => {
      const verbatim = pairs.filter((pair) => pair.has(number)).length / (pairs.length || 1);
      const whole = this.#entries[number].lengths[0] === stems.length && starts.has(number * SECTION);
      return (1 + VERBATIM * verbatim ** 2) * (whole ? WHOLE_TITLE : 1);
    };
  }
}

/**
 * @param {number[]} places in order
 * @returns {Map<number, number[]>} those of each section, by its number
 */
function bySection(places) {
  /** @type {Map<number, number[]>} */
  const sections = new Map();
  for (const at of places) {
    const number = Math.floor(at / SECTION);
    const known = sections.get(number);
    if (known) known.push(at);
    else sections.set(number, [at]);
  }
  return sections;
}

/** @param {number} at */
const fieldAt = (at) => Math.floor((at % SECTION) / FIELD);

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
  const once = ranked.sort(best).map(({ section, page, score }) => {
    const again = titles.get(section.title) ?? 1;
    titles.set(section.title, again * TITLE_AGAIN);
    return { section, page, score: score * again };
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

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
