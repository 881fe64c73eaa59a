/**
 * Store large records in pieces. Browsers put a large value (in Chromium above 64 KB) into a file of
 * its own, which can be lost or cut short without the others: by antivirus software, by a profile
 * that is synchronised, by a power cut. Small ones stay together in the database's own log. Pure.
 *
 * Under the record's key stands a header, the pieces of its JSON under `piece/KEY/NUMBER`. A release
 * that knows no pieces (1.0.0) takes the header for a record of a newer one, and leaves it alone.
 */

/** Stands for a record that is there and that the browser cannot read. */
export const UNREADABLE = Object.freeze({ unreadable: true });

/** What the keys of pieces begin with. */
export const PIECES = 'piece/';

/** The format of a header: older releases know 1. */
const FORMAT = 2;

/** The most characters of a piece, and of a record in one: twice as many bytes, and below 64 KB. */
const MOST = 30_000;

/** How deep a record may be nested to be kept in pieces. */
const LEVELS = 64;

/** @typedef {{ format: 2, pieces: number, characters: number }} Header */

/** @param {string} key @param {number} number */
const pieceKey = (key, number) => `${PIECES}${key}/${String(number).padStart(6, '0')}`;

/** The keys of a record's pieces. @param {string} key */
export const piecesOf = (key) => IDBKeyRange.bound(`${PIECES}${key}/`, `${PIECES}${key}/\uffff`);

/** @param {unknown} record @returns {record is Header} */
export const isHeader = (record) => {
  const { format, pieces, characters } = /** @type {Partial<Header>} */ (record ?? {});
  return format === FORMAT && Number.isSafeInteger(pieces) && Number.isSafeInteger(characters);
};

/**
 * What to write for `record`: itself, or its header and its pieces.
 * @param {string} key
 * @param {unknown} record
 * @returns {[string, unknown][]}
 */
export function inPieces(key, record) {
  if (!(size(record, 0) > MOST)) return [[key, record]];
  const text = JSON.stringify(record);
  /** @type {[string, unknown][]} */
  const pieces = [];
  for (let at = 0; at < text.length; at += MOST)
    pieces.push([pieceKey(key, pieces.length), text.slice(at, at + MOST)]);
  return [[key, { format: FORMAT, pieces: pieces.length, characters: text.length }], ...pieces];
}

/**
 * The record that was kept in pieces; UNREADABLE where one of them is missing.
 * @param {Header} header
 * @param {unknown[]} pieces
 */
export function joined({ pieces: count, characters }, pieces) {
  const text = pieces.join('');
  if (pieces.length !== count || text.length !== characters) return UNREADABLE;
  try {
    return JSON.parse(text);
  } catch {
    return UNREADABLE;
  }
}

/**
 * About how many characters a value takes; NaN where JSON would not give back the same.
 * @param {unknown} value
 * @param {number} level
 * @returns {number}
 */
function size(value, level) {
  if (typeof value === 'string') return value.length;
  if (value === null || typeof value === 'boolean') return 1;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? 8 : NaN;
  if (typeof value !== 'object' || level === LEVELS) return NaN;
  const parts = Object.entries(value);
  const isList = Array.isArray(value) && value.length === parts.length;
  if (!isList && Object.getPrototypeOf(value) !== Object.prototype) return NaN;
  return parts.reduce((total, [key, part]) => total + key.length + size(part, level + 1), 8);
}
