/**
 * Says why something did not work and what to do, in the words of overrides/partials/failure.html:
 *
 *   <div data-failure role="alert" hidden>… <p data-why></p></div> <dialog data-failure-dialog>… <p data-why></p></dialog>
 *   <template data-causes><p data-cause="offline">…</p> … not-loaded, broken, refused, clipboard, no-room, file, storage</template>
 */

/** What browsers say of a script or a file that does not come. */
const NOT_LOADED = /import|fetch|network|load|module script/i;

/** @type {Record<string, string>} the causes of what browsers call by these names */
const NAMED = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  QuotaExceededError: 'no-room',
  NotFoundError: 'file',
  NotReadableError: 'file',
  NoModificationAllowedError: 'file',
  InvalidStateError: 'storage',
  UnknownError: 'storage',
  TimeoutError: 'storage',
  AbortError: 'storage',
};

/** @param {unknown} error */
function causeOf(error) {
  const { name = '', message = '' } = /** @type {Partial<Error>} */ (error ?? {});
  if (name === 'NotLoadedError' || (name === 'TypeError' && NOT_LOADED.test(message))) {
    return navigator.onLine ? 'not-loaded' : 'offline';
  }
  return NAMED[name] ?? 'broken';
}

/**
 * The page's words for it.
 * @param {unknown} error
 * @param {boolean} [copying] whether something was to go onto the clipboard
 */
export function why(error, copying = false) {
  const cause = causeOf(error);
  if (cause === 'broken') console.error(error);
  const causes = document.querySelector('template[data-causes]');
  const name = copying && cause === 'refused' ? 'clipboard' : cause;
  const words = causes instanceof HTMLTemplateElement && causes.content.querySelector(`[data-cause="${name}"]`);
  return (words && words.textContent) || '';
}

/**
 * Says it in `part`, and shows that.
 * @param {Element | null | undefined} part
 * @param {unknown} error
 */
export function explain(part, error) {
  const place = part?.querySelector('[data-why]') ?? part;
  if (place) place.textContent = why(error);
  part?.toggleAttribute('hidden', false);
}

/** Says it at the top of the page: nobody has asked for what failed. @param {unknown} error */
export function noteFailure(error) {
  console.error(error);
  explain(document.querySelector('[data-failure]'), error);
}

/** Says it to somebody who has just pressed a button. @param {unknown} error */
export function sayFailure(error) {
  const dialog = document.querySelector('[data-failure-dialog]');
  explain(dialog, error);
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}
