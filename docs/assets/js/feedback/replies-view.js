/** Add replies to requests for feedback and show their results: for `feedback-replies`. */

import { MOST_TEXT } from '../feedback/code.js';
import { TooMuch, received } from '../feedback/inbox.js';
import { parseReply } from '../feedback/reply.js';
import { parseRequest } from '../feedback/request.js';
import { REPLIES, REQUESTS } from '../storage/records.js';
import { why } from '../page/say-failure.js';
import { tie } from '../page/field-error.js';
import { keep } from '../storage/write-records.js';
import { day } from '../page/notices.js';
import { showResults, shownIn } from './results-view.js';
import { store } from '../storage/this-site.js';
import { counted, showOnly, worded } from '../page/fill-words.js';

/** @typedef {import('./inbox.js').Outcome} Outcome */

export class Replies {
  #element;
  /** @type {Map<string, unknown>} all that is kept */
  #kept = new Map();
  /** The request that is shown. */
  #chosen = '';
  /** @type {string[]} keys of what was added last */
  #added = [];
  /** @type {Promise<unknown>} one batch after the other */
  #queue = Promise.resolve();

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
  }

  get #field() {
    return /** @type {HTMLTextAreaElement | null} */ (this.#element.querySelector('#reply-codes'));
  }

  /** @param {string} selector @param {boolean} shown */
  #toggle(selector, shown) {
    this.#element.querySelector(selector)?.toggleAttribute('hidden', !shown);
  }

  /** @param {Element} button that was pressed */
  act(button) {
    const { do: act, way } = button instanceof HTMLElement ? button.dataset : {};
    if (act === 'add') this.#paste();
    if (act === 'undo') this.#undo();
    if (way && button instanceof HTMLElement) this.#save(button.dataset);
  }

  /** @param {DOMStringMap} data of the button */
  async #save({ way, done = '' }) {
    const [shown, part] = [shownIn(this.#element), this.#element.querySelector('[data-away]')];
    const status = part?.querySelector('[role="status"]');
    if (!shown || !status || !(part instanceof HTMLElement)) return;
    status.textContent = ''; // so that the same words are said again
    try {
      const { saveResults } = await import('./save-results.js');
      await saveResults(way === 'word' ? way : 'plain', this.#element, shown);
      status.textContent = done;
    } catch (error) {
      status.textContent = `${part.dataset.failed ?? ''} ${await why(error)}`;
    }
  }

  /** Adds what is pasted, which stays in its field where anything of it was refused. */
  async #paste() {
    const field = this.#field;
    if (!field) return;
    const text = field.value;
    const refused = await this.#add(async () => [{ from: '', text }]);
    tie(field, this.#element.querySelector('[data-outcome]'), Boolean(refused?.length));
    if (field.value !== text) return; // more was pasted meanwhile
    if (refused?.every(({ reason }) => reason === 'already') || text.length > MOST_TEXT) field.value = '';
  }

  /** @param {File[]} files */
  async take(files) {
    const size = files.reduce((sum, file) => sum + file.size, 0);
    if (size > MOST_TEXT) this.refuse('too-large');
    else
      await this.#add(() =>
        Promise.all(
          files.map(async (file) => ({ from: file.name, text: await file.text().catch(() => null) })),
        ),
      );
    const chooser = this.#element.querySelector('input');
    if (chooser) chooser.value = ''; // the same file may be chosen again
  }

  /** Nothing of it is looked at. @param {string | null} reason null takes an earlier refusal away */
  refuse(reason) {
    this.#say('');
    this.#toggle('[data-add] [data-failed]', false);
    showOnly(this.#element, 'data-much', reason);
    tie(this.#field, this.#element.querySelector('[data-outcome]'), false);
    for (const much of this.#element.querySelectorAll('[data-much]'))
      tie(this.#field, much, !much.hasAttribute('hidden'));
  }

  /**
   * @param {() => Promise<{ from: string, text: string | null }[]>} bring
   * @returns {Promise<Outcome[] | null>} what was refused; null where nothing was looked at, or kept
   */
  #add(bring) {
    const result = this.#queue.then(async () => {
      this.refuse(null);
      this.#say('working');
      try {
        const { puts, outcomes } = await received(await bring(), await store.read([REQUESTS, REPLIES]));
        if (puts.size) await keep(puts);
        return this.#tell(
          [...puts.keys()],
          outcomes.filter(({ reason }) => reason !== null),
        );
      } catch (error) {
        this.refuse(error instanceof TooMuch ? error.reason : null);
        this.#toggle('[data-add] [data-failed]', !(error instanceof TooMuch));
        return null;
      }
    });
    this.#queue = result;
    return result;
  }

  /** @param {string[]} added keys @param {Outcome[]} refused */
  #tell(added, refused) {
    this.#say(added.length ? 'many' : 'nothing', added.length, refused);
    if (!added.length) return refused;
    this.#added = added;
    this.#toggle('[data-undo]', true);
    const select = this.#element.querySelector('select');
    if (select) select.dataset.wanted = added[0]?.split('/')[1];
    return refused;
  }

  /**
   * @param {string} said a name of the outcome's words, or empty
   * @param {number} [count]
   * @param {Outcome[]} [refused]
   */
  #say(said, count = 0, refused = []) {
    const place = this.#element.querySelector('[data-outcome]');
    if (!(place instanceof HTMLElement)) return;
    const sum = place.querySelector('[data-sum]');
    if (sum) sum.textContent = said === 'many' ? counted(place, count) : (place.dataset[said] ?? '');
    const items = refused.map(({ from, nth, reason }) => {
      const item = document.createElement('li');
      const what = from || worded(nth ? place.dataset.nth : place.dataset.whole, { nth: String(nth) });
      const why = this.#element.querySelector(`[data-reason="${reason}"]`)?.textContent ?? '';
      item.textContent = worded(place.dataset.refused, { what, why });
      return item;
    });
    place.querySelector('[data-refusals]')?.replaceChildren(...items);
  }

  /** Takes away what was added last. */
  async #undo() {
    try {
      await keep(new Map(), this.#added);
    } catch {
      return; // the offer stands
    }
    this.#added = [];
    this.#toggle('[data-undo]', false);
    this.#say('undone');
    this.#field?.focus();
  }

  /** @param {Map<string, unknown>} kept all that is kept */
  show(kept) {
    this.#kept = kept;
    this.choose();
  }

  /** Shows the replies to the request that is chosen. */
  choose() {
    const requests = [...this.#kept].flatMap(([key, record]) => {
      const request = key.startsWith(REQUESTS) && parseRequest(record);
      return request
        ? [{ id: key.slice(REQUESTS.length), at: request.at, title: this.#titleOf(request) }]
        : [];
    });
    requests.sort((a, b) => (a.at < b.at ? 1 : -1));
    const chosen = this.#offer(requests);
    const title = this.#element.querySelector('[data-chosen]');
    if (title) title.textContent = chosen?.title ?? '';
    this.#toggle('[data-chosen]', chosen !== null);
    this.#toggle('[data-results]', chosen !== null);
    if (chosen && chosen.id !== this.#chosen)
      this.#element.querySelector('[data-add]')?.toggleAttribute('open', true);
    this.#chosen = chosen?.id ?? '';
    const replies = [...this.#kept].flatMap(([key, record]) => parseReply(key, record) ?? []);
    showResults(
      this.#element,
      chosen?.title ?? '',
      chosen ? replies.filter(({ request }) => request === chosen.id) : null,
      this.#kept,
    );
  }

  /** @param {import('./request.js').Request} request */
  #titleOf = ({ title, at }) => title || worded(this.#element.dataset.untitled, { day: day(at) });

  /**
   * Offers the requests, and tells which is chosen.
   * @template {{ id: string, title: string }} T
   * @param {T[]} requests
   * @returns {T | null}
   */
  #offer(requests) {
    const select = this.#element.querySelector('select');
    if (!select) return null;
    const wanted = select.dataset.wanted ?? select.value;
    const chosen = requests.find(({ id }) => id === wanted) ?? requests[0] ?? null;
    if (requests.some(({ id }) => id === select.dataset.wanted)) delete select.dataset.wanted;
    const options = requests.map(({ id, title }) => new Option(title, id, false, id === chosen?.id));
    if (options.map(({ value }) => value).join() !== [...select.options].map(({ value }) => value).join())
      select.replaceChildren(...options);
    select.value = chosen?.id ?? '';
    this.#toggle('[data-choice]', requests.length > 1);
    return chosen;
  }
}
