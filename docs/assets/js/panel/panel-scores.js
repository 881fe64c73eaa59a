import { LoadedWorker, openAtEnter, takeFiles } from '../backup/file-steps.js';
import { SiteElement } from '../page/site-element.js';

/**
 * Brings the scores of a panel's members together, from their files, and keeps nothing of them.
 *
 *   <panel-scores data-member="Member {number}" data-first="Without a number" …>
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
  #panel = new LoadedWorker(this, () =>
    import('./bringing-together.js').then(({ BringingTogether }) => new BringingTogether(this)),
  );

  /** @param {AbortSignal} signal */
  setUp(signal) {
    this.find('[data-step="choose"]', HTMLElement).hidden = false;
    const field = this.find('input[type="file"]', HTMLInputElement);
    takeFiles(this, field, signal, (files) => this.#panel.work((panel) => panel.read(files)));
    openAtEnter(this, signal, () => this.#panel.work((panel) => panel.open()));
    this.addEventListener(
      'click',
      ({ target }) => {
        const button = target instanceof Element ? target.closest('[data-do]') : null;
        if (button) void this.#panel.work((panel) => panel.act(button));
      },
      { signal },
    );
  }
}

customElements.define('panel-scores', PanelScores);
