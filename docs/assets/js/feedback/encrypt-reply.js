/**
 * Seals a reply so that only the request's key opens it, and opens it: ECDH with a key of its
 * own on P-256, HKDF-SHA-256, AES-256-GCM. Needs a secure context (https or this machine).
 *
 *   magic 4 · version 1 · request's id 16 · the reply's own public key 65 · iv 12 · data · CRC-32 4
 */

import { crc32 } from '../page/crc32.js';
import { ascii, equalBytes, fromAscii, fromBase64, joined, uint32Bytes } from './bytes.js';
import { readReply, textOf } from './reply.js';
import { CURVE, ID, POINT } from './request.js';

/**
 * @typedef {import('./reply.js').Reply} Reply
 * @typedef {import('./request.js').Ask} Ask
 * @typedef {import('./request.js').Request} Request
 */

const MAGIC = ascii('5AFR');
const VERSION = 1;
const IV = 12;
const TAG = 16;
const HEAD = MAGIC.length + 1 + 16 + POINT + IV;
const LABEL = ascii('five-attributes feedback reply 1');

/** A sealed reply tells its length to this many bytes only. */
const STEP = 1024;
const SPACE = 0x20;

/** The most bytes: five comments of the most characters, in any script, and more. */
export const MOST_BYTES = HEAD + 90 * STEP + TAG + 4;

/**
 * The key for one reply, bound to both public keys and to the request.
 * @param {CryptoKey} privateKey
 * @param {CryptoKey} publicKey of the other side
 * @param {Uint8Array} head
 * @param {Uint8Array} recipient the request's public key
 * @param {KeyUsage} use
 */
async function keyFor(privateKey, publicKey, head, recipient, use) {
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, privateKey, 256);
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const info = joined(LABEL, pointOf(head), recipient);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: head.slice(5, 21), info };
  return crypto.subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, [use]);
}

/** @param {Uint8Array} head */
const pointOf = (head) => head.slice(21, 21 + POINT);

/** @param {Uint8Array} head */
const cipher = (head) => ({
  name: 'AES-GCM',
  iv: head.slice(21 + POINT, HEAD),
  additionalData: head.slice(0, HEAD),
});

/** With spaces up to whole steps. @param {string} text */
function padded(text) {
  const bytes = new TextEncoder().encode(text);
  const all = new Uint8Array(Math.ceil(bytes.length / STEP) * STEP).fill(SPACE);
  all.set(bytes);
  return all;
}

/** Without the spaces at its end. @param {ArrayBuffer} data */
function unpadded(data) {
  const bytes = new Uint8Array(data);
  return bytes.subarray(0, bytes.findLastIndex((byte) => byte !== SPACE) + 1);
}

/**
 * The reply, sealed.
 * @param {Ask} ask
 * @param {Reply} reply
 * @param {CryptoKeyPair} [pair] of this one reply
 * @param {Uint8Array} [iv]
 */
export async function seal(ask, reply, pair, iv = crypto.getRandomValues(new Uint8Array(IV))) {
  const text = padded(textOf(reply));
  const ephemeral = pair ?? (await crypto.subtle.generateKey(CURVE, false, ['deriveBits']));
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', ephemeral.publicKey));
  const head = joined(MAGIC, Uint8Array.of(VERSION), ascii(ask.id), point, iv);
  const recipient = await crypto.subtle.importKey('raw', ask.publicKey, CURVE, false, []);
  const key = await keyFor(ephemeral.privateKey, recipient, head, ask.publicKey, 'encrypt');
  const data = new Uint8Array(await crypto.subtle.encrypt(cipher(head), key, text));
  const whole = joined(head, data);
  return joined(whole, uint32Bytes(crc32(whole)));
}

/**
 * The id of the request that a sealed reply answers.
 * @param {Uint8Array} bytes
 * @returns {{ request: string } | { reason: 'damaged' | 'newer' }}
 */
export function addressee(bytes) {
  const body = bytes.subarray(0, -4);
  const request = fromAscii(body.subarray(5, 21));
  const isWhole = body.length > MAGIC.length && equalBytes(bytes.subarray(-4), uint32Bytes(crc32(body)));
  if (!isWhole || !equalBytes(body.subarray(0, 4), MAGIC)) return { reason: 'damaged' };
  if (Number(body[4]) > VERSION) return { reason: 'newer' };
  const length = body.length - HEAD - TAG;
  const fits = body[4] === VERSION && length > 0 && length % STEP === 0 && bytes.length <= MOST_BYTES;
  return fits && ID.test(request) ? { request } : { reason: 'damaged' };
}

/**
 * The reply that was sealed for this request, whose id its head has.
 * @param {Uint8Array} bytes
 * @param {Request} request
 * @returns {Promise<Reply | null>} null where this key does not open it, or what is in it is no reply
 */
export async function open(bytes, { publicKey, privateKey }) {
  const head = bytes.slice(0, HEAD);
  try {
    const requestKey = await crypto.subtle.importKey('jwk', privateKey, CURVE, false, ['deriveBits']);
    const sender = await crypto.subtle.importKey('raw', pointOf(head), CURVE, false, []);
    const key = await keyFor(requestKey, sender, head, fromBase64(publicKey) ?? new Uint8Array(), 'decrypt');
    const data = await crypto.subtle.decrypt(cipher(head), key, bytes.slice(HEAD, -4));
    return readReply(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(unpadded(data)));
  } catch {
    return null;
  }
}
