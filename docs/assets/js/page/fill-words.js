/** Fill names and numbers into the page's own words. */

/**
 * `{name}` in `words` replaced by what `fills` has for it.
 * @param {string | undefined} words
 * @param {Record<string, string>} fills
 */
export const worded = (words = '', fills) =>
  words.replace(/\{(\w+)\}/g, (whole, name) => fills[name] ?? whole);

/**
 * The words of `element` for a number: its `data-one`, or `data-many` with `{count}` in it.
 * @param {HTMLElement} element
 * @param {number} count
 */
export const counted = ({ dataset }, count) =>
  worded(count === 1 ? dataset.one : dataset.many, { count: count.toLocaleString('en-GB') });

/**
 * Fills the places `[data-fill="NAME"]` in `part`.
 * @param {ParentNode} part
 * @param {Record<string, string>} fills
 */
export function fill(part, fills) {
  for (const place of part.querySelectorAll('[data-fill]')) {
    const text = fills[place.getAttribute('data-fill') ?? ''];
    if (text !== undefined && place.textContent !== text) place.textContent = text;
  }
}

/**
 * Shows, of those in `part` that have the attribute, the one whose value is `name`, and hides the others.
 * @param {ParentNode} part
 * @param {string} attribute
 * @param {string | null} name null for none
 * @returns {HTMLElement | null} the one that is shown
 */
export function showOnly(part, attribute, name) {
  let shown = null;
  for (const element of part.querySelectorAll(`[${attribute}]`)) {
    if (!(element instanceof HTMLElement)) continue;
    element.hidden = element.getAttribute(attribute) !== name;
    if (!element.hidden) shown = element;
  }
  return shown;
}
