/** Decode addresses that mail programs have encoded, even several times. Pure. */

/** One service after another may have encoded it. */
const MOST_ROUNDS = 5;

/** Signs that nobody sees, and those of broken lines. */
const UNSEEN = /=?[\r\n]+|[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g;

/**
 * The part of an address without what programs did to it: `%23` (`%2523` where two did), `&amp;`,
 * quoted-printable, and lines that were broken. Signs beyond ASCII are left as they are.
 * @param {string} text
 */
export function decoded(text) {
  let plain = text;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = plain
      .replace(/&(?:amp|#0*38|#x0*26);/gi, '&')
      .replace(/&(?:equals|#0*61|#x0*3d);/gi, '=')
      .replace(/&(?:num|#0*35|#x0*23);/gi, '#')
      .replace(/%([0-7][\da-f])/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
    if (next === plain) break;
    plain = next;
  }
  return plain.replace(UNSEEN, '').replace(/=3d/gi, '=');
}
