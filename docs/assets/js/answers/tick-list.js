import { reveal } from '../page/reveal.js';
import { SiteElement } from '../page/site-element.js';

/**
 * Boxes to tick, as the field of a question that is answered with a text: what is ticked, a line each.
 *
 *   <tick-list role="group" aria-labelledby="…">
 *     <fieldset> <legend>…</legend> <label class="choice"><input type="checkbox" value="Leaders …"> Leaders …</label> … </fieldset>
 *     <fieldset data-others hidden aria-hidden="true"><legend>…</legend></fieldset>
 *   </tick-list>
 *
 * Lines that no box has, as after a change of its words, get boxes of their own in `[data-others]`: nothing is lost.
 * An `input` event of the element itself says that something was ticked.
 */
export class TickList extends SiteElement {
  /** @param {AbortSignal} signal */
  setUp(signal) {
    this.addEventListener(
      'input',
      (event) => {
        if (event.target === this) return;
        event.stopPropagation();
        this.dispatchEvent(new Event('input', { bubbles: true }));
      },
      { signal },
    );
  }

  /** No day, and no text to be wrapped: what workbook-question asks of a field. */
  get type() {
    return 'tick-list';
  }

  get value() {
    return this.#boxes.flatMap((box) => (box.checked ? [box.value] : [])).join('\n');
  }

  set value(text) {
    const lines = new Set(text.split('\n').filter((line) => /\S/.test(line)));
    for (const box of this.#boxes) box.checked = lines.delete(box.value);
    for (const line of lines) this.#others.append(ticked(line));
    reveal(this.#others, this.#others.querySelector('input') !== null);
  }

  /** @param {boolean} locked */
  set readOnly(locked) {
    for (const box of this.#boxes) box.disabled = locked;
  }

  get #boxes() {
    return /** @type {HTMLInputElement[]} */ ([...this.querySelectorAll('input')]);
  }

  get #others() {
    return this.find('[data-others]', HTMLElement);
  }
}

/** @param {string} line */
function ticked(line) {
  const label = Object.assign(document.createElement('label'), { className: 'choice' });
  const box = Object.assign(document.createElement('input'), {
    type: 'checkbox',
    value: line,
    checked: true,
  });
  label.append(box, ' ', Object.assign(document.createElement('bdi'), { textContent: line }));
  return label;
}

customElements.define('tick-list', TickList);
