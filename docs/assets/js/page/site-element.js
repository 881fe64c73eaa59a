/**
 * The base of the site's elements: sets one up when it comes into the page, and undoes that when it leaves.
 * Most of `reading/` do without it, as their pages load nothing else of `page/`.
 */
export class SiteElement extends HTMLElement {
  #connection = new AbortController();

  connectedCallback() {
    this.#connection = new AbortController(); // an element that was moved is set up again
    this.setUp(this.#connection.signal);
  }

  disconnectedCallback() {
    this.#connection.abort();
  }

  /**
   * What the element does when it comes into the page.
   * @param {AbortSignal} _signal aborted when it leaves: whatever it listens to ends with this
   */
  setUp(_signal) {}

  /**
   * A part that the element cannot do without.
   * @template {Element} T
   * @param {string} selector
   * @param {new () => T} Type
   * @returns {T}
   * @throws {MissingPartError} where the page has none, or one of another type
   */
  find(selector, Type) {
    const part = this.querySelector(selector);
    if (part instanceof Type) return part;
    throw new MissingPartError(
      `<${this.localName}> needs ${selector} (${Type.name}) and has ${part ? part.constructor.name : 'none'}`,
    );
  }
}

/** A page that lacks what one of its elements needs. */
export class MissingPartError extends Error {
  name = 'MissingPartError';
}
