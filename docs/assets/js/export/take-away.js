import { isBackupDue } from '../storage/ledger.js';
import { closeAsMenusDo } from '../page/closing-menu.js';
import { why } from '../page/say-failure.js';
import { ledgerHere } from '../storage/page-ledger.js';
import { day, time } from '../page/notices.js';
import { worded } from '../page/fill-words.js';
import { SiteElement } from '../page/site-element.js';
import { opened, searchOf } from '../page/this-page.js';
import { isShared, root } from '../storage/this-site.js';

const clipboard = () => import('./clipboard.js');

/**
 * The ways to take a workbook away from its page, and the age of the last backup.
 *
 *   <take-away class="take-away" workbook="self-reflection" hidden data-failed="…" data-partly="…" …>
 *     <button type="button" data-open-backup>Save a backup</button>
 *     <button type="button" data-way="word" data-done="Word document saved …">Word</button>
 *     … copy, markdown, plain
 *     <p class="take-away__saved" data-text="Saved {time}" data-before="Saved on {day}"></p>
 *     <p class="take-away__backup" data-last="Last backup: {day}">No backup yet</p>
 *     <p class="take-away__reminder" data-text="You have written since {day} …" hidden></p>
 *     <p class="take-away__status" role="status"></p>
 *   </take-away>
 *
 * It comes hidden, as it needs script. `data-partly` is added where only this page's
 * answers could be had. What the files say stands in further data attributes, which
 * export/save-files.js names; that and all that writes files is loaded at the first click,
 * what copies when something is typed or a button is about to be pressed, and `keep-copy`
 * when more ways are looked at or a copy is being kept.
 */
export class TakeAway extends SiteElement {
  #busy = false;

  /** @param {AbortSignal} signal */
  setUp(signal) {
    this.hidden = false;
    for (const button of this.querySelectorAll('button')) {
      if (button.dataset.way) button.addEventListener('click', () => this.#take(button), { signal });
    }
    if (this.querySelector('[data-way="copy"]')) {
      const ready = () => void clipboard().catch(() => {}); // browsers copy nothing long after a click; it says what fails
      for (const type of ['pointerover', 'focusin'])
        this.addEventListener(type, ready, { signal, once: true });
      document.addEventListener('input', ready, { signal, once: true });
    }
    document.addEventListener('ledger', () => this.#showAge(), { signal });
    addEventListener('storage', () => this.#showAge(), { signal }); // another tab's ledger
    const copying = () =>
      import('../backup/keep-copy.js').catch(async (error) => this.#say(await why(error)));
    this.#openAndClose(signal, copying);
    if (ledgerHere()?.copy) copying();
    this.#showAge();
  }

  /**
   * The menu closes as menus do, and once something is chosen.
   * @param {AbortSignal} signal
   * @param {() => void} whenOpened called when it is first opened
   */
  #openAndClose(signal, whenOpened) {
    const menu = this.querySelector('details');
    if (!menu) return;
    menu.addEventListener('toggle', whenOpened, { signal, once: true });
    closeAsMenusDo(menu, signal);
    menu.addEventListener(
      'click',
      ({ target }) => {
        if (target instanceof Element && target.closest('button')) menu.open = false;
      },
      { signal },
    );
  }

  /** @param {HTMLButtonElement} button */
  async #take({ dataset: { way = '', done = '' } }) {
    if (this.#busy) return;
    this.#busy = true;
    this.#say(''); // so that the same words are said again
    try {
      const whole = await (way === 'copy' ? this.#copy() : this.#save(way));
      this.#say(whole ? done : `${done} ${this.dataset.partly ?? ''}`);
    } catch (error) {
      this.#say(`${this.dataset.failed ?? ''} ${await why(error, way === 'copy')}`);
    } finally {
      this.#busy = false;
    }
  }

  /** @param {string} way */
  async #save(way) {
    const { save, workbook } = await import('./save-files.js');
    const { outline, whole, stem } = await workbook(this.#workbook, this.dataset);
    await save(/** @type {'word' | 'markdown' | 'plain'} */ (way), stem, outline);
    return whole;
  }

  async #copy() {
    const made = import('./save-files.js').then((files) => files.workbook(this.#workbook, this.dataset));
    const { copy } = await clipboard();
    await copy(
      made.then(async ({ outline }) => {
        const { rich } = await import('./clipboard-html.js');
        return rich(outline);
      }),
    );
    return (await made).whole;
  }

  #showAge() {
    const ledger = ledgerHere();
    const last = ledger?.last ? new URL(ledger.last, root) : null;
    const isHere = last?.pathname === location.pathname && last.search === searchOf(opened);
    this.#showSaved(isShared() || !isHere ? '' : (ledger?.saved ?? '')); // the date is that of another workbook
    const age = this.querySelector('.take-away__backup');
    if (age && isShared()) age.textContent = ''; // nothing is known of it
    const reminder = this.querySelector('.take-away__reminder');
    if (age instanceof HTMLElement && ledger) {
      age.dataset.none ??= age.textContent ?? '';
      age.textContent = ledger.backup
        ? (age.dataset.last ?? '').replace('{day}', day(ledger.backup))
        : age.dataset.none;
    }
    if (!(reminder instanceof HTMLElement)) return;
    reminder.hidden = !ledger || !isBackupDue(ledger, Date.now());
    reminder.textContent = ledger?.since
      ? (reminder.dataset.text ?? '').replace('{day}', day(ledger.since))
      : '';
  }

  /** When something was last saved here: the time if that was today. @param {string} saved ISO time, empty if never */
  #showSaved(saved) {
    const place = this.querySelector('.take-away__saved');
    if (!(place instanceof HTMLElement)) return;
    const today = saved && day(saved) === day(new Date().toISOString());
    place.textContent = saved
      ? worded(today ? place.dataset.text : place.dataset.before, { time: time(saved), day: day(saved) })
      : '';
  }

  /** @param {string} words */
  #say(words) {
    this.find('.take-away__status', HTMLElement).textContent = words;
  }

  get #workbook() {
    return this.getAttribute('workbook') ?? '';
  }
}

customElements.define('take-away', TakeAway);
