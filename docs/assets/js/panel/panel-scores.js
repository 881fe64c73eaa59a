import { openAtEnter, takeFiles } from '../backup/file-steps.js';
import { showOnly } from '../page/fill-words.js';
import { explain } from '../page/say-failure.js';
import { SiteElement } from '../page/site-element.js';

/**
 * Brings the scores of a panel's members together, from their files, and keeps nothing of them.
 *
 *   <panel-scores data-member="Member {number}" data-first="Candidate 1" …>
 *     <div data-step="choose" hidden>… <input type="file" multiple> …</div>
 *     <div role="alert" data-refused hidden>… <ul></ul> <p data-reason="not-loaded" hidden></p> …</div>
 *     <template data-refusals><p data-reason="no-scores" hidden>…</p> …</template>
 *     <div data-step="passphrase" hidden>… <bdi data-fill="sealed"></bdi> <input type="password"> … </div>
 *     <ul data-members hidden></ul> <p role="status" data-status data-added="…" …></p>
 *     <div data-results hidden> <div data-apart-list></div> <div data-all></div> <input data-part="post"> …
 *       <button data-do="word">…</button></div>
 *     <template data-member-item>…</template> <template data-candidate-item>…</template> …</panel-scores>
 *
 * What does it, panel/bringing-together.js, is loaded with the first file.
 */
export class PanelScores extends SiteElement {
  /** @type {Promise<import('./bringing-together.js').BringingTogether> | null} */
  #panel = null;

  /** @param {AbortSignal} signal */
  setUp(signal) {
    this.find('[data-step="choose"]', HTMLElement).hidden = false;
    const field = this.find('input[type="file"]', HTMLInputElement);
    takeFiles(this, field, signal, (files) => this.#work((panel) => panel.read(files)));
    openAtEnter(this, signal, () => this.#work((panel) => panel.open()));
    this.addEventListener(
      'click',
      ({ target }) => {
        const button = target instanceof Element ? target.closest('[data-do]') : null;
        if (button) void this.#work((panel) => panel.act(button));
      },
      { signal },
    );
  }

  /** @param {(panel: import('./bringing-together.js').BringingTogether) => unknown} act */
  async #work(act) {
    try {
      this.#panel ??= import('./bringing-together.js').then((loaded) => new loaded.BringingTogether(this));
      await act(await this.#panel);
    } catch (error) {
      this.#panel = null; // the network may come back
      const notice = this.find('[data-refused]', HTMLElement);
      explain(showOnly(notice, 'data-reason', 'not-loaded'), error);
      notice.hidden = false;
    }
  }
}

customElements.define('panel-scores', PanelScores);
