/**
 * Loads the search once a person needs it: its settings, then the sections of the guide, a few at a
 * time, so that the page goes on answering. What only hosts look for comes last.
 *
 *   <header data-search-root="../.." data-search-index="search/search_index.json">
 */

import { GuideSearch } from './guide-search.js';

/** @typedef {import("./lexicon.js").Section} Section */
/** @typedef {import("./lexicon.js").Settings} Settings */
/** @typedef {{ docs?: Section[], items?: Section[], more?: string }} Index as MkDocs or Zensical write it */
/** @typedef {{ guide: GuideSearch, settings: Settings, grown?: Promise<void> }} Search */

const AT_ONCE = 12; // milliseconds of work before the page has its turn
const ENTITIES = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#x27;': "'", '&amp;': '&' };

const place = /** @type {HTMLElement | null} */ (document.querySelector('[data-search-root]'));

/** Where the guide's addresses begin. */
export const root = new URL(place?.dataset.searchRoot ?? '.', document.baseURI);

/** @type {Promise<Search> | undefined} */
let search;

/**
 * @returns {Promise<Search>} the search of what leaders look for; all of it once it has `grown`, where that is to come
 */
export function loadSearch() {
  search ??= start().catch((error) => {
    search = undefined; // to be tried again
    throw error;
  });
  return search;
}

async function start() {
  const address = new URL(place?.dataset.searchIndex ?? '', root);
  const [settings, index] = await Promise.all([read(new URL('search/guide.json', root)), read(address)]);
  const guide = new GuideSearch(settings);
  await take(guide, index);
  /** @type {Search} */
  const made = { guide, settings };
  if (index.more) {
    const rest = read(new URL(index.more, address)).then((more) => take(guide, more));
    made.grown = rest.catch(console.error).finally(() => delete made.grown);
  }
  return made;
}

/**
 * @param {URL} address
 * @returns {Promise<any>}
 */
async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address.pathname}: ${answer.status}`);
  return answer.json();
}

/**
 * @param {GuideSearch} guide
 * @param {Index} index
 */
async function take(guide, { docs, items }) {
  let begun = performance.now();
  for (const { location, title, text } of docs ?? items ?? []) {
    guide.add({ location, title: plain(title), text: plain(text) });
    if (performance.now() - begun < AT_ONCE) continue;
    await turn();
    begun = performance.now();
  }
}

/** The page's turn. A timer would wait 4 ms each time: `setTimeout` in HTML's standard, once it is nested. */
function turn() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => resolve(port1.close());
    port2.postMessage(null);
  });
}

/**
 * @param {string} text as a generator writes it, with marks of HTML; a release has none
 * @returns {string}
 */
function plain(text) {
  if (!/[<&]/.test(text)) return text;
  const bare = text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  return bare
    .replace(/&(?:lt|gt|quot|#39|#x27|amp);/g, (entity) => ENTITIES[/** @type {"&lt;"} */ (entity)])
    .trim();
}
