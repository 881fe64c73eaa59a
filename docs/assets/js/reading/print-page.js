/**
 * A button that prints the page.
 *
 *   <print-page class="print-page" hidden><button type="button">Print</button></print-page>
 *
 * It comes hidden, as it needs script.
 */
export class PrintPage extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.querySelector('button')?.addEventListener('click', printPage); // once, however often the element is moved
  }
}

const printPage = () => print();

customElements.define('print-page', PrintPage);
