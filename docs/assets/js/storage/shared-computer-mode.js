/**
 * Find whether this is a shared computer, as a person has said in one tab, for all tabs of the browser. A tab
 * that was told holds a lock (storage/shared-computer-lock.js); what it was told ends with the last such tab.
 */

import { NOT_SHARED, SHARED, TYPED, isShared, sharedChoice } from '../page/this-page.js';

/** Milliseconds in which other tabs answer where there are no locks. */
const ANSWER = 200;

/** What other tabs have been told; null where nothing. @returns {Promise<string | null>} */
export async function toldElsewhere() {
  if (!navigator.locks) return asked();
  const { held = [] } = await navigator.locks.query();
  return ['', NOT_SHARED].find((choice) => held.some((lock) => lock.name === `${SHARED}=${choice}`)) ?? null;
}

/** @returns {Promise<string | null>} */
function asked() {
  if (!globalThis.BroadcastChannel) return Promise.resolve(null);
  const channel = new BroadcastChannel(SHARED);
  return new Promise((/** @type {(told: string | null) => void} */ resolve) => {
    channel.onmessage = ({ data }) => 'told' in data && resolve(data.told);
    channel.postMessage({ ask: true });
    setTimeout(resolve, ANSWER, null);
  }).finally(() => channel.close());
}

/**
 * Makes this tab keep, or keep nothing, as other tabs were told, unless it was told itself: loads the
 * page again then, before anything has been written.
 * @returns {Promise<void>} for ever pending where the page goes
 */
export async function followOthers() {
  const elsewhere = sharedChoice() === null ? await toldElsewhere().catch(() => null) : sharedChoice();
  if (elsewhere === null || (elsewhere !== NOT_SHARED) === isShared()) return;
  await takeAlong();
  await become(elsewhere);
}

/** Has the page as it comes again show what was typed before this script came: nothing of it is kept yet. */
async function takeAlong() {
  const typed = [...document.querySelectorAll('workbook-question')].flatMap((question) => {
    const field = /** @type {HTMLInputElement | null} */ (
      question.querySelector('textarea, input[type="date"], input:checked')
    );
    return field?.value ? [[question.getAttribute('question'), field.value]] : [];
  });
  if (!typed.length) return;
  sessionStorage.setItem(TYPED, JSON.stringify(typed));
  const { answers } = await import('../answers/page-answers.js');
  answers.abandon(); // so that the browser does not ask
}

/**
 * @param {string} now what this tab is told
 * @returns {Promise<void>}
 */
export function become(now) {
  sessionStorage.setItem(SHARED, now);
  location.reload();
  return new Promise(() => {});
}
