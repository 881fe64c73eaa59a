/**
 * Undo a restore. What it wrote is kept until then as
 * `undo/restore`, beside what had stood there. Pure; decides, and writes nothing.
 */

import { OTHERS, SHELF, UNSHOWN, answerOf, freeKey, isObject, revOf } from '../storage/records.js';
import { asideKey } from './format.js';
import { sides, wording } from './merge.js';
import { isSame } from './json-value.js';

/**
 * @typedef {object} UndoRecord
 * @property {1} format
 * @property {string} at ISO time of the restore
 * @property {{ key: string, record?: unknown }[]} before without a record where there was none
 * @property {{ key: string, record: unknown }[]} after
 */

/**
 * The record to keep under `UNDO`, in the transaction that writes `puts`.
 * @param {Map<string, unknown>} current
 * @param {Map<string, unknown>} puts
 * @param {string} at ISO time
 * @returns {UndoRecord}
 */
export const undoRecord = (current, puts, at) => ({
  format: 1,
  at,
  before: [...puts.keys()].map((key) => (current.has(key) ? { key, record: current.get(key) } : { key })),
  after: [...puts].map(([key, record]) => ({ key, record })),
});

/** @param {unknown} list */
function asMap(list) {
  if (!Array.isArray(list) || !list.every((entry) => isObject(entry) && typeof entry.key === 'string'))
    return null;
  const there = list.filter((entry) => Object.hasOwn(entry, 'record'));
  return new Map(there.map(({ key, record }) => /** @type {[string, unknown]} */ ([key, record])));
}

/**
 * What an undo record has, or null where it is not one that this build can read.
 * @param {unknown} record
 */
export function readUndo(record) {
  if (!isObject(record) || record.format !== 1 || typeof record.at !== 'string') return null;
  const [before, after] = [asMap(record.before), asMap(record.after)];
  return before && after ? { at: record.at, before, after } : null;
}

/**
 * What to write and delete so that the restore has not been. What has changed
 * since stays as it is now, and the text that stood there before the restore is
 * kept beside it.
 * @param {Map<string, unknown>} current
 * @param {Map<string, unknown>} before what stood under the keys of `after`, where something did
 * @param {Map<string, unknown>} after what the restore wrote
 */
export function undo(current, before, after) {
  /** @type {Map<string, unknown>} */
  const puts = new Map();
  /** @type {string[]} */
  const deletes = [];
  const remaining = new Map(current);
  /** @type {[string, unknown][]} */
  const gone = [];
  for (const [key, record] of after) {
    const [had, old] = [before.has(key), before.get(key)];
    if (!current.has(key) || !isSame(current.get(key), record)) {
      if (had) gone.push([key, old]);
    } else if (had) {
      puts.set(key, old);
      remaining.set(key, old);
    } else {
      deletes.push(key);
      remaining.delete(key);
    }
  }
  for (const [key, record] of gone) keep(remaining, puts, key, record);
  return { puts, deletes: deletes.filter((key) => !puts.has(key)) };
}

/**
 * Puts `record`, which stood under `key`, where it is in nobody's way, unless it is there already.
 * @param {Map<string, unknown>} remaining what will be there
 * @param {Map<string, unknown>} puts
 * @param {string} key
 * @param {unknown} record
 */
function keep(remaining, puts, key, record) {
  if (key.startsWith(SHELF) && remaining.has(key)) return; // its title has been changed since
  const text = answerOf(record);
  const [, id = ''] = key.split('/');
  const { answer = null, texts = new Map(), top = 0 } = sides(remaining).get(id) ?? {};
  const known = [answer, ...texts.values()].some(
    (other) => text && other && wording(other) === wording(text),
  );
  if (known || text?.value === '') return;
  const isUnshown = text && (key.startsWith(UNSHOWN) || (answer && answer.kind !== text.kind));
  const beside = `${isUnshown ? UNSHOWN : OTHERS}${id}/`;
  let place = text ? freeKey(beside, text.rev, remaining, top + 1) : asideKey(key, 1);
  for (let nth = 2; remaining.has(place); nth += 1) {
    if (isSame(remaining.get(place), record)) return;
    place = asideKey(key, nth);
  }
  const kept = text ? { ...text, rev: revOf(place) } : record;
  puts.set(place, kept);
  remaining.set(place, kept);
}
