/** Find the cause of an error for the words in page/say-failure.js. */

import { unloaded } from './say-failure.js';

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

/**
 * What the words for it are called in the page.
 * @param {unknown} error
 * @param {boolean} [copying] whether something was to go onto the clipboard
 */
export function causeOf(error, copying = false) {
  const { name = '', message = '' } = /** @type {Partial<Error>} */ (error ?? {});
  if (name === 'NotLoadedError' || (name === 'TypeError' && NOT_LOADED.test(message))) return unloaded();
  const cause = NAMED[name] ?? 'broken';
  if (cause === 'broken' && error instanceof Error && name !== 'Error') console.error(error); // no failure that was foreseen
  return copying && cause === 'refused' ? 'clipboard' : cause;
}
