import { sayFailure } from '../page/say-failure.js';
import { isShared, tell } from '../storage/this-site.js';
import { showOnly } from '../page/fill-words.js';
import { SiteElement } from '../page/site-element.js';

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
export class SharedComputer extends SiteElement {
  /** @param {AbortSignal} signal */
  setUp(signal) {
    const shared = isShared();
    showOnly(this, 'data-state', shared ? 'on' : 'off');
    this.find('[data-do="on"]', HTMLButtonElement).addEventListener('click', () => this.#set(true), {
      signal,
    });
    this.find('[data-do="off"]', HTMLButtonElement).addEventListener('click', () => this.#set(false), {
      signal,
    });
  }

  /** @param {boolean} on */
  async #set(on) {
    const choice = await import('./choose-shared-computer.js').catch(sayFailure);
    if (!choice) return;
    try {
      await choice.setShared(on, tell);
      location.reload();
    } catch {
      const alert = this.find('[role="alert"]', HTMLElement);
      alert.textContent = alert.dataset.failed ?? '';
    }
  }
}

customElements.define('shared-computer', SharedComputer);
