import { listPlanned, plannedIn } from '../answers/planned.js';
import { follow } from '../answers/stored-summary.js';
import { opened } from '../page/this-page.js';
import { SiteElement } from '../page/site-element.js';
import { answerId, answerKey, answerOf } from '../storage/records.js';

/**
 * What a leader has planned, as it is kept:
 *
 *   <planned-actions data-plan="values-action-1,values-action-1-by,… …">
 *     <div data-some hidden> … as answers/planned.js wants it </div> <p data-none>…</p>
 *   </planned-actions>
 */
export class PlannedActions extends SiteElement {
  /** @param {AbortSignal} signal */
  setUp(signal) {
    follow((kept) => this.#show(kept), signal);
  }

  /** @param {Map<string, unknown>} kept */
  #show(kept) {
    const textOf = (/** @type {string} */ id) =>
      answerOf(kept.get(answerKey(answerId(id, opened))))?.value ?? '';
    const actions = plannedIn(this.dataset.plan ?? '', textOf);
    listPlanned(this, actions);
    this.querySelector('[data-some]')?.toggleAttribute('hidden', !actions.length);
    this.querySelector('[data-none]')?.toggleAttribute('hidden', actions.length > 0);
  }
}

customElements.define('planned-actions', PlannedActions);
