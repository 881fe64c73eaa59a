import { announce } from '../page/announce.js';
import { toClipboard } from './to-clipboard.js';

/**
 * A button that puts a text on the clipboard, and says so.
 *
 *   <copy-text class="copy-text" hidden data-copy="…" data-address="#PART"
 *     data-copied="Copied" data-failed="Could not copy">
 *     <button class="button" type="button">Copy citation</button>
 *     <span class="copy-text__status" role="status"></span>
 *   </copy-text>
 *
 * Where a page has many, the status has no role, and what is said aloud is said by the page's one live region.
 *
 * `data-address`, where there is one, is looked up from this page's own address
 * and put after the text. It comes hidden, as it needs script.
 */
export class CopyText extends HTMLElement {
  #press = () => this.#copy();

  connectedCallback() {
    this.hidden = false;
    this.querySelector('button')?.addEventListener('click', this.#press); // once, however often the element is moved
  }

  async #copy() {
    const { copied = '', failed = '' } = this.dataset;
    this.#say(''); // so that the same words are said again
    this.#say((await toClipboard(this.#text)) ? copied : failed);
  }

  /** @param {string} words */
  #say(words) {
    const status = this.querySelector('.copy-text__status');
    if (status) status.textContent = words;
    if (!status?.hasAttribute('role')) announce(words);
  }

  get #text() {
    const { copy = '', address } = this.dataset;
    const here = location.origin + location.pathname; // without the filters that happen to be set
    return address === undefined ? copy : `${copy} ${new URL(address, here)}`;
  }
}

customElements.define('copy-text', CopyText);
