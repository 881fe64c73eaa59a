/**
 * Says `text` aloud, through the one live region that a page has for that, `<p role="status" data-announcer></p>`.
 * @param {string} text
 */
export function announce(text) {
  const region = document.querySelector('[data-announcer]');
  if (region && region.textContent !== text) region.textContent = text;
}
