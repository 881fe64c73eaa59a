/**
 * This copy of the site, for those parts of it that open no store: pages for reading
 * load nothing that does.
 */

/** Where it lies: the folder that holds assets/. */
export const base = new URL('../../../', import.meta.url).pathname;

/** The name of all that it keeps in the browser. */
export const name = `five-attributes:${base}`;

/** The browser's local storage; throws where it is blocked. */
export const local = () => localStorage;

/** Set in the tab's session while answers are to be kept on the page alone. */
export const SHARED = `${name}:shared-computer`;

/** Whether this tab keeps nothing in the browser, as others use it too; page/site.js chooses it. */
export const isShared = () => shared;

const shared = (() => {
  try {
    return sessionStorage.getItem(SHARED) !== null;
  } catch {
    return false;
  }
})();
