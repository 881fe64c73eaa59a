/**
 * Merge the records of a backup with those that are stored here. Pure; decides, and writes nothing.
 *
 * No text of either side is lost, whichever stands in the end. `at` decides here
 * and nowhere else, because two devices have no rev in common, and only where
 * neither text is known as an earlier one of the other: then the later stands, and
 * the other is kept under `other/ID/REV`, for a person to choose; one of another kind than the
 * answer is kept under `unshown/ID/REV`. A record that
 * this build cannot read stays as it is, whatever the backup has.
 */

import { OTHERS, SHELF, UNSHOWN, VERSIONS } from '../storage/records.js';
import { answerKey, answerOf, freeKey, isNewer, parseDraft, revOf } from '../storage/records.js';
import { parseShelved } from '../storage/named-workbook.js';
import { asideKey, portable } from './format.js';
import { isSame } from './json-value.js';

/**
 * @typedef {import('../storage/records.js').Answer} Answer
 *
 * @typedef {object} Preview what a person is told before, by the questions' ids
 * @property {string[]} added not answered here: the backup's answer is taken
 * @property {string[]} changed the backup's answer is newer and takes the place of the one here, which is kept
 * @property {string[]} kept the answer here stays, and the backup's is put beside it
 * @property {string[]} older the backup's answer is empty or was here before: nothing to do
 * @property {string[]} same
 * @property {string[]} offered two texts, of which a person is to choose
 * @property {string[]} unshown of another kind than the answer here, and kept where no field shows them
 * @property {string[]} newer of a newer build, and taken: their questions cannot be answered until this one is
 * @property {number} versions earlier texts that are added
 * @property {number} drafts texts that were never saved, and are added
 * @property {string[]} shelf keys of named workbooks that are added, or were changed later in the backup
 * @property {number} further records of other kinds that are added
 * @property {string[]} aside keys of records that had to be put aside
 *
 * @typedef {'added' | 'changed' | 'kept' | 'older' | 'same'} Verdict
 *
 * @typedef {object} Side what one side has of one question
 * @property {boolean} stands whether there is a record in the answer's place, readable or not
 * @property {Answer | null} answer
 * @property {Map<string, Answer>} texts earlier texts and others, by their keys
 * @property {number} top the highest rev
 */

const TEXT = /^(answer|version|other|unshown)\/([^/]+)(?:\/(\d+))?$/;

/** What makes two texts the same. @param {Answer} text */
export const wording = ({ kind, value }) => `${kind} ${value}`;

/**
 * @param {Map<string, unknown>} records
 * @param {Map<string, unknown>} [readable] those of them that can be read
 */
export function sides(records, readable = records) {
  /** @type {Map<string, Side>} */
  const all = new Map();
  for (const key of records.keys()) {
    const [, prefix, id = '', rev] = TEXT.exec(key) ?? [];
    if (!prefix) continue;
    const side = all.get(id) ?? { stands: false, answer: null, texts: new Map(), top: 0 };
    all.set(id, side);
    const text = answerOf(readable.get(key));
    side.top = Math.max(side.top, text?.rev ?? 0, Number(rev ?? 0));
    if (prefix === 'answer') [side.stands, side.answer] = [true, text];
    else if (text) side.texts.set(key, text);
  }
  return all;
}

/**
 * @param {Side} here
 * @param {Side} there
 * @returns {Verdict | null} null where the backup has no answer
 */
function decide({ stands, answer: ours, texts }, there) {
  const theirs = there.answer;
  if (!theirs) return null;
  if (ours && wording(ours) === wording(theirs)) return 'same';
  const known = theirs.value === '' || [...texts.values()].some((text) => wording(text) === wording(theirs));
  if (stands && ours?.kind !== theirs.kind) return known ? 'older' : 'kept';
  if (!ours?.value) return theirs.value ? 'added' : 'older';
  if (known) return 'older';
  const followed = [...there.texts].some(
    ([key, text]) => key.startsWith('version/') && wording(text) === wording(ours),
  );
  return followed || Date.parse(theirs.at) > Date.parse(ours.at) ? 'changed' : 'kept';
}

/** @param {string[]} ids @param {string} id @param {Answer} text */
const add = (ids, id, text) => void (/\S/.test(text.value) && !ids.includes(id) && ids.push(id));

class Merge {
  /** @type {Map<string, unknown>} */
  puts = new Map();
  /** @type {Preview} */
  preview = {
    added: [],
    changed: [],
    kept: [],
    older: [],
    same: [],
    offered: [],
    unshown: [],
    newer: [],
    versions: 0,
    drafts: 0,
    shelf: [],
    further: 0,
    aside: [],
  };
  /** @type {Map<string, number>} of each question's earlier and other texts that are put, the highest rev */
  #highest = new Map();
  #current;
  #incoming;
  #readable;
  #sides;

  /** @param {Map<string, unknown>} current @param {Map<string, unknown>} incoming */
  constructor(current, incoming) {
    this.#current = current;
    this.#incoming = incoming;
    this.#readable = portable(current);
    this.#sides = sides(current, this.#readable);
  }

  run() {
    for (const [key, record] of this.#incoming) {
      const draft = key.startsWith('draft/') && parseDraft(record);
      if (draft) this.#draft(key, record, draft);
      else if (key.startsWith(SHELF) && parseShelved(record)) this.#shelf(key, record);
      else if (!TEXT.test(key) || !answerOf(record)) this.#other(key, record);
    }
    for (const [id, there] of sides(this.#incoming)) {
      const here = this.#sides.get(id);
      if (here) this.#bring(id, here, there);
      else this.#take(id, there);
    }
  }

  /** @param {string} key @param {unknown} record */
  #put(key, record) {
    this.puts.set(key, record);
    const [, , id = '', rev = 0] = TEXT.exec(key) ?? [];
    this.#highest.set(id, Math.max(this.#highest.get(id) ?? 0, Number(rev)));
  }

  /** Whether nothing stands or is to stand there. @param {string} key @param {string} incomingKey the one that is let in */
  #free(key, incomingKey) {
    const [current, readable, incoming] = [this.#current, this.#readable, this.#incoming];
    return !(
      current.has(key) ||
      readable.has(key) ||
      this.puts.has(key) ||
      (key !== incomingKey && incoming.has(key))
    );
  }

  /** A question that is new here is taken as it is. @param {string} id @param {Side} there */
  #take(id, { answer, texts }) {
    if (answer) this.#put(answerKey(id), answer);
    if (answer?.value) this.preview.added.push(id);
    for (const [key, text] of texts) this.#text(id, key, text);
  }

  /** @param {string} id @param {Side} here @param {Side} there */
  #bring(id, here, there) {
    const verdict = decide(here, there);
    if (verdict) this.preview[verdict].push(id);
    const taken = verdict === 'added' || verdict === 'changed';
    const [answer, loser] = taken ? [there.answer, here.answer] : [here.answer, there.answer];
    const known = new Set([...here.texts.values(), ...(answer ? [answer] : [])].map(wording));
    let top = Math.max(here.top, there.top);
    /** @param {string} kind @param {number} rev @param {Answer} text @param {string} incomingKey the key that it has in the backup */
    const keep = (kind, rev, text, incomingKey) => {
      if (!text.value || known.has(wording(text))) return;
      known.add(wording(text));
      const key = freeKey(`${kind}${id}/`, rev, { has: (key) => !this.#free(key, incomingKey) }, top + 1);
      top = Math.max(top, revOf(key));
      this.#text(id, key, revOf(key) === rev ? text : { ...text, rev: revOf(key) });
    };
    for (const [key, text] of there.texts) keep(key.slice(0, key.indexOf('/') + 1), revOf(key), text, key);
    if (loser) keep(answer && answer.kind !== loser.kind ? UNSHOWN : OTHERS, loser.rev, loser, '');
    const below = answer && (this.#highest.get(id) ?? 0) >= answer.rev;
    if (answer && (taken || below)) this.#put(answerKey(id), { ...answer, rev: top + 1 });
  }

  /** @param {string} id @param {string} key @param {Answer} text */
  #text(id, key, text) {
    this.#put(key, text);
    if (key.startsWith(VERSIONS)) this.preview.versions += 1;
    else add(key.startsWith(UNSHOWN) ? this.preview.unshown : this.preview.offered, id, text);
  }

  /**
   * A draft whose text is here already has been taken up.
   * @param {string} key
   * @param {unknown} record
   * @param {import('../storage/records.js').Draft} draft
   */
  #draft(key, record, { question: { id, kind }, value }) {
    const side = this.#sides.get(id);
    if (side && !value) return;
    const texts = [side?.answer, ...(side?.texts.values() ?? [])];
    for (const [other, there] of this.#current) {
      const draft = other.startsWith(`draft/${id}/`) && parseDraft(there);
      if (draft) texts.push(/** @type {any} */ ({ kind: draft.question.kind, value: draft.value }));
    }
    if (texts.some((text) => text?.kind === kind && text.value === value)) return;
    // Its base is a rev of another device: taken up as one that has seen nothing here, it replaces nothing.
    const foreign = side ? { .../** @type {object} */ (record), base: 0, sent: null } : record;
    if (this.#place(key, foreign, (nth) => `${key}-${nth}`)) this.preview.drafts += 1;
  }

  /** What was done to a named workbook last stands: its title, and whether it is archived. @param {string} key @param {unknown} record */
  #shelf(key, record) {
    const [ours, theirs] = [this.#readable.get(key), record].map(parseShelved);
    if (!ours && !this.#free(key, key)) return this.#other(key, record);
    if (ours && !(Date.parse(theirs?.edited ?? '') > Date.parse(ours.edited))) return;
    this.#put(key, record);
    this.preview.shelf.push(key);
  }

  /** @param {string} key @param {unknown} record */
  #other(key, record) {
    const first = key.startsWith('aside/') ? 0 : 1;
    const place = this.#place(key, record, (nth) => asideKey(key, nth - first));
    const [kind = '', id = ''] = key.split('/');
    if (place === key && kind === 'answer' && isNewer(record)) this.preview.newer.push(id);
    else if (place === key) this.preview.further += 1;
    else if (place) this.preview.aside.push(place);
  }

  /**
   * @param {string} incomingKey
   * @param {unknown} record
   * @param {(nth: number) => string} at where to try if its own key is not free: 2, 3 …
   * @returns {string | null} where it is put; null where it stands already
   */
  #place(incomingKey, record, at) {
    let key = incomingKey;
    for (let nth = 2; !this.#free(key, incomingKey); nth += 1) {
      if (this.#readable.has(key) && isSame(this.#readable.get(key), record)) return null;
      key = at(nth);
    }
    this.#put(key, record);
    return key;
  }
}

/**
 * What to write so that both are here. Planned again with what it has written, it is nothing.
 * @param {Map<string, unknown>} current
 * @param {Map<string, unknown>} incoming what `readBackup` gave
 * @returns {{ puts: Map<string, unknown>, preview: Preview }}
 */
export function plan(current, incoming) {
  const merge = new Merge(current, incoming);
  merge.run();
  return { puts: merge.puts, preview: merge.preview };
}
