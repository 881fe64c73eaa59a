/**
 * What a page leaves unsaved at its last moment: in the local storage, which is written there and then. It goes
 * into the database before the next page reads it.
 *
 * The database cannot be counted on then: WebKit freezes a page that goes in the middle of a transaction, which
 * lets no other page in, and a database that is not open yet does not open any more.
 */

/**
 * @typedef {import('./records.js').Draft} Draft
 */

export class Drafts {
  #storage;
  #start;
  /** Those of this page that are there. @type {Set<string>} */
  #own = new Set();

  /**
   * @param {() => Storage} storage may throw, where the browser blocks it
   * @param {string} name the copy's; that of a draft is `NAME:draft/ID/TAB`
   */
  constructor(storage, name) {
    this.#storage = storage;
    this.#start = `${name}:`;
  }

  /**
   * @param {Map<string, Draft>} drafts by their keys in the database
   * @returns {boolean} whether they are all there
   */
  put(drafts) {
    try {
      for (const [key, draft] of drafts) {
        this.#storage().setItem(this.#start + key, JSON.stringify(draft));
        this.#own.add(key);
      }
      return true;
    } catch {
      return false; // there is no room, or the browser blocks it
    }
  }

  /** This page has saved what it had left. @param {string} key */
  drop(key) {
    if (this.#own.delete(key)) this.#storage().removeItem(this.#start + key);
  }

  /** The keys of those that pages have left; this page's own are still on it. @returns {string[]} */
  get left() {
    try {
      const keys = Object.keys(this.#storage()).filter((key) => key.startsWith(`${this.#start}draft/`));
      return keys.map((key) => key.slice(this.#start.length)).filter((key) => !this.#own.has(key));
    } catch {
      return [];
    }
  }

  /**
   * Brings those that pages have left into the database, where the next page looks for them.
   * @param {Pick<import('./store.js').Store, 'update'>} store
   * @throws where one cannot be brought: all are then where they were
   */
  async takeUp(store) {
    const storage = this.#storage();
    const texts = this.left.map(
      (key) => /** @type {[string, string]} */ ([key, storage.getItem(this.#start + key) ?? '']),
    );
    const read = texts.flatMap(([key, text]) => parsed(key, text));
    if (read.length)
      await store.update(
        read.map(([key]) => key),
        (found) => ({ outcome: null, puts: new Map(read.map((one) => placed(one, found))) }),
      );
    for (const [key] of read) {
      const there = texts.some(([one, text]) => one === key && storage.getItem(this.#start + key) === text);
      if (there) storage.removeItem(this.#start + key); // not one that its page has just left anew
    }
  }
}

/**
 * Where a draft goes: beside another of the same page that the database was given, as local storage refused it.
 * @param {[key: string, draft: unknown]} read
 * @param {Map<string, unknown>} found
 * @returns {[string, unknown]}
 */
function placed([key, draft], found) {
  const isTaken = found.has(key) && JSON.stringify(found.get(key)) !== JSON.stringify(draft);
  return [isTaken ? `${key}-beside` : key, draft];
}

/** @param {string} key @param {string} text @returns {[string, unknown][]} none where it is damaged */
function parsed(key, text) {
  try {
    return [[key, JSON.parse(text)]];
  } catch {
    return [];
  }
}
