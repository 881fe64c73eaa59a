import { announce, hush } from '../page/announce.js';

/**
 * Says how the saving of one answer stands: in words beside the field, and aloud
 * where somebody waits to hear it.
 *
 *   <save-status class="save-status" data-empty="Not answered yet" data-saving="Saving…"
 *     data-saved="Saved on this device" data-failed="Not saved. …" data-blocked="…"
 *     data-unreadable="…"></save-status>
 *
 * `workbook-question` sets its `state` (entry.js has them all). A state without
 * words says nothing. Only a failure makes it a live region of its own; that all is
 * saved is said by the page's, once typing rests.
 */
export class SaveStatus extends HTMLElement {
  static observedAttributes = ['state'];

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
    if (state === 'saving' || state === 'failed') hush();
    else if (before === 'saving' || before === 'failed') announce(words);
  }
}

customElements.define('save-status', SaveStatus);
