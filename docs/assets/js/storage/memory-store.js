/** A store in memory, for shared computers: it lasts as long as the page, and nothing is written anywhere. */

/**
 * @template T
 * @typedef {import('./store.js').Change<T>} Change
 */

export class MemoryStore {
  /** @type {Map<string, unknown>} */
  #records = new Map();

  /** As `Store.ready`. */
  ready = true;

  /**
   * As `Store.read`.
   * @param {string[]} keys
   * @returns {Promise<Map<string, unknown>>}
   */
  async read(keys) {
    return this.#found(keys);
  }

  /**
   * As `Store.keys`.
   * @param {string} prefix
   */
  async keys(prefix) {
    return [...this.#records.keys()].filter((key) => key.startsWith(prefix)).sort();
  }

  /**
   * As `Store.update`.
   * @template T
   * @param {string[]} keys
   * @param {(found: Map<string, unknown>) => Change<T>} decide
   * @returns {Promise<T>}
   */
  async update(keys, decide) {
    const { outcome, puts = new Map(), deletes = [] } = decide(this.#found(keys));
    for (const [key, record] of puts) this.#records.set(key, structuredClone(record));
    for (const key of deletes) this.#records.delete(key);
    return outcome;
  }

  async leave() {}

  async prepare() {}

  async erase() {
    this.#records.clear();
  }

  /** @param {string[]} keys */
  #found(keys) {
    const names = [...this.#records.keys()].sort();
    const wanted = keys.flatMap((key) => {
      const prefix = key.replace(/\/\*$/, '/');
      return /(^|\/)$/.test(prefix) ? names.filter((name) => name.startsWith(prefix)) : [key];
    });
    return new Map(
      wanted
        .filter((key) => this.#records.has(key))
        .map((key) => [key, structuredClone(this.#records.get(key))]),
    );
  }
}
