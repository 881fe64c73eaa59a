/** Whether the named workbook that this page is to open is here; loaded where one is asked for (page/place.js). */

import { isShelfId, shelfKey } from '../lib/shelf.js';
import { opened } from './place.js';
import { listen, store } from './site.js';

const workbook = document.querySelector('form[data-shelf]')?.getAttribute('data-workbook') ?? '';

/**
 * Done once it is known to be here, or cannot be looked for; never where it is not, as
 * nothing is kept for one that nobody has.
 * @type {Promise<void>}
 */
export const here = new Promise((resolve) => {
  const id = opened ?? '';
  if (!isShelfId(id)) return;
  const look = () => store.read([shelfKey(workbook, id)]).then((found) => found.size && resolve(), () => resolve());
  document.addEventListener('ledger', look); // a backup may bring it
  listen((message) => message.restored && look());
  void look();
});
