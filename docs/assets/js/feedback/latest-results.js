/** What others see, for the leadership profile: of the latest request that enough people have answered. Pure. */

import { REQUESTS } from '../storage/records.js';
import { parseReply } from './reply.js';
import { parseRequest } from './request.js';
import { resultsOf } from './results.js';

/**
 * @typedef {object} LatestResults
 * @property {string} title of the request; may be empty
 * @property {string} at ISO time at which it was made
 * @property {number} count of replies to it
 * @property {import('./results.js').Rated[] | null} rated in the order of the attributes; null where there are too few replies
 */

/**
 * @param {Map<string, unknown>} records
 * @param {string[]} attributes ids
 * @returns {LatestResults | null} where no request has enough replies, the latest that has any, or the latest; null
 *   where there is no request
 */
export function latestResults(records, attributes) {
  const replies = [...records].flatMap(([key, record]) => parseReply(key, record) ?? []);
  const all = [...records]
    .flatMap(([key, record]) => {
      const request = key.startsWith(REQUESTS) ? parseRequest(record) : null;
      if (!request) return [];
      const own = replies.filter((reply) => reply.request === key.slice(REQUESTS.length));
      const rated = resultsOf(own, attributes)?.rated ?? null;
      return [{ title: request.title, at: request.at, count: own.length, rated }];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  return all.find(({ rated }) => rated) ?? all.find(({ count }) => count > 0) ?? all[0] ?? null;
}
