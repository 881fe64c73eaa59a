/**
 * The axes of a leadership profile, from the page (macro `profile_axes`):
 *
 *   <ul hidden><li data-axis="values" data-title="…" data-short="Values" data-rating="rate-values"
 *     data-target="target-values" data-note="why-values" data-edition="1a2b3c4d"></li> …</ul>
 *
 * An element of any kind may bear these (macro `axis_data`).
 */

/** @typedef {import('./ratings.js').Axis} Axis */

/** @param {ParentNode} [part] @returns {Axis[]} */
export const axesOf = (part = document) =>
  [...part.querySelectorAll('[data-axis]')].map((element) => {
    /** @param {string} name */
    const data = (name) => element.getAttribute(`data-${name}`) ?? '';
    return {
      id: data('axis'),
      title: data('title'),
      short: data('short'),
      rating: data('rating'),
      target: data('target'),
      note: data('note'),
      edition: data('edition'),
    };
  });
