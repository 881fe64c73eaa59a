/**
 * Names the site's elements and loads those that this page has, those in a
 * `<details data-later>` when it is opened. One that fails to load never stops the next, and the page says so.
 */

/** Each element, and how it is loaded. */
const elements = {
  'action-calendar': () => import('./profile/action-calendar.js'),
  'address-repair': () => import('./reading/address-repair.js'),
  'browser-check': () => import('./device/browser-check.js'),
  'compare-rounds': () => import('./rounds/compare-rounds.js'),
  'copy-text': () => import('./reading/copy-text.js'),
  'earlier-questions': () => import('./answers/earlier-questions.js'),
  'erase-everything': () => import('./device/erase-everything.js'),
  'feedback-replies': () => import('./feedback/feedback-replies.js'),
  'feedback-request': () => import('./feedback/feedback-request.js'),
  'give-feedback': () => import('./feedback/give-feedback.js'),
  'leadership-profile': () => import('./profile/leadership-profile.js'),
  'look-again': () => import('./profile/look-again.js'),
  'make-copy': () => import('./hosting/make-copy.js'),
  'my-workbooks': () => import('./device/my-workbooks.js'),
  'newest-round': () => import('./named-workbooks/newest-round.js'),
  'opened-workbook': () => import('./named-workbooks/opened-workbook.js'),
  'panel-scores': () => import('./panel/panel-scores.js'),
  'planned-actions': () => import('./profile/planned-actions.js'),
  'print-page': () => import('./reading/print-page.js'),
  'profile-history': () => import('./profile/profile-history.js'),
  'profile-round': () => import('./rounds/profile-round.js'),
  'question-slides': () => import('./reading/question-slides.js'),
  'quote-actions': () => import('./reading/quote-actions.js'),
  'quote-filter': () => import('./reading/quote-filter.js'),
  'read-file': () => import('./rounds/read-file.js'),
  'rescue-file': () => import('./backup/rescue-file.js'),
  'restore-backup': () => import('./backup/restore-backup.js'),
  'resume-link': () => import('./answers/resume-link.js'),
  'save-status': () => import('./answers/save-status.js'),
  'search-page': () => import('./search/search-page.js'),
  'shared-computer': () => import('./device/shared-computer.js'),
  'take-away': () => import('./export/take-away.js'),
  'workbook-parts': () => import('./answers/workbook-parts.js'),
  'workbook-progress': () => import('./answers/workbook-progress.js'),
  'workbook-question': () => import('./answers/workbook-question.js'),
  'workbook-shelf': () => import('./named-workbooks/workbook-shelf.js'),
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
  'newest-round': holdsSomething,
  'opened-workbook': () =>
    location.hash === '#workbook-erased' || new URLSearchParams(location.search).has('workbook'),
  'planned-actions': holdsSomething,
  'profile-round': holdsSomething,
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
 * again. Where that fails at a click, the page's `<dialog data-not-loaded="NAME">` says so.
 */
const opened = {
  'backup-dialog': { opener: '[data-open-backup]', load: () => import('./backup/backup-dialog.js') },
  'workbook-file': { opener: '[data-open-workbook-file]', load: () => import('./rounds/workbook-file.js') },
};

for (const [name, { opener, load }] of Object.entries(opened)) {
  if (!document.querySelector(name)) continue;
  addEventListener('click', open, { capture: true });
  addEventListener('input', () => void load().catch(() => {}), { once: true }); // ahead, for when the network has gone

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

/** The search is loaded once its box is touched. What is typed before goes to the page with its results. */
const box = /** @type {HTMLElement | null} */ (document.querySelector('[data-search]'));
const field = box?.querySelector('input');
const search = (/** @type {'ready' | 'below' | 'dialog'} */ how) =>
  import('./search/search-box.js')
    .then(({ openSearch }) => box && openSearch(box, how))
    .catch((error) => say(how === 'dialog' ? 'sayFailure' : 'noteFailure', error));
if (field && field === document.activeElement) search(field.value ? 'below' : 'ready');
field?.addEventListener('focus', () => search('ready'), { once: true });
for (const type of ['click', 'input']) field?.addEventListener(type, () => search('below'), { once: true });
box?.querySelector('[data-search-open]')?.addEventListener('click', () => search('dialog'));
field?.form?.addEventListener('submit', (event) => {
  event.preventDefault();
  const query = field.value.trim();
  if (query) location.assign(`${box?.dataset.page}#${new URLSearchParams({ q: query })}`);
});

for (const [name, bring] of Object.entries(elements)) {
  const found = [...document.querySelectorAll(name)];
  const wanted = later[/** @type {keyof typeof later} */ (name)];
  if (!found.length || wanted?.() === false) continue;
  const load = () => void bring().catch((error) => say('noteFailure', error));
  const closed = found.map((element) => element.closest('details[data-later]:not([open])'));
  if (closed.includes(null)) load();
  else for (const details of closed) details?.addEventListener('toggle', load, { once: true });
}
