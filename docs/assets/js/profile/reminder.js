/** Gives a calendar file for a day some months from now: what the element `look-again` does, loaded when it is near. */

import { freshId } from '../page/random-id.js';
import { calendar, monthsLater } from './reminder-ics.js';
import { download } from '../page/download.js';
import { dayWritten } from '../page/notices.js';
import { clock } from '../storage/this-site.js';
import { fill, worded } from '../page/fill-words.js';

/**
 * @param {HTMLElement} root
 * @param {AbortSignal} signal ends it
 */
export function offerDays(root, signal) {
  for (const button of root.querySelectorAll('[data-months]')) {
    const months = Number(button.getAttribute('data-months'));
    fill(button, { day: dayWritten(monthsLater(today(), months)) });
    button.addEventListener('click', () => save(root, monthsLater(today(), months)), { signal });
  }
  root.hidden = false;
}

/** @param {HTMLElement} root @param {string} day `2027-05-23` */
function save(root, day) {
  const { title = '', stem } = root.dataset;
  const address = location.origin + location.pathname;
  const id = freshId((bytes) => crypto.getRandomValues(bytes));
  const text = calendar([{ day, title, description: address, id }], { address, made: clock.date() });
  download(`${worded(stem, { day })}.ics`, text, 'text/calendar');
  const status = root.querySelector('[role="status"]');
  if (status instanceof HTMLElement)
    status.textContent = worded(status.dataset.saved, { day: dayWritten(day) });
}

/** This day where the person is, as `2026-11-23`. */
function today() {
  const now = new Date();
  /** @param {number} part */
  const twoDigits = (part) => String(part).padStart(2, '0');
  return [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join('-');
}
