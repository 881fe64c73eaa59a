import { ANSWERS, OTHERS, UNSHOWN, shelfIds, splitId } from '../storage/records.js';
import { answers } from './page-answers.js';
import { noteFailure } from '../page/say-failure.js';
import { opened } from '../page/this-page.js';
import { SiteElement } from '../page/site-element.js';
import { listen, store } from '../storage/this-site.js';

/**
 * Lists the texts that answer questions which no workbook has any more, and those of another kind than theirs has now.
 *
 *   <earlier-questions class="earlier-questions" data-known="ID ID …" hidden>
 *     <ul></ul>
 *     <template><li><p data-fill="words"></p> <div data-fill="text"></div> <p>… <span data-fill="at"></span></p>
 *       <copy-text data-copied="…" data-failed="…" hidden><button type="button">Copy</button> …</copy-text></li></template>
 *   </earlier-questions>
 *
 * `data-known` has the ids of all present questions, and their former ones; in a named
 * workbook that is here they are known as well. answers/earlier-questions-list.js makes the list.
 */
export class EarlierQuestions extends SiteElement {
  /** Whether something has been shown. */
  #some = false;

  /** @param {AbortSignal} signal */
  setUp(signal) {
    listen(
      (message) => (message.saved || message.kept || message.restored ? void this.#read() : undefined),
      signal,
    );
    document.addEventListener('ledger', () => this.#read(), { signal });
    void answers.refresh().then(() => this.#read()); // former ids are carried over first
  }

  /** Reads what is kept of questions that are not known; most browsers have nothing of the kind. */
  async #read() {
    const known = new Set((this.dataset.known ?? '').split(' '));
    const all = await store.keys('').catch(() => []);
    const shelves = shelfIds(all).add('');
    const keys = all.filter((key) => {
      const [kind, id = ''] = key.split('/');
      const { question, shelf } = splitId(id);
      const isHere = known.has(question) && shelves.has(shelf);
      if (`${kind}/` === UNSHOWN) return !isHere || shelf === (opened ?? '');
      return [ANSWERS, OTHERS].includes(`${kind}/`) && !isHere;
    });
    if (!keys.length && !this.#some) return;
    this.#some = true;
    const kept = keys.length ? await store.read(keys).catch(() => new Map()) : new Map();
    await import('./earlier-questions-list.js')
      .then(({ showEarlier }) => showEarlier(this, kept))
      .catch(noteFailure);
  }
}

customElements.define('earlier-questions', EarlierQuestions);
