import { decoded } from '../page/decode-address.js';
import { root } from '../page/this-page.js';

/** What mail programs take into a link, or quote it with; in a path some of it is encoded. */
const BEHIND =
  /(?:[\s.,;:!?)>\]}'"]|%(?:2[01279c]|3[abef]|5d|7d|c2%a[0d]|e2%80%(?:8[b-f]|9[89cd])|e2%81%a0|ef%bb%bf))+$/i;

/**
 * On the page for addresses that lead nowhere: leads on to the page that was meant, where a program
 * on the way has written its address in another way.
 *
 *   <address-repair></address-repair>
 */
export class AddressRepair extends HTMLElement {
  connectedCallback() {
    const better = repaired(location.href, root.pathname);
    if (better !== location.href) location.replace(better);
  }
}

/**
 * The address that was meant: with `#` for `%23`, without doubled or encoded slashes, a session's id
 * and dots behind a folder's name, without capitals below the site's own path and without signs behind it.
 * @param {string} address
 * @param {string} base the site's path
 */
export function repaired(address, base) {
  const url = new URL(address);
  const [before = '', encoded, after = ''] = url.pathname.split(/(%(?:25)*23)(.*)/is);
  url.pathname = before.replace(/(?:\/|%2f)+/gi, '/').replace(/;[^/]*/g, ''); // without dot segments
  const meant = url.pathname.replace(BEHIND, '').replace(/\.+(?=\/)/g, '');
  url.pathname = meant.startsWith(base) ? base + meant.slice(base.length).toLowerCase() : meant;
  if (encoded === undefined) return url.href;
  url.hash = decoded(after).replace(BEHIND, '');
  url.search = ''; // was put behind what is the fragment
  return url.href;
}

customElements.define('address-repair', AddressRepair);
