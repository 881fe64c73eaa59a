import { announce } from '../page/announce.js';

/**
 * Shows those quotes that fit the choices made in a form. The choices live in the
 * address, so that a filtered view can be shared, kept and gone back to.
 *
 *   <quote-filter class="quote-filter" data-text="{shown} of {total} quotes shown" data-none="No quote has both.">
 *     <form class="quote-filter__form" hidden>
 *       <label>Attribute <select name="attribute"><option value="">All attributes</option>…</select></label>
 *       <label>Theme <select name="theme"><option value="">All themes</option>…</select></label>
 *       <button type="reset">Show all quotes</button>
 *     </form>
 *     <p class="quote-filter__status">39 quotes</p>
 *     <p role="status" data-announcer></p>
 *     <ul>
 *       <li class="quotes__item" data-attribute="values" data-themes="purpose risk">… id="QUOTE" …</li>
 *     </ul>
 *   </quote-filter>
 *
 * A choice named `theme` is held against an item's `data-theme` or `data-themes`,
 * words with spaces between. The quote that the address names (`#QUOTE`) is always
 * shown. Without script the form stays hidden and all the quotes are there.
 */
export class QuoteFilter extends HTMLElement {
  #ends = new AbortController();

  connectedCallback() {
    this.#ends = new AbortController();
    const { signal } = this.#ends;
    const form = this.querySelector('form');
    if (!form) return;
    form.hidden = false;
    form.addEventListener('change', () => this.#choose(form), { signal });
    form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    form.addEventListener(
      'reset',
      (event) => {
        event.preventDefault(); // it would bring back the choices the page came with
        fill(form, new URLSearchParams());
        this.#choose(form);
      },
      { signal },
    );
    addEventListener('popstate', () => this.#follow(form), { signal }); // also when only the part after # changes
    if (location.search || location.hash) this.#follow(form);
  }

  disconnectedCallback() {
    this.#ends.abort();
  }

  /** The address has changed: the form and the quotes follow. @param {HTMLFormElement} form */
  #follow(form) {
    fill(form, new URL(location.href).searchParams);
    this.#apply(form);
    if (selects(form).some(({ value }) => value)) this.#target?.scrollIntoView();
  }

  /** A choice has been made: the address and the quotes follow. @param {HTMLFormElement} form */
  #choose(form) {
    const address = new URL(location.href);
    address.hash = '';
    for (const { name, value } of selects(form)) {
      address.searchParams.delete(name);
      if (value) address.searchParams.set(name, value);
    }
    history.pushState(null, '', address);
    this.#apply(form);
  }

  /** @param {HTMLFormElement} form */
  #apply(form) {
    const choices = selects(form).filter(({ value }) => value);
    const items = [...this.querySelectorAll('.quotes__item')];
    const target = this.#target;
    for (const item of items) item.toggleAttribute('hidden', item !== target && !fits(item, choices));
    const shown = items.filter((item) => !item.hasAttribute('hidden')).length;
    this.#say(shown, items.length);
  }

  /** @param {number} shown @param {number} total */
  #say(shown, total) {
    const words = (shown ? this.dataset.text : this.dataset.none) ?? '';
    const text = words.replace('{shown}', String(shown)).replace('{total}', String(total));
    const place = this.querySelector('.quote-filter__status');
    if (place && place.textContent !== text) place.textContent = text;
    announce(text);
  }

  /** The item that the address names. */
  get #target() {
    const id = location.hash.slice(1);
    return id ? (document.getElementById(id)?.closest('.quotes__item') ?? null) : null;
  }
}

/** @param {HTMLFormElement} form */
function selects(form) {
  return [...form.querySelectorAll('select')];
}

/**
 * Sets the form's choices to those in an address; what it does not offer is passed over.
 * @param {HTMLFormElement} form
 * @param {URLSearchParams} choices
 */
function fill(form, choices) {
  for (const select of selects(form)) {
    const wanted = choices.getAll(select.name);
    select.value = [...select.options].find(({ value }) => wanted.includes(value))?.value ?? '';
  }
}

/**
 * @param {Element} item
 * @param {{ name: string, value: string }[]} choices
 */
function fits(item, choices) {
  return choices.every(({ name, value }) => {
    const words = item.getAttribute(`data-${name}`) ?? item.getAttribute(`data-${name}s`) ?? '';
    return words.split(' ').includes(value);
  });
}

customElements.define('quote-filter', QuoteFilter);
