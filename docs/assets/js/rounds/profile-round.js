import { follow } from '../answers/stored-summary.js';
import { noteFailure } from '../page/say-failure.js';
import { opened, searchOf } from '../page/this-page.js';
import { SiteElement } from '../page/site-element.js';
import { SHELF } from '../storage/records.js';

/**
 * Says of which round of the ratings the page's profile is, and leads to that of another:
 *
 *   <profile-round data-of-round data-workbook="developing" data-address="…/developing/" data-first="Round 1" hidden>
 *     <label for="profile-round">…</label> <select id="profile-round"></select>
 *   </profile-round>
 *
 * Where the address names none, the page goes to the newest as it comes. The links to the workbook keep the round. While there
 * is more than one, `data-title` is the name of the one that is shown.
 */
export class ProfileRound extends SiteElement {
  /** Whether the records have been seen: from then on somebody may be writing, and the page stays. */
  #seen = false;

  /** @param {AbortSignal} signal */
  setUp(signal) {
    const field = this.find('select', HTMLSelectElement);
    field.addEventListener('change', () => location.assign(`${location.pathname}?workbook=${field.value}`), {
      signal,
    });
    const workbook = new URL(this.dataset.address ?? '', location.href).pathname;
    for (const link of document.querySelectorAll('article a'))
      if (link instanceof HTMLAnchorElement && link.pathname === workbook) link.search = searchOf(opened);
    follow((kept) => void this.#show(field, kept).catch(noteFailure), signal);
  }

  /** @param {HTMLSelectElement} field @param {Map<string, unknown>} kept */
  async #show(field, kept) {
    const isFirst = !this.#seen;
    this.#seen = true;
    const begun = `${SHELF}${this.dataset.workbook}/`;
    if (!opened && !this.dataset.title && ![...kept.keys()].some((key) => key.startsWith(begun))) return;
    const { roundsOf } = await import('../named-workbooks/list.js');
    const rounds = roundsOf(kept, this.dataset.workbook ?? '', this.dataset.first ?? '');
    const newest = rounds.at(-1)?.id ?? '';
    const asked = new URLSearchParams(location.search).get('workbook');
    const shown = rounds.find(({ id }) => id === (opened ?? ''));
    if (isFirst && ((newest && asked === null) || !shown))
      return location.replace(`?workbook=${newest}${location.hash}`);
    this.hidden = rounds.length < 2;
    this.dataset.title = rounds.length < 2 ? '' : (shown?.title ?? '');
    field.replaceChildren(...rounds.map(({ id, title }) => new Option(title, id)));
    field.value = opened ?? '';
  }
}

customElements.define('profile-round', ProfileRound);
