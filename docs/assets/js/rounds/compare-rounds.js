import { roundsOf } from '../named-workbooks/list.js';
import { reportData } from '../page/report-data.js';
import { noteFailure } from '../page/say-failure.js';
import { SiteElement } from '../page/site-element.js';
import { worded } from '../page/fill-words.js';
import { comparison } from './comparison.js';
import { listRows } from './comparison-list.js';
import { compareRatings } from './compare-ratings.js';

/**
 * @typedef {import('./comparison.js').Row} Row
 *
 * @typedef {object} View how rounds are shown that are read and not compared: one is enough
 * @property {(row: Row, item: HTMLElement) => void} more adds to each row what else is there
 * @property {(row: Row) => boolean} [wanted] which rows are shown; without it those that are answered
 */

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
  /** @type {View | null} */
  #view = null;

  /** @param {AbortSignal} signal */
  setUp(signal) {
    this.addEventListener(
      'change',
      ({ target }) => {
        // what is written in a note changes nothing that is listed
        if (target instanceof Element && target.matches('select, [data-only]'))
          void this.#compare().catch(noteFailure);
      },
      { signal },
    );
    if (this.hasAttribute('data-of-a-file')) return; // such a page opens no store
    import('../answers/stored-summary.js')
      .then(({ follow }) => follow((kept) => void this.show(kept).catch(noteFailure), signal))
      .catch(noteFailure);
  }

  /**
   * Shows the rounds that are in these records.
   * @param {Map<string, unknown>} records
   * @param {View} [view]
   * @returns {Promise<boolean>} whether there is anything to show
   */
  async show(records, view) {
    this.#records = records;
    this.#view = view ?? null;
    const { workbooks } = await reportData();
    for (const part of this.#parts) {
      const rounds = roundsOf(records, part.dataset.of ?? '', part.dataset.first ?? this.dataset.first ?? '');
      if (view) for (const field of part.querySelectorAll('select')) delete field.dataset.offered; // chosen in another file
      offer(part, view ? this.#read(workbooks, part, rounds) : rounds, view ? 1 : 2);
    }
    await this.#compare();
    const shown = this.#parts.filter((part) => !part.hidden);
    this.querySelector('[data-none]')?.toggleAttribute('hidden', shown.length > 0);
    const wanted = location.hash.slice(1);
    const target = shown.find((part) => part.dataset.of === wanted);
    if (target && !this.hasAttribute('data-shown')) target.scrollIntoView();
    this.toggleAttribute('data-shown', true);
    return shown.length > 0;
  }

  /** What the workbooks are called that are shown, and their rows, with the titles of 2 rounds that are compared. */
  async shown() {
    const { workbooks } = await reportData();
    const parts = this.#parts.filter((part) => !part.hidden);
    const rows = parts.flatMap((part) => {
      const [left, right] = sidesOf(part);
      const rounds = left === right ? null : titlesOf(part);
      return rowsOf(workbooks, part, this.#records, left, right).map((row) => ({ ...row, rounds }));
    });
    return { title: parts.map((part) => part.querySelector('h2')?.textContent ?? '').join(', '), rows };
  }

  /** Whether anything is answered in these records. @param {Map<string, unknown>} records */
  async answered(records) {
    const { workbooks } = await reportData();
    return this.#parts.some((part) =>
      roundsOf(records, part.dataset.of ?? '', '').some(({ id }) =>
        rowsOf(workbooks, part, records, id, id).some((row) => row.left),
      ),
    );
  }

  /** Takes all that was shown from the page. */
  clear() {
    this.#records = new Map();
    this.#view = null;
    for (const part of this.#parts) {
      part.hidden = true;
      for (const field of part.querySelectorAll('select')) {
        delete field.dataset.offered;
        field.replaceChildren();
      }
      part.querySelector('[data-rows]')?.replaceChildren();
      for (const place of part.querySelectorAll(
        '[data-compare] svg, [data-compare] [data-put], [data-words]',
      ))
        place.replaceChildren();
      part.querySelector('[data-compare]')?.toggleAttribute('hidden', true);
    }
  }

  /**
   * The rounds to read: those with answers; without any, the first one where a row of it is wanted all the same.
   * None where rows are wanted, and none of this workbook.
   * @param {import('../export/workbook-document.js').Workbook[]} workbooks
   * @param {HTMLElement} part
   * @param {{ id: string, title: string }[]} rounds
   */
  #read(workbooks, part, rounds) {
    const rows = (/** @type {string} */ id) => rowsOf(workbooks, part, this.#records, id, id);
    const answered = rounds.filter(({ id }) => rows(id).some((row) => row.left));
    const wanted = this.#view?.wanted;
    if (!wanted) return answered;
    if (!rows('').some(wanted)) return [];
    return answered.length ? answered : rounds.slice(0, 1);
  }

  async #compare() {
    const { workbooks } = await reportData();
    for (const part of this.#parts) {
      const list = part.querySelector('[data-rows]');
      if (!(list instanceof HTMLElement) || part.hidden) continue;
      const [left, right] = sidesOf(part);
      const rows = rowsOf(workbooks, part, this.#records, left, right);
      const changed = rows.filter((row) => row.changed);
      const only = part.querySelector('[data-only]');
      const place = part.querySelector('[data-changed]');
      if (place instanceof HTMLElement)
        place.textContent = worded(place.dataset.text, {
          changed: String(changed.length),
          total: String(rows.filter((row) => !row.isPlan || row.left || row.right).length),
        });
      const wanted = this.#view?.wanted;
      only?.closest('label')?.toggleAttribute('hidden', wanted !== undefined);
      const among = only instanceof HTMLInputElement && only.checked && !wanted ? changed : rows;
      const listed = among.filter(wanted ?? ((row) => row.left ?? row.right));
      part.classList.toggle('compared__workbook--one', left === right);
      listRows(list, listed, this.#view?.more);
      part.querySelector('[data-same]')?.toggleAttribute('hidden', listed.length > 0);
      await compareRatings(part, this.#records, left, right);
    }
  }

  /** @returns {HTMLElement[]} */
  get #parts() {
    return [...this.querySelectorAll('[data-of]')].filter((part) => part instanceof HTMLElement);
  }
}

/** The rounds that are chosen in a part. @param {HTMLElement} part @returns {[string, string]} */
function sidesOf(part) {
  const [left = '', right = ''] = [...part.querySelectorAll('select')].map((field) => field.value);
  return [left, right];
}

/** What the rounds are called that are chosen in a part. @param {HTMLElement} part @returns {[string, string]} */
function titlesOf(part) {
  const [left = '', right = ''] = [...part.querySelectorAll('select')].map(
    (field) => field.selectedOptions[0]?.text,
  );
  return [left, right];
}

/**
 * @param {import('../export/workbook-document.js').Workbook[]} workbooks
 * @param {HTMLElement} part
 * @param {Map<string, unknown>} records
 * @param {string} left
 * @param {string} right
 */
function rowsOf(workbooks, part, records, left, right) {
  const workbook = workbooks.find(({ id }) => id === part.dataset.of);
  return workbook ? comparison(workbook, records, left, right) : [];
}

/**
 * Offers the rounds of a workbook; hidden where there are too few. What a person chose stays chosen.
 * @param {HTMLElement} part
 * @param {{ id: string, title: string }[]} rounds the first one first
 * @param {number} fewest
 */
function offer(part, rounds, fewest) {
  const fields = [...part.querySelectorAll('select')];
  const names = rounds.map(({ id, title }) => `${id} ${title}`).join('\n');
  part.hidden = rounds.length < fewest;
  part.querySelector('.compared__choice')?.toggleAttribute('hidden', rounds.length < 2);
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
