/**
 * While answers are kept on the page alone: has the browser ask before a page goes that
 * has words in no file. The event `backup` on the document tells that all is in one.
 */

const ANSWERED = 'workbook-question[answered]';

let filed = false;

for (const type of ['input', 'answer']) {
  document.addEventListener(type, ({ target }) => {
    if (target instanceof Element && target.closest(type === 'input' ? 'workbook-question' : ANSWERED)) filed = false;
  });
}
document.addEventListener('backup', () => (filed = true));
addEventListener('beforeunload', (event) => {
  if (!filed && document.querySelector(ANSWERED)) event.preventDefault();
});

export {};
