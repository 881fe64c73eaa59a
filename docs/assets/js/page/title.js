/** Titles that a person gives: of a named workbook, of a kept profile, of a request for feedback. */

/** Most characters of a title. */
export const LONGEST = 80;

/** The title on one line. @param {string} title */
export const trimmed = (title) => title.replace(/\s+/gu, ' ').trim();

/** The title on one line, and no longer than one may be. @param {string} title */
export const fitted = (title) => [...trimmed(title)].slice(0, LONGEST).join('');
