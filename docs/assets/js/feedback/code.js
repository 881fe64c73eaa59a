/**
 * A sealed reply as a code that goes through e-mail: found anywhere in a text, also where its
 * lines were broken anew or quoted.
 *
 *   [Feedback reply:
 *   NUFGUgFh…
 *   …]
 */

import { fromBase64, toBase64 } from './bytes.js';
import { MOST_BYTES } from './encrypt-reply.js';

/** The most characters that are looked through at once, and the most codes. */
export const MOST_TEXT = 2_000_000;
export const MOST_CODES = 200;

const WIDTH = 64;
const MOST_SIGNS = Math.ceil((MOST_BYTES * 4) / 3);

/**
 * What mail programs put into a text, and no code has: HTML, space, quotation marks of lines, signs nobody
 * sees, and the second bytes of UTF-16.
 */
const BETWEEN =
  /<\/?[a-z!][^<>]{0,2000}>|&(?:[a-z]{2,8}|#\w{1,6});|[\s>|=\0\u00ad\u200b-\u200f\u2060\ufeff]+/gi;
const BEGIN = /\[feedbackreply:/gi;
const SIGNS = /[\w+/-]*/y;

/** @param {Uint8Array} bytes */
export function codeOf(bytes) {
  const lines = toBase64(bytes).match(new RegExp(`.{1,${WIDTH}}`, 'g')) ?? [];
  return `[Feedback reply:\n${lines.join('\n')}]`;
}

/**
 * The codes in a text, in their order.
 * @param {string} text of at most MOST_TEXT characters
 * @returns {(Uint8Array | 'damaged' | 'too-large')[]} one more than MOST_CODES, where there are more
 */
export function codesIn(text) {
  const plain = text.replace(BETWEEN, '');
  /** @type {(Uint8Array | 'damaged' | 'too-large')[]} */
  const codes = [];
  for (const { index, 0: begin } of plain.matchAll(BEGIN)) {
    if (codes.length > MOST_CODES) break;
    SIGNS.lastIndex = index + begin.length;
    const [signs = ''] = SIGNS.exec(plain) ?? [];
    const isClosed = plain[index + begin.length + signs.length] === ']';
    if (signs.length > MOST_SIGNS) codes.push('too-large');
    else codes.push((isClosed && fromBase64(signs)) || 'damaged');
  }
  return codes;
}
