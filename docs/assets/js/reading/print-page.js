/**
 * A button that prints the page.
 *
 *   <print-page class="print-page" hidden><button type="button">Print</button></print-page>
 *
 * It comes hidden, as it needs script.
 */
export class PrintPage extends HTMLElement {
  #ends = new AbortController();

  connectedCallback() {
    this.#ends = new AbortController();
    this.hidden = false;
    this.querySelector('button')?.addEventListener('click', () => print(), { signal: this.#ends.signal });
  }

  disconnectedCallback() {
    this.#ends.abort();
  }
}

customElements.define('print-page', PrintPage);
