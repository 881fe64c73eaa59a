/** Which values JSON can hold, and how the rest is described as text. Nothing here calls a method of a record. */

/** How deep anything in a file may be nested, the file itself being the first level. */
const LEVELS = 64;

/** The most lists and objects in one record. */
const PARTS = 1_000_000;

/** Names that ill-written copies would take for something else. */
const REFUSED = ['__proto__', 'constructor', 'prototype'];

/** @param {object} part @param {string[]} keys */
const isPlain = (part, keys) =>
  Array.isArray(part)
    ? keys.length === part.length && keys.every((key, i) => key === String(i))
    : Object.getPrototypeOf(part) === Object.prototype && !keys.some((key) => REFUSED.includes(key));

/**
 * Whether `value` comes back the same from a file: only what JSON has, no name
 * that is refused, nothing twice or in a circle, and not too deep.
 * @param {unknown} value
 * @param {number} [above] the levels that are around it in the file
 */
export function plain(value, above = 0) {
  const seen = new Set();
  let level = [value];
  for (let depth = above + 1; level.length; depth += 1) {
    /** @type {unknown[]} */
    const next = [];
    for (const part of level) {
      if (part === null || typeof part === 'string' || typeof part === 'boolean') continue;
      if (typeof part === 'number' && Number.isFinite(part) && !Object.is(part, -0)) continue;
      if (typeof part !== 'object' || depth > LEVELS || seen.has(part) || seen.size === PARTS) return false;
      seen.add(part);
      const keys = Object.keys(part);
      if (!isPlain(part, keys)) return false;
      for (const key of keys) next.push(/** @type {Record<string, unknown>} */ (part)[key]);
    }
    level = next;
  }
  return true;
}

/**
 * A text that has all that can be read of a value that JSON cannot hold.
 * @param {unknown} value
 */
export function described(value) {
  let partsLeft = PARTS;
  /** @param {unknown} part @param {unknown[]} around @returns {unknown} */
  const copy = (part, around) => {
    if (part === null || typeof part === 'string' || typeof part === 'boolean') return part;
    if (typeof part !== 'object') return Number.isFinite(part) && !Object.is(part, -0) ? part : text(part);
    if (around.includes(part) || around.length === LEVELS || !partsLeft--) return '…';
    const inner = [...around, part];
    if (part instanceof Map || part instanceof Set) return [...part].map((item) => copy(item, inner));
    const keys = Object.keys(part);
    if (Array.isArray(part) && isPlain(part, keys)) return part.map((item) => copy(item, inner));
    const made = Object.getPrototypeOf(part);
    if (made && made !== Object.prototype && !Array.isArray(part)) return text(part);
    const result = Object.create(null); // has no name that could be taken for another
    for (const key of keys) result[key] = copy(/** @type {Record<string, unknown>} */ (part)[key], inner);
    return result;
  };
  return JSON.stringify(copy(value, []));
}

/** @param {unknown} part */
function text(part) {
  if (Object.is(part, -0)) return '-0';
  return part instanceof Date && !Number.isNaN(part.getTime()) ? part.toISOString() : String(part);
}

/**
 * Whether two values are the same; one of them has to be plain.
 * @param {unknown} one
 * @param {unknown} other
 */
export function isSame(one, other) {
  const pairs = [[one, other]];
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const [a, b] = pair;
    if (Object.is(a, b)) continue;
    if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
    const keys = Object.keys(a);
    if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b) || keys.length !== Object.keys(b).length)
      return false;
    for (const key of keys) {
      if (!Object.hasOwn(b, key)) return false;
      pairs.push([a, b].map((part) => /** @type {Record<string, unknown>} */ (part)[key]));
    }
  }
  return true;
}
