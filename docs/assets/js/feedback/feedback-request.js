import { canSeal } from '../page/secure-context.js';
import { REPLIES, REQUESTS } from '../storage/records.js';
import { explain } from '../page/say-failure.js';
import { SiteElement } from '../page/site-element.js';
import { follow } from '../answers/stored-summary.js';

/**
 * Makes requests for feedback, lists them with their links, and deletes them.
 *
 *   <feedback-request class="feedback-request" data-set="…" data-give="../give-feedback/" data-untitled="… {day}">
 *     <details data-requests> <section data-part="list" hidden>…</section> <details data-make open> <summary data-more hidden>…</summary>
 *       <form data-scripted hidden><input> <input> <button type="submit">…</button></form> … </details></details>
 *     <p data-no-crypto hidden>…</p> <p role="alert" data-failed hidden>…</p> <div data-made tabindex="-1" hidden>…</div>
 *     <section data-scripted hidden><h2 tabindex="-1">…</h2> <p data-none>…</p> <ul data-list></ul>
 *       <p data-newer hidden>…</p> <p data-unreadable hidden>…</p>
 *       <div data-undo hidden><p role="status" data-text="“{title}” …"></p> <button data-do="undo">…</button></div></section>
 *     <template data-item><li> data-fill title and day, [data-count], <input data-link>, <textarea data-mail data-text="… {link}">,
 *       <p role="status" data-copied="…" …></p>, <div data-ask hidden>…</div>, <button data-do="copy-link">…</button> … copy-mail,
 *       ask, delete, stay</li></template>
 *   </feedback-request>
 *
 * What does it, feedback/requests-view.js, is loaded when there is a request or one is made.
 */
export class FeedbackRequest extends SiteElement {
  /** @type {Promise<import('./requests-view.js').Requests> | null} */
  #requests = null;

  /** @param {AbortSignal} signal */
  setUp(signal) {
    for (const part of this.querySelectorAll('[data-scripted]'))
      part.toggleAttribute('hidden', part.matches('form') && !canSeal());
    this.querySelector('[data-no-crypto]')?.toggleAttribute('hidden', canSeal());
    this.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        this.#work((requests) => requests.make());
      },
      { signal },
    );
    this.addEventListener(
      'click',
      ({ target }) => {
        const button = target instanceof Element ? target.closest('[data-do]') : null;
        if (button) this.#work((requests) => requests.act(button));
      },
      { signal },
    );
    follow((kept) => {
      const some = [...kept.keys()].some((key) => key.startsWith(REQUESTS) || key.startsWith(REPLIES));
      if (some || this.#requests) this.#work((requests) => requests.show(kept));
    }, signal);
  }

  /** @param {(requests: import('./requests-view.js').Requests) => void} act */
  async #work(act) {
    try {
      this.#requests ??= import('./requests-view.js').then(({ Requests }) => new Requests(this));
      act(await this.#requests);
    } catch (error) {
      this.#requests = null; // it could not be loaded: the next time it may
      explain(this.querySelector('[data-unloaded]'), error);
    }
  }
}

customElements.define('feedback-request', FeedbackRequest);
