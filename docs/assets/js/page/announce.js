/**
 * Says things aloud, through a live region that the page holds:
 *
 *   <p class="visually-hidden" role="status" data-announcer></p>
 */

/** Milliseconds without a further call before anything is said. */
const QUIET = 1500;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let pending;

/** @param {string} text */
function say(text) {
  const region = document.querySelector('[data-announcer]');
  if (region && region.textContent !== text) region.textContent = text;
}

/**
 * Says `text` when things have been quiet for a moment; a later call, or `hush`, takes its place.
 * @param {string} text
 */
export function announce(text) {
  hush();
  pending = setTimeout(() => say(text), QUIET);
}

/** Takes back what has not been said yet, and makes room for the same words to be said again. */
export function hush() {
  clearTimeout(pending);
  say('');
}
