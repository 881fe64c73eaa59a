/** Make random ids for records that are made once. */

const LENGTH = 16;
const SIGNS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** A byte from here on would make the first signs likelier than the others. */
const EVEN = 252;

/**
 * Sixteen lower-case letters and digits, as in `profile/4k1m…`.
 * @param {(bytes: Uint8Array<ArrayBuffer>) => Uint8Array} fill fills the bytes at random, as `crypto.getRandomValues` does
 */
export function freshId(fill) {
  let id = '';
  while (id.length < LENGTH) {
    for (const byte of fill(new Uint8Array(LENGTH))) {
      if (byte < EVEN && id.length < LENGTH) id += SIGNS[byte % SIGNS.length];
    }
  }
  return id;
}
