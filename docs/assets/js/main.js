/**
 * Names the site's elements and loads those that this page has, those in a
 * `<details data-later>` when it is opened. One that fails to load never stops the next, and the page says so.
 */

/** The folder that each element is in. */
const elements = {
  'address-repair': 'reading',
  'browser-check': 'device',
  'copy-text': 'reading',
  'earlier-questions': 'answers',
  'erase-everything': 'device',
  'feedback-replies': 'feedback',
  'feedback-request': 'feedback',
  'give-feedback': 'feedback',
  'leadership-profile': 'profile',
  'look-again': 'profile',
  'my-workbooks': 'device',
  'opened-workbook': 'named-workbooks',
  'print-page': 'reading',
  'profile-history': 'profile',
  'quote-filter': 'reading',
  'rescue-file': 'backup',
  'restore-backup': 'backup',
  'resume-link': 'answers',
  'save-status': 'answers',
  'shared-computer': 'device',
  'take-away': 'export',
  'workbook-progress': 'answers',
  'workbook-question': 'answers',
  'workbook-shelf': 'named-workbooks',
};

/**
 * Says why a part of the page has not come.
 * @param {'noteFailure' | 'sayFailure'} how
 * @param {unknown} error
 * @param {string} [dialog]
 */
const say = (how, error, dialog) =>
  import('./page/say-failure.js').then((fail) => fail[how](error, dialog), console.error);

/** Elements that are loaded only where there is something for them to do. */
const later = {
  'opened-workbook': () =>
    location.hash === '#workbook-erased' || new URLSearchParams(location.search).has('workbook'),
  'resume-link': holdsSomething, // reading pages load nothing where this browser holds nothing
};

/** Whether a copy of the site holds something; which one, page/this-page.js knows. */
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
  const load = () => import(`./backup/${name}.js`);
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

/** What the search adds to Material's results is loaded once Material's bundle is here. */
const search = () => void import('./search/result-list.js').catch(console.error);
if ('component$' in window) search();
else document.querySelector('[data-md-component=search-query]')?.addEventListener('search-loaded', search);

for (const [name, folder] of Object.entries(elements)) {
  const element = document.querySelector(name);
  const wanted = later[/** @type {keyof typeof later} */ (name)];
  if (!element || wanted?.() === false) continue;
  const load = () => void import(`./${folder}/${name}.js`).catch((error) => say('noteFailure', error));
  const closed = element.closest('details[data-later]:not([open])');
  if (closed) closed.addEventListener('toggle', load, { once: true });
  else load();
}
