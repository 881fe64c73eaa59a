/** Encode bytes as text that survives addresses and email, and decode it. */

const GROUP = 24_576; // divides by 3 and by 4: whole groups both of bytes and of Base64

/**
 * Base64 without padding (RFC 4648).
 * @param {Uint8Array} bytes
 */
export function toBase64(bytes) {
  let text = '';
  for (let i = 0; i < bytes.length; i += GROUP)
    text += btoa(String.fromCharCode(...bytes.subarray(i, i + GROUP)));
  return text.replace(/=+$/, '');
}

/** As an address has it. @param {Uint8Array} bytes */
export const toBase64Url = (bytes) => toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_');

/**
 * The bytes of Base64 in either alphabet, without padding.
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer> | null} null where it is none, or not the one way to write these bytes
 */
export function fromBase64(text) {
  const plain = text.replaceAll('-', '+').replaceAll('_', '/');
  if (!/^[A-Za-z0-9+/]*$/.test(plain) || plain.length % 4 === 1) return null;
  const bytes = Uint8Array.from(atob(plain), (sign) => sign.charCodeAt(0));
  return toBase64(bytes) === plain ? bytes : null;
}

/** @param {Uint8Array[]} parts */
export function joined(...parts) {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The four bytes of a number, the highest first. @param {number} value from 0 to 0xFFFFFFFF */
export function uint32Bytes(value) {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** A text of ASCII alone as bytes. @param {string} text */
export const ascii = (text) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

/** @param {Uint8Array} bytes */
export const fromAscii = (bytes) => String.fromCharCode(...bytes);

/** @param {Uint8Array} one @param {Uint8Array} other */
export const equalBytes = (one, other) =>
  one.length === other.length && one.every((byte, i) => byte === other[i]);
