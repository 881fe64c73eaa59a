/**
 * Encrypt a backup with a passphrase, and decrypt it. Nobody can open one without it: a forgotten
 * passphrase cannot be reset. Needs a secure context (https or this machine).
 */

import { isObject } from '../storage/records.js';
import { Refusal, begun, closed, opened } from './check-records.js';
import { plain } from './json-value.js';

const ITERATIONS = 600_000;
/** Fewer would be no protection, more would be a trap for the reader's machine. */
const [FEWEST, MOST] = [100_000, 2_000_000];
const SALT = 16;
const IV = 12;

/** Divides by 3 and by 4: pieces of this size are whole groups both of bytes and of Base64. */
const PIECE = 24_576;

const DATA = ',\n"data": "';

/** @param {Uint8Array} bytes */
function toBase64(bytes) {
  const pieces = [];
  for (let i = 0; i < bytes.length; i += PIECE) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(i, i + PIECE))));
  }
  return pieces.join('');
}

/**
 * @param {unknown} text
 * @param {string} name what it is, for a refusal
 * @param {number} [size] the bytes that there must be
 */
function fromBase64(text, name, size) {
  if (typeof text !== 'string') throw new Refusal('bad-content', name);
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let length = 0;
  try {
    for (let i = 0; i < text.length; i += PIECE) {
      const piece = atob(text.slice(i, i + PIECE));
      for (let j = 0; j < piece.length; j += 1) bytes[length++] = piece.charCodeAt(j);
    }
  } catch {
    throw new Refusal('bad-content', name);
  }
  if ((size ?? length) !== length) throw new Refusal('bad-content', name);
  return bytes.subarray(0, length);
}

/**
 * @param {string} passphrase
 * @param {Uint8Array<ArrayBuffer>} salt
 * @param {number} iterations
 */
async function keyFrom(passphrase, salt, iterations) {
  const bytes = new TextEncoder().encode(passphrase.normalize('NFC'));
  const secret = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  const cipher = { name: 'AES-GCM', length: 256 };
  return crypto.subtle.deriveKey(derivation, secret, cipher, false, ['encrypt', 'decrypt']);
}

/** @param {string} head the file's text before its data @param {Uint8Array<ArrayBuffer>} iv */
const cipherOf = (head, iv) => ({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(head) });

/**
 * The text of a file that has `text` in it, readable only with the passphrase.
 * @param {string} text of a backup
 * @param {string} passphrase not empty
 * @param {(bytes: number) => Uint8Array<ArrayBuffer>} [random]
 */
export async function seal(text, passphrase, random = (n) => crypto.getRandomValues(new Uint8Array(n))) {
  if (!passphrase) throw new RangeError('A passphrase is needed');
  const [salt, iv] = [random(SALT), random(IV)];
  const head = begun('sealed-backup', {
    made: /\n"made": "([^"]*)"/.exec(text)?.[1] ?? '',
    derivation: { name: 'PBKDF2', hash: 'SHA-256', iterations: ITERATIONS, salt: toBase64(salt) },
    cipher: { name: 'AES-256-GCM', iv: toBase64(iv) },
  });
  const key = await keyFrom(passphrase, salt, ITERATIONS);
  const data = await crypto.subtle.encrypt(cipherOf(head, iv), key, new TextEncoder().encode(text));
  return closed(`${head}${DATA}${toBase64(new Uint8Array(data))}"`);
}

/**
 * The bytes of the backup that is in a sealed file.
 * @param {Uint8Array} bytes
 * @param {string} passphrase
 * @throws {Refusal}
 */
export async function unseal(bytes, passphrase) {
  const { text, kind, fields } = opened(bytes);
  if (kind !== 'sealed-backup') throw new Refusal('bad-content', 'kind');
  if (!plain(fields)) throw new Refusal('bad-content', 'header');
  const { derivation, cipher, data } = fields;
  if (!isObject(derivation) || derivation.name !== 'PBKDF2' || derivation.hash !== 'SHA-256') {
    throw new Refusal('bad-content', 'derivation');
  }
  const iterations = Number(derivation.iterations);
  if (!Number.isSafeInteger(derivation.iterations) || iterations < FEWEST || iterations > MOST) {
    throw new Refusal('bad-content', 'iterations');
  }
  if (!isObject(cipher) || cipher.name !== 'AES-256-GCM') throw new Refusal('bad-content', 'cipher');
  const salt = fromBase64(derivation.salt, 'salt', SALT);
  const iv = fromBase64(cipher.iv, 'iv', IV);
  const sealed = fromBase64(data, 'data');
  if (!passphrase) throw new Refusal('wrong-passphrase');
  const key = await keyFrom(passphrase, salt, iterations);
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt(cipherOf(text.slice(0, text.indexOf(DATA)), iv), key, sealed),
    );
  } catch {
    throw new Refusal('wrong-passphrase');
  }
}
