import { ledgerHere } from '../storage/page-ledger.js';
import { root } from '../page/this-page.js';

/**
 * Leads back to the question that was answered last.
 *
 *   <resume-link class="resume" hidden>
 *     <a href="…/workbooks/ID/" data-page="workbooks/ID/" hidden>Continue where you left off: …</a> …
 *   </resume-link>
 *
 * It shows the link of the workbook that the ledger names, and is loaded only where there is a ledger.
 */
export class ResumeLink extends HTMLElement {
  connectedCallback() {
    const last = ledgerHere()?.last;
    const address = /^([a-z0-9/-]+\/)(?:index\.html)?(\?workbook=[a-z0-9]{16})?#([a-z0-9-]+)$/;
    const [, page = '', named = '', question = ''] = address.exec(last ?? '') ?? [];
    const link = this.querySelector(`a[data-page="${page}"]`);
    if (!(link instanceof HTMLAnchorElement)) return;
    link.href = new URL(`${page}${named}#${question}`, root).href;
    link.hidden = false;
    this.hidden = false;
  }
}

customElements.define('resume-link', ResumeLink);
