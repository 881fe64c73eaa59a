/**
 * Shows what the search found: links to sections with their pages, the words that were looked for
 * marked; before anything is typed, what people look for; where nothing is found, where to go on.
 */

import { worded } from '../page/fill-words.js';
import { root } from './load-search.js';
import { teaser } from './teaser.js';

/** @typedef {import("./guide-search.js").Found} Found */
/** @typedef {import("./guide-search.js").GuideSearch} GuideSearch */
/** @typedef {import("./guide-search.js").Mark} Mark */
/** @typedef {import("./lexicon.js").Settings} Settings */
/** @typedef {import("./ranking.js").Ranked} Ranked */

const QUIET = 500; // milliseconds without a change before a count is said aloud

let named = 0;

/**
 * The address of the page with the results for a query. The query is in its last part, which no
 * browser sends to a server.
 *
 * @param {string} query
 */
export const resultsAddress = (query) =>
  new URL(`search/#${new URLSearchParams({ q: query.trim() })}`, root).href;

export class FoundView {
  #place;
  #status;
  #most;
  #ask;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;

  /**
   * @param {HTMLElement} place
   * @param {HTMLElement} status where it is said aloud how much was found
   * @param {object} how
   * @param {number} how.most how many results are shown; the others are a link away
   * @param {(query: string) => void} how.ask
   */
  constructor(place, status, { most, ask }) {
    this.#place = place;
    this.#status = status;
    this.#most = most;
    this.#ask = ask;
  }

  /** @param {string} words why there is nothing to see */
  fail(words) {
    this.#show([element('p', 'found__said', words)], words);
  }

  /**
   * What people look for, while nothing is typed.
   *
   * @param {Settings} settings
   */
  offer({ offers, says }) {
    this.#show([element('p', 'found__said', says.offers), places(offers)], '');
  }

  /**
   * @param {string} typed
   * @param {GuideSearch} guide
   * @param {Settings} settings
   */
  show(typed, guide, settings) {
    const found = guide.find(typed);
    const { says } = settings;
    const count = found.leaders.length + found.hosts.length;
    if (!count) return this.#showNone(typed, found, settings);
    const many = worded(count === 1 ? says.one : says.many, { count: `${count}` });
    const item = (/** @type {Ranked} */ one) => result(one, guide, found.stems);
    const corrected = found.showing ? [this.#correction(typed, found.showing, says)] : [];
    const shown = found.leaders.slice(0, this.#most);
    const parts = [element('p', 'found__said', many), ...corrected, list(shown.map(item))];
    if (shown.length < found.leaders.length) parts.push(link(resultsAddress(typed), says.all, 'found__all'));
    if (found.hosts.length) parts.push(this.#forHosts(found, item, says));
    const announced = found.showing ? `${worded(says.showing, { words: found.showing })} ${many}` : many;
    this.#show(parts, announced);
  }

  /**
   * @param {string} typed
   * @param {Found} found
   * @param {Settings} settings
   */
  #showNone(typed, { near }, { says, otherwise }) {
    const none = worded(says.none, { words: typed.trim() });
    const parts = [element('p', 'found__said', none)];
    if (near.length) {
      const nearest = near.map((word) => this.#button(word, word));
      parts.push(element('p', 'found__near', says.near, ...nearest.flatMap((button) => [' ', button])));
    }
    parts.push(element('p', 'found__said', says.otherwise), places(otherwise));
    this.#show(parts, none);
  }

  /**
   * @param {string} typed
   * @param {string} showing
   * @param {Record<string, string>} says
   */
  #correction(typed, showing, says) {
    const [before, after = ''] = says.showing.split('{words}');
    const exact = `"${typed.replace(/["“”]/g, ' ').trim()}"`;
    const button = this.#button(worded(says.typed, { words: typed.trim() }), exact);
    return element('p', 'found__notice', before, element('strong', '', showing), after, ' ', button);
  }

  /**
   * @param {Found} found
   * @param {(one: Ranked) => HTMLElement} item
   * @param {Record<string, string>} says
   */
  #forHosts({ leaders, hosts }, item, says) {
    const fold = document.createElement('details');
    fold.className = 'found__hosts';
    fold.open = !leaders.length;
    fold.append(element('summary', '', `${says.hosts} (${hosts.length})`));
    const fill = () => fold.append(list(hosts.slice(0, this.#most).map(item)));
    if (fold.open) fill();
    else fold.addEventListener('toggle', fill, { once: true });
    return fold;
  }

  /**
   * @param {string} words
   * @param {string} query
   */
  #button(words, query) {
    const button = element('button', 'found__ask', words);
    button.setAttribute('type', 'button');
    button.addEventListener('click', () => this.#ask(query));
    return button;
  }

  /**
   * @param {HTMLElement[]} parts
   * @param {string} announced
   */
  #show(parts, announced) {
    this.#place.replaceChildren(...parts);
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      this.#status.textContent = announced;
    }, QUIET);
  }
}

/**
 * @param {Ranked} ranked
 * @param {GuideSearch} guide
 * @param {Set<string>} stems
 */
function result({ section, page }, guide, stems) {
  const title = element('span', 'found__title', ...marked(section.title, guide.marks(section.title, stems)));
  const parts = [title];
  if (page !== section && page.title !== section.title)
    parts.push(element('span', 'found__page', page.title));
  for (const part of parts) part.id = `found-${named++}`;
  const name = parts.map(({ id }) => id).join(' ');
  const { text, marks } = teaser(section.text, guide.marks(section.text, stems));
  if (text) parts.push(element('span', 'found__text', ...marked(text, marks)));
  const made = link(new URL(section.location, root).href, '', 'found__link');
  made.setAttribute('aria-labelledby', name);
  made.append(...parts);
  return made;
}

/**
 * @param {string} text
 * @param {Mark[]} marks
 * @returns {(string | HTMLElement)[]}
 */
function marked(text, marks) {
  let last = 0;
  const parts = marks.flatMap(({ from, to }) => {
    const before = text.slice(last, from);
    last = to;
    return [before, element('mark', '', text.slice(from, to))];
  });
  return [...parts, text.slice(last)];
}

/** @param {Record<string, string>} titles with their addresses from the guide's root */
function places(titles) {
  return list(
    Object.entries(titles).map(([title, to]) => link(new URL(to, root).href, title, 'found__place')),
  );
}

/** @param {HTMLElement[]} items */
function list(items) {
  return element('ul', 'found__list', ...items.map((item) => element('li', '', item)));
}

/**
 * @param {string} address
 * @param {string} words
 * @param {string} name
 */
function link(address, words, name) {
  const made = element('a', name, words);
  made.setAttribute('href', address);
  return made;
}

/**
 * @param {string} tag
 * @param {string} name
 * @param {(string | Node)[]} content
 */
function element(tag, name, ...content) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...content);
  return made;
}
