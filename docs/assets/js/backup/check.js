/**
 * The outside of every file that is written here: what it says of itself first,
 * and a checksum last, which finds a changed bit and a lost end.
 * docs/about/backup-format.md describes it for readers.
 */

import { crc32 } from '../lib/crc32.js';
import { isObject } from '../lib/records.js';

const PRODUCT = 'five-attributes';

/** The most bytes that are read. */
export const LIMIT = 160_000_000;

/** The one format that there is. */
const FORMAT = 1;

const HEAD = `{\n"product": "${PRODUCT}",\n"kind": "`;
const TAIL = /,\n"check": "crc32:([0-9a-f]{8})"\n\}\r?\n?$/;

/** Why a file is refused; the page has the words for each. */
export const REASONS = /** @type {const} */ ([
  'empty',
  'too-large',
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
export function begun(kind, fields) {
  const lines = Object.entries({ format: FORMAT, ...fields }).map(
    ([name, value]) => `,\n${JSON.stringify(name)}: ${JSON.stringify(value, null, 1)}`,
  );
  return `${HEAD}${kind}"${lines.join('')}`;
}

/** @param {string} text what `begun` gave, and perhaps more of its kind */
export const closed = (text) => `${text},\n"check": "crc32:${checksum(text)}"\n}\n`;

/** @param {Uint8Array} bytes */
function decoded(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** @param {string} text @returns {unknown} undefined where it is not JSON */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What stands in the file, whose checksum is right and whose format is known;
 * what its fields hold has not been looked at.
 * @param {Uint8Array} bytes
 * @returns {{ text: string, kind: unknown, fields: Record<string, unknown> }}
 * @throws {Refusal}
 */
export function opened(bytes) {
  if (bytes.length > LIMIT) throw new Refusal('too-large');
  const text = decoded(bytes);
  if (text?.trim() === '') throw new Refusal('empty');

  const [first, last] = [bytes.subarray(0, HEAD.length + 3), bytes.subarray(-HEAD.length)].map((part) =>
    new TextDecoder().decode(part).slice(0, HEAD.length),
  );
  const tail = TAIL.exec(String(last));
  const ours = tail || HEAD.startsWith(String(first));
  if (text === null) throw new Refusal(ours ? 'damaged' : 'not-text');

  const root = parsed(text);
  if (root === undefined) throw new Refusal(ours ? 'damaged' : 'not-json');
  if (tail && checksum(text.slice(0, -tail[0].length)) !== tail[1]) throw new Refusal('damaged');
  if (!isObject(root) || typeof root.product !== 'string') throw new Refusal('not-a-backup');
  if (root.product !== PRODUCT) throw new Refusal('other-product');
  if (typeof root.format === 'number' && root.format > FORMAT) throw new Refusal('newer');
  if (root.kind !== 'backup' && root.kind !== 'sealed-backup') throw new Refusal('not-a-backup');
  if (!tail) throw new Refusal('damaged');
  // A file of an older format, once there is one, is brought to the form of this one here.
  if (root.format !== FORMAT) throw new Refusal('bad-content', 'format');
  return { text, kind: root.kind, fields: root };
}
