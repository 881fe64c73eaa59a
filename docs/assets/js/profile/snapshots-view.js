/**
 * Keeps the profile as it stands, lists those that were kept, and shows what moved between them:
 * all of the element `profile-history`, which loads it when it is wanted. A profile that was deleted
 * can be put back while the page is there.
 */

import { freshId } from '../page/random-id.js';
import { PROFILES } from '../storage/records.js';
import { isRated, kept, keptProfiles, ratingsOf } from './snapshots.js';
import { noteFailure } from '../page/say-failure.js';
import { axesOf, roundShown } from './axes.js';
import { nameOf, placeItems } from './snapshot-list.js';
import { keep, remove } from '../storage/write-records.js';
import { clock, isShared } from '../storage/this-site.js';
import { follow } from '../answers/stored-summary.js';
import { counted, fill, showOnly, worded } from '../page/fill-words.js';

/** @typedef {import('./snapshots.js').Kept} Kept */

/** How many kept profiles make a timeline. */
const TIMELINE = 3;

class History {
  #root;
  #axes;
  /** @type {Map<string, unknown>} all that is kept */
  #records = new Map();
  /** @type {[string, Kept][]} the last one last */
  #deleted = [];
  /** @type {Map<string, HTMLElement>} what the list shows, by the records' keys */
  #items = new Map();
  #busy = false;

  /** @param {HTMLElement} root @param {AbortSignal} signal */
  constructor(root, signal) {
    this.#root = root;
    this.#axes = axesOf(root);
    showOnly(root, 'data-where', isShared() ? 'page' : 'browser');
    root.addEventListener('submit', (event) => this.#keep(event), { signal });
    root.addEventListener('click', (event) => this.#click(event), { signal });
    root.addEventListener(
      'change',
      ({ target }) => {
        if (!(target instanceof HTMLSelectElement)) return;
        target.dataset.chosen = '';
        this.#showFurther();
      },
      { signal },
    );
    let width = root.clientWidth;
    const watch = new ResizeObserver(() => {
      if (width !== (width = root.clientWidth)) this.#showFurther();
    });
    watch.observe(root);
    signal.addEventListener('abort', () => watch.disconnect());
    follow((records) => this.#show(records), signal);
  }

  /** @param {Event} event */
  async #keep(event) {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const fields = new FormData(form);
    const [title, note] = [String(fields.get('title') ?? ''), String(fields.get('note') ?? '')];
    const about = { at: clock.date(), title, note, round: roundShown() };
    const record = kept(ratingsOf(this.#records, this.#axes), about);
    const key = PROFILES + freshId((bytes) => crypto.getRandomValues(bytes));
    if (!(await this.#write([[key, record]]))) return;
    form.reset();
    this.#say('kept', record);
  }

  /** @param {MouseEvent} event */
  async #click(event) {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (event.detail > 1 && button)
      event.preventDefault(); // the second of a double click
    else if (button?.dataset.do === 'delete') await this.#delete(button.closest('li'));
    else if (button?.dataset.do === 'undo') await this.#undo();
  }

  /** @param {HTMLElement | null} item */
  async #delete(item) {
    const [key] = [...this.#items].find(([, listed]) => listed === item) ?? [];
    const record = keptProfiles(this.#records).profiles.get(key ?? '');
    if (!key || !record || !(await this.#write([], [key]))) return;
    this.#deleted.push([key, record]);
    this.#show(this.#records);
    this.#say('deleted', record);
    /** @type {HTMLElement | null} */ (this.#root.querySelector('[data-do="undo"]'))?.focus();
  }

  async #undo() {
    const last = this.#deleted.at(-1);
    if (!last || !(await this.#write([last]))) return;
    this.#say('restored', last[1]);
    /** @type {HTMLElement | null | undefined} */ (
      this.#items.get(last[0])?.querySelector('[tabindex]')
    )?.focus();
  }

  /**
   * @param {[string, Kept][]} puts
   * @param {string[]} [deletes]
   * @returns {Promise<boolean>} whether it was done; where not, the page says so
   */
  async #write(puts, deletes = []) {
    if (this.#busy) return false;
    this.#busy = true;
    const failed = await (deletes.length ? remove(deletes) : keep(new Map(puts))).then(
      () => false,
      () => true,
    );
    this.#busy = false;
    const notice = this.#root.querySelector('[data-failed]');
    notice?.toggleAttribute('hidden', !failed);
    if (failed) {
      this.#say(null);
      notice?.scrollIntoView({ block: 'nearest' });
      return false;
    }
    const records = new Map([...this.#records, ...puts]);
    for (const key of deletes) records.delete(key);
    this.#show(records);
    return true;
  }

  /** @param {Map<string, unknown>} records */
  #show(records) {
    this.#records = records;
    this.#deleted = this.#deleted.filter(([key]) => !records.has(key));
    const rated = isRated(ratingsOf(records, this.#axes));
    this.#root.querySelector('[data-keep]')?.toggleAttribute('hidden', !rated);
    this.#root.querySelector('[data-unrated]')?.toggleAttribute('hidden', rated);
    this.#list();
    this.#root.hidden = false;
    this.#showFurther();
  }

  #list() {
    const { profiles, newer, unreadable } = keptProfiles(this.#records);
    const { newer: newerLine, unreadable: unreadableLine, undo } = this.#lines;
    for (const [line, count] of /** @type {const} */ ([
      [newerLine, newer],
      [unreadableLine, unreadable],
    ])) {
      line?.toggleAttribute('hidden', count === 0);
      if (line && count) line.textContent = counted(line, count);
    }
    const [, last = null] = this.#deleted.at(-1) ?? [];
    undo?.toggleAttribute('hidden', !last);
    if (undo && last) fill(undo, { name: nameOf(this.#root, last) });
    placeItems(this.#root, this.#items, [...profiles].reverse(), this.#axes);
    const some = profiles.size + newer + unreadable + this.#deleted.length > 0;
    this.#root.querySelector('[data-list]')?.toggleAttribute('hidden', !some);
  }

  get #lines() {
    /** @param {string} name */
    const line = (name) =>
      /** @type {HTMLElement | null} */ (this.#root.querySelector(`[data-list] [data-${name}]`));
    return { newer: line('newer'), unreadable: line('unreadable'), undo: line('undo') };
  }

  /** The pictures, where there is enough for them. */
  #showFurther = () => this.#drawFurther().catch(noteFailure);

  async #drawFurther() {
    const { profiles } = keptProfiles(this.#records);
    const now = ratingsOf(this.#records, this.#axes);
    const all = [...profiles].map(([key, { at, title, ratings }]) => ({
      key,
      at,
      name: nameOf(this.#root, { title, at }),
      now: false,
      ratings,
    }));
    if (isRated(now))
      all.push({ key: 'now', at: clock.date(), name: this.#root.dataset.now ?? '', now: true, ratings: now });
    const [compared, timed] = [
      this.#part('compare', all.length > 1),
      this.#part('timeline', profiles.size >= TIMELINE),
    ];
    if (compared) {
      const { compare } = await import('./comparison-view.js');
      compare(compared, new Map(all.map((profile) => [profile.key, profile])), this.#axes);
    }
    if (timed) {
      const { showTimeline } = await import('./timeline-view.js');
      showTimeline(timed, all);
    }
  }

  /** @param {string} name @param {boolean} shown */
  #part(name, shown) {
    const part = this.#root.querySelector(`[data-${name}]`);
    part?.toggleAttribute('hidden', !shown);
    return shown && part instanceof HTMLElement ? part : null;
  }

  /** @param {'kept' | 'deleted' | 'restored' | null} words @param {Kept} [profile] */
  #say(words, profile) {
    const status = this.#root.querySelector('[data-status]');
    if (!(status instanceof HTMLElement)) return;
    status.textContent =
      words && profile ? worded(status.dataset[words], { name: nameOf(this.#root, profile) }) : '';
  }
}

/** @param {HTMLElement} root what macros/render/templates/parts/history.html makes @param {AbortSignal} signal ends it */
export const showHistory = (root, signal) => void new History(root, signal);
