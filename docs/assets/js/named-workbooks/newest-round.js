import { fill } from '../page/fill-words.js';
import { opened, searchOf } from '../page/this-page.js';
import { SiteElement } from '../page/site-element.js';
import { shelfKey } from '../storage/named-workbook.js';
import { listen, store } from '../storage/this-site.js';
import { shelf } from './list.js';

/**
 * Says on a workbook's first round that there is a newer one, and leads there. Loaded where something is kept.
 *
 *   <newest-round data-workbook="self-reflection" data-nameless="…" hidden>… <a><bdi data-fill="newest"></bdi></a></newest-round>
 */
export class NewestRound extends SiteElement {
  /** @param {AbortSignal} signal */
  setUp(signal) {
    if (opened) return;
    const show = () => void this.#show().catch(() => {}); // the page says what cannot be read
    document.addEventListener('ledger', show, { signal });
    listen((message) => (message.kept || message.unshelved || message.restored) && show(), signal);
    addEventListener('pageshow', ({ persisted }) => persisted && show(), { signal });
    show();
  }

  async #show() {
    const { workbook = '' } = this.dataset;
    const rounds = shelf(await store.read([shelfKey(workbook, '')]), workbook);
    const newest = rounds.find(({ archived }) => !archived);
    this.hidden = !newest;
    if (!newest) return;
    fill(this, { newest: newest.title || (this.dataset.nameless ?? '') });
    this.find('a', HTMLAnchorElement).href = searchOf(newest.id); // of this page
  }
}

customElements.define('newest-round', NewestRound);
