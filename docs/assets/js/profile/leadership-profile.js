import { noteFailure } from '../page/say-failure.js';
import { whenNear } from '../page/when-visible.js';

/**
 * The leadership profile: ratings and targets as two pictures, in figures and in words.
 *
 *   <leadership-profile class="profile" late data-…>
 *     … what profile/profile-view.js fills, profile/save-profile.js saves and macros/render/templates/parts/profile.html makes
 *   </leadership-profile>
 *
 * With `late`, on a page that is there for something else, all of it is loaded when the profile
 * comes near or the page has a rating.
 */
export class LeadershipProfile extends HTMLElement {
  #ends = new AbortController();
  #started = false;

  connectedCallback() {
    this.#ends = new AbortController();
    this.#started = false;
    if (this.hasAttribute('late')) this.#wait(this.#ends.signal);
    else this.#start();
  }

  disconnectedCallback() {
    this.#ends.abort();
  }

  /** @param {AbortSignal} signal */
  #wait(signal) {
    whenNear(this, () => this.#start(), signal);
    const rated = () => document.querySelector('workbook-question[kind="rating"][answered]') && this.#start();
    document.addEventListener('answer', rated, { signal });
    rated();
  }

  async #start() {
    if (this.#started) return;
    this.#started = true;
    const { signal } = this.#ends;
    try {
      const { showProfile } = await import('./profile-view.js');
      if (!signal.aborted) showProfile(this, signal);
    } catch (error) {
      this.#started = false; // the network may come back
      noteFailure(error);
    }
  }
}

customElements.define('leadership-profile', LeadershipProfile);
