/**
 * The axes of a leadership profile, from the page (macro `profile_axes`):
 *
 *   <ul hidden><li data-axis="values" data-title="…" data-short="Values" data-rating="rate-values"
 *     data-target="target-values" data-note="why-values" data-edition="1a2b3c4d"></li> …</ul>
 *
 * An element of any kind may bear these (macro `axis_data`). Where the page has a round open, its ratings are meant.
 */

import { opened } from '../page/this-page.js';
import { answerId } from '../storage/records.js';

/** @typedef {import('./ratings.js').Axis} Axis */

/**
 * @param {ParentNode} [part]
 * @param {string | null} [round] the id of another one than the page has open
 * @returns {Axis[]}
 */
export const axesOf = (part = document, round = opened) =>
  [...part.querySelectorAll('[data-axis]')].map((element) => {
    /** @param {string} name */
    const data = (name) => element.getAttribute(`data-${name}`) ?? '';
    return {
      id: data('axis'),
      title: data('title'),
      short: data('short'),
      rating: answerId(data('rating'), round),
      target: answerId(data('target'), round),
      note: answerId(data('note'), round),
      edition: data('edition'),
    };
  });

/** The name of the round that the page shows; empty where there is only one. */
export const roundShown = () => document.querySelector('[data-of-round]')?.getAttribute('data-title') ?? '';
