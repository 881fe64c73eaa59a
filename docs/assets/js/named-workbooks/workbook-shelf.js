import { isShared, opened, searchOf } from '../page/this-page.js';
import { sayFailure } from '../page/say-failure.js';
import { nextRound, shelf } from './list.js';
import { questionsOf, showShelf } from './list-view.js';
import { shelfKey } from '../storage/named-workbook.js';
import { clock, store } from '../storage/this-site.js';
import { follow } from '../answers/stored-summary.js';
import { counted, worded } from '../page/fill-words.js';
import { SiteElement } from '../page/site-element.js';

/** What is needed once something is to be done; loaded when the list is opened. */
async function later() {
  const [dialogs, shelving] = await Promise.all([import('./dialogs.js'), import('./actions.js')]);
  return { ...dialogs, ...shelving };
}

/**
 * Lists a workbook's named workbooks: each can be opened, copied, renamed, archived and brought
 * back, and one that is archived erased.
 *
 *   <opened-workbook class="shelf" data-workbook="recruiting" data-address="…" data-questions="…" data-unnamed="…">
 *     <details data-later>… <span data-named data-one="…" data-many="…"></span>
 *       <workbook-shelf> the list as named-workbooks/list-view.js wants it, with buttons data-do="rename", "copy", "archive", "back",
 *         "erase"; <button data-do="new">…</button> <p data-part="shared" hidden>…</p>
 *         <dialog data-dialog="name">…</dialog> <dialog data-dialog="erase">… <button data-do="erase-now">…</button>
 *         <button data-do="cancel">…</button></dialog>, as named-workbooks/dialogs.js wants them </workbook-shelf></details>
 *     <p class="shelf__status" role="status" tabindex="-1" data-renamed="… {title} …" data-archived="…" …></p>
 *   </opened-workbook>
 *
 * Where the part has `data-round="Round {number} ({month})"`, those begun here are rounds of a leader's workbook;
 * `data-next="Candidate {number}"` is the name that is suggested for the next sheet of a panel.
 * In a tab that keeps nothing, the part bears `data-shared`, and nothing can be done with the list.
 */
export class WorkbookShelf extends SiteElement {
  /** @type {import('./list.js').Named[]} */
  #named = [];
  /** @type {Map<string, unknown>} */
  #kept = new Map();
  /** Which is asked about. */
  #asked = '';

  /** @param {AbortSignal} signal */
  setUp(signal) {
    this.addEventListener('click', ({ target }) => this.#press(target), { signal });
    const list = this.closest('details');
    const ready = () => void later().catch(() => {}); // ahead: what needs it says what fails
    if (list?.open) ready();
    else list?.addEventListener('toggle', ready, { signal, once: true });
    this.#part.querySelector('[data-part="shared"]')?.toggleAttribute('hidden', !isShared());
    this.#part.toggleAttribute('data-shared', isShared());
    follow((kept) => this.#show(kept), signal);
  }

  /** @param {Map<string, unknown>} kept */
  #show(kept) {
    this.#kept = kept;
    this.#named = showShelf(this.#part, kept, opened);
    const number = this.#part.querySelector('[data-named]');
    const many = this.#named.filter(({ archived }) => !archived).length;
    if (number instanceof HTMLElement) number.textContent = many ? counted(number, many) : '';
    const start = this.#part.querySelector('[data-do="new"][data-text]');
    if (start instanceof HTMLElement) start.textContent = worded(start.dataset.text, this.#nextNumber());
    this.#part.querySelector('[data-compare]')?.toggleAttribute('hidden', !many);
  }

  /** @param {EventTarget | null} target */
  #press(target) {
    const button = target instanceof Element ? target.closest('[data-do]') : null;
    const act = button?.getAttribute('data-do') ?? '';
    const id = button?.closest('[data-item]')?.getAttribute('data-item') ?? '';
    if (act === 'new' || act === 'copy' || act === 'rename') void this.#askName(act, act === 'new' ? '' : id);
    if (act === 'archive' || act === 'back') void this.#archive(id, act === 'archive');
    if (act === 'erase') void this.#askErase(id);
    if (act === 'erase-now') void this.#erase(this.#asked);
    if (act === 'cancel') button?.closest('dialog')?.close();
  }

  /** @param {import('./dialogs.js').Naming} naming @param {string} id */
  async #askName(naming, id) {
    const dialog = this.#dialog('name');
    const loaded = await later().catch(sayFailure);
    const title = this.#titleOf(id);
    if (!dialog || !loaded) return;
    const { askName, begin, copy, edit } = loaded;
    const copied = id && worded(dialog.querySelector('input')?.dataset.copy, { title });
    if (naming === 'new') {
      const prefix = shelfKey(this.#workbook, '');
      this.#named = shelf(await store.read([prefix]).catch(() => this.#kept), this.#workbook); // it may not be shown yet
    }
    const round = this.#part.dataset.round ? nextRound(this.#named) : null;
    const fresh = worded(this.#part.dataset.round ?? this.#part.dataset.next, this.#nextNumber());
    const suggested = { new: fresh, copy: copied, rename: title }[naming];
    const others = this.#part.dataset.next
      ? this.#named.filter((one) => naming === 'new' || one.id !== id)
      : [];
    askName(dialog, naming, { title, suggested, taken: others.map((one) => one.title) }, async (name) => {
      if (naming === 'new') this.#open(await begin(this.#workbook, name, round));
      if (naming === 'copy') this.#open(await copy(this.#workbook, name, id, questionsOf(this.#part).flat()));
      if (naming !== 'rename') return;
      await edit(this.#workbook, id, { title: name });
      dialog.addEventListener('close', () => this.#say('renamed', name), { once: true }); // nothing is heard behind it
    });
  }

  /** The number of the next round or candidate, and the month that it is begun in. */
  #nextNumber() {
    const month = new Date(clock.date()).toLocaleDateString('en-GB', { month: 'long', year: 'numeric' });
    const numbered = this.#named.map(({ title }) => Number(/\d+$/.exec(title)?.[0] ?? 0));
    const number = this.#part.dataset.next ? Math.max(0, ...numbered) + 1 : nextRound(this.#named);
    return { number: String(number), month };
  }

  /** @param {string} id @param {boolean} archived */
  async #archive(id, archived) {
    const title = this.#titleOf(id);
    try {
      const { edit } = await later();
      await edit(this.#workbook, id, { archived });
      this.#say(archived ? 'archived' : 'back', title);
    } catch {
      this.#say('failed', title);
    }
    this.#status?.focus(); // the button has gone with its item
  }

  /** @param {string} id */
  async #askErase(id) {
    const dialog = this.#dialog('erase');
    const loaded = await later().catch(sayFailure);
    if (!dialog || !loaded) return;
    this.#asked = id;
    loaded.askErase(dialog, { id, title: this.#titleOf(id) }, this.#kept);
  }

  /** @param {string} id */
  async #erase(id) {
    if (!id) return;
    this.#asked = ''; // a second press finds nothing
    const title = this.#titleOf(id);
    this.#tell('erasing', id);
    const erased = await later()
      .then(({ erase }) => erase(this.#workbook, id))
      .catch(() => false);
    this.#tell(erased ? 'erased' : 'not-erased', id);
    if (erased && id === opened) return; // the page goes with it
    this.#dialog('erase')?.close();
    this.#say(erased ? 'erased' : 'failed', title);
    this.#status?.focus();
  }

  /** Tells `opened-workbook` what becomes of the open one. @param {string} event @param {string} id */
  #tell(event, id) {
    if (id === opened) this.dispatchEvent(new Event(event, { bubbles: true }));
  }

  /** @param {string} id */
  #open(id) {
    location.assign(`${this.#part.dataset.address ?? ''}${searchOf(id)}`);
  }

  /** @param {string} words the name of those to say @param {string} title */
  #say(words, title) {
    if (this.#status) this.#status.textContent = worded(this.#status.dataset[words], { title });
  }

  /** @param {string} id */
  #titleOf(id) {
    return this.#named.find((workbook) => workbook.id === id)?.title ?? this.#part.dataset.unnamed ?? '';
  }

  /** @param {string} name */
  #dialog(name) {
    return /** @type {HTMLDialogElement | null} */ (this.#part.querySelector(`[data-dialog="${name}"]`));
  }

  /** What the page has of named workbooks: this, and what is seen while it is folded away. */
  get #part() {
    return /** @type {HTMLElement} */ (this.closest('.shelf'));
  }

  get #workbook() {
    return this.#part.dataset.workbook ?? '';
  }

  get #status() {
    return /** @type {HTMLElement | null} */ (this.#part.querySelector('.shelf__status'));
  }
}

customElements.define('workbook-shelf', WorkbookShelf);
