/**
 * The backup format: all records as one JSON text, and back. Pure: records in, text out.
 * Handles, undo records and the ledger are of one device and in no file.
 */

import { answerOf, isNewer, isObject, parseDraft } from '../storage/records.js';
import { PIECES, UNREADABLE, isHeader, joined } from '../storage/large-records.js';
import { LONGEST } from '../page/title.js';
import { Refusal, begun, closed, opened } from './check-records.js';
import { described, isSame, plain } from './json-value.js';

/**
 * @typedef {import('../storage/records.js').Answer} Answer
 *
 * @typedef {object} Facts
 * @property {string} made ISO time
 * @property {string} site its title
 * @property {string} address
 * @property {string} [from] whose it is, in a file of one workbook, as the person named themselves; may be empty
 * @property {string} [workbook] the id of the workbook that such a file has
 */

/** The levels of the file around a record: the whole, the list, the entry. */
const AROUND = 3;

/** A key has nine digits for it. */
const LAST_REV = 999_999_999;

/** A question's id, and a named workbook's where it was answered in one. */
const ID = '[a-z0-9]+(?:-[a-z0-9]+)*(?:\\.[a-z0-9]{16})?';
const OF_DEVICE = /^(?:handle|undo|ledger)(?:\/|$)/;
const KNOWN = /^(?:answer|version|other|unshown|draft)\//;
const KNOWN_KEY = new RegExp(
  `^(?:answer/${ID}|(?:version|other|unshown)/${ID}/\\d{9}|draft/${ID}/[a-z0-9-]+)$`,
);
const OTHER_KEY = /^[a-z][a-z0-9-]*(?:\/[\w.:~-]+)+$/;

/**
 * Whether a file can hold the record under this key.
 * @param {string} key
 * @param {unknown} record
 */
function fits(key, record) {
  if (OF_DEVICE.test(key) || !plain(record, AROUND)) return false;
  if (!KNOWN.test(key)) return OTHER_KEY.test(key);
  if (!KNOWN_KEY.test(key)) return false;
  if (isNewer(record)) return true;
  if (key.startsWith('draft/')) return parseDraft(record)?.question.id === key.split('/')[1];
  return Number(answerOf(record)?.rev) <= LAST_REV;
}

/** @param {string} key */
const escaped = (key) =>
  key.replace(/[^\w.:/-]|^\/|\/(?=\/|$)/g, (sign) => `~${sign.charCodeAt(0).toString(16)}`) || '~';

/**
 * Where a record is put aside that cannot stand under `key`.
 * @param {string} key
 * @param {number} nth 1 for the first place, 2 for the one to try then …
 */
export const asideKey = (key, nth) =>
  (key.startsWith('aside/') ? key : `aside/${key}`) + (nth > 1 ? `/${nth}` : '');

/**
 * The records as a file holds them: what cannot stand under its own key stands
 * under `aside/`, and what JSON cannot hold as a text that describes it.
 * @param {Map<string, unknown>} records
 */
export function portable(records) {
  /** @type {Map<string, unknown>} */
  const result = new Map();
  /** @type {[string, unknown][]} */
  const odd = [];
  for (const [key, record] of records) {
    if (OF_DEVICE.test(key)) continue;
    const value = plain(record, AROUND) ? record : described(record);
    if (fits(key, value)) result.set(key, value);
    else odd.push([escaped(key), value]);
  }
  for (const [key, value] of odd) {
    let nth = 1;
    while (result.has(asideKey(key, nth)) && !isSame(result.get(asideKey(key, nth)), value)) nth += 1;
    result.set(asideKey(key, nth), value);
  }
  return result;
}

/**
 * The text of a backup, to be kept as UTF-8.
 * @param {Map<string, unknown>} records
 * @param {Facts} facts
 */
export const backupText = (records, { made, site, address }) =>
  closed(begun('backup', { made, site, address, records: listed(records) }));

/** The records as a file lists them, by their keys. @param {Map<string, unknown>} records */
export function listed(records) {
  const list = [...portable(records)].map(([key, record]) => ({ key, record }));
  return list.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/**
 * @param {Uint8Array} bytes
 * @param {boolean} [unchecked] whether one is read, too, whose checksum is wrong
 * @returns {{ records: Map<string, unknown>, facts: Facts, checked: boolean }} not checked where the checksum
 *   is wrong: all that belongs to a backup is there, and a letter may have been changed
 * @throws {Refusal}
 */
export function readBackup(bytes, unchecked = false) {
  const { kind, fields, checked } = opened(bytes);
  if (!checked && !unchecked) throw new Refusal('damaged');
  if (kind === 'sealed-backup') throw new Refusal('sealed');
  if (kind === 'notes') throw new Refusal('not-a-backup');
  try {
    return { ...contents(fields, kind === 'workbook'), checked };
  } catch (error) {
    if (checked || !(error instanceof Refusal)) throw error;
    throw new Refusal('damaged');
  }
}

/**
 * @param {Record<string, unknown>} fields
 * @param {boolean} ofOne whether it is the file of one workbook
 * @returns {{ records: Map<string, unknown>, facts: Facts }}
 * @throws {Refusal}
 */
function contents(fields, ofOne) {
  const { records: list, ...header } = fields;
  const { made, site, address, from, workbook } = header;
  if (ofOne && (!isName(from) || !isName(workbook))) throw new Refusal('bad-content', 'header');
  if (typeof made !== 'string' || typeof site !== 'string' || typeof address !== 'string' || !plain(header)) {
    throw new Refusal('bad-content', 'header');
  }
  if (!Array.isArray(list)) throw new Refusal('bad-content', 'records');
  /** @type {Map<string, unknown>} */
  const records = new Map();
  for (const entry of list) {
    const { key, record } = isObject(entry) ? entry : {};
    if (typeof key !== 'string' || Object.keys(entry).sort().join() !== 'key,record') {
      throw new Refusal('bad-content', 'records');
    }
    if (records.has(key) || !fits(key, record)) throw new Refusal('bad-content', key);
    records.set(key, record);
  }
  const whose = ofOne ? { from: String(from), workbook: String(workbook) } : {};
  return { records: inOne(records), facts: { made, site, address, ...whose } };
}

/** @param {unknown} text */
const isName = (text) => typeof text === 'string' && [...text].length <= LONGEST;

/**
 * The records, each in one: a release that knows no pieces (1.0.0) backs up what a later one kept as it
 * finds it, in pieces. A piece of nothing is put aside, as no page shows those that stand in their place.
 * @param {Map<string, unknown>} records
 */
function inOne(records) {
  const keys = [...records.keys()].filter((key) => key.startsWith(PIECES)).sort();
  /** @type {Map<string, string[]>} */
  const pieces = new Map();
  for (const key of keys) {
    const recordKey = key.slice(PIECES.length, key.lastIndexOf('/'));
    const pieceKeys = pieces.get(recordKey) ?? [];
    pieceKeys.push(key);
    pieces.set(recordKey, pieceKeys);
  }
  const result = new Map(records);
  for (const [key, pieceKeys] of pieces) {
    const header = records.get(key);
    const whole = isHeader(header)
      ? joined(
          header,
          pieceKeys.map((piece) => records.get(piece)),
        )
      : UNREADABLE;
    const isWhole = whole !== UNREADABLE && fits(key, whole);
    if (isWhole) result.set(key, whole);
    for (const piece of pieceKeys) {
      result.delete(piece);
      if (!isWhole) result.set(asideKey(piece, 1), records.get(piece));
    }
  }
  return result;
}

/**
 * Whether a file would hold the same of both: what is read back from one, and what it was made of.
 * @param {Map<string, unknown>} one
 * @param {Map<string, unknown>} other
 */
export function sameRecords(one, other) {
  const [a, b] = [portable(one), portable(other)];
  return a.size === b.size && [...a].every(([key, record]) => b.has(key) && isSame(record, b.get(key)));
}
