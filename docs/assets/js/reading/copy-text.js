import { announce } from '../page/announce.js';

/**
 * A button that puts a text on the clipboard, and says so.
 *
 *   <copy-text class="copy-text" hidden data-copy="“…” (source)" data-address="#QUOTE"
 *     data-copied="Copied" data-failed="Could not copy">
 *     <button class="button" type="button">Copy quote with citation</button>
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
    const done = (await byClipboard(this.#text)) || bySelection(this.#text);
    this.#say(done ? copied : failed);
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

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether it is on the clipboard; not so on plain http, where there is none
 */
async function byClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Copies as a person would: selects the text in a field and copies the selection.
 * @param {string} text
 * @returns {boolean}
 */
function bySelection(text) {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.className = 'visually-hidden';
  field.readOnly = true;
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return done;
}

customElements.define('copy-text', CopyText);
