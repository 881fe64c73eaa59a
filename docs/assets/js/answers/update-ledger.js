/** Update the ledger after saves, and announce lost answers; loaded when a field is entered or there is a ledger. */

import { amount, isLess } from '../storage/amount.js';
import { splitId } from '../storage/records.js';
import { answers } from './page-answers.js';
import { count } from './count-answered.js';
import { amountHeld } from '../storage/inventory.js';
import { ledgerHere, noteHere } from '../storage/page-ledger.js';
import { day, notify } from '../page/notices.js';
import { opened, searchOf } from '../page/this-page.js';
import { clock, root } from '../storage/this-site.js';

/** How long saves are waited for before all is counted, in milliseconds. */
const MOMENT = 1000;

/** Calls off what is to be counted. */
let callOff = () => {};

/**
 * An answer is on the disk: notes the place at once, as they may leave, and soon how much is kept.
 * @param {string} id the question answered last
 * @param {string} saved ISO time of that save
 */
export function noteSaved(id, saved) {
  const { saved: last = '', records = 0, answers: answered = 0 } = ledgerHere() ?? {};
  const least = { records: Math.max(records, 1), answers: Math.max(answered, 1) }; // until all are counted
  noteInLedger(id, saved, least);
  callOff();
  callOff = clock.after(MOMENT, () => void keepLedger(id, saved, last).catch(() => {}));
}

/**
 * Notes how much is kept.
 * @param {string} id the question answered last
 * @param {string} saved ISO time of that save
 * @param {string} last ISO time of the save before it, for the words on what is gone
 */
async function keepLedger(id, saved, last) {
  const before = ledgerHere(); // only now: what was deleted meanwhile is not lost
  let stored = await amountHeld();
  if (before !== null && isLess(stored, before)) {
    // they were cleared away under this page: what it shows is saved again
    await answers.refresh();
    await answers.flush();
    stored = await amountHeld();
  }
  const lost = before !== null && isLess(stored, before);
  if (lost) announceLoss({ ...before, saved: last }, stored);
  noteInLedger(id, saved, lost ? {} : stored);
  document.dispatchEvent(new Event('ledger'));
}

/**
 * Notes a save: how much is kept, since when there is something that no backup has, and where the person was last, and
 * how far through that workbook.
 * @param {string} id the question answered last
 * @param {string} saved ISO time of that save
 * @param {Partial<import('../storage/amount.js').Amount>} held as far as it is known
 */
function noteInLedger(id, saved, held) {
  const { since = null, backup = null } = ledgerHere() ?? {};
  noteHere({ ...held, saved, since: since ?? (backup !== null && backup >= saved ? null : saved) });
  const { question, shelf } = splitId(id);
  const place = document.querySelector(
    `form[data-workbook] workbook-question[question="${CSS.escape(question)}"]`,
  );
  if (!place || shelf !== (opened ?? '')) return;
  const { answered, total } = count(place.closest('form') ?? document);
  const page = location.pathname.slice(root.pathname.length);
  noteHere({ last: `${page}${searchOf(shelf)}#${question}`, progress: [answered, total] });
}

/**
 * Says so where the ledger knows of more answers than there are.
 * @param {string[]} keys all that are kept
 * @param {import('../storage/ledger.js').Ledger} ledger
 */
export function compare(keys, ledger) {
  if (isLess(amount(new Map(keys.map((key) => [key, null]))), ledger))
    amountHeld().then(
      (stored) => announceLoss(ledger, stored),
      () => {},
    );
}

/** @param {import('../storage/ledger.js').Ledger} known @param {{ answers: number, further: number }} stored */
function announceLoss({ answers: answered, further, saved }, stored) {
  const numbers = { answers: answered, held: stored.answers, further, left: stored.further };
  const fills = Object.entries(numbers).map(([name, number]) => [name, String(number)]);
  notify('gone', true, { ...Object.fromEntries(fills), saved: saved && day(saved) });
  for (const part of document.querySelectorAll('[data-notice="gone"] [data-further]')) {
    part.toggleAttribute('hidden', further <= stored.further);
  }
}

/** The answers are gone, and the person goes on without them. */
export async function startAfresh() {
  noteHere({ ...(await amountHeld()), since: null, last: null });
  notify('gone', false);
}
