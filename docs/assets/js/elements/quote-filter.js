/**
 * Shows those quotes that fit the choices made in a form. The choices live in the
 * address, so that a filtered view can be shared, kept and gone back to.
 *
 *   <quote-filter class="quote-filter" data-text="{shown} of {total} quotes shown">
 *     <form class="quote-filter__form" hidden>
 *       <label>Attribute <select name="attribute"><option value="">All attributes</option>…</select></label>
 *       <label>Theme <select name="theme"><option value="">All themes</option>…</select></label>
 *       <button type="reset">Show all quotes</button>
 *     </form>
 *     <p class="quote-filter__status" role="status">39 quotes</p>
 *     <ul>
 *       <li class="quotes__item" data-attribute="values" data-themes="purpose risk">… id="QUOTE" …</li>
 *     </ul>
 *   </quote-filter>
 *
 * A choice named `theme` is held against an item's `data-theme` or `data-themes`,
 * words with spaces between. Check boxes serve as well as selects: choices of one
 * name widen (risk or learning), those of different names narrow. The quote that
 * the address names (`#QUOTE`) is always shown. Without script the form stays
 * hidden and all the quotes are there.
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
    form.addEventListener('reset', (event) => {
      event.preventDefault(); // it would bring back the choices the page came with
      fill(form, new URLSearchParams());
      this.#choose(form);
    }, { signal });
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
    if (names(form).some((name) => chosen(form, name).length)) this.#target?.scrollIntoView();
  }

  /** A choice has been made: the address and the quotes follow. @param {HTMLFormElement} form */
  #choose(form) {
    const address = new URL(location.href);
    address.hash = '';
    for (const name of names(form)) {
      address.searchParams.delete(name);
      for (const value of chosen(form, name)) address.searchParams.append(name, value);
    }
    history.pushState(null, '', address);
    this.#apply(form);
  }

  /** @param {HTMLFormElement} form */
  #apply(form) {
    const choices = names(form).map((name) => ({ name, values: chosen(form, name) }));
    const items = [...this.querySelectorAll('.quotes__item')];
    const target = this.#target;
    for (const item of items) item.toggleAttribute('hidden', item !== target && !fits(item, choices));
    const shown = items.filter((item) => !item.hasAttribute('hidden')).length;
    this.#say(shown, items.length);
  }

  /** @param {number} shown @param {number} total */
  #say(shown, total) {
    const text = (this.dataset.text ?? '').replace('{shown}', String(shown)).replace('{total}', String(total));
    const place = this.querySelector('.quote-filter__status');
    if (place && place.textContent !== text) place.textContent = text;
  }

  /** The item that the address names. */
  get #target() {
    const id = location.hash.slice(1);
    return id ? (document.getElementById(id)?.closest('.quotes__item') ?? null) : null;
  }
}

/** @param {HTMLFormElement} form @returns {(HTMLSelectElement | HTMLInputElement)[]} */
function controls(form) {
  return [...form.querySelectorAll('select')].concat(/** @type {any} */ ([...form.querySelectorAll('input')]));
}

/** @param {HTMLFormElement} form @returns {string[]} */
function names(form) {
  return [...new Set(controls(form).map(({ name }) => name))].filter((name) => name !== '');
}

/** @param {HTMLFormElement} form @param {string} name @returns {string[]} */
function chosen(form, name) {
  return new FormData(form).getAll(name).map(String).filter((value) => value !== '');
}

/**
 * Sets the form's choices to those in an address; what it does not offer is passed over.
 * @param {HTMLFormElement} form
 * @param {URLSearchParams} choices
 */
function fill(form, choices) {
  for (const control of controls(form)) {
    const values = choices.getAll(control.name);
    if (control instanceof HTMLInputElement) control.checked = values.includes(control.value);
    else control.value = [...control.options].find(({ value }) => values.includes(value))?.value ?? '';
  }
}

/**
 * @param {Element} item
 * @param {{ name: string, values: string[] }[]} choices
 */
function fits(item, choices) {
  return choices.every(({ name, values }) => {
    const words = (item.getAttribute(`data-${name}`) ?? item.getAttribute(`data-${name}s`) ?? '').split(' ');
    return !values.length || values.some((value) => words.includes(value));
  });
}

customElements.define('quote-filter', QuoteFilter);
