/**
 * Shows or hides a part of a question. Where a question is far away its layout is skipped
 * (`content-visibility`), and there Chromium gives assistive technology what is `hidden` as well: so it is
 * said twice. What the page comes with says both, too.
 * @param {Element | null | undefined} element
 * @param {boolean} shown
 */
export function reveal(element, shown) {
  element?.toggleAttribute('hidden', !shown);
  if (shown) element?.removeAttribute('aria-hidden');
  else element?.setAttribute('aria-hidden', 'true');
}
