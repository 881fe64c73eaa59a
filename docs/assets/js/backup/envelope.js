/**
 * Undo what email and editors do to a backup's text: other encodings, quoted-printable, marks of
 * quotation, new line breaks, words before and after it. Pure; the checksum shows which form is right.
 */

/** What a program's own zip files begin with: they are documents. */
const DOCUMENT = /^(?:\[Content_Types\]|_rels|docProps|word|xl|ppt|mimetype|META-INF)/;

/** Whether a file lies in a zip file, which is no Word document or the like. @param {Uint8Array} bytes */
export function isZipped(bytes) {
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== 'PK\x03\x04') return false;
  const length = (bytes[26] ?? 0) + 256 * (bytes[27] ?? 0);
  return !DOCUMENT.test(new TextDecoder().decode(bytes.subarray(30, 30 + length)));
}

/**
 * The bytes as text: UTF-8, UTF-16 ("Unicode" in Windows' editor), or ANSI where it is ours.
 * @param {Uint8Array} bytes
 * @param {string} mark what a text of ours has in it
 */
export function decoded(bytes, mark) {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x7b && second === 0))
    return new TextDecoder('utf-16le').decode(bytes);
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x7b))
    return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes);
    return text.slice(0, 1000).includes(mark) ? text : null;
  }
}

/**
 * The text, and what it may have been before it was sent: first as it is, last what is the greatest change.
 * No line break is in a word of it, as JSON has none within a text.
 * @param {string} text
 */
export function* forms(text) {
  yield text;
  const plain = text.replace(/^(?:[ \t]*>)+ ?/gm, '');
  for (const form of /=(?:\r?\n|[0-9A-F]{2})/.test(plain) ? [plain, unprintable(plain)] : [plain]) {
    const core = withoutSurroundings(form);
    if (core === null) continue;
    yield core;
    yield core.replace(/[\r\n]+/g, '');
    yield core.replace(/[\r\n]+/g, ' ');
  }
}

/** The file itself in a text with more before or after it, were it a mark that nobody sees; null where it has no beginning or no end. @param {string} text */
function withoutSurroundings(text) {
  const found = /(^|\s)\{\s*"product"\s*:/.exec(text);
  const from = found ? found.index + (found[1] ?? '').length : -1;
  const last = [...text.matchAll(/"check"\s*:\s*"crc32:[0-9a-f]{8}"\s*\}(?=[ \t\r\n]|$)/g)].at(-1);
  return from < 0 || !last ? null : text.slice(from, last.index + last[0].length);
}

/** What was quoted-printable. @param {string} text */
function unprintable(text) {
  const whole = text.replace(/=[ \t]*\r?\n/g, '');
  const bytes = new TextEncoder().encode(whole);
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const hex = bytes[i] === 0x3d ? String.fromCharCode(bytes[i + 1] ?? 0, bytes[i + 2] ?? 0) : '';
    const escaped = /^[0-9A-F]{2}$/i.test(hex);
    out[length++] = escaped ? Number.parseInt(hex, 16) : (bytes[i] ?? 0);
    if (escaped) i += 2;
  }
  return new TextDecoder().decode(out.subarray(0, length));
}
