/** Fetch the guide's words as data (`data/report.json`), once for a page. */

import { root } from './this-page.js';

/** @type {Promise<any> | null} */
let report = null;

/**
 * @returns {Promise<any>} the report, as `macros/guide/data_export.py` writes it
 * @throws {Error} named `NotLoadedError` where the server does not have it
 */
export const reportData = () =>
  (report ??= fetched().catch((error) => {
    report = null; // the network may come back
    throw error;
  }));

async function fetched() {
  const answer = await fetch(new URL('data/report.json', root));
  if (!answer.ok)
    throw Object.assign(new Error(`The guide's data could not be had: ${answer.status}`), {
      name: 'NotLoadedError',
    });
  return answer.json();
}
