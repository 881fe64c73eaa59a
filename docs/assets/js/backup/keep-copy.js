import { answers } from '../answers/page-answers.js';
import { why } from '../page/say-failure.js';
import { SiteElement } from '../page/site-element.js';
import { noteHere } from '../storage/page-ledger.js';
import { clock, name as channelName, store } from '../storage/this-site.js';

/**
 * Keeps a backup in a file that the person has chosen, and writes it anew after saves.
 * For browsers that can (File System Access); elsewhere nothing of it is shown.
 *
 *   <button type="button" data-keep-copy hidden>Keep a copy in a file I choose</button>
 *   <keep-copy hidden data-file="five-attributes-copy.json" data-type="Backup of …"
 *     data-kept="Copy kept in {name}, last written {time}" data-old="…" data-never="…">
 *     <p class="keep-copy__text"></p>
 *     <button type="button" data-go-on="Go on keeping a copy in {name}" hidden></button>
 *     <button type="button" data-stop hidden>Stop keeping a copy</button>
 *     <p data-refused role="alert" hidden>… <button type="button" data-open-backup>…</button></p>
 *   </keep-copy>
 *
 * The file's handle stays in the store, as `handle/copy`, for the next visit, on which
 * the browser wants to ask again. A store that is empty all of a sudden, or cannot be
 * read, is never written over a good copy.
 */

/** Milliseconds from a save to the writing, and between two writings. */
const PAUSE = 3000;
const OFTEN = 10_000;

const KEY = 'handle/copy';
const MODE = { mode: 'readwrite' };

/**
 * What TypeScript does not know of yet.
 * @typedef {FileSystemFileHandle & Record<'queryPermission' | 'requestPermission',
 *   (mode: { mode: string }) => Promise<PermissionState>>} Handle
 */

export class KeepCopy extends SiteElement {
  /** @type {Handle | null} */
  #handle = null;
  /** The handle is in the store, and so has to be among the records. */
  #stored = false;
  #wrote = -OFTEN;
  #time = '';
  #writing = false;
  /** The browser wants to be asked again. */
  #waiting = false;
  /** @type {(() => void) | null} */
  #callOff = null;

  /** @param {AbortSignal} signal */
  setUp(signal) {
    if (!('showSaveFilePicker' in globalThis)) return;
    signal.addEventListener('abort', () => this.#rest());
    const choose = document.querySelector('[data-keep-copy]');
    choose?.toggleAttribute('hidden', false);
    choose?.addEventListener('click', () => this.#choose(), { signal });
    this.#goOnButton.addEventListener('click', () => this.#goOn(), { signal });
    this.#stopButton.addEventListener('click', () => this.#stop(), { signal });
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.visibilityState === 'hidden' && this.#callOff) void this.#write();
      },
      { signal },
    );
    this.#follow(signal);
    void this.#find().catch(() => {}); // what cannot be read is not gone on with
  }

  /** Hears of every save, those of this page too, for which it needs a channel of its own. @param {AbortSignal} signal */
  #follow(signal) {
    if (!globalThis.BroadcastChannel) return;
    const channel = new BroadcastChannel(channelName);
    signal.addEventListener('abort', () => channel.close());
    channel.addEventListener('message', ({ data }) => {
      if (data?.erased) this.#forget();
      else if (data?.saved || data?.kept || data?.restored) this.#soon();
    });
  }

  /** Takes up the file of an earlier visit. */
  async #find() {
    const handle = /** @type {Handle | undefined} */ ((await store.read([KEY])).get(KEY));
    if (!handle || this.#handle) return;
    this.#handle = handle;
    this.#stored = true;
    this.#waiting = (await handle.queryPermission(MODE)) !== 'granted';
    if (this.#waiting) this.#show('', true);
    else await this.#write();
  }

  async #choose() {
    const { file = '', type = '' } = this.dataset;
    const types = [{ description: type, accept: { 'application/json': ['.json'] } }];
    try {
      const pick = /** @type {any} */ (globalThis).showSaveFilePicker;
      this.#handle = await pick({ suggestedName: file, types });
    } catch (error) {
      const cancelled = error instanceof DOMException && error.name === 'AbortError';
      return cancelled ? undefined : this.#refused();
    }
    this.#toggleRefused(false);
    this.#time = '';
    await this.#begin();
  }

  /** Those who manage the browser, or its settings, allow no such file: an ordinary download is the way. */
  #refused() {
    this.#toggleRefused(true);
    if (!this.#handle) this.querySelector('.keep-copy__text')?.replaceChildren();
    this.hidden = false;
  }

  /** @param {boolean} shown */
  #toggleRefused(shown) {
    this.querySelector('[data-refused]')?.toggleAttribute('hidden', !shown);
  }

  async #goOn() {
    const state = await this.#handle?.requestPermission(MODE).catch(() => null);
    if (state === 'granted') await this.#begin();
  }

  async #begin() {
    const handle = this.#handle;
    this.#waiting = false;
    this.#stored = await store
      .update([], () => ({ outcome: true, puts: new Map([[KEY, handle]]) }))
      .catch(() => false);
    noteHere({ copy: true });
    await this.#write();
  }

  async #stop() {
    this.#forget();
    noteHere({ copy: false });
    await store.update([], () => ({ outcome: null, deletes: [KEY] })).catch(() => {});
  }

  #forget() {
    this.#handle = null;
    this.#rest();
    this.hidden = true;
  }

  #rest() {
    this.#callOff?.();
    this.#callOff = null;
  }

  #soon() {
    if (!this.#handle || this.#callOff || this.#waiting) return;
    const wait = Math.max(PAUSE, this.#wrote + OFTEN - clock.now());
    this.#callOff = clock.after(wait, () => void this.#write());
  }

  async #write() {
    this.#rest();
    const handle = this.#handle;
    if (!handle) return;
    if (this.#writing) return this.#soon();
    this.#writing = true;
    this.#wrote = clock.now();
    try {
      // Tabs write one after another, so that each reads back what it wrote itself.
      const write = () => this.#writeTo(handle);
      await (navigator.locks ? navigator.locks.request(`${channelName}:copy`, write) : write());
      this.#time = new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
      if (this.#handle === handle) this.#show(this.dataset.kept ?? '', false);
    } catch (error) {
      const { old = '', never = '' } = this.dataset;
      if (this.#handle === handle) this.#show(`${this.#time ? old : never} ${await why(error)}`, true);
    } finally {
      this.#writing = false;
    }
  }

  /** @param {Handle} handle */
  async #writeTo(handle) {
    const { textOf } = await import('./make-backup.js');
    const { records, whole } = await answers.records();
    if (!whole || (this.#stored && !records.has(KEY)))
      throw new DOMException('What is kept cannot be read', 'UnknownError');
    const text = textOf(records);
    const writing = await handle.createWritable();
    await writing.write(text);
    await writing.close();
    if ((await (await handle.getFile()).text()) !== text)
      throw new DOMException('The file has something else in it', 'NotReadableError');
  }

  /**
   * @param {string} words
   * @param {boolean} asks whether going on needs the person
   */
  #show(words, asks) {
    const text = this.find('.keep-copy__text', HTMLElement);
    const filled = words.replace('{name}', this.#handle?.name ?? '').replace('{time}', this.#time);
    if (asks && words) text.setAttribute('role', 'alert');
    else text.removeAttribute('role'); // nobody wants to hear of every writing
    if (text.textContent !== filled) text.textContent = filled;
    const goOn = this.#goOnButton;
    goOn.textContent = (goOn.dataset.goOn ?? '').replace('{name}', this.#handle?.name ?? '');
    goOn.hidden = !asks;
    this.#stopButton.hidden = false;
    this.hidden = false;
  }

  get #goOnButton() {
    return this.find('[data-go-on]', HTMLButtonElement);
  }

  get #stopButton() {
    return this.find('[data-stop]', HTMLButtonElement);
  }
}

customElements.define('keep-copy', KeepCopy);
