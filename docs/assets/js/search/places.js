/** Where the guide's words are: a number for each place, the next word's one higher. */

export class Places {
  /** In order. @type {Map<string, number[]>} */
  #places = new Map();

  /**
   * @param {string} stem
   * @param {number} at higher than any before
   */
  add(stem, at) {
    const places = this.#places.get(stem);
    if (places) places.push(at);
    else this.#places.set(stem, [at]);
  }

  /**
   * @param {string[]} stems
   * @returns {number[]} where they are side by side, in order
   */
  together([first, ...rest]) {
    return rest.reduce((found, stem, i) => {
      const next = new Set(found.length ? this.#places.get(stem) : []);
      return found.filter((at) => next.has(at + i + 1));
    }, this.#places.get(first) ?? []);
  }
}
