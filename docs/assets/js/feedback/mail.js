/** A letter that the person's own mail program opens, not yet addressed: nothing is sent. */

/** Characters of an address that every mail program takes. */
export const MOST_OF_A_LETTER = 2_000;

/** @param {string} subject @param {string} text */
export const mailto = (subject, text) =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replace(/\n/g, '\r\n'))}`;
