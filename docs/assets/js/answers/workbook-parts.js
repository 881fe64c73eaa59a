import { SiteElement } from '../page/site-element.js';

/**
 * Shows one part of a workbook at a time, or all of them, and marks the one shown in its list.
 *
 *   <workbook-parts class="contents__parts">
 *     <ul><li><a class="contents__link" href="#reflect-on-values">Values</a></li> …</ul>
 *   </workbook-parts>
 *   <section class="workbook-part" data-current>
 *     <button type="button" data-all="Show all questions" data-one="Show one part at a time" hidden>…</button> …
 *   </section> …
 *
 * A part is a `.workbook-part` of its form. It is shown when the address leads into it: until this script
 * runs, styles see to that. Where the address leads elsewhere on the page, the part shown stays. On paper,
 * and without script, all parts are there.
 */
export class WorkbookParts extends SiteElement {
  /** @param {AbortSignal} signal */
  setUp(signal) {
    const target = this.#follow();
    this.#show('one');
    if (!scrollY) this.#go(target); // it was hidden when the browser looked for it
    addEventListener('hashchange', () => this.#go(this.#follow()), { signal });
    for (const button of this.#buttons)
      button.addEventListener('click', () => this.#change(button), { signal });
  }

  /** Goes there, as the browser does: it may have been hidden until now. @param {HTMLElement | null} target */
  #go(target) {
    if (!target) return;
    target.scrollIntoView();
    if (!/^H\d$/.test(target.tagName)) return;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }

  /** Makes the part that the address leads into the current one; gives what it leads to, null where in none. */
  #follow() {
    const target = document.getElementById(location.hash.slice(1));
    const first = this.#form?.querySelector('.workbook-section');
    const part = target?.closest('.workbook-part') ?? (location.hash ? null : first);
    if (part) this.#makeCurrent(part);
    else this.#mark();
    return part ? target : null;
  }

  /** @param {Element} part */
  #makeCurrent(part) {
    for (const one of this.#form?.querySelectorAll('.workbook-part') ?? [])
      one.toggleAttribute('data-current', one === part);
    this.#mark();
  }

  /** Marks the current part in the list. */
  #mark() {
    for (const link of this.querySelectorAll('a')) {
      const current = document.getElementById(link.hash.slice(1))?.closest('[data-current]');
      if (current) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }

  /** @param {HTMLElement} button in the part that is to be seen then, too */
  #change(button) {
    const part = button.closest('.workbook-part');
    if (part) this.#makeCurrent(part);
    this.#show(this.#form?.dataset.view === 'all' ? 'one' : 'all');
    part?.scrollIntoView();
  }

  /** @param {'one' | 'all'} view */
  #show(view) {
    if (this.#form) this.#form.dataset.view = view;
    for (const button of this.#buttons) {
      button.textContent = (view === 'all' ? button.dataset.one : button.dataset.all) ?? '';
      button.hidden = false;
    }
  }

  get #form() {
    return this.closest('form');
  }

  /** @returns {HTMLElement[]} */
  get #buttons() {
    return [...(this.#form?.querySelectorAll('button') ?? [])].filter((button) => button.dataset.all);
  }
}

customElements.define('workbook-parts', WorkbookParts);
