/**
 * One copy of the site under all spellings of its address. Pure.
 *
 * `//guide/`, `/Guide/` (IIS serves both), `/%67uide/` and `/guide;jsessionid=1/` lead to one folder,
 * so all that the copy keeps is named by one path. shell/base.js, which can import nothing, has the
 * same rule for the choice of colours.
 */

/** What the name of every store, ledger and channel begins with; the copy's path follows. */
export const PREFIX = 'five-attributes:';

/** @param {string} path @param {(text: string) => string} change */
function spelled(path, change) {
  const url = new URL('https://x');
  url.pathname = `${change(decoded(path)).normalize('NFC').replace(/;[^/]*/g, '')}/`.replace(/[/\\]+/g, '/');
  return url.pathname; // dot segments are resolved
}

/** @param {string} path */
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // not UTF-8
  }
}

/** The path as it is written best: capitals as they are. @param {string} path */
export const tidied = (path) => spelled(path, (text) => text);

/** What all spellings of the path have in common. @param {string} path */
export const folded = (path) => spelled(path, (text) => text.toLowerCase());

/**
 * The one path by which a copy names what it keeps: the declared one where the copy lies there, so
 * that `/Team/` and `/team/` can be two copies; else what all spellings have in common.
 * @param {string} actual the path in this page's addresses
 * @param {string | null} address that the copy was built for
 * @returns {{ base: string, declared: boolean }}
 */
export function ownBase(actual, address) {
  const path = address && URL.canParse(address) ? new URL(address).pathname : null;
  const declared = path !== null && folded(path) === folded(actual);
  return { base: declared ? tidied(path) : folded(actual), declared };
}

/**
 * Those of `names` under which a copy at one of `paths` kept things, under whichever spelling.
 * @param {Iterable<string>} names of databases or ledgers
 * @param {string[]} paths
 */
export const namesAt = (names, paths) =>
  [...new Set(names)].filter((name) => {
    const path = name.slice(PREFIX.length);
    return name.startsWith(`${PREFIX}/`) && name.endsWith('/') && paths.some((one) => folded(one) === folded(path));
  });

/**
 * Those of `names` under which another spelling of `base` kept things.
 * @param {Iterable<string>} names of databases or ledgers
 * @param {string} base
 */
export const otherNames = (names, base) =>
  [...new Set(names)].filter((name) => {
    const path = name.slice(PREFIX.length);
    return name.startsWith(`${PREFIX}/`) && name.endsWith('/') && path !== base && folded(path) === folded(base);
  });
