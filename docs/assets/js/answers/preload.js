/**
 * Load what answers may need later while there still is a network: earlier versions, the choice between
 * two texts, backups, restoring, files. Runs at a page's first save.
 */

import { opened } from '../page/this-page.js';

const has = (/** @type {string} */ name) => document.querySelector(name) !== null;

/** What this page may need, the most important first. */
const parts = [
  () => import('../backup/make-backup.js'),
  () => import('./versions-dialog.js'),
  () => import('./maintenance.js'),
  ...(has('restore-backup')
    ? [() => import('../backup/restore-backup.js'), () => import('../backup/restore-steps.js')]
    : []),
  ...(has('shared-computer') ? [() => import('../device/shared-computer.js')] : []),
  ...(has('[data-keep-copy]') ? [() => import('../backup/keep-copy.js')] : []),
  ...(has('take-away')
    ? [
        () => import('../export/save-files.js').then(({ ready }) => ready()),
        () => import('../export/clipboard.js'),
      ]
    : []),
  ...(opened ? [() => import('../named-workbooks/actions.js')] : []),
];

/** Done when the browser has nothing better to do. */
const idle = () =>
  new Promise((resolve) =>
    'requestIdleCallback' in globalThis ? requestIdleCallback(resolve) : setTimeout(resolve, 200),
  );

let loading = false;

/** Loads what is not here yet, one part after another; what does not come is tried again at the next save. */
export async function load() {
  if (loading) return;
  loading = true;
  for (const part of [...parts]) {
    await idle();
    await part()
      .then(() => parts.splice(parts.indexOf(part), 1))
      .catch(() => {});
  }
  loading = false;
}
