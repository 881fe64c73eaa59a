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

/** Says it aloud, through the page's `<p role="status" data-announcer></p>`. @param {string} text */
function say(text) {
  const region = document.querySelector('[data-announcer]');
  if (region && region.textContent !== text) region.textContent = text;
}

/** Says `text` when things have been quiet for a moment; a later call, or `hush`, takes its place. @param {string} text */
function announce(text) {
  hush();
  pending = setTimeout(() => say(text), QUIET);
}

/** Takes back what has not been said yet, and makes room for the same words to be said again. */
function hush() {
  clearTimeout(pending);
  say('');
}

customElements.define('save-status', SaveStatus);
