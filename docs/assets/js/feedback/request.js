/**
 * A request for feedback: the record with its private key, and the link that is sent.
 * The link names nobody, unless the leader wants it to. docs/about/feedback-format.md describes it.
 */

import { canSeal } from '../page/secure-context.js';
import { crc32 } from '../page/crc32.js';
import { decoded } from '../page/decode-address.js';
import { REQUESTS, isObject } from '../storage/records.js';
import { fitted } from '../page/title.js';
import { clean } from '../page/clean-text.js';
import { ascii, equalBytes, fromAscii, fromBase64, joined, toBase64Url, uint32Bytes } from './bytes.js';

/**
 * @typedef {object} Request as it is kept under `request/ID`
 * @property {1} format
 * @property {string} at ISO time
 * @property {string} title the leader's own words, which stay on the device; may be empty
 * @property {string} [from] the leader's first name, where the link is to bear it
 * @property {string} set names the wording of the questions then
 * @property {string} publicKey the 65 bytes of the point, Base64 as in addresses
 * @property {PrivateKey} privateKey
 *
 * @typedef {{ kty: 'EC', crv: 'P-256', x: string, y: string, d: string }} PrivateKey a JWK
 *
 * @typedef {object} Ask what a link asks for
 * @property {string} id of the request
 * @property {Uint8Array<ArrayBuffer>} publicKey
 * @property {string} set
 * @property {string} from the name that the link bears; may be empty
 */

export const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
export const POINT = 65;
export const ID = /^[a-z0-9]{16}$/;
export const SET = /^[0-9a-f]{8}$/;

const VERSION = 1;

/** More characters than a link has, with all that programs put into it. */
const MOST = 5000;
const LENGTH = 16 + POINT + 4 + 4;
const LINK = /(?:^|[#?&/*])ask=(\d{1,6})\.([\w-]*)/i;
const NAME = /&(?:amp;)?from=(?:3D)?([^&\s"'<>)\]]{1,400})/i;
const LONGEST_NAME = 40;
/** Characters of a mail that is looked through, and what it puts into a link that an address has not: HTML, marks of quoting. */
const MOST_PASTED = 100_000;
const BETWEEN = /<\/?[a-z]{1,10}(?: [^<>:]{0,200})?\/?>|[>|]/gi;
/** How many signs that is; the last never is - or _, which mail programs leave out of a link. */
const SIGNS = Math.ceil((LENGTH * 4) / 3);
const PART = /^[\w-]{43}$/;

/** @param {string} id */
export const requestKey = (id) => `${REQUESTS}${id}`;

/**
 * A new request.
 * @param {{ at: string, title: string, set: string, from?: string }} about
 * @returns {Promise<Request>}
 */
export async function madeRequest({ at, title: named, set, from: name = '' }) {
  const title = fitted(clean(named));
  const from = nameIn(name);
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  const publicKey = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  const { x = '', y = '', d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  const request = parseRequest({
    format: 1,
    at,
    title,
    ...(from ? { from } : {}),
    set,
    publicKey,
    privateKey: { kty: 'EC', crv: 'P-256', x, y, d },
  });
  if (!request) throw new Error('The request could not be read back');
  return request;
}

/** @param {unknown} key @returns {key is PrivateKey} */
function isPrivateKey(key) {
  if (!isObject(key) || key.kty !== 'EC' || key.crv !== 'P-256') return false;
  return [key.x, key.y, key.d].every((part) => typeof part === 'string' && PART.test(part));
}

/**
 * The record as a request, or null where it is not one that this build can read.
 * @param {unknown} record
 * @returns {Request | null}
 */
export function parseRequest(record) {
  if (!isObject(record) || record.format !== 1 || !isPrivateKey(record.privateKey)) return null;
  const { at, title, set, publicKey, privateKey } = record;
  if (![at, title, set, publicKey].every((part) => typeof part === 'string') || !SET.test(String(set)))
    return null;
  const [point, x, y] = [publicKey, privateKey.x, privateKey.y].map((part) => fromBase64(String(part)));
  if (!point || !x || !y || !equalBytes(point, joined(Uint8Array.of(4), x, y))) return null;
  return /** @type {Request} */ (/** @type {unknown} */ (record));
}

/** What turns the direction of the words around it. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A name as it is shown: one line, not long. @param {unknown} text */
const nameIn = (text) =>
  [...fitted(clean(typeof text === 'string' ? text : '').replace(TURNING, ''))]
    .slice(0, LONGEST_NAME)
    .join('')
    .trim();

/** One that several programs have encoded; empty where nobody can read it. @param {string} name */
function decodedName(name) {
  try {
    let plain = name;
    for (let round = 0; round < 5 && plain.includes('%'); round += 1) plain = decodeURIComponent(plain);
    return plain;
  } catch {
    return '';
  }
}

/** As in an address, with nothing in it at which mail programs end a link. @param {string} name */
const encodedName = (name) =>
  encodeURIComponent(name).replace(
    /[!'()*~._-]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * What the link ends in: `#ask=1.…`, and the leader's name behind it where it is to bear one.
 * @param {string} id
 * @param {Request} request
 */
export function linkOf(id, { publicKey, set, from }) {
  const name = nameIn(from);
  const body = joined(
    ascii(id),
    fromBase64(publicKey) ?? new Uint8Array(),
    uint32Bytes(Number.parseInt(set, 16)),
  );
  const signs = toBase64Url(joined(body, uint32Bytes(crc32(body))));
  return `#ask=${VERSION}.${signs}${name ? `&from=${encodedName(name)}` : ''}`;
}

/**
 * The end of the link in a mail, however the mail has broken it; empty where there is none.
 * @param {string} text
 * @returns {string} `#ask=1.…`
 */
export function linkIn(text) {
  const mail = text.slice(0, MOST_PASTED);
  const [, version, signs = ''] = LINK.exec(decoded(mail.replace(BETWEEN, ''))) ?? [];
  const own = mail.slice(Math.max(0, mail.search(/ask(?:=|%(?:25)*3D)/i))).replace(/=\r?\n/g, ''); // behind other addresses
  const plain = own.replace(/%(?:25)*26/gi, '&').replace(/%(?:25)*3D/gi, '=');
  const [, name = ''] = NAME.exec(own) ?? NAME.exec(plain) ?? [];
  return version ? `#ask=${version}.${signs.slice(0, SIGNS)}${name ? `&from=${name}` : ''}` : '';
}

/**
 * What a link asks for, also where programs on its way have encoded it or put something behind it.
 * @param {string} fragment the end of an address, `#` or `?` first
 * @returns {Promise<Ask | 'none' | 'newer' | 'damaged'>} `none` where the address is no request's
 */
export async function askOf(fragment) {
  const plain = decoded(fragment.slice(0, MOST));
  const [, version, text = ''] = LINK.exec(plain) ?? [];
  if (version === undefined) return /^[#\s]*ask/i.test(plain) ? 'damaged' : 'none';
  if (Number(version) > VERSION) return 'newer';
  const body = Number(version) === VERSION ? bodyOf(text.slice(0, SIGNS)) : null;
  if (!body) return 'damaged';
  const id = fromAscii(body.subarray(0, 16));
  if (!ID.test(id)) return 'damaged';
  const publicKey = body.slice(16, 16 + POINT);
  const set = new DataView(body.buffer)
    .getUint32(16 + POINT)
    .toString(16)
    .padStart(8, '0');
  const [, name = ''] = NAME.exec(fragment.slice(0, MOST)) ?? NAME.exec(plain) ?? [];
  return (await isPoint(publicKey)) ? { id, publicKey, set, from: nameIn(decodedName(name)) } : 'damaged';
}

/** What the signs stand for, if their checksum is right. @param {string} signs @returns {Uint8Array<ArrayBuffer> | null} */
function bodyOf(signs) {
  const bytes = fromBase64(signs);
  if (bytes?.length !== LENGTH) return null;
  const body = bytes.subarray(0, -4);
  return equalBytes(bytes.subarray(-4), uint32Bytes(crc32(body))) ? body : null;
}

/** Whether the bytes are a point of the curve; where the browser cannot tell, whether they look like one. @param {Uint8Array<ArrayBuffer>} bytes */
async function isPoint(bytes) {
  if (!canSeal()) return bytes[0] === 4;
  return crypto.subtle.importKey('raw', bytes, CURVE, false, []).then(
    () => true,
    () => false,
  );
}
