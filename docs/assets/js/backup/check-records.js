/**
 * Write and check the envelope of every file that is made here: product, kind and format first, a
 * checksum last, which finds a changed bit and a lost end.
 * docs/about/backup-format.md describes it for readers.
 */

import { crc32 } from '../page/crc32.js';
import { isObject } from '../storage/records.js';
import { decoded, forms, isZipped } from './envelope.js';

const PRODUCT = 'five-attributes';

/** What a file may be: of everything, of one workbook, a reader's notes on one, or a backup under a passphrase. */
const KINDS = ['backup', 'workbook', 'notes', 'sealed-backup'];

/** The most bytes that are read. */
export const LIMIT = 160_000_000;

/** The one format that there is. */
const FORMAT = 1;

const HEAD = `{\n"product": "${PRODUCT}"`;
const TAIL = /,\n"check": "crc32:([0-9a-f]{8})"\n\}\r?\n?$/;

/** More characters than the last lines have. */
const LAST = 60;

/** Why a file is refused; the page has the words for each. */
export const REASONS = /** @type {const} */ ([
  'empty',
  'too-large',
  'zipped', // in a zip file, out of which it has to be taken
  'not-text',
  'not-json',
  'other-product',
  'not-a-backup',
  'newer',
  'damaged',
  'sealed', // under a passphrase, which has to be asked for
  'wrong-passphrase',
  'bad-content', // whole, but with something in it that no backup has
]);

/** @typedef {typeof REASONS[number]} Reason */

export class Refusal extends Error {
  name = 'Refusal';

  /**
   * @param {Reason} reason
   * @param {string} [detail] of `bad-content`: the record's key, or the name of what is wrong
   */
  constructor(reason, detail = '') {
    super(`${reason} ${detail}`.trim());
    this.reason = reason;
    this.detail = detail;
  }
}

/** @param {string} text */
const checksum = (text) => crc32(new TextEncoder().encode(text)).toString(16).padStart(8, '0');

/**
 * The file's text up to its checksum: one line for each field, in their order.
 * @param {string} kind
 * @param {Record<string, unknown>} fields
 */
export const begun = (kind, fields) => written({ product: PRODUCT, kind, format: FORMAT, ...fields });

/** @param {Record<string, unknown>} fields */
const written = (fields) => {
  const lines = Object.entries(fields).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value, null, 1)}`,
  );
  return `{\n${lines.join(',\n')}`;
};

/** @param {string} text what `begun` gave, and perhaps more of its kind */
export const closed = (text) => `${text},\n"check": "crc32:${checksum(text)}"\n}\n`;

/**
 * @typedef {object} Opened
 * @property {string} text as it was written here
 * @property {unknown} kind
 * @property {Record<string, unknown>} fields not looked at yet
 * @property {boolean} checked whether the checksum is right: else a letter may have been changed
 */

/**
 * What is in the file, whose format is known. What mail and editors do to a text on its way
 * (`envelope.js`) changes none of its words, and is put right where the checksum says so.
 * @param {Uint8Array} bytes
 * @returns {Opened}
 * @throws {Refusal}
 */
export function opened(bytes) {
  if (bytes.length > LIMIT) throw new Refusal('too-large');
  if (isZipped(bytes)) throw new Refusal('zipped');
  const text = decoded(bytes, PRODUCT);
  if (text?.trim() === '') throw new Refusal('empty');
  const ours = HEAD.startsWith(start(bytes)) || start(bytes).includes(PRODUCT) || TAIL.test(end(bytes));
  if (text === null) throw new Refusal(ours ? 'damaged' : 'not-text');
  const found = right(text) ?? rewritten(text);
  if (!found) throw new Refusal(ours ? 'damaged' : 'not-json');
  return known(found);
}

/** @param {Uint8Array} bytes */
const start = (bytes) => new TextDecoder().decode(bytes.subarray(0, HEAD.length + 3)).slice(0, HEAD.length);
/** @param {Uint8Array} bytes */
const end = (bytes) => new TextDecoder().decode(bytes.subarray(-LAST));

/** @typedef {{ text: string, root: unknown, checked: boolean }} Found */

/** The file as it was written, letter by letter. @param {string} text @returns {Found | null} */
function right(text) {
  const tail = TAIL.exec(text.slice(-LAST));
  if (!tail || checksum(text.slice(0, -tail[0].length)) !== tail[1]) return null;
  const root = parsed(text);
  return root === undefined ? null : { text, root, checked: true };
}

/** The first form of the text that has the right checksum once it is written anew; else one that can be read. @param {string} text @returns {Found | null} */
function rewritten(text) {
  /** @type {Found | null} */
  let readable = null;
  for (const form of forms(text)) {
    const root = parsed(form);
    if (root === undefined) continue;
    const anew = isObject(root) ? writtenAnew(root) : null;
    if (anew !== null && checksum(anew) === sumOf(root)) return { text: anew, root, checked: true };
    readable ??= { text: anew ?? form, root, checked: false };
  }
  return readable;
}

/** @param {Record<string, unknown>} root @returns {string | null} null for one that is too deep to be written */
function writtenAnew({ check: _, ...fields }) {
  try {
    return written(fields);
  } catch {
    return null;
  }
}

/** @param {unknown} root */
const sumOf = (root) => /^crc32:([0-9a-f]{8})$/.exec(isObject(root) ? String(root.check) : '')?.[1] ?? null;

/** @param {Found} found @returns {Opened} @throws {Refusal} */
function known({ text, root, checked }) {
  const sum = sumOf(root);
  /** @param {Reason} reason @param {string} [detail] */
  const refusal = (reason, detail) =>
    sum !== null && !checked ? new Refusal('damaged') : new Refusal(reason, detail);
  if (!isObject(root) || typeof root.product !== 'string') throw refusal('not-a-backup');
  if (root.product !== PRODUCT) throw refusal('other-product');
  if (typeof root.format === 'number' && root.format > FORMAT) throw refusal('newer');
  if (typeof root.kind !== 'string' || !KINDS.includes(root.kind)) throw refusal('not-a-backup');
  if (sum === null || (!checked && root.kind === 'sealed-backup')) throw new Refusal('damaged'); // the seal would not open
  // A file of an older format, once there is one, is brought to the form of this one here.
  if (root.format !== FORMAT) throw refusal('bad-content', 'format');
  return { text, kind: root.kind, fields: root, checked };
}

/** @param {string} text @returns {unknown} undefined where it is not JSON */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
