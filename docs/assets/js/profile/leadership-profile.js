import { noteFailure } from '../page/say-failure.js';
import { whenNear } from '../page/when-visible.js';
import { SiteElement } from '../page/site-element.js';

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
export class LeadershipProfile extends SiteElement {
  #started = false;

  /** @param {AbortSignal} signal */
  setUp(signal) {
    this.#started = false;
    if (this.hasAttribute('late')) this.#wait(signal);
    else this.#start(signal);
  }

  /** @param {AbortSignal} signal */
  #wait(signal) {
    whenNear(this, () => this.#start(signal), signal);
    const rated = () =>
      document.querySelector('workbook-question[kind="rating"][answered]') && this.#start(signal);
    document.addEventListener('answer', rated, { signal });
    rated();
  }

  /** @param {AbortSignal} signal */
  async #start(signal) {
    if (this.#started) return;
    this.#started = true;
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
