/**
 * What the browser says of the room that it gives to this address:
 *
 *   <p data-room data-text="… {used} … {quota} …" data-none="… {quota} …">It does not say.</p>
 *   <p data-promise data-yes="It has promised …" data-no="It has not promised …">It does not say.</p>
 */

import { worded } from '../page/fill-words.js';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/** `3.4 MB`. @param {number} bytes */
function size(bytes) {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  const unit = { style: /** @type {const} */ ('unit'), unit: UNITS[step], unitDisplay: /** @type {const} */ ('short') };
  return new Intl.NumberFormat('en-GB', { ...unit, maximumSignificantDigits: 2 }).format(bytes / 1000 ** step);
}

/**
 * Shows it in `part`; where the browser does not say, the page's words stay.
 * @param {ParentNode} part
 */
export async function showStorageEstimate(part) {
  const room = part.querySelector('[data-room]');
  const promise = part.querySelector('[data-promise]');
  const { usage, quota } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
  if (room instanceof HTMLElement && usage !== undefined && quota !== undefined) {
    room.textContent = worded(usage ? room.dataset.text : room.dataset.none, { used: size(usage), quota: size(quota) });
  }
  const promised = await navigator.storage?.persisted?.().catch(() => undefined);
  if (promise instanceof HTMLElement && promised !== undefined) {
    promise.textContent = (promised ? promise.dataset.yes : promise.dataset.no) ?? '';
  }
}
