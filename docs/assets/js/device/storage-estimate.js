/**
 * Whether the browser may delete what is saved at this address, and how much space there is:
 *
 *   <p data-room data-text="… {used} … {quota} …" data-none="… {quota} …">It does not say.</p>
 *   <p data-promise data-yes="It has agreed …" data-no="It may …" data-refused="It did not agree …">It may …</p>
 *   <div data-ask hidden>… <button type="button">…</button></div>
 */

import { worded } from '../page/fill-words.js';

/** What Firefox counts for a site that has kept nothing, and only asked which databases there are. */
const NOTHING = 16_384;

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/** `3.4 MB`. @param {number} bytes */
function size(bytes) {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  const unit = {
    style: /** @type {const} */ ('unit'),
    unit: UNITS[step],
    unitDisplay: /** @type {const} */ ('short'),
  };
  return new Intl.NumberFormat('en-GB', { ...unit, maximumSignificantDigits: 2 }).format(
    bytes / 1000 ** step,
  );
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
    room.textContent = worded(usage && usage !== NOTHING ? room.dataset.text : room.dataset.none, {
      used: size(usage),
      quota: size(quota),
    });
  }
  const promised = await navigator.storage?.persisted?.().catch(() => undefined);
  if (promise instanceof HTMLElement && promised !== undefined) {
    promise.textContent = (promised ? promise.dataset.yes : promise.dataset.no) ?? '';
  }
  const ask = part.querySelector('[data-ask]');
  ask?.toggleAttribute('hidden', promised !== false);
  const button = ask?.querySelector('button');
  if (button) button.onclick = () => askFor(part, promise);
}

/**
 * Asks the browser, which may ask the person; the page says before what for.
 * @param {ParentNode} part
 * @param {Element | null} promise
 */
async function askFor(part, promise) {
  const promised = await navigator.storage.persist().catch(() => false);
  if (promised) await showStorageEstimate(part);
  else if (promise instanceof HTMLElement) promise.textContent = promise.dataset.refused ?? '';
  if (promise instanceof HTMLElement) promise.focus();
}
