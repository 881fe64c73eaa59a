/**
 * A reply to a request for feedback: what stands in it, strictly. Anybody who has the link
 * can make one, so nothing of it is taken that this file does not know.
 */

import { REPLIES, isObject } from '../storage/records.js';
import { clean } from '../page/clean-text.js';
import { ID, SET } from './request.js';

/**
 * @typedef {{ rating: number | null, comment: string }} Answer a rating from 1 to 5, or null for "I cannot say"
 *
 * @typedef {object} Reply
 * @property {string} id random; the same reply is taken once
 * @property {string} set names the wording of the questions that were answered
 * @property {string} group one of GROUPS, or empty for "prefer not to say"
 * @property {Record<string, Answer>} answers by the attributes' ids
 */

export const GROUPS = ['manager', 'peer', 'team', 'partner'];

/** The most characters of a comment. */
export const MOST_COMMENT = 5000;

/** More attributes than there will be. */
const MOST_ANSWERS = 20;

const ATTRIBUTE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const KEY = /^reply\/([a-z0-9]{16})\/([a-z0-9]{16})$/;

/** @param {string} request @param {string} reply */
export const replyKey = (request, reply) => `${REPLIES}${request}/${reply}`;

/** Whether it can be an attribute's id: not a name that a backup refuses. @param {string} name */
const isAttribute = (name) =>
  name.length <= 60 && ATTRIBUTE.test(name) && name !== 'constructor' && name !== 'prototype';

/** @param {unknown} answer @returns {Answer | null} */
function answerOf(answer) {
  if (!isObject(answer)) return null;
  const { rating, comment } = answer;
  if (rating !== null && ![1, 2, 3, 4, 5].includes(/** @type {any} */ (rating))) return null;
  if (typeof comment !== 'string' || comment.length > MOST_COMMENT || clean(comment) !== comment) return null;
  return { rating: /** @type {number | null} */ (rating), comment };
}

/**
 * The reply made anew from what is known of it; null where anything is not as it should be.
 * @param {unknown} value
 * @returns {Reply | null}
 */
export function replyOf(value) {
  if (!isObject(value) || !isObject(value.answers)) return null;
  const { id, set, group } = value;
  if (typeof id !== 'string' || !ID.test(id) || typeof set !== 'string' || !SET.test(set)) return null;
  if (typeof group !== 'string' || !['', ...GROUPS].includes(group)) return null;
  /** @type {Record<string, Answer>} */
  const answers = {};
  for (const [attribute, given] of Object.entries(value.answers)) {
    const answer = isAttribute(attribute) ? answerOf(given) : null;
    if (!answer) return null;
    answers[attribute] = answer;
  }
  const all = Object.values(answers);
  const saysSomething = all.some(({ rating, comment }) => rating !== null || comment !== '');
  return saysSomething && all.length <= MOST_ANSWERS ? { id, set, group, answers } : null;
}

/**
 * The reply as it is sealed.
 * @param {Reply} reply comments that are clean (page/clean-text.js) and not too long
 * @throws {RangeError} where it is none
 */
export function textOf(reply) {
  const checked = replyOf(reply);
  if (!checked) throw new RangeError('This is no reply');
  return JSON.stringify(checked);
}

/**
 * What `textOf` gave. Of all ways to write the same in JSON it takes that one alone, so
 * nothing is there twice, and nothing beside.
 * @param {string} text
 * @returns {Reply | null}
 */
export function readReply(text) {
  try {
    const reply = replyOf(JSON.parse(text));
    return reply && JSON.stringify(reply) === text ? reply : null;
  } catch {
    return null;
  }
}

/** The record that is kept: nothing tells when it came. @param {Reply} reply */
export const recordOf = ({ set, group, answers }) => ({ format: 1, set, group, answers });

/**
 * The record as a reply, or null where it is not one that this build can read.
 * @param {string} key
 * @param {unknown} record
 * @returns {(Reply & { request: string }) | null}
 */
export function parseReply(key, record) {
  const [, request, id] = KEY.exec(key) ?? [];
  if (!request || !isObject(record) || record.format !== 1) return null;
  const reply = replyOf({ ...record, id });
  return reply && { ...reply, request };
}
