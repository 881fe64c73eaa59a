/**
 * This copy of the site, for those parts of it that open no store: pages for reading
 * load nothing that does.
 */

/** Where it lies, as this page's address spells it: the folder that holds assets/. */
export const root = new URL('../../../', import.meta.url);

/**
 * What material/base.js, which runs first, has found of the address: `base` is the path that names all it
 * keeps, the same under every spelling; `declared`, whether the copy was built for it; `spelled` is the rule.
 * @type {{ base: string, declared: boolean, spelled: (path: string, fold?: boolean) => string }}
 */
export const { base, declared, spelled } = /** @type {any} */ (globalThis).__site ?? {
  base: root.pathname,
  declared: false,
  spelled: (/** @type {string} */ path) => path,
};

/** The named workbook or the round that the address asks for; null for the one without a name, and where there are none. */
export const opened =
  (document.querySelector('form[data-shelf], [data-of-round]') &&
    new URLSearchParams(location.search).get('workbook')) ||
  null;

/** What the site is called. */
export const siteTitle = () =>
  document.querySelector('meta[property="og:site_name"]')?.getAttribute('content') ?? document.title;

/** A named workbook's part of an address, empty for the one without a name. @param {string | null} id */
export const searchOf = (id) => (id ? `?workbook=${id}` : '');

/** What the name of every store, ledger and channel of a copy begins with; its path follows. */
export const PREFIX = 'five-attributes:';

/** The name of all that it keeps in the browser. */
export const name = `${PREFIX}${base}`;

/** The paths that it had before on this server; never its own. */
export const formerly = (document.querySelector('meta[name="formerly-at"]')?.getAttribute('content') ?? '')
  .split(' ')
  .filter((path) => path && spelled(path, true) !== spelled(base, true));

/** The browser's local storage; throws where it is blocked. */
export const local = () => localStorage;

/** Set in the tab's session once a person has said whether answers are to be kept on the page alone. */
export const SHARED = `${name}:shared-computer`;

/** In the tab's session while it loads again: what was typed before it heard that nothing is to be kept. */
export const TYPED = `${name}:typed`;

/** Whether this page keeps nothing in the browser, as others use it too; storage/shared-computer-mode.js chooses it. */
export const isShared = () => shared;

/** Whether this copy of the site is set up for computers that others use: then a person says if not. */
export const sharedByDefault = document.querySelector('meta[name="shared-computer"]') !== null;

/** What the session holds where a person has said that nobody else uses the computer. */
export const NOT_SHARED = 'no';

/** What this tab was told; null where nothing. @returns {string | null} */
export function sharedChoice() {
  try {
    return sessionStorage.getItem(SHARED);
  } catch {
    return null;
  }
}

const shared = sharedChoice() === null ? sharedByDefault : sharedChoice() !== NOT_SHARED;
