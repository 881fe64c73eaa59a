import { announce } from '../page/announce.js';
import { closeAsMenusDo } from '../page/closing-menu.js';
import { SiteElement } from '../page/site-element.js';
import { toClipboard } from './to-clipboard.js';

/**
 * What one can do with a quote: copy it, copy its link, share it. Offered while its menu is open.
 *
 *   <figure>
 *     <blockquote>“…”</blockquote>
 *     <details data-later><summary>…</summary>
 *       <quote-actions data-source="a leader interviewed for …"><a href="…#QUOTE">Link to this quote</a></quote-actions>
 *     </details>
 *   </figure>
 *   <template data-quote-actions>
 *     <button type="button" data-do="copy">…</button> … link, share
 *     <span data-copied="…" data-failed="…"></span>
 *   </template>
 *
 * Without script the menu has the link alone. It is loaded when the first menu of a page is opened.
 */
export class QuoteActions extends SiteElement {
  /** @param {AbortSignal} signal */
  setUp(signal) {
    const details = /** @type {HTMLDetailsElement} */ (this.closest('details'));
    closeAsMenusDo(details, signal);
    details.addEventListener('toggle', () => this.#offer(details.open), { signal });
    this.addEventListener('click', (event) => this.#press(event), { signal });
    this.#offer(details.open);
  }

  /** @param {boolean} open */
  #offer(open) {
    const template = /** @type {HTMLTemplateElement | null} */ (
      document.querySelector('[data-quote-actions]')
    );
    for (const one of this.querySelectorAll(':scope > :not(a)')) one.remove();
    if (!open || !template) return;
    this.append(template.content.cloneNode(true));
    this.find('[data-do="share"]', HTMLButtonElement).hidden = !navigator.share;
    if (!document.querySelector('[data-announcer]')) this.#status.setAttribute('role', 'status');
  }

  /** @param {Event} event */
  #press({ target }) {
    const what = target instanceof Element ? target.closest('button')?.dataset.do : undefined;
    if (what === 'copy') this.#copy(`${this.#words} (${this.dataset.source}) ${this.#address}`);
    if (what === 'link') this.#copy(this.#address);
    if (what === 'share') navigator.share({ text: this.#words, url: this.#address }).catch(() => {}); // the person thought better of it
  }

  /** @param {string} text */
  async #copy(text) {
    const { copied = '', failed = '' } = this.#status.dataset;
    this.#say(''); // so that the same words are said again
    this.#say((await toClipboard(text)) ? copied : failed);
  }

  /** @param {string} words */
  #say(words) {
    this.#status.textContent = words;
    announce(words);
  }

  get #status() {
    return this.find('[data-copied]', HTMLElement);
  }

  get #words() {
    return this.closest('figure')?.querySelector('blockquote')?.textContent?.trim() ?? '';
  }

  /** Where the quote is, without the filters that happen to be set. */
  get #address() {
    const here = location.origin + location.pathname;
    return String(new URL(this.find('a', HTMLAnchorElement).getAttribute('href') ?? '', here));
  }
}

customElements.define('quote-actions', QuoteActions);
