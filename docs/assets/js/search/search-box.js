/**
 * The search box in the header: a field with what it finds below it, or on a narrow screen a dialog.
 * Loaded by main.js when a person touches it. Nothing opens before a person clicks or types: a person
 * who goes through the page with the Tab key passes by.
 *
 *   <div data-search data-failed="…">
 *     <button data-search-open> <dialog data-search-dialog>
 *     <div data-search-body> <form><button data-search-close> <input> <button type="reset"></form>
 *       <section data-search-found hidden> <p role="status">
 */

import { loadSearch } from './load-search.js';
import { FoundView } from './found-view.js';

const NARROW = '(max-width: 59.984375em)';
const MOST = 8;

/** @typedef {{ form: HTMLFormElement, field: HTMLInputElement, found: HTMLElement, body: HTMLElement, dialog: HTMLDialogElement, opener: HTMLElement, status: HTMLElement }} Parts */

class SearchBox {
  #box;
  #parts;
  #narrow = matchMedia(NARROW);
  #view;
  /** Whether a result on this page was chosen, which gets what the search had. */
  #chosen = false;

  /**
   * @param {HTMLElement} box
   * @param {Parts} parts
   */
  constructor(box, parts) {
    this.#box = box;
    this.#parts = parts;
    const { field, found, form, dialog, status } = parts;
    this.#view = new FoundView(found, status, { most: MOST, ask: (query) => this.#ask(query) });
    field.addEventListener('input', () => this.open());
    field.addEventListener('click', () => this.open());
    form.addEventListener('reset', () => setTimeout(() => this.#ask('')));
    box.addEventListener('keydown', (event) => this.#onKey(event));
    box.addEventListener('focusout', ({ relatedTarget }) => this.#onLeave(relatedTarget));
    document.addEventListener('pointerdown', ({ target }) => this.#onLeave(target));
    found.addEventListener('click', ({ target }) => this.#onChosen(target));
    box.querySelector('[data-search-close]')?.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => this.#closed());
    this.#narrow.addEventListener('change', () => this.close());
    addEventListener('pagehide', () => this.close());
  }

  /** Opens the dialog of a narrow screen. */
  openDialog() {
    const { dialog, body, field } = this.#parts;
    dialog.append(body);
    dialog.showModal();
    field.focus();
    this.open();
  }

  close() {
    const { dialog, found } = this.#parts;
    if (dialog.open) dialog.close();
    found.hidden = true;
  }

  #closed() {
    const { body, found, opener } = this.#parts;
    this.#box.append(body);
    found.hidden = true;
    if (!this.#chosen) opener.focus();
    this.#chosen = false;
  }

  /** @param {string} query */
  #ask(query) {
    const { field } = this.#parts;
    field.value = query;
    field.focus();
    this.open();
  }

  /** Shows what is found, or what people look for. */
  async open() {
    const { found } = this.#parts;
    found.hidden = false;
    try {
      const search = await loadSearch();
      this.#show(search);
      if (!search.grown) return;
      await search.grown;
      if (!found.contains(document.activeElement)) this.#show(search);
    } catch (error) {
      console.error(error);
      this.#view.fail(this.#box.dataset.failed ?? '');
    }
  }

  /** @param {import("./load-search.js").Search} search */
  #show({ guide, settings }) {
    const { field, found } = this.#parts;
    if (found.hidden) return;
    if (field.value.trim()) this.#view.show(field.value, guide, settings);
    else this.#view.offer(settings);
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const { field, found, dialog } = this.#parts;
    if (event.key === 'Escape' && !dialog.open && !found.hidden) {
      event.preventDefault(); // Chromium would empty the field
      field.focus();
      this.close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (found.hidden) this.open();
      else this.#move(event.key === 'ArrowDown' ? 1 : -1);
    }
  }

  /** @param {number} step from the field to the first result, and on; back again to the field */
  #move(step) {
    const { field, found } = this.#parts;
    const stops = [field, ...found.querySelectorAll('a, summary')].filter(
      (stop) => stop.getClientRects().length,
    );
    const next = stops[stops.indexOf(/** @type {Element} */ (document.activeElement)) + step];
    if (next instanceof HTMLElement) next.focus();
  }

  /** @param {EventTarget | null} target a result that may be on this page: it must not cover that */
  #onChosen(target) {
    const link = target instanceof Element ? target.closest('a') : null;
    this.#chosen = Boolean(link?.hash) && link?.pathname === location.pathname;
    if (this.#chosen) this.close();
  }

  /** @param {EventTarget | null} target what gets the focus, or is pressed */
  #onLeave(target) {
    const outside = target instanceof Node && !this.#box.contains(target);
    if (outside && !this.#parts.dialog.open) this.close();
  }
}

/** @type {SearchBox | undefined} */
let known;

/**
 * Sets the box up, once, and opens what was asked for while this was loading.
 *
 * @param {HTMLElement} box
 * @param {'ready' | 'below' | 'dialog'} how
 */
export function openSearch(box, how) {
  if (!known) {
    const part = (/** @type {string} */ selector) => /** @type {any} */ (box.querySelector(selector));
    known = new SearchBox(box, {
      form: part('form'),
      field: part('input'),
      found: part('[data-search-found]'),
      body: part('[data-search-body]'),
      dialog: part('[data-search-dialog]'),
      opener: part('[data-search-open]'),
      status: part('[role=status]'),
    });
    void loadSearch().catch(console.error);
  }
  if (how === 'dialog') known.openDialog();
  else if (how === 'below') void known.open();
}
