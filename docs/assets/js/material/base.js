/**
 * Where the site is, and the frame's small store, under the names that Material has for them.
 *
 * A classic script, loaded in the head of every page: Material's own is inline,
 * which a strict policy forbids. (A release puts this text into the page again, and its hash into the
 * policy.) It differs in three things. The site's address comes from its element. Storage that is
 * blocked reads as empty. And all spellings of the address share it, by the rule that is here and that
 * page/this-page.js has from here.
 *
 * Pages name it twice: where a server's policy blocks what is in the page, the second one runs.
 */
if (!('__site' in window)) {
  const own = /** @type {HTMLScriptElement} */ (document.querySelector('script[data-root]'));
  const { dataset } = own;
  const file = new URL(dataset.from ?? own.src, location.href);
  const scope = new URL(`${dataset.root?.replace(/\/+$/, '')}/`, location.href);

  /**
   * The path as it is written best; with `fold`, what all its spellings have in common. `//guide/`,
   * `/%67uide/` and `/guide;jsessionid=1/` lead to one folder, and on IIS `/Guide/` does.
   * @param {string} path @param {boolean} [fold]
   */
  const spelled = (path, fold) => {
    const url = new URL('https://x');
    let plain = path;
    try {
      plain = decodeURIComponent(path);
    } catch {
      // Not UTF-8.
    }
    if (fold) plain = plain.toLowerCase();
    url.pathname = `${plain}/`
      .normalize('NFC')
      .replace(/;[^/]*/g, '')
      .replace(/[/\\]+/g, '/');
    return url.pathname; // without dot segments
  };
  const address = dataset.siteAddress?.replace(/^\w+:\/\/[^/]*/, '');
  const folded = spelled(scope.pathname, true);

  // Where the copy lies at the address that it was built for, that names what it keeps: so `/Team/` and
  // `/team/` can be two copies.
  const declared = address !== undefined && spelled(address, true) === folded;
  const ownPath = declared ? spelled(address, false) : folded;

  /** @param {string} text @returns {number} */
  const hash = (text) => [...text].reduce((sum, c) => (sum << 5) - sum + c.charCodeAt(0), 0);

  /**
   * What is stored under `name`, or null: also where storage is blocked or what is there is broken.
   * @param {string} name @param {Storage} [store] @param {URL} [place] @returns {unknown}
   */
  const get = (name, store, place = scope) => {
    try {
      const { pathname } = place;
      const storage = store ?? localStorage;
      const here = place === scope ? storage.getItem(`${ownPath}.${name}`) : null;
      return JSON.parse(here ?? storage.getItem(`${pathname}.${name}`) ?? 'null');
    } catch {
      return null;
    }
  };

  /**
   * Store `value` under `name`, where there is a store; null removes what is there.
   * @param {string} name @param {unknown} value @param {Storage} [store] @param {URL} [place]
   */
  const set = (name, value, store, place = scope) => {
    try {
      const storage = store ?? localStorage;
      const path = place === scope ? ownPath : place.pathname;
      if (value === null) for (const one of [path, place.pathname]) storage.removeItem(`${one}.${name}`);
      else storage.setItem(`${path}.${name}`, JSON.stringify(value));
    } catch {
      // Blocked or full: the page works as well without.
    }
  };

  try {
    // A tab that a person has told something of the computer tells the others.
    if (`five-attributes:${ownPath}:shared-computer` in sessionStorage)
      void import(new URL('../storage/shared-computer-lock.js', file).href).catch(console.error);
  } catch {
    // Blocked: then nobody could tell it anything.
  }

  document.documentElement.classList.replace('no-js', 'js');
  Object.assign(window, {
    __site: { base: ownPath, declared, spelled },
    __md_scope: scope,
    __md_hash: hash,
    __md_get: get,
    __md_set: set,
  });
}
