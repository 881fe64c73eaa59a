/** A text as files can hold it. */

const BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const FORBIDDEN = /[\0-\x08\x0e-\x1f\ufffe\uffff\ud800-\udfff]/gu;
/** @type {Record<string, string>} */
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * The text with `\n` as its only line end and nothing that a file cannot hold.
 * @param {string} text
 */
export const clean = (text) => text.replace(BREAK, '\n').replace(FORBIDDEN, '\ufffd').trim();

/**
 * The text on one line.
 * @param {string} text
 */
export const line = (text) => clean(text).replace(/\s+/g, ' ');

/**
 * The text as XML and HTML have it, in an element or an attribute.
 * @param {string} text
 */
export const escaped = (text) => text.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);
