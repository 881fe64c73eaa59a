/** Make a backup of all stored records from a page. */

import { backupText, readBackup, sameRecords } from './format.js';
import { seal, unseal } from './encrypt.js';
import { answers } from '../answers/page-answers.js';
import { dated } from '../page/download.js';
import { ledgerHere, noteHere } from '../storage/page-ledger.js';
import { siteTitle } from '../page/this-page.js';
import { clock, root } from '../storage/this-site.js';

/** The media type of a backup. */
export const TYPE = 'application/json';

/** The name of a backup that is made now. */
export const fileName = () => dated('five-attributes-backup', 'json');

/**
 * The text of a backup that anybody can read.
 * @param {Map<string, unknown>} records
 */
export function textOf(records) {
  return backupText(records, { made: clock.date(), site: siteTitle(), address: root.href });
}

/**
 * @typedef {object} Backup
 * @property {string} text
 * @property {boolean} whole not where only this page's answers are in it
 * @property {number} damaged how many records are not in it, because the browser cannot read them
 * @property {string | undefined} saved when something had last been saved before it was made
 * @property {string} at ISO time before what is in it was read
 */

/**
 * A backup that has been read back and compared.
 * @param {string} passphrase empty for none
 * @param {(count: number) => void} [progress] called with the number of records read so far
 * @returns {Promise<Backup>}
 * @throws where it could not be made, or does not have in it what it should
 */
export async function makeBackup(passphrase, progress) {
  answers.flush();
  const at = clock.date();
  const saved = ledgerHere()?.saved;
  const { records, whole, damaged } = await answers.records(progress);
  const plain = textOf(records);
  const text = passphrase ? await seal(plain, passphrase) : plain;
  const bytes = new TextEncoder().encode(text);
  const back = readBackup(passphrase ? await unseal(bytes, passphrase) : bytes);
  if (!sameRecords(records, back.records)) throw new Error('The backup differs from what is kept');
  return { text, whole, damaged: damaged.length, saved, at };
}

/**
 * Notes that there is a backup. What was saved while it was made is not called backed up.
 * @param {Backup} backup that the person has
 * @returns {() => void} notes that there is none after all
 */
export function noteBackup({ saved, at }) {
  const { backup = null, since = null } = ledgerHere() ?? {};
  document.dispatchEvent(new Event('backup'));
  const now = ledgerHere()?.saved;
  noteHere({ backup: at, since: now && now !== saved ? now : null });
  document.dispatchEvent(new Event('ledger'));
  return () => {
    noteHere({ backup, since: since ?? ledgerHere()?.since ?? null });
    document.dispatchEvent(new Event('no-backup'));
    document.dispatchEvent(new Event('ledger'));
  };
}
