/** Makes requests for feedback, lists them with their links, and deletes them: for `feedback-request`. */

import { ENOUGH } from './results.js';
import { parseReply } from './reply.js';
import { linkOf, madeRequest, parseRequest, requestKey } from './request.js';
import { freshId } from '../page/random-id.js';
import { REPLIES, REQUESTS, isNewer } from '../storage/records.js';
import { mailto } from './mail.js';
import { copyField } from './copy-field.js';
import { keep, remove } from '../storage/write-records.js';
import { day } from '../page/notices.js';
import { clock } from '../storage/this-site.js';
import { counted, fill, worded } from '../page/fill-words.js';

export class Requests {
  #element;
  /** @type {Map<string, HTMLElement>} the requests that are shown, by their ids */
  #items = new Map();
  /** @type {Map<string, unknown>} what was deleted last */
  #deleted = new Map();
  #busy = false;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
  }

  /** @param {string} selector @param {boolean} shown */
  #toggle(selector, shown) {
    this.#element.querySelector(selector)?.toggleAttribute('hidden', !shown);
  }

  /** @param {string} selector */
  #focus(selector) {
    const place = this.#element.querySelector(selector);
    if (place instanceof HTMLElement) place.focus();
  }

  async make() {
    const [field, name] = [...this.#element.querySelectorAll('form input')];
    if (!(field instanceof HTMLInputElement) || this.#busy) return;
    this.#busy = true;
    this.#toggle('[data-made]', false);
    this.#toggle('[data-failed]', false);
    try {
      const from = name instanceof HTMLInputElement ? name.value : '';
      const about = { at: clock.date(), title: field.value, set: this.#element.dataset.set ?? '', from };
      const id = freshId((bytes) => crypto.getRandomValues(bytes));
      await keep(new Map([[requestKey(id), await madeRequest(about)]]));
      field.value = '';
      this.#toggle('[data-part="list"]', true);
      this.#toggle('[data-made]', true);
      this.#focus('[data-made]');
    } catch {
      this.#toggle('[data-failed]', true);
    } finally {
      this.#busy = false;
    }
  }

  /** @param {Map<string, unknown>} kept */
  show(kept) {
    const ours = [...kept].filter(([key]) => key.startsWith(REQUESTS) || key.startsWith(REPLIES));
    const requests = ours.flatMap(([key, record]) => {
      const request = key.startsWith(REQUESTS) && parseRequest(record);
      return request ? [{ id: key.slice(REQUESTS.length), request }] : [];
    });
    requests.sort((a, b) => (a.request.at < b.request.at ? 1 : -1));
    const replies = ours.flatMap(([key, record]) => parseReply(key, record) ?? []);
    const known = new Set(requests.map(({ id }) => id));
    for (const [id, item] of this.#items) {
      if (known.has(id)) continue;
      item.remove();
      this.#items.delete(id);
    }
    for (const [at, { id, request }] of requests.entries()) {
      this.#place(at, id, request, replies.filter((reply) => reply.request === id).length);
    }
    this.#toggle('[data-part="list"]', ours.length > 0 || this.#deleted.size > 0);
    this.#stage(requests.length, replies.filter((reply) => reply.request === requests[0]?.id).length);
    const others = ours.filter(([key, record]) => !parseRequest(record) && !parseReply(key, record));
    this.#toggle(
      '[data-newer]',
      others.some(([, record]) => isNewer(record)),
    );
    this.#toggle(
      '[data-unreadable]',
      others.some(([, record]) => !isNewer(record)),
    );
  }

  /**
   * Shows what is next: at first to make a request, then to send its link; once there are results, those come first.
   * @param {number} requests
   * @param {number} replies to the newest
   */
  #stage(requests, replies) {
    for (const summary of this.#element.querySelectorAll('[data-more]'))
      summary.toggleAttribute('hidden', requests === 0);
    const stage = requests === 0 ? 'make' : replies < ENOUGH ? 'send' : 'results';
    if (stage === this.#element.dataset.stage) return;
    this.#element.dataset.stage = stage;
    this.#element.querySelector('[data-make]')?.toggleAttribute('open', stage === 'make');
    const fold = this.#element.querySelector('[data-requests]');
    const isInUse = this.#deleted.size > 0 || fold?.contains(document.activeElement);
    fold?.toggleAttribute('open', stage !== 'results' || isInUse);
  }

  /**
   * Shows the request at its place in the list; one that is shown stays as it is, but for the number of its replies.
   * @param {number} at
   * @param {string} id
   * @param {import('./request.js').Request} request
   * @param {number} replies
   */
  #place(at, id, request, replies) {
    const list = this.#element.querySelector('[data-list]');
    const item = this.#items.get(id) ?? this.#item(id, request);
    if (!list || !item) return;
    this.#items.set(id, item);
    const count = item.querySelector('[data-count]');
    if (count instanceof HTMLElement) count.textContent = counted(count, replies);
    if (list.children[at] !== item) list.insertBefore(item, list.children[at] ?? null);
  }

  /** @param {string} id @param {import('./request.js').Request} request */
  #item(id, request) {
    const template = this.#element.querySelector('template');
    const item = template?.content.firstElementChild?.cloneNode(true);
    if (!(item instanceof HTMLElement)) return null;
    const made = day(request.at);
    const title = request.title || worded(this.#element.dataset.untitled, { day: made });
    item.dataset.id = id;
    fill(item, { title, day: made });
    const link = new URL(
      `${this.#element.dataset.give}${linkOf(id, request)}`,
      location.origin + location.pathname,
    ).href;
    const [field, mail] = [item.querySelector('input'), item.querySelector('textarea')];
    if (field) field.value = link;
    if (mail) mail.value = worded(mail.dataset.text, { link, from: request.from ?? '' }).trim();
    const letter = item.querySelector('a[data-subject]');
    if (letter instanceof HTMLAnchorElement)
      letter.href = mailto(letter.dataset.subject ?? '', mail?.value ?? '');
    item
      .querySelector('[data-ask]')
      ?.setAttribute(
        'aria-label',
        `${item.querySelector('[data-ask]')?.getAttribute('aria-label')} ${title}`,
      );
    for (const button of item.querySelectorAll('button')) button.setAttribute('aria-description', title);
    return item;
  }

  /** @param {Element} button that was pressed */
  act(button) {
    const act = button.getAttribute('data-do');
    const item = button.closest('li');
    if (act === 'undo') this.#undo();
    if (!item) return;
    if (act === 'copy-link') this.#copy(item, item.querySelector('input'));
    if (act === 'copy-mail') {
      item.querySelector('[data-mail-part]')?.removeAttribute('hidden');
      this.#copy(item, item.querySelector('textarea'));
    }
    if (act === 'ask' || act === 'stay') {
      item.querySelector('[data-ask]')?.toggleAttribute('hidden', act === 'stay');
      const next = item.querySelector(act === 'ask' ? '[data-do="stay"]' : '[data-do="ask"]');
      if (next instanceof HTMLElement) next.focus();
    }
    if (act === 'delete') this.#delete(item);
  }

  /** @param {HTMLElement} item @param {string} [said] a name of the status's words */
  #say(item, said = '') {
    const status = item.querySelector('[role="status"]');
    if (status instanceof HTMLElement) status.textContent = status.dataset[said] ?? '';
  }

  /** @param {HTMLElement} item @param {HTMLInputElement | HTMLTextAreaElement | null} field */
  async #copy(item, field) {
    this.#say(item); // so that the same words are said again
    if (field) this.#say(item, (await copyField(field)) ? 'copied' : 'notCopied');
  }

  /** @param {HTMLElement} item */
  async #delete(item) {
    const { id = '' } = item.dataset;
    this.#say(item);
    try {
      this.#deleted = await remove([requestKey(id), `${REPLIES}${id}/`]);
    } catch {
      return this.#say(item, 'failed');
    }
    this.#items.delete(id);
    item.remove();
    this.#toggle('[data-undo]', true);
    const said = this.#element.querySelector('[data-undo] [role="status"]');
    if (said instanceof HTMLElement) {
      said.textContent = worded(said.dataset.text, { title: item.querySelector('h3')?.textContent ?? '' });
    }
    this.#toggle('[data-made]', false);
    this.#focus('[data-do="undo"]');
  }

  async #undo() {
    try {
      await keep(this.#deleted);
    } catch {
      return; // the offer stands
    }
    this.#deleted = new Map();
    this.#toggle('[data-undo]', false);
    this.#focus('h2[tabindex]');
  }
}
