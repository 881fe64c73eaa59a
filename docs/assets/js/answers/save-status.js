import { announce } from '../page/announce.js';

/** Milliseconds without a further call before anything is said. */
const QUIET = 1500;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let pending;

/**
 * Says how the saving of one answer stands: in words beside the field, and aloud
 * where somebody waits to hear it.
 *
 *   <save-status class="save-status" data-empty="Not answered yet" data-saving="Saving…"
 *     data-saved="Saved on this device" data-failed="Not saved. …" data-blocked="…"
 *     data-unreadable="…"></save-status>
 *
 * `workbook-question` sets its `state` (entry-state.js has them all). A state without
 * words says nothing. Only a failure makes it a live region of its own; that the answer is
 * saved is said by the page's, once typing rests, and once in a visit: again only when something
 * else was said of it in between.
 */
export class SaveStatus extends HTMLElement {
  static observedAttributes = ['state'];
  /** The state that was last said aloud. @type {string | null} */
  #said = null;

  /**
   * @param {string} _name
   * @param {string | null} before
   * @param {string | null} state
   */
  attributeChangedCallback(_name, before, state) {
    if (state === null || state === before) return;
    if (state === 'failed') this.setAttribute('role', 'alert');
    else this.removeAttribute('role');
    const words = this.dataset[state] ?? '';
    this.textContent = words;
    if (state === 'failed') this.#said = state;
    if (state === 'saving' || state === 'failed') hush();
    else if ((before === 'saving' || before === 'failed') && state !== this.#said) {
      announceSoon(words, () => (this.#said = state));
    }
  }
}

/**
 * Says `text` when things have been quiet for a moment; a later call, or `hush`, takes its place.
 * @param {string} text
 * @param {() => void} said called when it has been said
 */
function announceSoon(text, said) {
  hush();
  pending = setTimeout(() => {
    announce(text);
    said();
  }, QUIET);
}

/** Takes back what has not been said yet, and makes room for the same words to be said again. */
function hush() {
  clearTimeout(pending);
  announce('');
}

customElements.define('save-status', SaveStatus);
