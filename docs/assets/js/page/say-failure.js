/**
 * Says why something failed and what to do, in the words of overrides/partials/failure.html:
 *
 *   <dialog data-failure-dialog>… <p data-why></p></dialog>
 *   <template data-causes><div data-failure role="alert">… <p data-why></p></div> <p data-cause="offline">…</p> … not-loaded, broken, refused, clipboard, no-room, file, storage</template>
 *
 * What tells the causes apart, page/failure-cause.js, is loaded when somebody first acts, as the network may go.
 */

const failure = () => import('./failure-cause.js');

for (const type of ['pointerdown', 'input'])
  addEventListener(type, () => failure().catch(() => {}), { once: true });

/** The page's words. */
const causes = () =>
  /** @type {HTMLTemplateElement | null} */ (document.querySelector('template[data-causes]'))?.content;

/** Milliseconds in which a page that is left has gone. */
const SOON = 200;

/**
 * Says it at the top of the page: nobody has asked for what failed. A page that is being left stops what it was
 * loading, and has gone before it is said.
 * @param {unknown} error
 */
export async function noteFailure(error) {
  await new Promise((resolve) => setTimeout(resolve, SOON));
  console.error(error);
  const article = document.querySelector('article');
  const notice = article?.querySelector('[data-failure]') ?? causes()?.querySelector('[data-failure]');
  if (notice) article?.prepend(notice);
  return explain(notice, error);
}

/**
 * Says it to somebody who has just pressed a button.
 * @param {unknown} error
 * @param {string} [selector] of the dialog that says it
 */
export async function sayFailure(error, selector = '[data-failure-dialog]') {
  const dialog = document.querySelector(selector);
  await explain(dialog, error);
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}

/**
 * Says it in `part`, and shows that.
 * @param {Element | null | undefined} part
 * @param {unknown} error
 */
export async function explain(part, error) {
  const place = part?.querySelector('[data-why]') ?? part;
  if (place) place.textContent = await why(error);
  part?.toggleAttribute('hidden', false);
}

/** Why something that is loaded late has not come. */
export const unloaded = () => (navigator.onLine ? 'not-loaded' : 'offline');

/**
 * The page's words for it.
 * @param {unknown} error
 * @param {boolean} [copying] whether something was to go onto the clipboard
 */
export async function why(error, copying) {
  const cause = await failure().then(({ causeOf }) => causeOf(error, copying), unloaded);
  return causes()?.querySelector(`[data-cause="${cause}"]`)?.textContent ?? '';
}
