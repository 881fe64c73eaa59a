/**
 * The answers of this page: one for all its elements, joined to the site's store, to
 * its other tabs, to the page's coming and going, and to the ledger.
 */

import { Answers } from '../lib/answers.js';
import { amount, isLess } from '../lib/amount.js';
import { ANSWERS, FORMAT, apart } from '../lib/records.js';
import { noteFailure } from './failure.js';
import { amountHeld } from './held.js';
import { ledgerHere, noteHere } from './ledger.js';
import { day, notify } from './notices.js';
import { opened, searchOf } from './place.js';
import { beforeGoing, clock, isShared, listen, root, store, tab, tell } from './site.js';

/** Milliseconds after a save until the ledger is brought up to date. */
const LATER = 1000;

/** Milliseconds until it is looked at again whether all is saved. */
const SOON = 50;

let persisting = false;
let checked = false;
let ledgerOff = () => {};

/** Asks the browser, once, not to clear what is kept when it runs short of room. */
function persist() {
  if (persisting || isShared()) return;
  persisting = true;
  navigator.storage?.persist?.().catch(() => {});
}

/**
 * Notes how much is kept.
 * @param {string} id the question answered last
 * @param {string} saved ISO time of that save
 */
async function keepLedger(id, saved) {
  const held = await amountHeld();
  const before = ledgerHere();
  const lost = before !== null && isLess(held, before); // they were cleared away under this page
  if (lost) announceLoss(before, held);
  const { since: first = null, backup = null } = before ?? {};
  const since = first ?? (backup !== null && backup >= saved ? null : saved);
  const { question, shelf } = apart(id);
  const place = document.querySelector(`form[data-workbook] workbook-question[question="${CSS.escape(question)}"]`);
  const here = place && shelf === (opened ?? '');
  const last = here ? { last: `${location.pathname.slice(root.pathname.length)}${searchOf(shelf)}#${question}` } : {};
  noteHere({ ...(lost ? {} : held), saved, since, ...last });
  document.dispatchEvent(new Event('ledger'));
}

/**
 * Says so where the ledger knows of more answers than there are.
 * @param {string[]} keys all that are kept
 */
function compare(keys) {
  if (checked) return;
  checked = true;
  const begun = keys.some((key) => key.startsWith(ANSWERS));
  if (begun) document.querySelector('.before-you-write')?.removeAttribute('open');
  const ledger = ledgerHere();
  if (!ledger || !isLess(amount(new Map(keys.map((key) => [key, null]))), ledger)) return;
  amountHeld().then((held) => announceLoss(ledger, held), () => {});
}

/** @param {import('../lib/ledger.js').Ledger} known @param {{ answers: number, further: number }} held */
function announceLoss({ answers: told, further, saved }, held) {
  const numbers = { answers: told, held: held.answers, further, left: held.further };
  const fills = Object.entries(numbers).map(([name, number]) => [name, String(number)]);
  notify('gone', true, { ...Object.fromEntries(fills), saved: saved && day(saved) });
  for (const part of document.querySelectorAll('[data-notice="gone"] [data-further]')) {
    part.toggleAttribute('hidden', further <= held.further);
  }
}

/** One answer fewer is kept as such, but its text is: none is lost. */
function merged() {
  const ledger = ledgerHere();
  if (ledger) noteHere({ records: Math.max(0, ledger.records - 1) });
}

export const answers = new Answers({
  store,
  clock,
  tab,
  saved: (id, value) => {
    if (!answers.atRisk) removeEventListener('beforeunload', ask);
    tell({ saved: id });
    if (value.trim() !== '') persist();
    if (isShared()) return;
    const at = clock.date();
    ledgerOff();
    ledgerOff = clock.after(LATER, () => void keepLedger(id, at).catch(() => {}));
  },
  notify,
  surveyed: compare,
  merged,
});

/** What a notice's button does. */
const acts = {
  reload: () => location.reload(),
  /** The answers are gone, and the person goes on without them. */
  'start-afresh': async () => {
    noteHere({ ...(await amountHeld()), since: null, last: null });
    notify('gone', false);
  },
};

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('[data-act]') : null;
  const act = /** @type {keyof typeof acts | undefined} */ (button?.getAttribute('data-act') ?? undefined);
  if (act) acts[act]?.();
});

listen((message) => {
  if (typeof message.saved === 'string') answers.follow(message.saved);
  if (message.restored) {
    notify('gone', false);
    answers.refresh(true);
  }
  if (message.erased) {
    answers.abandon();
    location.reload();
  }
  if (message.format > FORMAT) answers.close();
  if (message.format < FORMAT) tell({ format: FORMAT });
});
beforeGoing(async () => {
  for (answers.flush(); answers.unsaved; ) await new Promise((resolve) => clock.after(SOON, () => resolve(null)));
});
tell({ format: FORMAT });
notify('shared', isShared());
if (isShared()) import('./unfiled.js').catch(noteFailure);

/** Has the browser ask before the page goes. @param {Event} event */
function ask(event) {
  if (answers.atRisk) event.preventDefault();
}

document.addEventListener('input', () => addEventListener('beforeunload', ask)); // not always: such pages go back slowly
addEventListener('pagehide', () => answers.leave());
addEventListener('pageshow', ({ persisted }) => {
  if (persisted && !opened) answers.refresh(true); // opened-workbook.js looks first whether its workbook is still here
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') answers.flush();
});
