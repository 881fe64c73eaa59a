import { canSeal } from '../page/secure-context.js';
import { REPLIES, REQUESTS } from '../storage/records.js';
import { explain } from '../page/say-failure.js';
import { SiteElement } from '../page/site-element.js';
import { follow } from '../answers/stored-summary.js';

/** Characters; feedback/code.js looks at no more, however they are brought. */
const MOST_PASTED = 2_000_000;

/**
 * Takes replies to requests for feedback, and shows what they come to.
 *
 *   <feedback-replies class="feedback-replies" data-set="…" data-untitled="… {day}">
 *     <details data-add> <div data-scripted hidden><textarea></textarea> <button data-do="add">…</button> <input type="file" multiple></div>
 *     <p data-no-crypto hidden>…</p>
 *     <div role="status" data-outcome data-working="…" data-one="…" …><p data-sum></p><ul data-refusals></ul></div>
 *     <p role="alert" data-failed hidden>…</p> <div role="alert" data-much="too-large" hidden>…</div> … too-many
 *     <p data-undo hidden><button data-do="undo">…</button></p> <span data-reason="damaged">…</span> …
 *     <section data-results hidden> <p data-choice hidden><select></select></p>
 *       <h3 data-chosen hidden></h3> <p data-few data-one="…" data-many="{count} …" hidden></p> <div data-shown hidden>…</div></section>
 *   </feedback-replies>
 *
 * What does it, feedback/replies-view.js and feedback/results-view.js, is loaded when there is a request or something is brought.
 */
export class FeedbackReplies extends SiteElement {
  /** @type {Promise<import('./replies-view.js').Replies> | null} */
  #replies = null;

  /** @param {AbortSignal} signal */
  setUp(signal) {
    this.querySelector('[data-scripted]')?.toggleAttribute('hidden', !canSeal());
    this.querySelector('[data-no-crypto]')?.toggleAttribute('hidden', canSeal());
    this.addEventListener(
      'click',
      ({ target }) => {
        const button = target instanceof Element ? target.closest('[data-do], [data-way]') : null;
        if (button) this.#work((replies) => replies.act(button));
      },
      { signal },
    );
    this.addEventListener(
      'change',
      ({ target }) => {
        if (target instanceof HTMLSelectElement) this.#work((replies) => replies.choose());
        if (target instanceof HTMLInputElement) this.#take(target.files);
      },
      { signal },
    );
    this.addEventListener('dragover', (event) => event.preventDefault(), { signal });
    this.addEventListener(
      'drop',
      (event) => {
        if (!event.dataTransfer?.files.length) return;
        event.preventDefault();
        if (canSeal()) this.#take(event.dataTransfer.files);
      },
      { signal },
    );
    this.addEventListener(
      'paste',
      (event) => {
        if ((event.clipboardData?.getData('text/plain').length ?? 0) <= MOST_PASTED) return;
        event.preventDefault(); // so much in a field would hold up the page
        this.#work((replies) => replies.refuse('too-large'));
      },
      { signal },
    );
    let target = this.querySelector(':target'); // what an address leads to is hidden until there is something to show
    follow(async (kept) => {
      const some = [...kept.keys()].some((key) => key.startsWith(REQUESTS) || key.startsWith(REPLIES));
      if (some || this.#replies) await this.#work((replies) => replies.show(kept));
      target?.scrollIntoView();
      target = null;
    }, signal);
  }

  /** @param {FileList | null} list */
  #take(list) {
    const files = [...(list ?? [])]; // before the list is emptied
    if (files.length) this.#work((replies) => replies.take(files));
  }

  /** @param {(replies: import('./replies-view.js').Replies) => void} act */
  async #work(act) {
    try {
      this.#replies ??= import('./replies-view.js').then(({ Replies }) => new Replies(this));
      act(await this.#replies);
    } catch (error) {
      this.#replies = null; // it could not be loaded: the next time it may
      explain(this.querySelector('[data-unloaded]'), error);
    }
  }
}

customElements.define('feedback-replies', FeedbackReplies);
