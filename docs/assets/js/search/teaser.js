/** Choose the part of a text that a search result shows. */

/** @typedef {import("./guide-search.js").Mark} Mark */

/** Letters of a teaser; and before its first mark, where that is far into a sentence. */
const TEASER = 200;
const BEFORE = 60;
const SENTENCE = /[^.!?]+[.!?]*["'”’)\]]*\s*/g;

/**
 * The sentences of a text that say most of what was looked for.
 *
 * @param {string} text
 * @param {Mark[]} marks
 */
export function teaser(text, marks) {
  const starts = text.length > TEASER ? [...text.matchAll(SENTENCE)].map(({ index }) => index) : [0];
  const first = marks[0]?.to > TEASER ? text.lastIndexOf(' ', marks[0].from - BEFORE) + 1 : 0;
  const within = (/** @type {number} */ start) =>
    marks.filter(({ from, to }) => from >= start && to <= start + TEASER);
  const worth = (/** @type {number} */ start) => new Set(within(start).map(({ stem }) => stem)).size;
  const start = [...starts, first].reduce((best, one) => (worth(one) > worth(best) ? one : best), 0);
  const end = text.length > start + TEASER ? text.lastIndexOf(' ', start + TEASER) : text.length;
  const before = starts.includes(start) ? '' : '… ';
  return {
    text: `${before}${text.slice(start, end)}${end < text.length ? ' …' : ''}`,
    marks: within(start)
      .filter(({ to }) => to <= end)
      .map(({ from, to, stem }) => ({
        from: from - start + before.length,
        to: to - start + before.length,
        stem,
      })),
  };
}
