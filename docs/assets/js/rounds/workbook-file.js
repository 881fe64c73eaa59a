import { answers } from '../answers/page-answers.js';
import { seal } from '../backup/encrypt.js';
import { recordsOfWorkbook, workbookText } from '../backup/one-workbook.js';
import { shelf } from '../named-workbooks/list.js';
import { dated, download } from '../page/download.js';
import { why } from '../page/say-failure.js';
import { canSeal } from '../page/secure-context.js';
import { SiteElement } from '../page/site-element.js';
import { opened, siteTitle } from '../page/this-page.js';
import { worded } from '../page/fill-words.js';
import { answerOf } from '../storage/records.js';
import { clock, root } from '../storage/this-site.js';

/**
 * Hands the person a file of the page's workbook alone, for somebody else to read.
 *
 *   <workbook-file data-workbook="self-reflection" data-saved="Saved as {name}. …" data-failed="…" data-nothing="…">
 *     <dialog><form> <a data-part="opens" href="…"> <input data-part="from"> <label data-part="all"><input type="checkbox"></label>
 *       <input type="checkbox" data-part="versions"> (it may be left out) <div data-part="seal"><input type="password"></div>
 *       <p role="status"></p> <button type="submit">…</button> <button data-part="cancel">…</button></form></dialog>
 *   </workbook-file>
 *
 * Any `[data-open-workbook-file]` of the page opens it.
 */
export class WorkbookFile extends SiteElement {
  /** @param {AbortSignal} signal */
  setUp(signal) {
    document.addEventListener(
      'click',
      ({ target }) => {
        if (target instanceof Element && target.closest('[data-open-workbook-file]')) void this.#open();
      },
      { signal },
    );
    this.find('form', HTMLFormElement).addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        void this.#save();
      },
      { signal },
    );
    this.#part('cancel').addEventListener('click', () => this.#dialog.close(), { signal });
  }

  async #open() {
    if (this.#dialog.open) return;
    this.#say('');
    this.#part('seal').hidden = !canSeal();
    this.#passphrase.value = '';
    this.#dialog.showModal();
    const { records } = await answers.records();
    this.#part('all').hidden = shelf(records, this.#workbook).length === 0;
  }

  async #save() {
    this.#say('');
    try {
      answers.flush();
      const { records, whole, damaged } = await answers.records();
      if (!whole || damaged.length) return this.#say(this.dataset.unreadable ?? '');
      const all = this.#checked('all') && !this.#part('all').hidden;
      const choice = { rounds: all ? null : [opened ?? ''], versions: this.#checked('versions') };
      const chosen = recordsOfWorkbook(records, this.#workbook, questionsHere(), choice);
      const written = [...chosen.values()].some((record) => /\S/.test(answerOf(record)?.value ?? ''));
      if (!written) return this.#say(this.dataset.nothing ?? '');
      const { value: from, required } = /** @type {HTMLInputElement} */ (this.#part('from'));
      const initials = required ? `-${from.replace(/[^\p{L}\p{N}]+/gu, '')}` : ''; // several lie in one folder
      if (initials === '-') return this.#part('from').focus();
      const facts = {
        made: clock.date(),
        site: siteTitle(),
        address: root.href,
        from,
        workbook: this.#workbook,
      };
      const plain = workbookText(chosen, facts);
      const passphrase = this.#part('seal').hidden ? '' : this.#passphrase.value;
      const text = passphrase ? await seal(plain, passphrase) : plain;
      const name = dated(`five-attributes-${this.#workbook}${initials}`, 'json');
      download(name, text, 'application/json');
      const { href: opens } = this.find('[data-part="opens"]', HTMLAnchorElement);
      this.#say(worded(passphrase ? this.dataset.savedSealed : this.dataset.saved, { name, opens }));
    } catch (error) {
      this.#say(`${this.dataset.failed ?? ''} ${await why(error)}`);
    }
  }

  /** @param {string} name */
  #checked(name) {
    const part = this.querySelector(`[data-part="${name}"]`);
    const box = part instanceof HTMLInputElement ? part : part?.querySelector('input');
    return box?.checked === true;
  }

  /** @param {string} words */
  #say(words) {
    this.find('[role="status"]', HTMLElement).textContent = words;
  }

  /** @param {string} name */
  #part(name) {
    return this.find(`[data-part="${name}"]`, HTMLElement);
  }

  get #dialog() {
    return this.find('dialog', HTMLDialogElement);
  }

  get #passphrase() {
    return this.find('[data-part="seal"] input', HTMLInputElement);
  }

  get #workbook() {
    return this.dataset.workbook ?? '';
  }
}

/** The ids of the page's questions and of what is asked beside them, the former ones too. */
function questionsHere() {
  const all = document.querySelectorAll('form[data-workbook] workbook-question');
  const ids = [...all].flatMap((one) =>
    `${one.getAttribute('question')} ${one.getAttribute('formerly') ?? ''}`.split(' '),
  );
  return new Set(ids.filter(Boolean));
}

customElements.define('workbook-file', WorkbookFile);
