import { download } from '../page/download.js';
import { counted, worded } from '../page/fill-words.js';
import { sayFailure } from '../page/say-failure.js';
import { SiteElement } from '../page/site-element.js';
import { freshId } from '../page/random-id.js';
import { opened, searchOf } from '../page/this-page.js';
import { clock } from '../storage/this-site.js';

/**
 * Hands out a calendar file of the page's actions that have a day:
 *
 *   <section> <div data-action> <textarea></textarea> <input type="date"> <textarea></textarea> </div> …
 *     <action-calendar data-stem="actions" hidden><button type="button">…</button>
 *       <p role="status" data-one="1 date … {name}" data-many="{count} dates … {name}" data-none="…"></p></action-calendar>
 *   </section>
 */
export class ActionCalendar extends SiteElement {
  /** @param {AbortSignal} signal */
  setUp(signal) {
    this.hidden = false;
    this.find('button', HTMLButtonElement).addEventListener(
      'click',
      () => void this.#save().catch(sayFailure),
      { signal },
    );
  }

  async #save() {
    const status = this.find('[role="status"]', HTMLElement);
    status.textContent = '';
    const address = location.origin + location.pathname + searchOf(opened);
    const events = this.#events(address);
    if (!events.length) return void (status.textContent = status.dataset.none ?? '');
    const { calendar } = await import('./reminder-ics.js');
    const name = `${this.dataset.stem}.ics`;
    download(name, calendar(events, { address, made: clock.date() }), 'text/calendar');
    status.textContent = worded(counted(status, events.length), { name });
  }

  /** @param {string} address */
  #events(address) {
    const actions = [...(this.closest('section')?.querySelectorAll('[data-action]') ?? [])];
    return actions.flatMap((action) => {
      const day = action.querySelector('input')?.value ?? '';
      const [what, knownBy] = [...action.querySelectorAll('textarea')].map(({ value }) => value.trim());
      const labels = [...action.querySelectorAll('label')].map((label) => label.textContent?.trim() ?? '');
      const description = [knownBy && `${labels[2]} ${knownBy}`, address].filter(Boolean).join('\n');
      const id = freshId((bytes) => crypto.getRandomValues(bytes)); // one that replaces no other person's entry
      return day ? [{ day, title: what || (labels[0] ?? ''), description, id }] : [];
    });
  }
}

customElements.define('action-calendar', ActionCalendar);
