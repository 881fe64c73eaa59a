import { ledgerHere } from '../storage/page-ledger.js';
import { isBackupDue } from '../storage/ledger.js';
import { root } from '../page/this-page.js';
import { worded } from '../page/fill-words.js';

/**
 * Welcomes back a person who has answered something: which workbook, how far, where to go on, and what is in no backup.
 *
 *   <resume-link class="resume" hidden>
 *     <div data-page="workbooks/ID/" hidden>
 *       … <p class="resume__progress" data-text="{answered} of {total} answered" hidden></p> <progress hidden></progress>
 *       <a class="resume__link" href="…">Continue where you left off</a>
 *       <p data-backup="none" hidden>…</p> <p data-backup="old" hidden>…</p>
 *     </div> …
 *   </resume-link>
 *
 * It shows the card of the workbook that the ledger names; where it names none, as after a restore, the one of `data-page=""`.
 * It is loaded only where there is a ledger.
 */
export class ResumeLink extends HTMLElement {
  connectedCallback() {
    const ledger = ledgerHere();
    const address = /^([a-z0-9/-]+\/)(?:index\.html)?(\?workbook=[a-z0-9]{16})?#([a-z0-9-]+)$/;
    const [, page = '', named = '', question = ''] = address.exec(ledger?.last ?? '') ?? [];
    const card = this.querySelector(`[data-page="${page}"]`);
    const link = card?.querySelector('a.resume__link');
    if (!ledger || !(card instanceof HTMLElement) || !(link instanceof HTMLAnchorElement)) return;
    if (!page && !ledger.answers) return;
    if (page) link.href = new URL(`${page}${named}#${question}`, root).href;
    showProgress(card, ledger.progress);
    const due = ledger.since !== null && ledger.backup === null ? 'none' : 'old';
    const said = due === 'none' || isBackupDue(ledger, Date.now());
    if (said) card.querySelector(`[data-backup="${due}"]`)?.removeAttribute('hidden');
    card.hidden = false;
    this.hidden = false;
  }
}

/**
 * @param {HTMLElement} card
 * @param {unknown} progress how many of the workbook's questions are answered, as the ledger has it
 */
function showProgress(card, progress) {
  const [answered, total] = Array.isArray(progress) ? progress.map(Number) : [];
  const text = card.querySelector('.resume__progress');
  const bar = card.querySelector('progress');
  if (!(text instanceof HTMLElement) || !bar || !(answered >= 0 && total >= answered && total > 0)) return;
  text.textContent = worded(text.dataset.text, { answered: `${answered}`, total: `${total}` });
  bar.max = total;
  bar.value = answered;
  text.hidden = bar.hidden = false;
}

customElements.define('resume-link', ResumeLink);
