/**
 * Connect this page's answers, one object for all its elements, to the site's store, to its other tabs, to
 * the loading and closing of the page, and to the ledger.
 */

import { onAnswer } from './answer-event.js';
import { Answers } from './answers.js';
import { sayBeforeTheFirstAnswer } from './before-you-write.js';
import { ANSWERS, FORMAT } from '../storage/records.js';
import { noteFailure } from '../page/say-failure.js';
import { ledgerHere, noteHere } from '../storage/page-ledger.js';
import { notify } from '../page/notices.js';
import { opened } from '../page/this-page.js';
import { requestPersistence } from '../storage/persistence.js';
import {
  beforeGoing,
  clock,
  drafts,
  isShared,
  listen,
  onPageHide,
  store,
  tab,
  tell,
} from '../storage/this-site.js';

/** Milliseconds between two looks at the fields. */
const LATER = 1000;

/** Milliseconds until it is looked at again whether all is saved. */
const SOON = 50;

/** What keeps the ledger; there before it is needed, as the network may go. */
const tally = () => import('./update-ledger.js');
document.addEventListener('focusin', () => void tally().catch(() => {}), { once: true });

let persisting = false;
let checked = false;

/** Asks the browser, once, not to clear what is kept when it runs short of room. */
function persist() {
  if (persisting || isShared()) return;
  persisting = true;
  requestPersistence();
}

/**
 * Has it said where the ledger knows of more answers than there are.
 * @param {string[]} keys all that are kept
 */
function compare(keys) {
  if (checked) return;
  checked = true;
  if (!keys.some((key) => key.startsWith(ANSWERS))) sayBeforeTheFirstAnswer();
  const ledger = ledgerHere();
  if (ledger)
    tally()
      .then((loaded) => loaded.compare(keys, ledger))
      .catch(noteFailure);
}

export const answers = new Answers({
  store,
  drafts,
  clock,
  tab,
  notify,
  surveyed: compare,
});

/** An answer is on the disk. @param {import('./answer-event.js').AnswerEvent} event */
function onSaved({ id, value }) {
  if (!answers.atRisk) removeEventListener('beforeunload', ask);
  tell({ saved: id });
  void import('./preload.js').then(({ load }) => load()).catch(() => {}); // the next save tries again
  if (value.trim() !== '') persist();
  if (isShared()) return;
  const at = clock.date();
  void tally()
    .then((ledger) => ledger.noteSaved(id, at))
    .catch(() => {});
}

onAnswer(answers, 'saved', onSaved);
onAnswer(answers, 'recovered', onSaved);
onAnswer(answers, 'moved', ({ id }) => {
  tell({ saved: id });
  document.dispatchEvent(new Event('ledger'));
});
onAnswer(answers, 'merged', () => {
  const ledger = ledgerHere();
  if (ledger) noteHere({ records: Math.max(0, ledger.records - 1) });
});

/** What a notice's button does. */
const acts = {
  reload: () => location.reload(),
  /** The answers are gone, and the person goes on without them. */
  'start-afresh': () =>
    tally()
      .then(({ startAfresh }) => startAfresh())
      .catch(noteFailure),
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
    answers.refresh(true, true);
  }
  if (message.erased) {
    answers.abandon();
    location.reload();
  }
  if (message.format > FORMAT) answers.close();
  if (message.format < FORMAT) tell({ format: FORMAT });
});
beforeGoing(async () => {
  for (answers.flush(); answers.unsaved; )
    await new Promise((resolve) => clock.after(SOON, () => resolve(null)));
});
tell({ format: FORMAT });
notify('shared', isShared());
if (isShared()) import('./unsaved-warning.js').catch(noteFailure);

/** Has the browser ask before the page goes; Chrome before 119 heeds nothing but this. @param {BeforeUnloadEvent} event */
function ask(event) {
  answers.look();
  if (answers.atRisk) event.returnValue = 'unsaved';
}

for (const type of ['input', 'focusin']) {
  document.addEventListener(
    type,
    ({ target }) => {
      if (!(target instanceof Element && target.closest('workbook-question'))) return;
      addEventListener('beforeunload', ask); // not always: such pages go back slowly
    },
    true,
  );
}

/** Dictation, text expanders, editors and password managers fill a field with another event or with none. */
const look = () => answers.look();
for (const type of ['change', 'click', 'focusin', 'focusout']) document.addEventListener(type, look, true);
setInterval(look, LATER);

onPageHide(() => answers.leave());
addEventListener('pageshow', ({ persisted }) => {
  if (persisted && !opened) answers.refresh(true); // opened-workbook.js looks first whether its workbook is still here
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') answers.flush();
});
