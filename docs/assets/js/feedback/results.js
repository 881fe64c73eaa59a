/** Summarise replies. Shown from 3 replies on; that makes nobody anonymous. Pure. */

import { crc32 } from '../page/crc32.js';
import { ascii } from './bytes.js';
import { GROUPS } from './reply.js';

/**
 * @typedef {import('./reply.js').Reply} Reply
 *
 * @typedef {object} Rated the ratings of one attribute
 * @property {number} count how many rated it
 * @property {number | null} median null where fewer than ENOUGH rated it
 * @property {[number, number] | null} range from the least to the most; null where no more than ENOUGH rated it: with
 *   the median it would be each of them
 *
 * @typedef {object} Results
 * @property {Rated[]} rated in the order of the attributes
 * @property {string[][]} comments for each attribute, in an order that tells nothing and stays
 * @property {{ group: string, count: number, rated: Rated[] }[]} groups of ENOUGH_OF_A_GROUP and more
 */

/** From how many replies or ratings on they are shown; of a group 1 more: “all 3” would give each of them away. */
export const ENOUGH = 3;
const ENOUGH_OF_A_GROUP = 4;

/** @param {number[]} sorted */
function median(sorted) {
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted.length % 2 ? sorted[middle] : sorted[middle - 1], sorted[middle]];
  return (low + high) / 2;
}

/**
 * @param {Reply[]} replies
 * @param {string} attribute
 * @param {number} enough
 * @returns {Rated}
 */
function rated(replies, attribute, enough = ENOUGH) {
  const ratings = replies.flatMap(({ answers }) => answers[attribute]?.rating ?? []).sort();
  const count = ratings.length;
  if (count < enough) return { count, median: null, range: null };
  const [least, most] = [Number(ratings[0]), Number(ratings.at(-1))];
  return { count, median: median(ratings), range: count > ENOUGH ? [least, most] : null };
}

/**
 * The comments in the order of what their replies' random ids come to with the attribute's:
 * another one for each attribute, and the same at each look.
 * @param {Reply[]} replies
 * @param {string} attribute
 */
function comments(replies, attribute) {
  /** @param {Reply} reply */
  const lot = ({ id }) => crc32(ascii(`${id}/${attribute}`));
  return [...replies]
    .sort((a, b) => lot(a) - lot(b))
    .flatMap(({ answers }) => answers[attribute]?.comment || []);
}

/**
 * @param {Reply[]} replies to one request
 * @param {string[]} attributes ids
 * @returns {Results | null} null where there are fewer than ENOUGH replies
 */
export function resultsOf(replies, attributes) {
  if (replies.length < ENOUGH) return null;
  const groups = GROUPS.map((group) => ({
    group,
    members: replies.filter((reply) => reply.group === group),
  }));
  return {
    rated: attributes.map((attribute) => rated(replies, attribute)),
    comments: attributes.map((attribute) => comments(replies, attribute)),
    groups: groups
      .filter(({ members }) => members.length >= ENOUGH_OF_A_GROUP)
      .map(({ group, members }) => ({
        group,
        count: members.length,
        rated: attributes.map((attribute) => rated(members, attribute, ENOUGH_OF_A_GROUP)),
      })),
  };
}
