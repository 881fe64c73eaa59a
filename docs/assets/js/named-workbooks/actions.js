/** Create, copy, rename, archive and delete named workbooks; loaded when one is asked for. */

import { freshId } from '../page/random-id.js';
import { forgotten } from '../storage/forget-undo.js';
import {
  ANSWERS,
  ASIDE,
  DRAFTS,
  OTHERS,
  UNDO,
  UNSHOWN,
  VERSIONS,
  answerId,
  answerKey,
  answerOf,
  isNewer,
} from '../storage/records.js';
import { parseShelved, shelfKey } from '../storage/named-workbook.js';
import { isOf } from './list.js';
import { answers } from '../answers/page-answers.js';
import { change, keep, updateKnown } from '../storage/write-records.js';
import { ledgerHere, noteHere } from '../storage/page-ledger.js';
import { clock, store, takeUp, tell } from '../storage/this-site.js';
import { worded } from '../page/fill-words.js';

/** What the keys of all that hangs on answers begin with. */
const BESIDE = [VERSIONS, OTHERS, UNSHOWN, DRAFTS, ASIDE];

/** @returns {string} */
const newId = () => freshId((bytes) => crypto.getRandomValues(bytes));

/** @param {string} title @param {number | null} [round] */
function record(title, round = null) {
  const at = clock.date();
  return { format: 1, title, at, edited: at, archived: false, ...(round ? { round } : {}) };
}

/**
 * Begins an empty workbook.
 * @param {string} workbook
 * @param {string} title
 * @param {number | null} [round] where it is a round
 * @returns {Promise<string>} its id
 * @throws where it cannot be kept
 */
export async function begin(workbook, title, round = null) {
  const id = newId();
  await keep(new Map([[shelfKey(workbook, id), record(title, round)]]));
  return id;
}

/**
 * Begins a workbook with the answers of another, those on the page that are not saved yet too;
 * earlier versions stay where they are.
 * @param {string} workbook
 * @param {string} title
 * @param {string} source the id of a named workbook; empty for the one without a name
 * @param {string[]} questions the ids of its questions, the former ones too
 * @returns {Promise<string>} its id
 * @throws where it cannot be kept, or not all that is to be copied can be read
 */
export async function copy(workbook, title, source, questions) {
  answers.flush();
  const { records, whole } = await answers.records();
  if (!whole) throw new Error('What is kept cannot be read');
  const id = newId();
  /** @type {Map<string, unknown>} */
  const puts = new Map([[shelfKey(workbook, id), record(title)]]);
  for (const question of questions) {
    const stored = records.get(answerKey(answerId(question, source)));
    const answer = answerOf(stored);
    if (stored !== undefined && !answer) throw new Error('An answer cannot be read');
    if (answer?.value) puts.set(answerKey(answerId(question, id)), { ...answer, rev: 1 });
  }
  await keep(puts);
  return id;
}

/**
 * Changes a named workbook's title, or whether it is archived.
 * @param {string} workbook
 * @param {string} id
 * @param {{ title?: string, archived?: boolean }} changes
 * @throws where it cannot be kept; the record of a newer build is left as it is
 */
export function edit(workbook, id, changes) {
  const key = shelfKey(workbook, id);
  return change([key], (found) => {
    const stored = found.get(key);
    if (stored === undefined || isNewer(stored)) throw new Error('There is no such workbook to change');
    const before = parseShelved(stored) ?? record('');
    return { outcome: null, puts: new Map([[key, { ...before, ...changes, edited: clock.date() }]]) };
  });
}

/**
 * Removes all that this browser keeps of a workbook that is archived.
 * @param {string} workbook
 * @param {string} id
 * @returns {Promise<boolean>} whether it did: not where somebody has brought it back meanwhile
 * @throws where it cannot be done; everything is here then
 */
export async function erase(workbook, id) {
  const key = shelfKey(workbook, id);
  /** @param {Map<string, unknown>} found */
  const removed = (found) =>
    parseShelved(found.get(key))?.archived === false
      ? { outcome: false }
      : { outcome: true, ...removal(found, id) };
  await takeUp(); // what pages have left of it goes with it
  const erased = await updateKnown([key, UNDO, ANSWERS, ...BESIDE.map((kind) => `${kind}*`)], removed);
  if (!erased) return false;
  if (ledgerHere()?.last?.includes(id)) noteHere({ last: null });
  tell({ unshelved: id });
  await keep(new Map());
  return true;
}

/**
 * Brings the open workbook back from the archive, and says so in its status line.
 * @param {HTMLElement} element `opened-workbook`
 * @param {string} id
 * @param {string} title
 */
export async function bringBack(element, id, title) {
  const said = await edit(element.dataset.workbook ?? '', id, { archived: false }).then(
    () => 'back',
    () => 'failed',
  );
  const status = element.querySelector('.shelf__status');
  if (!(status instanceof HTMLElement)) return;
  status.textContent = worded(status.dataset[said], { title });
  status.focus(); // the button has gone with its notice
}

/**
 * Keeps the record of a named workbook that was cleared away.
 * @param {string} key
 * @param {unknown} stored
 */
export const keepAgain = (key, stored) => keep(new Map([[key, stored]]));

/**
 * The page's workbook has been erased: nothing of the page is to be kept any more.
 * @param {string} workbook
 * @param {string} id
 * @param {string} [address] where to go; without one, the page is loaded anew
 */
export async function leave(workbook, id, address) {
  answers.abandon();
  await sweep(workbook, id).catch(console.error);
  answers.abandon();
  if (address !== undefined) return location.replace(address);
  scrollTo({ top: 0, behavior: 'instant' }); // where the page will say that it is not here
  location.reload();
}

/**
 * Removes what a page may have written of a workbook while another erased it; nothing where it is here.
 * @param {string} workbook
 * @param {string} id
 */
async function sweep(workbook, id) {
  const key = shelfKey(workbook, id);
  await takeUp();
  return store.update([key, ...[ANSWERS, ...BESIDE].map((kind) => `${kind}*`)], (found) =>
    found.has(key) ? { outcome: null } : { outcome: null, ...removal(found, id) },
  );
}

/**
 * Its records, and what the last restore knows of them.
 * @param {Map<string, unknown>} found
 * @param {string} id
 */
function removal(found, id) {
  /** @param {string} key */
  const goes = (key) => isOf(key, id);
  return { puts: forgotten(found, goes), deletes: [...found.keys()].filter(goes) };
}
