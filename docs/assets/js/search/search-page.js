/**
 * `<search-page>`: the page with the results of a query. The query is in the page's address after
 * `#q=`, which no browser sends to a server: so it is in no server's log, Back returns to the results, and a
 * link to them can be sent.
 */

import { SiteElement } from '../page/site-element.js';
import { loadSearch } from './load-search.js';
import { FoundView } from './found-view.js';

const MOST = 40;

class SearchPage extends SiteElement {
  /** @param {AbortSignal} signal */
  setUp(signal) {
    const field = this.find('input', HTMLInputElement);
    const found = this.find('[data-search-found]', HTMLElement);
    const ask = (/** @type {string} */ query) => {
      field.value = query;
      field.focus();
      this.#keep(field.value);
      void this.#show(field, view, found);
    };
    const view = new FoundView(found, this.find('[role=status]', HTMLElement), { most: MOST, ask });
    const take = () => {
      field.value = queryIn(location);
      void this.#show(field, view, found);
    };
    field.addEventListener('input', () => {
      this.#keep(field.value);
      void this.#show(field, view, found);
    });
    this.find('form', HTMLFormElement).addEventListener('submit', (event) => event.preventDefault());
    addEventListener('hashchange', take, { signal });
    this.hidden = false;
    take();
    if (location.search) this.#keep(field.value);
  }

  /** @param {string} query put into the page's address */
  #keep(query) {
    const place = query.trim() ? `#${new URLSearchParams({ q: query.trim() })}` : '';
    history.replaceState(history.state, '', `${location.pathname}${place}`);
  }

  /**
   * @param {HTMLInputElement} field
   * @param {FoundView} view
   * @param {HTMLElement} found
   */
  async #show(field, view, found) {
    try {
      const { guide, settings, grown } = await loadSearch();
      const show = () =>
        field.value.trim() ? view.show(field.value, guide, settings) : view.offer(settings);
      show();
      if (!grown) return;
      await grown;
      if (!found.contains(document.activeElement)) show();
    } catch (error) {
      console.error(error);
      view.fail(this.dataset.failed ?? '');
    }
  }
}

/**
 * @param {Location} place
 * @returns {string} what it asks for; also where a person wrote `?q=`
 */
function queryIn({ hash, search }) {
  const asked = new URLSearchParams(hash.slice(1)).get('q') ?? new URLSearchParams(search).get('q');
  return asked ?? '';
}

customElements.define('search-page', SearchPage);
