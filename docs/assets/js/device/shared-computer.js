import { sayFailure } from '../page/say-failure.js';
import { isShared, tell } from '../storage/this-site.js';
import { only } from '../page/fill-words.js';

/**
 * The switch for a computer that others use, too: while it is on, all tabs keep
 * answers on the page alone (storage/shared-computer-mode.js); answers/unsaved-warning.js asks before one goes that has words in no file.
 *
 *   <shared-computer class="shared">
 *     <div data-state="off" hidden>… <button type="button" data-do="on">…</button></div>
 *     <div data-state="on" hidden>… <button type="button" data-do="off">…</button></div>
 *     <p role="alert" data-failed="…"></p>
 *   </shared-computer>
 */
export class SharedComputer extends HTMLElement {
  #ends = new AbortController();

  connectedCallback() {
    this.#ends = new AbortController();
    const { signal } = this.#ends;
    const shared = isShared();
    only(this, 'data-state', shared ? 'on' : 'off');
    this.querySelector('[data-do="on"]')?.addEventListener('click', () => this.#set(true), { signal });
    this.querySelector('[data-do="off"]')?.addEventListener('click', () => this.#set(false), { signal });
  }

  disconnectedCallback() {
    this.#ends.abort();
  }

  /** @param {boolean} on */
  async #set(on) {
    const choice = await import('./choose-shared-computer.js').catch(sayFailure);
    if (!choice) return;
    try {
      await choice.setShared(on, tell);
      location.reload();
    } catch {
      const place = this.querySelector('[role="alert"]');
      if (place) place.textContent = place.getAttribute('data-failed');
    }
  }
}

customElements.define('shared-computer', SharedComputer);
