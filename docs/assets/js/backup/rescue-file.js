import { answerOf } from '../storage/records.js';
import { answers } from '../answers/page-answers.js';
import { dated, download } from '../page/download.js';
import { SiteElement } from '../page/site-element.js';

/**
 * A button that saves what is written on the page as a file, whatever the browser's
 * store does: a backup, which can be restored.
 *
 *   <rescue-file class="rescue-file"><button class="button" type="button">Save what I wrote as a file</button></rescue-file>
 *
 * What it needs is loaded when the first words are typed, so that it works when the
 * network has gone. Without that, the file is plain text.
 */
export class RescueFile extends SiteElement {
  /** @param {AbortSignal} signal */
  setUp(signal) {
    this.find('button', HTMLButtonElement).addEventListener('click', () => this.#save(), { signal });
    document.addEventListener('input', makeReady, { signal, once: true });
  }

  async #save() {
    const { records } = await answers.records();
    try {
      const { TYPE, fileName, textOf } = await import('./make-backup.js');
      download(fileName(), textOf(records), TYPE);
    } catch {
      download(dated('five-attributes-answers', 'txt'), readable(records), 'text/plain');
    }
  }
}

function makeReady() {
  import('./make-backup.js').catch(() => {}); // tried again when it is needed
}

/**
 * The answers under their questions.
 * @param {Map<string, unknown>} records
 */
function readable(records) {
  const texts = [...records.values()].map(answerOf);
  return texts.map((text) => (text ? `${text.words}\r\n\r\n${text.value}\r\n\r\n\r\n` : '')).join('');
}

customElements.define('rescue-file', RescueFile);
