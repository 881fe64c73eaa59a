/**
 * The file of one workbook, and that of a reader's notes on one: what a person hands to a coach, and gets back.
 * Pure. Neither ever has anything of another workbook, of feedback, or a key.
 * docs/about/backup-format.md describes both for readers.
 */

import { SHELF, isObject, splitId } from '../storage/records.js';
import { shelfKey } from '../storage/named-workbook.js';
import { fitted } from '../page/title.js';
import { Refusal, begun, closed, opened } from './check-records.js';
import { listed } from './format.js';
import { plain } from './json-value.js';

const TEXTS = ['answer'];

/** What was answered before, or on another device, or when something else was asked. */
const EARLIER = ['version', 'other', 'unshown'];

/** The most notes of a file, and an id in it. */
const MANY = 1000;
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The most characters of a note. */
const LONG = 20_000;

/**
 * @typedef {object} Note
 * @property {string} workbook its id
 * @property {string} question its id
 * @property {string} text
 *
 * @typedef {object} NotesFile
 * @property {string} made ISO time
 * @property {string} from whose notes they are; may be empty
 * @property {string} about whose workbook they are on; may be empty
 * @property {string} of when the file was made that they are on, ISO time
 * @property {Note[]} notes each on another question
 * @property {string} talk what to talk about
 * @property {string} agreed
 */

/**
 * The records of one workbook.
 * @param {Map<string, unknown>} records all that are kept
 * @param {string} workbook
 * @param {Set<string>} questions the ids of its questions and of what is asked beside them, the former ones too
 * @param {{ rounds: string[] | null, versions: boolean }} choice the ids of the rounds or named workbooks, with an empty
 *   one for the first or the one without a name; null for all; and whether earlier versions go along
 */
export function recordsOfWorkbook(records, workbook, questions, { rounds, versions }) {
  const prefix = shelfKey(workbook, '');
  const wanted = (/** @type {string} */ id) => rounds === null || rounds.includes(id);
  const here = new Set([
    '',
    ...[...records.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)),
  ]);
  const kinds = versions ? [...TEXTS, ...EARLIER] : TEXTS;
  return new Map(
    [...records].filter(([key]) => {
      if (key.startsWith(SHELF)) return key.startsWith(prefix) && wanted(key.slice(prefix.length));
      const [kind = '', id = ''] = key.split('/');
      const { question, shelf } = splitId(id);
      return kinds.includes(kind) && questions.has(question) && here.has(shelf) && wanted(shelf);
    }),
  );
}

/**
 * The text of the file of one workbook.
 * @param {Map<string, unknown>} records of it
 * @param {{ made: string, site: string, address: string, from: string, workbook: string }} facts
 */
export const workbookText = (records, { made, site, address, from, workbook }) =>
  closed(begun('workbook', { made, site, address, from: fitted(from), workbook, records: listed(records) }));

/**
 * The text of a file of notes.
 * @param {NotesFile & { site: string, address: string }} file
 */
export const notesText = ({ made, site, address, from, about, of, notes, talk, agreed }) =>
  closed(
    begun('notes', {
      made,
      site,
      address,
      from: fitted(from),
      about: fitted(about),
      of,
      notes,
      talk,
      agreed,
    }),
  );

/**
 * The notes of a file; null where it is a file of another kind.
 * @param {Uint8Array} bytes
 * @returns {NotesFile | null}
 * @throws {Refusal}
 */
export function readNotes(bytes) {
  const { kind, fields, checked } = opened(bytes);
  if (kind !== 'notes') return null;
  if (!checked) throw new Refusal('damaged');
  const { made, from, about, of, notes, talk, agreed } = fields;
  const texts = [made, from, about, of, talk, agreed];
  const short = (/** @type {unknown} */ text) => typeof text === 'string' && text.length <= LONG;
  if (!plain(fields) || !texts.every(short) || !Array.isArray(notes))
    throw new Refusal('bad-content', 'header');
  const places = new Set();
  for (const note of notes) {
    if (!isObject(note) || Object.keys(note).length !== 3) throw new Refusal('bad-content', 'notes');
    const { workbook, question, text } = note;
    const ids = [workbook, question];
    if (!short(text) || !ids.every((id) => short(id) && ID.test(String(id))))
      throw new Refusal('bad-content', 'notes');
    places.add(ids.join('/'));
  }
  if (notes.length > MANY || places.size < notes.length) throw new Refusal('bad-content', 'notes');
  return {
    made: String(made),
    from: fitted(String(from)),
    about: fitted(String(about)),
    of: String(of),
    notes,
    talk: String(talk),
    agreed: String(agreed),
  };
}
