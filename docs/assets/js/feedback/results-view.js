/** Show the results of replies: ratings as a picture, a table and sentences, comments as text. */

import { isShelfId, parseShelved, shelfKey } from '../storage/named-workbook.js';
import { resultsOf } from './results.js';
import { readings } from '../profile/ratings.js';
import { axesOf } from '../profile/axes.js';
import { counted, worded } from '../page/fill-words.js';

/** What the picture can be drawn in, in CSS pixels. */
const [NARROWEST, WIDEST] = [260, 560];

/**
 * @typedef {import('./results.js').Rated} Rated
 * @typedef {import('./results.js').Results} Results
 * @typedef {import('./reply.js').Reply} Reply
 * @typedef {import('../profile/ratings.js').Axis} Axis
 *
 * @typedef {object} Shown what the files are made of, too
 * @property {string} title of the request
 * @property {number} count of replies
 * @property {Axis[]} axes
 * @property {(number | null)[]} now the leader's own ratings
 * @property {Results} results
 */

/** @param {Element} part @param {string} selector @returns {HTMLElement} */
export const place = (part, selector) => /** @type {HTMLElement} */ (part.querySelector(selector));

/** 3 or 3.5. @param {number} value */
const figure = (value) => value.toLocaleString('en-GB');

/**
 * What others rate, as a sentence or two.
 * @param {DOMStringMap} words
 * @param {Rated} rated
 * @param {number | null} ownRating
 */
export function sentence(words, { median, range }, ownRating) {
  const { few = '', middle, range: across, same, higher, lower, equal } = words;
  if (median === null) return few;
  const [from, to] = range ?? [0, 0];
  const said = worded(!range ? middle : from === to ? same : across, {
    median: figure(median),
    from: figure(from),
    to: figure(to),
  });
  if (ownRating === null) return said;
  const by = figure(Math.abs(median - ownRating));
  const beside = median > ownRating ? higher : median < ownRating ? lower : equal;
  return `${said} ${worded(beside, { by })}`;
}

/**
 * @param {HTMLElement} part the element of the replies
 * @param {string} title of the request
 * @param {Reply[] | null} replies null where there is no request
 * @param {Map<string, unknown>} kept
 */
export function showResults(part, title, replies, kept) {
  const axes = axesOf(part, newestRound(kept, 'developing')); // as the profile shows it
  const results =
    replies &&
    resultsOf(
      replies,
      axes.map(({ id }) => id),
    );
  const few = place(part, '[data-few]');
  few.hidden = !replies || results !== null;
  if (replies) few.textContent = counted(few, replies.length);
  place(part, '[data-shown]').hidden = !results;
  if (!replies || !results) return;

  const { now } = readings(kept, axes);
  const shown = { title, count: replies.length, axes, now, results };
  const number = place(part, '[data-number]');
  number.textContent = counted(number, replies.length);
  const earlier = replies.filter(({ set }) => set !== part.dataset.set).length;
  const reworded = place(part, '[data-reworded]');
  reworded.hidden = earlier === 0;
  reworded.textContent = counted(reworded, earlier);
  place(part, '[data-unrated]').hidden = !now.includes(null);
  fillTable(part, place(part, '[data-table]'), shown, results.rated);
  showAttributes(part, shown);
  showGroups(part, shown);
  drawDots(part, shown).catch(console.error); // the table has it all
  current.set(part, shown);
}

/** @type {WeakMap<HTMLElement, Shown>} */
const current = new WeakMap();

/** What is shown now. @param {HTMLElement} part */
export const shownIn = (part) => current.get(part) ?? null;

/**
 * @param {HTMLElement} part
 * @param {HTMLElement} table
 * @param {Shown} shown
 * @param {Rated[]} all
 */
function fillTable(part, table, { axes, now }, all) {
  const { notRated = '', tooFew = '', range: across, same } = place(part, '[data-words]').dataset;
  const rows = axes.map(({ id, short }, at) => {
    const { count, median, range } = /** @type {Rated} */ (all[at]);
    const row = document.createElement('tr');
    row.className = `attribute attribute--${id}`;
    const name = document.createElement('th');
    name.scope = 'row';
    name.textContent = short;
    const ownRating = now[at] ?? null;
    const cells = [
      ownRating === null ? notRated : figure(ownRating),
      median === null ? tooFew : figure(median),
      range
        ? worded(range[0] === range[1] ? same : across, { from: figure(range[0]), to: figure(range[1]) })
        : tooFew,
      String(count),
    ].map((text) => {
      const cell = document.createElement('td');
      cell.textContent = text;
      return cell;
    });
    row.append(name, ...cells);
    return row;
  });
  table.querySelector('tbody')?.replaceChildren(...rows);
}

/** @param {HTMLElement} part @param {Shown} shown */
function showAttributes(part, { axes, now, results }) {
  const words = place(part, '[data-sentences]').dataset;
  for (const [at, { id }] of axes.entries()) {
    const attribute = part.querySelector(`[data-attribute="${CSS.escape(id)}"]`);
    if (!attribute) continue;
    place(attribute, '[data-sentence]').textContent = sentence(
      words,
      /** @type {Rated} */ (results.rated[at]),
      now[at] ?? null,
    );
    const comments = results.comments[at] ?? [];
    const items = (comments.length ? comments : [words.noComments ?? '']).map((comment) => {
      const item = document.createElement('li');
      item.textContent = comment;
      item.className = comments.length ? 'feedback-replies__comment' : 'feedback-replies__without';
      item.dir = 'auto';
      return item;
    });
    place(attribute, '[data-comments]').replaceChildren(...items);
  }
}

/** @param {HTMLElement} part @param {Shown} shown */
function showGroups(part, shown) {
  const groups = place(part, '[data-groups]');
  const template = /** @type {HTMLTemplateElement} */ (part.querySelector('template'));
  for (const table of groups.querySelectorAll('table')) table.remove();
  groups.hidden = shown.results.groups.length === 0;
  for (const { group, count, rated } of shown.results.groups) {
    const table = template.content.firstElementChild?.cloneNode(true);
    if (!(table instanceof HTMLTableElement)) continue;
    if (table.caption) table.caption.textContent = groupTitle(part, group, count);
    fillTable(part, table, shown, rated);
    groups.append(table);
  }
}

/** @param {HTMLElement} part @param {string} group @param {number} count */
const groupTitle = (part, group, count) => counted(place(part, `[data-group-name="${group}"]`), count);

/**
 * The leader's own ratings beside the others'.
 * @param {HTMLElement} part
 * @param {Shown} shown
 * @param {number} width
 */
export async function picture(part, { axes, now, results: { rated } }, width) {
  const { dotPlot } = await import('../charts/shapes.js');
  const {
    now: nowLabel = '',
    others: othersLabel = '',
    notRated = '',
    ends = '',
  } = place(part, '[data-words]').dataset;
  /** @type {import('../charts/shapes.js').Series[]} */
  const series = [
    { role: 'now', label: nowLabel, values: now },
    {
      role: 'others',
      label: othersLabel,
      values: rated.map(({ median }) => median),
      ranges: rated.map(({ range }) => range),
    },
  ];
  return dotPlot(axes, series, { width, words: { notRated, ends: ends.split('|') } });
}

/** @param {HTMLElement} part @param {Shown} shown */
async function drawDots(part, shown) {
  const { draw } = await import('../charts/draw-in-page.js');
  const svg = /** @type {SVGSVGElement | null} */ (part.querySelector('[data-dots]'));
  const width = Math.min(WIDEST, Math.max(NARROWEST, svg?.parentElement?.clientWidth ?? 0));
  if (svg) draw(svg, await picture(part, shown, width));
}

/**
 * The id of the newest round of a leader's workbook; null while there is only the first.
 * @param {Map<string, unknown>} records
 * @param {string} workbook
 */
function newestRound(records, workbook) {
  const prefix = shelfKey(workbook, '');
  const begun = [...records]
    .filter(([key]) => key.startsWith(prefix) && isShelfId(key.slice(prefix.length)))
    .map(([key, record]) => ({ id: key.slice(prefix.length), at: parseShelved(record)?.at ?? '' }));
  return begun.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1)?.id ?? null;
}
