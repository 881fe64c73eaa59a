/**
 * What the safety of answers may need later, loaded while there still is a network: earlier texts,
 * the choice between two, backups, restoring, files to take away. Loaded at a page's first save.
 */

import { opened } from './place.js';

const has = (/** @type {string} */ name) => document.querySelector(name) !== null;

/** What this page may need, the most important first. */
const parts = [
  () => import('./backup.js'),
  () => import('./past.js'),
  () => import('../lib/upkeep.js'),
  ...(has('restore-backup') ? [() => import('../elements/restore-backup.js'), () => import('./restoring.js')] : []),
  ...(has('shared-computer') ? [() => import('../elements/shared-computer.js')] : []),
  ...(has('[data-keep-copy]') ? [() => import('../elements/keep-copy.js')] : []),
  ...(has('take-away') ? [() => import('./files.js').then(({ ready }) => ready()), () => import('./clipboard.js')] : []),
  ...(opened ? [() => import('./shelving.js')] : []),
];

/** Done when the browser has nothing better to do. */
const idle = () =>
  new Promise((resolve) => ('requestIdleCallback' in globalThis ? requestIdleCallback(resolve) : setTimeout(resolve, 200)));

let loading = false;

/** Loads what is not here yet, one part after another; what does not come is tried again at the next save. */
export async function load() {
  if (loading) return;
  loading = true;
  for (const part of [...parts]) {
    await idle();
    await part().then(() => parts.splice(parts.indexOf(part), 1)).catch(() => {});
  }
  loading = false;
}
