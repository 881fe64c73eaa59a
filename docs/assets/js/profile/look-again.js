import { noteFailure } from '../page/say-failure.js';
import { whenNear } from '../page/when-visible.js';
import { SiteElement } from '../page/site-element.js';

/**
 * Gives a calendar file for a day some months from now, with this page's address in it.
 *
 *   <look-again data-title="…" data-stem="look-again-{day}" hidden>
 *     <button type="button" data-months="3">In 3 months <span data-fill="day"></span></button> …
 *     <p role="status" data-saved="… {day} …"></p>
 *   </look-again>
 *
 * What it does is in profile/reminder.js, loaded when it comes near.
 */
export class LookAgain extends SiteElement {
  /** @param {AbortSignal} signal */
  setUp(signal) {
    whenNear(this.parentElement ?? this, () => void this.#start(signal), signal);
  }

  /** @param {AbortSignal} signal */
  async #start(signal) {
    if (!this.hidden) return;
    try {
      const { offerDays } = await import('./reminder.js');
      if (!signal.aborted && this.hidden) offerDays(this, signal);
    } catch (error) {
      noteFailure(error); // the network may come back
    }
  }
}

customElements.define('look-again', LookAgain);
