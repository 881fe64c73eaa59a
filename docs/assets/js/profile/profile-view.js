/** Shows a leadership profile in its element: fills its table and its sentences, and has it drawn. */

import { readings } from './ratings.js';
import { standing, startWith } from './priorities.js';
import { answers } from '../answers/page-answers.js';
import { noteFailure, why } from '../page/say-failure.js';
import { axesOf } from './axes.js';
import { whenNear } from '../page/when-visible.js';
import { said } from './sentences.js';
import { follow } from '../answers/stored-summary.js';
import { counted, showOnly } from '../page/fill-words.js';

/**
 * @typedef {import('./ratings.js').Axis} Axis
 * @typedef {import('./ratings.js').Readings} Readings
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
  /** @type {Readings} */
  let read = { now: axes.map(() => null), target: axes.map(() => null), notes: axes.map(() => '') };
  if (isExample) read = { ...read, ...exampleIn(element, axes) };
  const drawn = pictures(element, axes, () => read, signal);
  /** @param {Map<string, unknown>} records */
  const show = (records) => {
    const found = readings(records, axes);
    if (element.hasAttribute('data-shown') && JSON.stringify(found) === JSON.stringify(read)) return;
    read = found;
    const some = [...read.now, ...read.target].some((value) => value !== null);
    for (const part of element.querySelectorAll('[data-filled]')) part.toggleAttribute('hidden', !some);
    element.querySelector('[data-empty]')?.toggleAttribute('hidden', some);
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
 * @param {() => Readings} read
 * @param {AbortSignal} signal
 * @returns {(some: boolean) => void} to be called whenever the readings change
 */
function pictures(element, axes, read, signal) {
  /** @type {Promise<typeof import('./pictures-view.js')> | null} */
  let loaded = null;
  const draw = async () => {
    loaded ??= import('./pictures-view.js');
    try {
      (await loaded).drawAll(element, axes, read());
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
  return (some) => void ((some || loaded) && draw());
}

/**
 * Hands the person a file, and says what became of it.
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} element
 * @param {Axis[]} axes
 * @param {Readings} readings
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
 * Fills the table and the sentences.
 * @param {HTMLElement} element
 * @param {Axis[]} axes
 * @param {Readings} readings
 */
function tell(element, axes, { now, target, notes }) {
  const words = element.dataset;
  const { axes: places, kind } = startWith({ now, target });
  axes.forEach(({ id }, at) => {
    const [rating, wanted] = [now[at] ?? null, target[at] ?? null];
    const stands = standing(rating, wanted);
    for (const part of element.querySelectorAll(`[data-row="${id}"], [data-card="${id}"]`)) {
      put(part, 'now', rating === null ? words.notRated : String(rating));
      put(part, 'target', wanted === null ? words.noTarget : String(wanted));
      put(part, 'difference', said(words, 'difference', rating, wanted, stands));
      put(part, 'sentence', said(words, 'sentence', rating, wanted, stands));
      put(part, 'note', notes[at]);
      part.querySelector('[data-noted]')?.toggleAttribute('hidden', !/\S/.test(notes[at] ?? ''));
      part
        .querySelector('[data-first]')
        ?.toggleAttribute('hidden', !places.includes(at) || kind === 'single');
    }
  });
  tellStart(element, axes, kind, places);
  const missing = now.filter((value) => value === null).length;
  const partial = element.querySelector('[data-partial]');
  const text = partial?.querySelector('[data-many]');
  if (text instanceof HTMLElement) text.textContent = counted(text, missing);
  partial?.toggleAttribute('hidden', missing === 0 || kind === 'none');
}

/** @param {Element} part @param {string} name @param {string} [text] */
function put(part, name, text = '') {
  for (const place of part.querySelectorAll(`[data-put="${name}"]`)) {
    if (place.textContent !== text) place.textContent = text;
  }
}

/**
 * Says where to start, with links to what there is on each.
 * @param {HTMLElement} element
 * @param {Axis[]} axes
 * @param {import('./priorities.js').Start['kind']} kind
 * @param {number[]} places
 */
function tellStart(element, axes, kind, places) {
  const part = showOnly(element, 'data-case', kind);
  const line = part?.querySelector('[data-places]');
  if (!(line instanceof HTMLElement)) return;
  const links = places.map((at) => {
    const axis = axes[at];
    const link = document.createElement('a');
    link.href = (line.dataset.places ?? '').replace('{id}', axis?.id ?? '');
    link.textContent = axis?.short ?? '';
    return link;
  });
  const { joint = '', last = '' } = line.dataset;
  const between = links.flatMap((link, at) =>
    at === 0 ? [link] : [at === links.length - 1 ? last : joint, link],
  );
  line.replaceChildren(...between);
}
