/** Shows a leadership profile: fills its table and what the page says of each attribute, and has it drawn. */

import { readings } from './ratings.js';
import { standing, startWith } from './priorities.js';
import { answers } from '../answers/page-answers.js';
import { noteFailure, why } from '../page/say-failure.js';
import { axesOf } from './axes.js';
import { whenNear } from '../page/when-visible.js';
import { differenceOf, seenByOthers } from './sentences.js';
import { follow } from '../answers/stored-summary.js';
import { counted, showOnly } from '../page/fill-words.js';
import { nameAttributes } from './attribute-links.js';
import { tellOthers } from './others-view.js';
import { REQUESTS } from '../storage/records.js';

/**
 * @typedef {import('./ratings.js').Axis} Axis
 * @typedef {import('./ratings.js').Readings} Readings
 * @typedef {import('../feedback/latest-results.js').LatestResults} LatestResults
 *
 * @typedef {Readings & { others: import('../feedback/results.js').Rated[] | null, latest: LatestResults | null }} Shown
 */

/** Milliseconds in which several ratings are shown as one change. */
const MOMENT = 150;

/**
 * Shows what is kept, and whatever changes, until `signal` ends it; an `example` only what its own table has.
 * @param {HTMLElement} element
 * @param {AbortSignal} signal
 */
export function showProfile(element, signal) {
  const axes = axesOf(element);
  const isExample = element.hasAttribute('example');
  /** @type {Shown} */
  let read = { ...readings(new Map(), axes), others: null, latest: null };
  if (isExample) read = { ...read, ...exampleIn(element, axes) };
  const drawn = pictures(element, axes, () => read, signal);
  /** @param {Map<string, unknown>} records */
  const show = async (records) => {
    const latest = element.dataset.others ? await latestOf(records, axes) : null;
    const found = { ...readings(records, axes), others: latest?.rated ?? null, latest };
    if (element.hasAttribute('data-shown') && JSON.stringify(found) === JSON.stringify(read)) return;
    read = found;
    const some = [...read.now, ...read.target, read.others].some((value) => value !== null);
    for (const part of element.querySelectorAll('[data-filled]')) part.toggleAttribute('hidden', !some);
    element.querySelector('[data-empty]')?.toggleAttribute('hidden', some);
    element.parentElement?.querySelector('[data-profile-example]')?.toggleAttribute('hidden', some);
    tell(element, axes, read);
    drawn(some);
    element.setAttribute('data-shown', '');
  };
  if (!isExample) followAll(show, signal);
  for (const button of element.querySelectorAll('button')) {
    if (button.dataset.way)
      button.addEventListener('click', () => take(button, element, axes, read), { signal });
  }
}

/**
 * Draws, once they come near or there is something to draw, what is loaded for that.
 * @param {HTMLElement} element
 * @param {Axis[]} axes
 * @param {() => Shown} read
 * @param {AbortSignal} signal
 * @returns {(some: boolean) => void} to be called whenever the readings change
 */
function pictures(element, axes, read, signal) {
  /** @type {Promise<typeof import('./pictures-view.js')> | null} */
  let loaded = null;
  const draw = async () => {
    loaded ??= import('./pictures-view.js');
    try {
      (await loaded).drawShown(element, axes, read());
    } catch (error) {
      loaded = null; // the network may come back
      noteFailure(error);
    }
  };
  const size = new ResizeObserver(() => loaded && draw());
  for (const figure of element.querySelectorAll('[data-pictures]')) {
    whenNear(figure, draw, signal);
    size.observe(figure);
  }
  signal.addEventListener('abort', () => size.disconnect());
  /** @type {HTMLElement | null} */
  const button = element.querySelector('[data-do="switch"]');
  button?.addEventListener(
    'click',
    () => {
      switchChart(element, button);
      draw();
    },
    { signal },
  );
  return (some) => void ((some || loaded) && draw());
}

/**
 * Shows the other of the two charts.
 * @param {HTMLElement} element
 * @param {HTMLElement} button
 */
function switchChart(element, button) {
  for (const svg of element.querySelectorAll('[data-picture]')) {
    svg.parentElement?.toggleAttribute('hidden');
    const kind = svg.getAttribute('data-picture') ?? '';
    if (svg.parentElement?.hidden) button.textContent = button.dataset[kind] ?? '';
  }
}

/**
 * What others see; loaded where there is a request for feedback.
 * @param {Map<string, unknown>} records
 * @param {Axis[]} axes
 * @returns {Promise<LatestResults | null>}
 */
async function latestOf(records, axes) {
  if (![...records.keys()].some((key) => key.startsWith(REQUESTS))) return null;
  try {
    const { latestResults } = await import('../feedback/latest-results.js');
    return latestResults(
      records,
      axes.map(({ id }) => id),
    );
  } catch (error) {
    noteFailure(error);
    return null;
  }
}

/**
 * Hands the person a file, and says what became of it.
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} element
 * @param {Axis[]} axes
 * @param {Shown} readings
 */
async function take({ dataset: { way = '', done = '' } }, element, axes, readings) {
  const status = element.querySelector('[data-status]');
  if (status) status.textContent = ''; // so that the same words are said again
  const files = import('./save-profile.js');
  const made = files.then(({ save }) => save(way, element, axes, readings));
  const said = await made.then(
    () => done,
    async (error) => `${element.dataset.failed ?? ''} ${await why(error)}`,
  );
  if (status) status.textContent = said;
}

/**
 * Follows what is kept, and what is chosen on this page: that shows at once, before it is saved.
 * @param {(records: Map<string, unknown>) => void} show
 * @param {AbortSignal} signal
 */
function followAll(show, signal) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pending;
  const soon = () => {
    clearTimeout(pending);
    pending = setTimeout(async () => show((await answers.records()).records), MOMENT);
  };
  follow(soon, signal);
  for (const type of ['input', 'change', 'answer']) {
    document.addEventListener(
      type,
      ({ target }) => {
        const typing = type === 'input' && target instanceof HTMLTextAreaElement; // that shows when it is left
        if (!typing && target instanceof Element && target.closest('workbook-question')) soon();
      },
      { signal },
    );
  }
}

/** The figures of the example, from its table. @param {HTMLElement} element @param {Axis[]} axes */
function exampleIn(element, axes) {
  /** @param {string} name */
  const all = (name) =>
    axes.map(({ id }) => {
      return Number(element.querySelector(`[data-example-row="${id}"]`)?.getAttribute(name)) || null;
    });
  return { now: all('data-now'), target: all('data-target') };
}

/**
 * Fills the table and the cards of the attributes, and says where to start and what others see.
 * @param {HTMLElement} element
 * @param {Axis[]} axes
 * @param {Shown} shown
 */
function tell(element, axes, { now, target, notes, others, latest }) {
  const words = element.dataset;
  const { axes: places, kind } = startWith({ now, target });
  axes.forEach(({ id }, at) => {
    const [rating, wanted] = [now[at] ?? null, target[at] ?? null];
    const row = element.querySelector(`[data-row="${id}"]`);
    put(row, 'now', rating === null ? words.notRated : String(rating));
    put(row, 'target', wanted === null ? words.noTarget : String(wanted));
    put(row, 'others', others ? seenByOthers(words, others[at]) : '');
    put(row, 'difference', differenceOf(words, rating, wanted, standing(rating, wanted)));
    const card = document.querySelector(`[data-card="${id}"]`);
    put(card, 'note', notes[at]);
    card?.querySelector('[data-noted]')?.toggleAttribute('hidden', !/\S/.test(notes[at] ?? ''));
    card?.querySelector('[data-first]')?.toggleAttribute('hidden', !places.includes(at) || kind === 'single');
  });
  for (const cell of element.querySelectorAll('[data-column="others"]'))
    cell.toggleAttribute('hidden', !others);
  nameAttributes(showOnly(element, 'data-case', kind), axes, places);
  const missing = now.filter((value) => value === null).length;
  const partial = element.querySelector('[data-partial]');
  const text = partial?.querySelector('[data-many]');
  if (text instanceof HTMLElement) text.textContent = counted(text, missing);
  partial?.toggleAttribute('hidden', missing === 0 || kind === 'none');
  tellOthers(axes, now, latest);
}

/** @param {Element | null} part @param {string} name @param {string} [text] */
function put(part, name, text = '') {
  const place = part?.querySelector(`[data-put="${name}"]`);
  if (place && place.textContent !== text) place.textContent = text;
}
