import { MOST_COMMENT } from './reply.js';
import { askOf, linkIn } from './request.js';
import { MOST_OF_A_LETTER, mailto } from './mail.js';
import { canSeal } from '../page/secure-context.js';
import { freshId } from '../page/random-id.js';
import { copyField } from './copy-field.js';
import { download } from '../page/download.js';
import { explain } from '../page/say-failure.js';
import { tie } from '../page/field-error.js';
import { fill, showOnly, worded } from '../page/fill-words.js';
import { clean } from '../page/clean-text.js';
import { SiteElement } from '../page/site-element.js';
import { notify } from '../page/notices.js';

const FILE = 'feedback-reply.txt';

/** What phones share files with, which not every browser has. */
const sharing =
  /** @type {{ canShare?: (what: object) => boolean, share: (what: object) => Promise<void> }} */ (navigator);

/** What makes the reply. */
const making = () => Promise.all([import('./code.js'), import('./encrypt-reply.js')]);

/**
 * The page of somebody who is asked for feedback: looks at the link, and makes a sealed reply
 * of the answers. It knows no store: nothing is kept.
 *
 *   <give-feedback class="give-feedback" data-set="…" data-file="… {address}" …>
 *     <div data-state="none" hidden>…</div> … damaged, newer, no-crypto
 *     <div data-paste hidden><textarea id="pasted-link"></textarea> <p data-no-link hidden>…</p> <button data-do="paste">…</button></div>
 *     <form data-form hidden> … <h2 tabindex="-1">…</h2> <p data-asked hidden><bdi data-fill="from"></bdi> …</p> <p data-reworded hidden>…</p>
 *       <div data-answer="ATTRIBUTE" data-title="…" data-question="…"> radio buttons, <textarea>, <div class="…__print">,
 *         <span data-over data-text="{count} …"></span></div> …
 *       <select name="group"><option value="manager">…</option> …</select> <div data-error="empty" hidden>…</div> … long, failed
 *       <p data-make><button type="submit">…</button></p></form>
 *     <section data-result hidden><h2 tabindex="-1">…</h2> <a data-do="mail" data-subject="…" data-text="… {code}" data-attach="…">…</a>
 *       <button data-do="copy">…</button> … share, save, change, keep
 *       <p role="status" data-copied="…" …></p> <textarea readonly></textarea></section>
 *   </give-feedback>
 */
export class GiveFeedback extends SiteElement {
  /** @type {import('./request.js').Ask | null} */
  #ask = null;
  /** One for the page: of two replies from it the leader's page takes the first. */
  #id = '';
  /** The end of the address that was looked at. */
  #link = '';
  /** The answers of the reply that was made last, and of the one that the person has. */
  #made = '';
  #handed = '';
  /** A link to a mail program has just been pressed. */
  #mailing = false;

  /** @param {AbortSignal} signal */
  setUp(signal) {
    const form = this.find('form', HTMLFormElement);
    for (const type of ['input', 'change']) {
      // not every program that fills a field tells both
      form.addEventListener(type, ({ target }) => this.#typed(target), { signal, capture: true });
    }
    form.addEventListener('input', () => void making().catch(() => {}), { signal, once: true }); // the network may go
    form.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        this.#make();
      },
      { signal },
    );
    this.addEventListener('click', ({ target }) => this.#act(target), { signal });
    addEventListener('hashchange', () => this.#turn(), { signal });
    addEventListener(
      'beforeunload',
      (event) => {
        if (this.#unsafe) event.returnValue = 'unsaved';
      },
      { signal },
    );
    addEventListener(
      'pageshow',
      ({ persisted }) => {
        if (!persisted) return;
        this.#ask = null; // nothing is asked
        location.reload(); // whoever comes back to the page finds no answers, though the browser still has them
      },
      { signal },
    );
    this.addEventListener('change', () => this.#fillPrint(), { signal }); // a PDF names only what was there before
    addEventListener('beforeprint', () => this.#fillPrint(), { signal });
    matchMedia('print').addEventListener('change', ({ matches }) => matches && this.#fillPrint(), { signal });
    this.#look();
  }

  /** Another link begins with empty fields: what was typed is about somebody else. The browser asks before it is lost. */
  #turn() {
    const { hash } = location;
    if (hash.startsWith('#ask') && hash !== this.#link) location.reload(); // others are places on this page
  }

  /** Looks at the link, all of it, before anything is shown. */
  async #look() {
    this.#link = location.hash;
    const linked = await askOf(this.#link);
    const ask = linked === 'none' ? await askOf(location.search) : linked; // programs take a # for a part of what is before it
    this.#ask = typeof ask === 'object' && canSeal() ? ask : null;
    this.#id = freshId((bytes) => crypto.getRandomValues(bytes));
    const refusal = typeof ask === 'string' ? ask : canSeal() ? null : 'no-crypto';
    showOnly(this, 'data-state', refusal);
    this.#toggle('[data-paste]', refusal === 'none' || refusal === 'damaged');
    const name = this.#ask?.from ?? '';
    this.#toggle('[data-asked]', name !== '');
    fill(this.find('[data-asked]', HTMLElement), { from: name });
    this.#show('form');
    this.#toggle('[data-form]', refusal === null || refusal === 'none');
    this.#toggle('[data-make]', this.#ask !== null);
    this.#toggle('[data-reworded]', this.#ask !== null && this.#ask.set !== this.dataset.set);
    this.toggleAttribute('ready', true); // for answers/not-running.js
    notify('not-ready', false);
  }

  /** @param {string} selector @param {boolean} shown */
  #toggle(selector, shown) {
    this.find(selector, HTMLElement).hidden = !shown;
  }

  /** @param {'form' | 'result'} part */
  #show(part) {
    this.#toggle('[data-form]', part === 'form');
    this.#toggle('[data-result]', part === 'result');
  }

  get #questions() {
    return [...this.querySelectorAll('[data-answer]')].filter((question) => question instanceof HTMLElement);
  }

  /** @param {EventTarget | null} target */
  #typed(target) {
    this.#refuse(null);
    if (!(target instanceof HTMLTextAreaElement)) return;
    const over = target.closest('[data-answer]')?.querySelector('[data-over]');
    if (!(over instanceof HTMLElement)) return;
    const count = clean(target.value).length;
    const long = count > MOST_COMMENT;
    over.textContent = long ? worded(over.dataset.text, { count: count.toLocaleString('en-GB') }) : '';
    if (long) target.setAttribute('aria-invalid', 'true');
    else target.removeAttribute('aria-invalid');
  }

  /** @returns {import('./reply.js').Reply} */
  #reply() {
    /** @param {Element} part @param {string} name */
    const chosen = (part, name) =>
      part.querySelector(`input[name="${name}"]:checked`)?.getAttribute('value') ?? '';
    const answers = this.#questions.map((question) => {
      const radio = question.querySelector('input')?.name ?? '';
      const rating = Number(chosen(question, radio)) || null;
      return [
        question.dataset.answer,
        { rating, comment: clean(question.querySelector('textarea')?.value ?? '') },
      ];
    });
    return {
      id: this.#id,
      set: this.dataset.set ?? '',
      group: this.find('select', HTMLSelectElement).value,
      answers: Object.fromEntries(answers),
    };
  }

  /** Whether the fields have something in them that is in no reply that the person has. */
  get #unsafe() {
    const reply = this.#reply();
    const some = reply.group || Object.values(reply.answers).some(({ rating, comment }) => rating || comment);
    const isAsked = this.#ask !== null && !this.#mailing;
    return isAsked && Boolean(some) && JSON.stringify(reply) !== this.#handed;
  }

  /**
   * Says why no reply is made, and goes to the field that it is about; null takes it back.
   * @param {'long' | 'empty' | null} reason
   */
  #refuse(reason) {
    const first = this.querySelector('[role="radiogroup"]');
    const words = showOnly(this, 'data-error', reason);
    tie(first, this.querySelector('[data-error="empty"]'), reason === 'empty');
    const field =
      reason === 'long' ? this.querySelector('textarea[aria-invalid="true"]') : first?.querySelector('input');
    field?.closest('details')?.toggleAttribute('open', true);
    if (reason && field instanceof HTMLElement) field.focus();
    if (reason === 'empty') words?.scrollIntoView({ block: 'nearest' });
  }

  async #make() {
    const [reply, ask] = [this.#reply(), this.#ask];
    if (!ask) return;
    const answers = Object.values(reply.answers);
    if (answers.some(({ comment }) => comment.length > MOST_COMMENT)) return this.#refuse('long');
    if (answers.every(({ rating, comment }) => !rating && !comment)) return this.#refuse('empty');
    this.#refuse(null);
    try {
      const [{ codeOf }, { seal }] = await making();
      this.#code.value = codeOf(await seal(ask, reply));
    } catch (error) {
      return explain(showOnly(this, 'data-error', 'failed'), error);
    }
    this.#made = JSON.stringify(reply);
    this.#say('');
    this.#address();
    this.#show('result');
    this.find('[data-result] h2', HTMLElement).focus();
  }

  get #code() {
    return this.find('textarea[readonly]', HTMLTextAreaElement);
  }

  /** @param {string} said a name of the status's words, or empty */
  #say(said) {
    const status = this.find('[data-result] [role="status"]', HTMLElement);
    status.textContent = status.dataset[said] ?? '';
  }

  /** @param {EventTarget | null} target */
  async #act(target) {
    const act = target instanceof Element ? target.closest('[data-do]')?.getAttribute('data-do') : null;
    if (act) this.#say(''); // so that the same words are said again
    if (act === 'copy') {
      const copied = await copyField(this.#code);
      if (copied) this.#handed = this.#made;
      this.#say(copied ? 'copied' : 'notCopied');
    }
    if (act === 'save') this.#save('saved');
    if (act === 'mail') {
      const isLong = this.#letter.hasAttribute('data-long');
      if (isLong) this.#save('attached');
      else this.#say('mailed');
      this.#mailing = true; // browsers ask at such a link, too; nobody knows whether an email has opened
      setTimeout(() => (this.#mailing = false), 1000);
    }
    if (act === 'share') {
      const shared = await sharing.share({ files: [this.#file] }).then(
        () => true,
        (error) => error.name === 'AbortError' && null,
      );
      if (shared) this.#handed = this.#made;
      if (shared === false) this.#say('notShared');
    }
    if (act === 'paste') this.#paste();
    if (act === 'keep') {
      download('feedback-answers.txt', this.#answersText(), 'text/plain');
      this.#say('kept');
    }
    if (act === 'change') {
      this.#show('form');
      this.find('[data-form] h2[tabindex]', HTMLElement).focus();
    }
  }

  /** Gives the letter its words: the code, or that the file is attached where a mail program would cut it off. */
  #address() {
    const letter = this.#letter;
    const { subject = '', text, attach } = letter.dataset;
    const address = this.#leaders;
    const whole = mailto(subject, worded(text, { address, code: this.#code.value.replace(/\n/g, '') }));
    letter.toggleAttribute('data-long', whole.length > MOST_OF_A_LETTER);
    letter.href = whole.length > MOST_OF_A_LETTER ? mailto(subject, worded(attach, { address })) : whole;
    this.#toggle('[data-do="share"]', sharing.canShare?.({ files: [this.#file] }) ?? false);
  }

  /** Goes by the link that a mail has in it. */
  #paste() {
    const field = this.find('#pasted-link', HTMLTextAreaElement);
    const link = linkIn(field.value);
    const wrong = this.find('[data-no-link]', HTMLElement);
    wrong.hidden = link !== '';
    tie(field, wrong, link === '');
    if (link === '') return field.focus();
    history.replaceState(history.state, '', link); // what has been answered stays
    void this.#look().then(() => this.#ask && this.find('#your-view', HTMLElement).focus());
  }

  /** @param {string} said */
  #save(said) {
    download(FILE, this.#fileText, 'text/plain');
    this.#handed = this.#made;
    this.#say(said);
  }

  /** The page of the leader who asked. */
  get #leaders() {
    return new URL('../feedback/', location.href.split(/[?#]/, 1)[0]).href;
  }

  get #fileText() {
    return `${worded(this.dataset.file, { address: this.#leaders })}\n\n${this.#code.value}\n`;
  }

  get #file() {
    return new File([this.#fileText], FILE, { type: 'text/plain' });
  }

  get #letter() {
    return this.find('a[data-do="mail"]', HTMLAnchorElement);
  }

  /** The answers for a person to read. */
  #answersText() {
    const { answers } = this.#reply();
    const { copyTitle = '', rating: words, unsure = '' } = this.dataset;
    const parts = this.#questions.map(({ dataset: { answer = '', title = '', question = '' } }) => {
      const { rating = null, comment = '' } = answers[answer] ?? {};
      const said = rating ? worded(words, { value: String(rating) }) : unsure;
      return [title, question, said, ...(comment ? ['', comment] : [])].join('\n');
    });
    return `${[copyTitle, ...parts].join('\n\n')}\n`;
  }

  #fillPrint() {
    for (const question of this.#questions) {
      const place = question.querySelector('.give-feedback__print');
      const answer = question.querySelector('textarea')?.value ?? '';
      if (place && place.textContent !== answer) place.textContent = answer;
    }
  }
}

customElements.define('give-feedback', GiveFeedback);
