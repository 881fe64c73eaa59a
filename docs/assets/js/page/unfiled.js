/**
 * While answers are kept on the page alone: has the browser ask before a page goes that
 * has words in no file. The event `backup` on the document tells that all is in one.
 */

let unfiled = false;

document.addEventListener('input', ({ target }) => {
  if (target instanceof Element && target.closest('workbook-question')) unfiled = true;
});
document.addEventListener('backup', () => (unfiled = false));
addEventListener('beforeunload', (event) => {
  if (unfiled && document.querySelector('workbook-question[answered]')) event.preventDefault();
});

export {};
