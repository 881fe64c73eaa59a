/** Names attributes in a sentence of the page, each as a link: “Values, Decisions and Buy-in”. */

/**
 * @param {Element | null} part the sentence: its `[data-places]` has the links' address, and the words between them
 * @param {import('./ratings.js').Axis[]} axes
 * @param {number[]} places of the attributes, among the axes
 */
export function nameAttributes(part, axes, places) {
  const line = part?.querySelector('[data-places]');
  if (!(line instanceof HTMLElement)) return;
  const links = places.map((at) => {
    const axis = axes[at];
    const link = document.createElement('a');
    link.href = (line.dataset.places ?? '').replace('{id}', axis?.id ?? '');
    link.textContent = axis?.short ?? '';
    return link;
  });
  const { joint = '', last = '' } = line.dataset;
  const between = links.flatMap((link, at) =>
    at === 0 ? [link] : [at === links.length - 1 ? last : joint, link],
  );
  line.replaceChildren(...between);
}
