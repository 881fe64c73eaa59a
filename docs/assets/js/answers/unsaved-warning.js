/**
 * While all is kept on the page alone: has the browser ask before a page goes that has words,
 * kept profiles, requests or replies in no file. Of the document's events, `kept` tells that there
 * may be more of the latter, and `backup` that all is in a file, `no-backup` that it is not after all.
 */

import { isFurther } from '../storage/records.js';
import { answers } from './page-answers.js';
import { store } from '../storage/this-site.js';

const ANSWERED = 'workbook-question[answered]';

let filed = false;
let further = false;

for (const type of ['input', 'answer']) {
  document.addEventListener(type, ({ target }) => {
    if (target instanceof Element && target.closest(type === 'input' ? 'workbook-question' : ANSWERED))
      filed = false;
  });
}
document.addEventListener('kept', async () => {
  filed = false;
  further = (await store.keys('')).some(isFurther);
});
document.addEventListener('backup', () => (filed = true));
document.addEventListener('no-backup', () => (filed = false));
addEventListener('beforeunload', (event) => {
  answers.look();
  if (!filed && (further || document.querySelector(ANSWERED))) event.returnValue = 'unsaved';
});
