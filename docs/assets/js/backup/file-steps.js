/** What pages that read a file do alike: take it from a field or a drop, open it at Enter, load what does the work. */

import { showOnly } from '../page/fill-words.js';
import { explain } from '../page/say-failure.js';

/**
 * Hands over the files that are chosen in a field or dropped on its element, those chosen before this came too.
 * @param {HTMLElement} element
 * @param {HTMLInputElement} field
 * @param {AbortSignal} signal ends it
 * @param {(files: File[]) => Promise<unknown>} take
 */
export function takeFiles(element, field, signal, take) {
  const takeChosen = () => {
    const files = [...(field.files ?? [])];
    if (files.length) void take(files).finally(() => (field.value = '')); // the same ones may be chosen again
  };
  field.addEventListener('change', takeChosen, { signal });
  element.addEventListener('dragover', (event) => hasFiles(event) && event.preventDefault(), { signal });
  element.addEventListener(
    'drop',
    (event) => {
      if (!hasFiles(event)) return; // words that are dragged into a field
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length) void take(files);
    },
    { signal },
  );
  takeChosen();
}

/** @param {DragEvent} event */
const hasFiles = (event) => event.dataTransfer?.types.includes('Files') === true;

/** @param {HTMLElement} element @param {AbortSignal} signal ends it @param {() => unknown} open */
export function openAtEnter(element, signal, open) {
  element.addEventListener(
    'keydown',
    (event) => {
      const { key, target } = event;
      if (key !== 'Enter' || !(target instanceof HTMLInputElement && target.type === 'password')) return;
      event.preventDefault(); // a form around would take it for its own
      open();
    },
    { signal },
  );
}

/**
 * What does the work of an element that reads files: loaded when it is first needed.
 * @template T
 */
export class LoadedWorker {
  #element;
  #load;
  /** @type {Promise<T> | null} */
  #loaded = null;

  /** @param {HTMLElement} element with a `[data-refused]` @param {() => Promise<T>} load */
  constructor(element, load) {
    this.#element = element;
    this.#load = load;
  }

  /** Whether it was needed, and is here or on its way. */
  get isWanted() {
    return this.#loaded !== null;
  }

  /** Has it done, or says that something for it could not be loaded. @param {(worker: T) => unknown} act */
  async work(act) {
    try {
      this.#loaded ??= this.#load();
      const worker = await this.#loaded.catch((error) => {
        this.#loaded = null; // the network may come back
        throw error;
      });
      await act(worker);
    } catch (error) {
      const notice = /** @type {HTMLElement} */ (this.#element.querySelector('[data-refused]'));
      explain(showOnly(notice, 'data-reason', 'not-loaded'), error);
      notice.hidden = false;
    }
  }
}
