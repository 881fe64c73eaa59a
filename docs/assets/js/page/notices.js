import { fill } from './fill-words.js';

/**
 * Notices that stand hidden on a page, and are shown when they apply:
 *
 *   <div class="notice" data-notice="blocked" role="alert" hidden>…</div>
 *
 * In one, `<span data-fill="answers"></span>` is given a text when it is shown.
 */

/**
 * @param {string} name
 * @param {boolean} shown
 * @param {Record<string, string>} [fills]
 */
export function notify(name, shown, fills = {}) {
  for (const notice of document.querySelectorAll(`[data-notice="${name}"]`)) {
    fill(notice, fills);
    notice.toggleAttribute('hidden', !shown);
  }
}

/** `23 November 2026` for an ISO time. @param {string} iso */
export const day = (iso) =>
  new Date(iso).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/**
 * `23 May 2027` for the answer `2027-05-23`, wherever the person is; any other text as it is.
 * @param {string} text
 */
export const dayWritten = (text) =>
  /^\d{4}-\d\d-\d\d$/.test(text) && Date.parse(text) ? day(`${text}T12:00`) : text;

/** `14:05` for an ISO time. @param {string} iso */
export const time = (iso) =>
  new Date(iso).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

/** `23 November 2026, 14:05` for an ISO time. @param {string} iso */
export const moment = (iso) => `${day(iso)}, ${time(iso)}`;
