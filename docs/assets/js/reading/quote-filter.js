import { announce } from '../page/announce.js';

/**
 * Shows those quotes that fit the choices and words of a form, and offers only choices that some quote fits.
 * The choices live in the address, so that a filtered view can be shared, kept and gone back to; the words do
 * not, so that they are in no server's log.
 *
 *   <quote-filter class="quote-filter" data-text="{shown} of {total} quotes shown" data-none="No quote fits.">
 *     <form class="quote-filter__form" hidden>
 *       <label>Words in a quote <input type="search" data-words></label>
 *       <label><input type="radio" name="attribute" value="" checked>All <span data-count>39</span></label> …
 *       <label><input type="radio" name="theme" value="risk">Risk <span data-count>4</span></label> …
 *       <button type="reset">Show all quotes</button>
 *     </form>
 *     <p class="quote-filter__status">39 quotes</p>
 *     <p role="status" data-announcer></p>
 *     <ul>
 *       <li class="quotes__item" data-attribute="values" data-themes="purpose risk">… id="QUOTE" <blockquote>…</blockquote></li>
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
    form.addEventListener('change', ({ target }) => target !== field(form) && this.#choose(form), { signal });
    form.addEventListener('input', ({ target }) => target === field(form) && this.#apply(form), { signal });
    form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    form.addEventListener(
      'reset',
      (event) => {
        event.preventDefault(); // it would bring back the choices the page came with
        field(form).value = '';
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
    if (chosen(form).some(({ value }) => value)) this.#target?.scrollIntoView();
  }

  /** A choice has been made: the address and the quotes follow. @param {HTMLFormElement} form */
  #choose(form) {
    const address = new URL(location.href);
    address.hash = '';
    for (const { name, value } of chosen(form)) {
      address.searchParams.delete(name);
      if (value) address.searchParams.set(name, value);
    }
    history.pushState(null, '', address);
    this.#apply(form);
  }

  /** @param {HTMLFormElement} form */
  #apply(form) {
    const choices = chosen(form);
    const items = [...this.querySelectorAll('.quotes__item')];
    const target = this.#target;
    const named = items.filter((item) => has(item, field(form).value));
    for (const item of items)
      item.toggleAttribute('hidden', item !== target && !(named.includes(item) && fits(item, choices)));
    for (const radio of radios(form)) {
      const instead = choices.map((one) => (one.name === radio.name ? radio : one));
      const count = named.filter((item) => fits(item, instead)).length;
      const place = radio.closest('label')?.querySelector('[data-count]');
      if (place) place.textContent = String(count);
      radio.closest('label')?.toggleAttribute('hidden', !count && !radio.checked && radio.value !== '');
    }
    for (const one of choices) if (one.value) one.closest('details')?.setAttribute('open', '');
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
function radios(form) {
  return [.../** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll('input[type="radio"]'))];
}

/** @param {HTMLFormElement} form */
function chosen(form) {
  return radios(form).filter(({ checked }) => checked);
}

/** @param {HTMLFormElement} form */
function field(form) {
  return /** @type {HTMLInputElement} */ (form.querySelector('[data-words]'));
}

/**
 * Sets the form's choices to those in an address; what it does not offer is passed over.
 * @param {HTMLFormElement} form
 * @param {URLSearchParams} choices
 */
function fill(form, choices) {
  for (const radio of radios(form)) if (!radio.value) radio.checked = true;
  for (const radio of radios(form)) {
    if (radio.value && choices.getAll(radio.name).includes(radio.value)) radio.checked = true;
  }
}

/**
 * @param {Element} item
 * @param {{ name: string, value: string }[]} choices
 */
function fits(item, choices) {
  return choices.every(({ name, value }) => {
    const words = item.getAttribute(`data-${name}`) ?? item.getAttribute(`data-${name}s`) ?? '';
    return !value || words.split(' ').includes(value);
  });
}

/** Whether the quote has all these words, or what begins so. @param {Element} item @param {string} words */
function has(item, words) {
  const text = plain(item.querySelector('blockquote')?.textContent ?? '');
  return plain(words)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** @param {string} text */
function plain(text) {
  return text.toLowerCase().replace(/’/g, "'").trim();
}

customElements.define('quote-filter', QuoteFilter);
