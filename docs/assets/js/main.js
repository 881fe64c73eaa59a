/**
 * Names the site's elements and loads those that this page has, those in a
 * `<details data-later>` when it is opened. One that fails to load never stops the next, and the page says so.
 */

const elements = [
  'address-repair',
  'browser-check',
  'copy-text',
  'earlier-questions',
  'erase-everything',
  'feedback-replies',
  'feedback-request',
  'give-feedback',
  'leadership-profile',
  'look-again',
  'my-workbooks',
  'opened-workbook',
  'print-page',
  'profile-history',
  'quote-filter',
  'rescue-file',
  'restore-backup',
  'resume-link',
  'save-status',
  'shared-computer',
  'take-away',
  'workbook-progress',
  'workbook-question',
  'workbook-shelf',
];

/**
 * Says why a part of the page has not come.
 * @param {'noteFailure' | 'sayFailure'} how
 * @param {unknown} error
 * @param {string} [dialog]
 */
const say = (how, error, dialog) => import('./page/fail.js').then((fail) => fail[how](error, dialog), console.error);

/** Elements that are loaded only where there is something for them to do. */
const later = {
  'opened-workbook': () => location.hash === '#workbook-erased' || new URLSearchParams(location.search).has('workbook'),
  'resume-link': holdsSomething, // reading pages load nothing where this browser holds nothing
};

/** Whether a copy of the site holds something; which one, page/place.js knows. */
function holdsSomething() {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith('five-attributes:'));
  } catch {
    return false;
  }
}

/**
 * Elements that are loaded when something is typed, or at the first click on what opens them, then made
 * again. Where that fails, the page's `<dialog data-not-loaded="NAME">` says so.
 */
const opened = { 'backup-dialog': '[data-open-backup]' };

for (const [name, opener] of Object.entries(opened)) {
  const load = () => import(`./elements/${name}.js`);
  if (!document.querySelector(name)) continue;
  addEventListener('click', open, { capture: true });
  addEventListener('input', () => void load().catch(console.error), { once: true }); // for when the network has gone

  /** @param {Event} event */
  async function open(event) {
    const button = event.target instanceof Element ? event.target.closest(opener) : null;
    if (!(button instanceof HTMLElement)) return;
    try {
      await load();
    } catch (error) {
      return say('sayFailure', error, `dialog[data-not-loaded="${name}"]`);
    }
    removeEventListener('click', open, { capture: true });
    button.click();
  }
}

/** What the search adds to Material's results is loaded once its box has the focus. */
const box = document.querySelector('[data-md-component=search-query]');
const search = () => void import('./search/results.js').catch(console.error);
if (box === document.activeElement) search();
else box?.addEventListener('focus', search, { once: true });

for (const name of elements) {
  const element = document.querySelector(name);
  const wanted = later[/** @type {keyof typeof later} */ (name)];
  if (!element || wanted?.() === false) continue;
  const load = () => void import(`./elements/${name}.js`).catch((error) => say('noteFailure', error));
  const closed = element.closest('details[data-later]:not([open])');
  if (closed) closed.addEventListener('toggle', load, { once: true });
  else load();
}
