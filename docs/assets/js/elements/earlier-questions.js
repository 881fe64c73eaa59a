import { ANSWERS, OTHERS, answerOf, apart, shelfIds } from '../lib/records.js';
import { answers } from '../page/answers.js';
import { moment } from '../page/notices.js';
import { listen, store } from '../page/site.js';
import { fill } from '../page/words.js';

/**
 * Lists the texts that answer questions which no workbook has any more.
 *
 *   <earlier-questions class="earlier-questions" data-known="ID ID …" hidden>
 *     <ul></ul>
 *     <template><li><p data-fill="words"></p> <div data-fill="text"></div> <p>… <span data-fill="at"></span></p>
 *       <copy-text data-copied="…" data-failed="…" hidden><button type="button">Copy</button> …</copy-text></li></template>
 *   </earlier-questions>
 *
 * `data-known` has the ids of all present questions, and their former ones; in a named
 * workbook that is here they are known as well.
 */
export class EarlierQuestions extends HTMLElement {
  #ends = new AbortController();
  /** What is shown, so that a reader is not disturbed when nothing has changed. */
  #shown = '';

  connectedCallback() {
    this.#ends = new AbortController();
    const { signal } = this.#ends;
    listen((message) => message.saved || message.restored ? void this.#read() : undefined, signal);
    document.addEventListener('ledger', () => this.#read(), { signal });
    void answers.refresh().then(() => this.#read()); // former ids are carried over first
  }

  disconnectedCallback() {
    this.#ends.abort();
  }

  /** Reads what is kept of questions that are not known; most browsers have nothing of the kind. */
  async #read() {
    const known = new Set((this.dataset.known ?? '').split(' '));
    const all = await store.keys('').catch(() => []);
    const shelves = shelfIds(all).add('');
    const keys = all.filter((key) => {
      const [kind, id = ''] = key.split('/');
      const { question, shelf } = apart(id);
      return [ANSWERS, OTHERS].includes(`${kind}/`) && !(known.has(question) && shelves.has(shelf));
    });
    this.#show(keys.length ? await store.read(keys).catch(() => new Map()) : new Map());
  }

  /** @param {Map<string, unknown>} kept */
  #show(kept) {
    const texts = [...kept.values()].flatMap((record) => {
      const answer = answerOf(record);
      return answer && /\S/.test(answer.value) ? [answer] : [];
    });
    if (texts.length) import('./copy-text.js').catch(console.error);
    const shown = JSON.stringify(texts);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.hidden = texts.length === 0;
    this.querySelector('ul')?.replaceChildren(...texts.flatMap((answer) => this.#item(answer)));
  }

  /** @param {import('../lib/records.js').Answer} answer */
  #item({ words, value, at }) {
    const pattern = this.querySelector('template')?.content.firstElementChild;
    if (!pattern) return [];
    const item = /** @type {HTMLElement} */ (pattern.cloneNode(true));
    fill(item, { words, text: value, at: Number.isNaN(Date.parse(at)) ? at : moment(at) });
    item.querySelector('copy-text')?.setAttribute('data-copy', `${words}\n\n${value}`);
    return [item];
  }
}

customElements.define('earlier-questions', EarlierQuestions);
