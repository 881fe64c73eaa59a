/**
 * The ledger: counts and times of what is stored, never a text, kept beside the database so that a lost
 * one is noticed. Storage is passed in.
 */

/**
 * @typedef {object} Ledger
 * @property {1} format
 * @property {number} records how many answers have a record, the cleared ones too
 * @property {number} answers how many are answered
 * @property {number} further how many kept profiles, requests, replies and named workbooks there are
 * @property {string} saved ISO time of the last save
 * @property {string | null} since ISO time of the first save that is in no backup
 * @property {string | null} backup ISO time of the last backup
 * @property {boolean} [copy] whether a copy is kept in a file
 * @property {boolean} [declared] whether its name is the address that a copy was built for, and no mere spelling
 * @property {[answered: number, total: number]} [progress] of the questions of the workbook on that page
 * @property {string | null} last the address of the question answered last, from the site's root
 */

/** @type {Ledger} */
const EMPTY = {
  format: 1,
  records: 0,
  answers: 0,
  further: 0,
  saved: '',
  since: null,
  backup: null,
  last: null,
};

/**
 * @param {() => Storage} storage may throw, where the browser blocks it
 * @param {string} name
 * @returns {Ledger | null} null where there is none, or it cannot be read
 */
export function readLedger(storage, name) {
  try {
    const read = JSON.parse(storage().getItem(name) ?? 'null');
    return read?.format === 1 && Number.isSafeInteger(read.records) ? { ...EMPTY, ...read } : null;
  } catch {
    return null;
  }
}

/**
 * Notes what `change` has; the rest stays.
 * @param {() => Storage} storage
 * @param {string} name
 * @param {Partial<Ledger>} change
 */
export function note(storage, name, change) {
  try {
    storage().setItem(name, JSON.stringify({ ...(readLedger(storage, name) ?? EMPTY), ...change }));
  } catch {
    // It is a help, and nothing hangs on it.
  }
}

/**
 * @param {() => Storage} storage
 * @param {string} name
 */
export function forget(storage, name) {
  try {
    storage().removeItem(name);
  } catch {
    // There was none.
  }
}

const WEEK = 7 * 24 * 60 * 60 * 1000;

/**
 * Whether there is work of more than a week that no backup has.
 * @param {Ledger} ledger
 * @param {number} now milliseconds since 1970
 */
export function isBackupDue({ since }, now) {
  return since !== null && now - Date.parse(since) > WEEK;
}
