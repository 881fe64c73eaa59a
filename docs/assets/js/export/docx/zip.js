/** Writes a ZIP archive (APPNOTE 6.3), the same bytes for the same files: each has the format's first day. */

import { crc32 } from '../../page/crc32.js';

const VERSION = 20; // 2.0: folders and deflate
const FIRST_DAY = 0x21; // 1 January 1980
const STORED = 0;
const DEFLATED = 8;

/**
 * Numbers one after another, lowest byte first.
 * @param {string} widths the bytes that each takes: `2` or `4`
 * @param {...number} values
 */
function numbers(widths, ...values) {
  const view = new DataView(new ArrayBuffer([...widths].reduce((sum, width) => sum + Number(width), 0)));
  let at = 0;
  values.forEach((value, index) => {
    if (widths[index] === '2') view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += Number(widths[index]);
  });
  return new Uint8Array(view.buffer);
}

/**
 * The bytes as deflate has them, or null where the browser cannot make that.
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
async function deflated(bytes) {
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    return null;
  }
}

/**
 * An archive of texts and of bytes, in their order.
 * @param {[name: string, content: string | Uint8Array][]} files names in ASCII
 */
export async function zip(files) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const entries = [];
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const directory = [];
  let offset = 0;
  for (const [path, content] of files) {
    const name = new TextEncoder().encode(path);
    const plain = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
    const packed = await deflated(plain);
    const data = packed ?? plain;
    const method = packed ? DEFLATED : STORED;
    const sizes = [crc32(plain), data.length, plain.length, name.length, 0];
    const head = numbers('2222244422', VERSION, 0, method, 0, FIRST_DAY, ...sizes);
    entries.push(numbers('4', 0x04034b50), head, name, data);
    directory.push(numbers('42', 0x02014b50, VERSION), head, numbers('22244', 0, 0, 0, 0, offset), name);
    offset += 4 + head.length + name.length + data.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = numbers('42222442', 0x06054b50, 0, 0, files.length, files.length, size, offset, 0);
  return new Uint8Array(await new Blob([...entries, ...directory, end]).arrayBuffer());
}
