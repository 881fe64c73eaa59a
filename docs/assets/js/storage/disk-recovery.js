/**
 * Decide whether the browser's writes can be trusted after its disk has failed.
 *
 * Chromium keeps all databases of an origin in one log (LevelDB). A write that fails for want of
 * room tears it. A later one is appended behind the tear and reads well, until the next start of
 * the browser finds damage in mid-log and throws every database away, with what was saved long
 * before. So after such a failure nothing is called saved until a new log has begun: enough is
 * written and removed for the browser to go over to another file. Browsers with a file for each
 * database do not need it, and it does them no harm.
 *
 * All tabs and all copies of the site on one origin share that log, so they share the mark that
 * one of their writes has failed.
 */

/** In the local storage, where a write has failed. */
export const MARK = 'five-attributes:disk-failed';

/**
 * Whether `error`, of a write, says that the disk failed. A quota that is used up tells before
 * anything is written, but for a message of Chromium's that names the disk.
 * @param {unknown} error
 */
const isOfDisk = (error) =>
  error instanceof DOMException && (error.name === 'UnknownError' || /\bdisk\b/i.test(error.message));

export class Medium {
  #storage;
  #failed = false;
  /** @type {Promise<void> | null} the renewal under way */
  #renewal = null;

  /** @param {() => Storage} storage may throw, where the browser blocks it */
  constructor(storage) {
    this.#storage = storage;
  }

  /** Whether a write has failed, in this tab or another, and no new log has begun since. */
  get failed() {
    try {
      return this.#failed || this.#storage().getItem(MARK) !== null;
    } catch {
      return this.#failed;
    }
  }

  /** Notes a write that failed. @param {unknown} error */
  note(error) {
    if (!isOfDisk(error)) return;
    this.#failed = true;
    try {
      this.#storage().setItem(MARK, '1');
    } catch {
      // This tab knows.
    }
  }

  /**
   * Has the browser begin a new log; once for all who ask meanwhile.
   * @param {IDBFactory} factory
   * @throws {unknown} where there is no room for it: nothing may be called saved then
   */
  async renew(factory) {
    this.#renewal ??= import('./new-log.js')
      .then(({ beginLog }) => beginLog(factory))
      .finally(() => (this.#renewal = null));
    await this.#renewal;
    this.#failed = false;
    try {
      this.#storage().removeItem(MARK);
    } catch {
      // It was never there.
    }
  }
}
