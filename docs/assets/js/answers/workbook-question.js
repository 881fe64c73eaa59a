import { answerId } from '../storage/records.js';
import { answers } from './page-answers.js';
import { noteFailure, sayFailure } from '../page/say-failure.js';
import { isShared, opened } from '../page/this-page.js';
import { reveal } from '../page/reveal.js';
import { counted } from '../page/fill-words.js';
import { dayWritten, notify } from '../page/notices.js';
import { SiteElement } from '../page/site-element.js';

/** Done once the named workbook that is asked for is known to be here, or cannot be looked for. */
const here = opened && import('../named-workbooks/opened-here.js').then((shelf) => shelf.here, console.error);

/** Characters beyond which a text is very long. */
const LONG = 300_000;

/**
 * A workbook's question: shows the stored answer in its field, and saves what is typed.
 *
 *   <form class="workbook" method="dialog" autocomplete="off" data-workbook="self-reflection">
 *     <p role="status" data-announcer></p>
 *     <workbook-question class="workbook-question" question="living-out-values" edition="3fa9c1d2" kind="text">
 *       <h3 class="workbook-question__text" id="living-out-values"><label for="answer-living-out-values">How …?</label></h3>
 *       <textarea class="workbook-question__answer" id="answer-living-out-values"></textarea>
 *       <div class="workbook-question__print" hidden></div>
 *       <span class="workbook-question__words" data-one="1 word" data-many="{count} words"></span>
 *       <save-status …></save-status>
 *       <button class="workbook-question__past" type="button" data-one="1 earlier version" data-many="…" hidden aria-hidden="true"></button>
 *     </workbook-question>
 *
 *     <workbook-question class="workbook-question" question="my-values" edition="3fa9c1d2" kind="rating">
 *       <h3 class="workbook-question__text" id="my-values">How much …?</h3>
 *       <div class="workbook-question__scale" role="radiogroup" aria-labelledby="my-values">
 *         <label><input type="radio" name="rating-my-values" value="1"> …</label> … to 5
 *       </div>
 *       <button class="workbook-question__clear" type="button" hidden aria-hidden="true">Clear my rating</button>
 *       … the rest as above
 *     </workbook-question>
 *
 *     <workbook-question … kind="text" optional> … <input type="date"> instead of the textarea, whose answer
 *       is `2027-05-23` … <p data-part-of-day hidden>…</p>
 *
 * - `question` is the permanent id under which the answer is kept, shared by all
 *   fields that bear it. `edition` names its wording, and `__text` has the words.
 * - `__print` is filled with the answer for paper; only styles show it.
 * - `formerly`, where it is there, has the ids that the question had before, apart by spaces.
 * - While the page has a named workbook open (page/this-page.js), the answer is kept under the id within that.
 * - `__past` opens the earlier versions; answers/versions-dialog.js makes them, and what else there is
 *   to say of an answer, of the page's `<template data-question-parts>`.
 * - `[data-announcer]`, anywhere on the page, says aloud that something was saved.
 * - The attribute `ready` is here once what is typed is taken up, which the last one on the page tells by
 *   hiding the notice `not-ready`; answers/not-running.js sees to those that are not.
 * - The attribute `answered` is here while there is an answer; the event `answer`,
 *   which bubbles, tells that this has changed or that the answers have been read.
 */
export class WorkbookQuestion extends SiteElement {
  #value = '';
  /** What was in the field when it was last written or heard of. */
  #seen = '';
  /** Whether the page has been told if there is an answer. */
  #told = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #counting;
  /** Where words are written, a day is chosen, or boxes are ticked. @type {HTMLTextAreaElement | HTMLInputElement | import('./tick-list.js').TickList | null} */
  #text = null;
  /** @type {HTMLInputElement[]} */
  #ratings = [];
  /** @type {import('./entry.js').Field} */
  #field = {
    question: { id: '', kind: 'text', edition: '', words: '' },
    show: (value, state) => this.#show(value, state),
    focused: () => this.#isField(document.activeElement),
    look: () => this.#look(),
    recall: (history) => this.#recall(history),
  };
  /** Something more is said of the answer. */
  #noted = false;

  /** @param {AbortSignal} signal */
  setUp(signal) {
    this.#text = this.querySelector('textarea, input[type="date"], tick-list');
    this.#ratings = [...this.querySelectorAll('input')].filter((input) => input.type === 'radio');
    this.#field.question = {
      id: answerId(this.getAttribute('question') ?? '', opened),
      kind: this.getAttribute('kind') === 'rating' ? 'rating' : 'text',
      edition: this.getAttribute('edition') ?? '',
      words: this.querySelector('.workbook-question__text')?.textContent?.trim() ?? '',
      formerly: (this.getAttribute('formerly')?.split(' ') ?? []).map((id) => answerId(id, opened)),
    };
    const toTick = this.querySelector('tick-list:not(:defined)') && import('./tick-list.js');
    if (here || toTick)
      Promise.all([here, toTick])
        .then(() => signal.aborted || this.#join(signal)) // nothing is kept of one that is not here
        .catch(noteFailure);
    else this.#join(signal);
  }

  /** @param {AbortSignal} signal */
  #join(signal) {
    const early = this.#read(); // typed, or brought back by the browser, before this script came
    signal.addEventListener('abort', answers.join(this.#field));
    if (early) this.#typed(early);
    this.addEventListener(
      'input',
      ({ target }) => {
        if (this.#isField(target)) this.#typed(this.#read());
      },
      { signal, capture: true },
    ); // not every program has its events bubble
    this.addEventListener('focusout', () => answers.rest(this.#field.question.id), { signal });
    const day = this.#text instanceof HTMLInputElement && this.#text;
    if (day) import('./day-field.js').then(({ watchDay }) => watchDay(this, day, signal)).catch(noteFailure);
    this.#clearButton?.addEventListener('click', () => this.#clear(), { signal });
    this.#pastButton?.addEventListener(
      'click',
      async () => {
        const opening = import('./versions-dialog.js').then(({ openVersions }) =>
          openVersions(this.#field.question, this.#value),
        );
        await opening.catch(sayFailure);
      },
      { signal },
    );
    addEventListener('beforeprint', () => this.#fillPrint(), { signal });
    matchMedia('print').addEventListener('change', ({ matches }) => matches && this.#fillPrint(), { signal });
  }

  /** @param {EventTarget | null} target */
  #isField(target) {
    return target === this.#text || this.#ratings.some((rating) => rating === target);
  }

  #read() {
    return this.#text?.value ?? this.#ratings.find((rating) => rating.checked)?.value ?? '';
  }

  /** Has what came into the field unheard be heard by all that hears keys. */
  #look() {
    if (this.#read() === this.#seen) return;
    const field = this.#text ?? this.#ratings.find(({ checked }) => checked) ?? this.#ratings[0];
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** @param {string} value */
  #write(value) {
    for (const rating of this.#ratings) rating.checked = rating.value === value;
    if (!this.#text || this.#text.value === value) return;
    this.#text.toggleAttribute('data-long', value.length > LONG);
    const written = this.#text instanceof HTMLTextAreaElement ? this.#text : null; // nothing else has a cursor
    const afterCursor = written ? written.value.length - written.selectionEnd : 0;
    this.#text.value = value;
    if (written && document.activeElement === written)
      written.selectionEnd = Math.max(0, value.length - afterCursor);
  }

  /** @param {string} value */
  #typed(value) {
    this.#value = this.#seen = value;
    this.#fit();
    answers.type(this.#field, value);
    this.#changed();
  }

  /** A very long text is laid out in a plainer way, and its words are not counted. */
  #fit() {
    this.#text?.toggleAttribute('data-long', this.#value.length > LONG);
  }

  #clear() {
    this.#write('');
    this.#typed('');
    this.#ratings[0]?.focus();
  }

  /**
   * @param {string} value
   * @param {import('./entry-state.js').Status} state
   */
  #show(value, state) {
    if (value !== this.#value) {
      this.#write(value);
      this.#seen = this.#read(); // which has line ends of its own
    }
    this.#value = value;
    const locked = state === 'unreadable' || state === 'outdated';
    if (this.#text) this.#text.readOnly = locked;
    for (const rating of this.#ratings) rating.disabled = locked;
    const isNotSaved = state === 'saved' && isShared(); // nothing is saved there
    this.querySelector('save-status')?.setAttribute('state', isNotSaved ? 'held' : state);
    if (state === 'loading') return;
    if (!this.hasAttribute('ready')) this.#ready();
    this.#changed();
  }

  #ready() {
    this.toggleAttribute('ready', true);
    if (!document.querySelector('workbook-question:not([ready])')) notify('not-ready', false);
  }

  /**
   * Shows what there is of an answer besides its text.
   * @param {import('./entry.js').AnswerHistory} history
   */
  async #recall(history) {
    const { versions, others, answer } = history;
    if (this.#pastButton) {
      this.#pastButton.textContent = counted(this.#pastButton, versions);
      reveal(this.#pastButton, versions > 0);
    }
    const { edition, words } = this.#field.question;
    const reworded = /\S/.test(answer?.value ?? '') && answer?.edition !== edition && answer?.words !== words;
    if (!this.#noted && !reworded && !others) return;
    this.#noted = true;
    const recalled = import('./versions-dialog.js').then(({ recall }) =>
      recall(this, this.#field.question, history, reworded),
    );
    await recalled.catch(noteFailure); // tried again with the next save
  }

  /** What hangs on the answer follows it. */
  #changed() {
    const answered = /\S/.test(this.#value);
    reveal(this.#clearButton, answered);
    clearTimeout(this.#counting);
    this.#counting = setTimeout(() => {
      this.#countWords();
      this.#writePrint();
    }, 400);
    if (this.#told && answered === this.hasAttribute('answered')) return;
    this.#told = true;
    this.toggleAttribute('answered', answered);
    this.dispatchEvent(new Event('answer', { bubbles: true }));
  }

  #countWords() {
    const place = this.querySelector('.workbook-question__words');
    if (!(place instanceof HTMLElement)) return;
    let words = 0;
    if (this.#value.length <= LONG) for (const _ of this.#value.matchAll(/\S+/g)) words += 1;
    place.textContent = words ? counted(place, words) : '';
  }

  #fillPrint() {
    this.#look();
    this.#writePrint();
  }

  /** Has the answer ready for paper. A PDF says to a screen reader only what was there before the printing began. */
  #writePrint() {
    const place = this.querySelector('.workbook-question__print');
    const chosen = this.#ratings.find(({ checked }) => checked)?.labels?.[0]?.textContent;
    const written = this.#text?.type === 'date' ? dayWritten(this.#value) : this.#value;
    const answer = chosen?.replace(/\s+/g, ' ').trim() ?? written;
    if (place && place.textContent !== answer) place.textContent = answer;
  }

  get #pastButton() {
    const button = this.querySelector('.workbook-question__past');
    return button instanceof HTMLElement ? button : null;
  }

  get #clearButton() {
    const button = this.querySelector('.workbook-question__clear');
    return button instanceof HTMLElement ? button : null;
  }
}

customElements.define('workbook-question', WorkbookQuestion);
