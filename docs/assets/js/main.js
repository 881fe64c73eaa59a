/** Names the site's elements and loads those that this page has. One that fails to load never stops the next. */

const elements = [
  'copy-text',
  'print-page',
  'quote-filter',
  'save-status',
  'workbook-progress',
  'workbook-question',
];

for (const name of elements) {
  if (document.querySelector(name)) import(`./elements/${name}.js`).catch(console.error);
}
