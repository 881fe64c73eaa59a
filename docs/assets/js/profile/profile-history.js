import { noteFailure } from '../page/say-failure.js';
import { whenNear } from '../page/when-visible.js';
import { SiteElement } from '../page/site-element.js';
import { follow } from '../answers/stored-summary.js';

/** Keys of what there may be to keep, and of what was kept. */
const ANY = /^(?:answer|profile)\//;

/**
 * Keeps the profile as it stands, lists those that were kept, and shows what moved between them.
 *
 *   <profile-history data-now="Now" data-titled="{title}, {day}" data-not-rated="…" hidden>
 *     <ul hidden><li data-axis="…" …></li> …</ul> as profile/axes.js reads it
 *     <p data-unrated hidden>…</p>
 *     <form data-keep hidden>… <p data-where="browser" hidden>…</p> <p data-where="page" hidden>…</p>
 *       <input name="title"> <textarea name="note"></textarea> <button type="submit">…</button></form>
 *     <p role="status" data-status data-kept="… {name} …" data-deleted="…" data-restored="…"></p>
 *     <div role="alert" data-failed hidden>…</div>
 *     <section data-list hidden>… <p data-newer data-one="…" data-many="…" hidden></p> <p data-unreadable … hidden></p>
 *       <div data-undo hidden><bdi data-fill="name"></bdi> <button data-do="undo">…</button></div>
 *       <ul></ul> <template data-item><li>… <h4 tabindex="-1">…</h4> <dd data-fill="ATTRIBUTE"></dd> … <button data-do="delete" data-name="Delete {name}">…</li></template></section>
 *     <section data-timeline hidden>…</section> what profile/timeline-view.js shows
 *     <section data-compare hidden>…</section> what profile/comparison-view.js shows
 *   </profile-history>
 *
 * What it does is in profile/snapshots-view.js, loaded when it comes near or this browser has answers or profiles.
 */
export class ProfileHistory extends SiteElement {
  #started = false;

  /** @param {AbortSignal} signal */
  setUp(signal) {
    this.#started = false;
    whenNear(this.parentElement ?? this, () => this.#start(signal), signal);
    follow((records) => [...records.keys()].some((key) => ANY.test(key)) && this.#start(signal), signal);
  }

  /** @param {AbortSignal} signal */
  async #start(signal) {
    if (this.#started) return;
    this.#started = true;
    try {
      const { showHistory } = await import('./snapshots-view.js');
      if (!signal.aborted) showHistory(this, signal);
    } catch (error) {
      this.#started = false; // the network may come back
      noteFailure(error);
    }
  }
}

customElements.define('profile-history', ProfileHistory);
