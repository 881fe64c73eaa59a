/** Delete records of kinds that only a newer release knows; loaded when a person asks for it. */

import { remove } from '../storage/write-records.js';

/**
 * Asks first, then deletes.
 * @param {HTMLElement} part `<section data-failed="…">… <dialog><form method="dialog">… <button value="delete">…</form></dialog>
 *   <p role="status"></p></section>`
 * @param {string[]} keys
 */
export function askDelete(part, keys) {
  const dialog = part.querySelector('dialog');
  const status = part.querySelector('[role="status"]');
  if (!dialog || !status) return;
  dialog.returnValue = '';
  dialog.showModal();
  dialog.addEventListener(
    'close',
    async () => {
      if (dialog.returnValue !== 'delete') return;
      status.textContent = '';
      await remove(keys).catch(() => (status.textContent = part.dataset.failed ?? ''));
    },
    { once: true },
  );
}
