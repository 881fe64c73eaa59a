/**
 * What Material's bundle stands on: where the site is, and its small store.
 *
 * A classic script, loaded in the head of every page: Material's own is inline,
 * which a strict policy forbids. It differs in three things. The site's address
 * comes from this file's own. Storage that is blocked reads as empty. The choice
 * of colours is stored only once a person has made it: Material would store its
 * own guess on the first visit.
 */
{
  const scope = new URL("../../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  let chosen = false;

  /** @param {string} text @returns {number} */
  const hash = (text) => [...text].reduce((sum, c) => (sum << 5) - sum + c.charCodeAt(0), 0);

  /**
   * What is stored under `name`, or null: also where storage is blocked or what is there is broken.
   * @param {string} name @param {Storage} [store] @param {URL} [place] @returns {unknown}
   */
  const get = (name, store, place = scope) => {
    try {
      return JSON.parse((store ?? localStorage).getItem(`${place.pathname}.${name}`) ?? "null");
    } catch {
      return null;
    }
  };

  /**
   * Store `value` under `name`, where there is a store.
   * @param {string} name @param {unknown} value @param {Storage} [store] @param {URL} [place]
   */
  const set = (name, value, store, place = scope) => {
    if (name === "__palette" && !chosen) return;
    try {
      (store ?? localStorage).setItem(`${place.pathname}.${name}`, JSON.stringify(value));
    } catch {
      // Blocked or full: the page works as well without.
    }
  };

  const notice = (/** @type {Event} */ { target }) => {
    chosen ||= target instanceof HTMLInputElement && target.name === "__palette";
  };
  document.addEventListener("change", notice, { capture: true });
  document.documentElement.classList.replace("no-js", "js");
  Object.assign(window, { __md_scope: scope, __md_hash: hash, __md_get: get, __md_set: set });
}
