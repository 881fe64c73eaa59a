/** Decide which replies to add, and why the others are refused. Pure. */

import { REPLIES } from '../storage/records.js';
import { MOST_CODES, MOST_TEXT, codesIn } from './code.js';
import { recordOf, replyKey } from './reply.js';
import { parseRequest, requestKey } from './request.js';
import { addressee, open } from './encrypt-reply.js';

/**
 * @typedef {'not-a-reply' | 'damaged' | 'newer' | 'other-request' | 'key-gone' | 'already' | 'too-large' | 'unread'} Reason
 *
 * @typedef {object} Outcome of one code
 * @property {string} from what it stood in: a file's name, or empty
 * @property {number} nth which of its codes, from 1; 0 where there is one, or none
 * @property {Reason | null} reason null where it is taken
 */

/** More was brought at once than is looked at. */
export class TooMuch extends Error {
  name = 'TooMuch';

  /** @param {'too-large' | 'too-many'} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * @param {Uint8Array} bytes
 * @param {Map<string, unknown>} kept
 * @param {Map<string, unknown>} puts what is taken already
 * @returns {Promise<{ reason: Reason } | { key: string, record: unknown }>}
 */
async function taken(bytes, kept, puts) {
  const to = addressee(bytes);
  if ('reason' in to) return to;
  const key = requestKey(to.request);
  const isOurs =
    kept.has(key) || [...kept.keys()].some((other) => other.startsWith(`${REPLIES}${to.request}/`));
  if (!isOurs) return { reason: 'other-request' };
  const request = parseRequest(kept.get(key));
  if (!request) return { reason: 'key-gone' };
  const reply = await open(bytes, request);
  if (!reply) return { reason: 'damaged' };
  const place = replyKey(to.request, reply.id);
  return kept.has(place) || puts.has(place) ? { reason: 'already' } : { key: place, record: recordOf(reply) };
}

/**
 * What to write so that the replies are kept, and what to say of each.
 * @param {{ from: string, text: string | null }[]} brought null for the text of a file that could not be read
 * @param {Map<string, unknown>} kept the requests and replies that are here
 * @returns {Promise<{ puts: Map<string, unknown>, outcomes: Outcome[] }>}
 * @throws {TooMuch} without a look at any
 */
export async function received(brought, kept) {
  if (brought.reduce((sum, { text }) => sum + (text?.length ?? 0), 0) > MOST_TEXT)
    throw new TooMuch('too-large');
  const items = brought.map(({ from, text }) => ({ from, text, codes: codesIn(text ?? '') }));
  if (items.reduce((sum, { codes }) => sum + Math.max(1, codes.length), 0) > MOST_CODES)
    throw new TooMuch('too-many');

  /** @type {Map<string, unknown>} */
  const puts = new Map();
  /** @type {Outcome[]} */
  const outcomes = [];
  for (const { from, text, codes } of items) {
    if (!codes.length) outcomes.push({ from, nth: 0, reason: text === null ? 'unread' : 'not-a-reply' });
    for (const [i, code] of codes.entries()) {
      const result = typeof code === 'string' ? { reason: code } : await taken(code, kept, puts);
      if ('key' in result) puts.set(result.key, result.record);
      outcomes.push({
        from,
        nth: codes.length > 1 ? i + 1 : 0,
        reason: 'reason' in result ? result.reason : null,
      });
    }
  }
  return { puts, outcomes };
}
