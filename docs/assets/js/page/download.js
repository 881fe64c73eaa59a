/** Download a file, and name it by date. */

/** Milliseconds for which the browser may take the file. */
const LONG_ENOUGH = 60_000;

/**
 * @param {string} name with its ending
 * @param {string | Uint8Array} content
 * @param {string} type the media type
 */
export function download(name, content, type) {
  const part = typeof content === 'string' ? content : new Uint8Array(content);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([part], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), LONG_ENOUGH);
}

/** `five-attributes-backup-2026-11-23-1405.json`: a name that sorts by time. @param {string} stem @param {string} ending */
export function dated(stem, ending) {
  const now = new Date();
  /** @param {number} part */
  const twoDigits = (part) => String(part).padStart(2, '0');
  const date = [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join('-');
  return `${stem}-${date}-${twoDigits(now.getHours())}${twoDigits(now.getMinutes())}.${ending}`;
}
