import { follow } from '../answers/stored-summary.js';
import { roundsOf } from '../named-workbooks/list.js';
import { reportData } from '../page/report-data.js';
import { noteFailure } from '../page/say-failure.js';
import { SiteElement } from '../page/site-element.js';
import { worded } from '../page/fill-words.js';
import { comparison } from './comparison.js';
import { listRows } from './comparison-list.js';
import { compareRatings } from './compare-ratings.js';

/**
 * Two rounds of a workbook beside each other, for each workbook that has more than one.
 *
 *   <compare-rounds data-first="Round 1">
 *     <p data-none hidden>…</p>
 *     <section data-of="self-reflection" hidden> <select data-side="left"></select> <select data-side="right"></select>
 *       <label><input type="checkbox" data-only checked> <span data-changed data-text="…"></span></label>
 *       <div data-rows></div> <p data-same hidden>…</p> <section data-compare …> of the ratings </section></section>
 *     <template data-compared>…</template>
 *   </compare-rounds>
 *
 * Another script may hand it other records, by `show`, as of a file that is read.
 */
export class CompareRounds extends SiteElement {
  /** @type {Map<string, unknown>} */
  #records = new Map();
  /** Adds to each row what else is there. @type {((row: import('./comparison.js').Row, item: HTMLElement) => void) | undefined} */
  #more;

  /** @param {AbortSignal} signal */
  setUp(signal) {
    this.addEventListener('change', () => void this.#compare().catch(noteFailure), { signal });
    if (!this.hasAttribute('data-of-a-file'))
      follow((kept) => void this.show(kept).catch(noteFailure), signal);
  }

  /**
   * Shows the rounds that are in these records.
   * @param {Map<string, unknown>} records
   * @param {(row: import('./comparison.js').Row, item: HTMLElement) => void} [more]
   */
  async show(records, more) {
    this.#records = records;
    this.#more = more;
    for (const part of this.#parts)
      offer(part, roundsOf(records, part.dataset.of ?? '', this.dataset.first ?? ''), more !== undefined);
    await this.#compare();
    const shown = this.#parts.filter((part) => !part.hidden);
    this.querySelector('[data-none]')?.toggleAttribute('hidden', shown.length > 0);
    const wanted = location.hash.slice(1);
    const target = shown.find((part) => part.dataset.of === wanted);
    if (target && !this.hasAttribute('data-shown')) target.scrollIntoView();
    this.toggleAttribute('data-shown', true);
  }

  async #compare() {
    const { workbooks } = await reportData();
    for (const part of this.#parts) {
      const [left, right] = [...part.querySelectorAll('select')].map((field) => field.value);
      const workbook = workbooks.find((/** @type {{ id: string }} */ one) => one.id === part.dataset.of);
      const list = part.querySelector('[data-rows]');
      if (!workbook || !(list instanceof HTMLElement) || part.hidden) continue;
      const rows = comparison(workbook, this.#records, left ?? '', right ?? '');
      const changed = rows.filter((row) => row.changed);
      const only = part.querySelector('[data-only]');
      const place = part.querySelector('[data-changed]');
      if (place instanceof HTMLElement)
        place.textContent = worded(place.dataset.text, {
          changed: String(changed.length),
          total: String(rows.length),
        });
      const wanted = only instanceof HTMLInputElement && only.checked && !this.#more ? changed : rows;
      const answered = wanted.filter((row) => row.left || row.right);
      listRows(list, answered, this.#more);
      part.querySelector('[data-same]')?.toggleAttribute('hidden', answered.length > 0);
      await compareRatings(part, this.#records, left ?? '', right ?? '');
    }
  }

  /** @returns {HTMLElement[]} */
  get #parts() {
    return [...this.querySelectorAll('[data-of]')].filter((part) => part instanceof HTMLElement);
  }
}

/**
 * Offers the rounds of a workbook; hidden where there are none to compare. What a person chose stays chosen.
 * @param {HTMLElement} part
 * @param {{ id: string, title: string }[]} rounds the first one first
 * @param {boolean} ofOne whether one round is enough
 */
function offer(part, rounds, ofOne) {
  const fields = [...part.querySelectorAll('select')];
  const names = rounds.map(({ id, title }) => `${id} ${title}`).join('\n');
  part.hidden = rounds.length < 2 && !ofOne;
  fields.forEach((field, side) => {
    if (field.dataset.offered === names) return;
    const chosen = field.dataset.offered === undefined ? null : field.value;
    field.dataset.offered = names;
    field.replaceChildren(...rounds.map(({ id, title }) => new Option(title, id)));
    const usual = rounds[Math.max(0, rounds.length - 2 + side)]?.id ?? '';
    field.value = chosen !== null && rounds.some(({ id }) => id === chosen) ? chosen : usual;
  });
}

customElements.define('compare-rounds', CompareRounds);
