import { download } from '../page/download.js';
import { tie } from '../page/field-error.js';
import { worded } from '../page/fill-words.js';
import { SiteElement } from '../page/site-element.js';
import { folderTexts, ownId } from './new-folder.js';
import { asHex, textOn } from './readable.js';

const MOST_KB = 500;
const WORKBOOKS = ['recruiting', 'developing', 'self-reflection'];
const PICTURE = /\.(svg|png|jpe?g|gif|webp|ico)$/i;

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */

/**
 * The form in which a council makes the folder of its copy. Nothing of it is sent or saved.
 *
 *   <make-copy data-made="{files, taken}" data-missing="…" …>
 *     <form> … <input data-setting="contacts.email" data-kind="text" data-pattern="…"> … <p class="field-wrong"></p>
 *     <section data-next hidden>
 *   </make-copy>
 */
export class MakeCopy extends SiteElement {
  /** @type {{ files: Record<string, string>, taken: string[] }} */
  #made = { files: {}, taken: [] };
  #idIsOwn = false;
  #changed = false;
  /** The logo that is shown. @type {File | undefined} */
  #logo;

  /** @param {AbortSignal} signal */
  setUp(signal) {
    this.#made = JSON.parse(this.dataset.made ?? '{}');
    this.addEventListener('input', (event) => this.#follow(event.target), { signal });
    this.addEventListener('change', (event) => this.#follow(event.target), { signal });
    this.find('form', HTMLFormElement).addEventListener('submit', (event) => this.#submit(event), { signal });
    addEventListener('beforeunload', (event) => this.#changed && event.preventDefault(), { signal });
    this.hidden = false;
    this.#look();
  }

  /** What changes elsewhere on the page with a field. @param {EventTarget | null} target */
  #follow(target) {
    if (!(target instanceof HTMLElement)) return;
    this.#changed = true;
    const picked = target instanceof HTMLInputElement ? target.dataset.picks : undefined;
    if (picked && target instanceof HTMLInputElement) this.#field(picked).value = target.value;
    const setting = target.dataset.setting;
    if (setting === 'organisation.id') this.#idIsOwn = true;
    if (setting === 'organisation.name' && !this.#idIsOwn)
      this.#of('organisation.id').value = ownId(this.#of(setting).value, this.#made.taken);
    const field = picked ? this.#field(picked) : target.closest('[data-setting]');
    if (field instanceof HTMLElement && field.hasAttribute('data-wrong-now')) this.#check(field);
    this.#look();
  }

  /** Shows the header as it will be, and says whether its words can be read. */
  async #look() {
    const look = this.find('[data-look]', HTMLElement);
    const hex = asHex(this.#of('colours.main').value.trim());
    const on = hex ? textOn(hex) : null;
    look.style.setProperty('--copy-colour', hex ?? '');
    for (const picker of /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll('[data-picks]')))
      picker.value = asHex(this.#field(picker.dataset.picks ?? '').value.trim()) ?? picker.value;
    look.style.setProperty('--copy-text', on && !on.white ? '#1b1f24' : '#ffffff');
    look.classList.toggle('copy-look--coloured', Boolean(hex));
    look.classList.toggle('copy-look--dark-logo', this.#of('logo_ground').value === 'dark');
    this.find('[data-name]', HTMLElement).textContent = this.#of('site_name').value;
    const says = this.find('[data-says]', HTMLElement);
    const words = on
      ? worded(on.white ? says.dataset.readable : says.dataset.dark, { ratio: String(on.ratio) })
      : '';
    if (says.textContent !== words) says.textContent = words;
    await this.#showLogo();
  }

  async #showLogo() {
    const input = /** @type {HTMLInputElement} */ (this.#of('logo'));
    const file = this.#wrongFile(input) ? undefined : input.files?.[0];
    const place = this.find('[data-logo]', HTMLElement);
    if (file === this.#logo) return;
    this.#logo = file;
    place.hidden = !file;
    place.replaceChildren();
    const address = file ? await asData(file).catch(() => '') : '';
    if (!address || file !== this.#logo) return; // another one has been chosen meanwhile
    const picture = new Image();
    picture.alt = '';
    picture.src = address;
    place.replaceChildren(picture);
  }

  /** @param {Event} event */
  async #submit(event) {
    event.preventDefault();
    const wrong = [...this.#fields()].filter((field) => !this.#check(field));
    this.#summarise(wrong);
    if (wrong.length) return;
    const settings = this.#settings();
    const folder = String(settings.get('organisation.id'));
    /** @type {[string, string | Uint8Array][]} */
    const files = folderTexts(this.#made.files, settings).map(([name, text]) => [`${folder}/${name}`, text]);
    for (const [setting, file] of this.#files())
      files.push([`${folder}/${pictureName(setting, file)}`, new Uint8Array(await file.arrayBuffer())]);
    const { zip } = await import('../export/docx/zip.js');
    download(`${folder}.zip`, await zip(files), 'application/zip');
    this.#changed = false;
    const next = this.find('[data-next]', HTMLElement);
    next.hidden = false;
    this.find('[data-file]', HTMLElement).textContent = `${folder}.zip`;
    next.focus();
  }

  /** Lists what is wrong, with links to the fields. @param {HTMLElement[]} wrong */
  #summarise(wrong) {
    const box = this.find('[data-wrong]', HTMLElement);
    box.hidden = !wrong.length;
    this.find('[data-list]', HTMLElement).replaceChildren(
      ...wrong.map((field) => {
        const item = document.createElement('li');
        const link = document.createElement('a');
        link.href = `#${field.localName === 'fieldset' ? field.querySelector('input')?.id : field.id}`;
        link.textContent = `${this.#label(field)}: ${this.#message(field)?.textContent ?? ''}`;
        item.append(link);
        return item;
      }),
    );
    for (const field of wrong) field.closest('details')?.setAttribute('open', '');
    if (wrong.length) box.focus();
  }

  /** Says at a field what is wrong with it; whether nothing is. @param {HTMLElement} field */
  #check(field) {
    const words = this.#wrong(field);
    const message = this.#message(field);
    if (message) message.textContent = words;
    const control = field.localName === 'fieldset' ? field.querySelector('input') : field;
    tie(control, message, Boolean(words));
    field.toggleAttribute('data-wrong-now', Boolean(words));
    return !words;
  }

  /** What is wrong with a field, as its setting's schema has it; empty where nothing is. @param {HTMLElement} field */
  #wrong(field) {
    const { kind = '', pattern, most, setting } = field.dataset;
    if (setting === 'hide')
      return this.#hidden().filter((one) => WORKBOOKS.includes(one)).length === 3
        ? this.#say('noWorkbook')
        : '';
    if (!isField(field) || kind === 'choices') return '';
    if (kind === 'file') return this.#wrongFile(field);
    if (field.validity.badInput) return this.#odd(field); // half a date, which has no value
    const value = field.value.trim();
    if (setting === 'colours.second' && value && !this.#of('colours.main').value.trim())
      return this.#say('noMain');
    if (!value)
      return field.required ? this.#say('missing', { label: this.#label(field).toLowerCase() }) : '';
    if (most && value.length > Number(most)) return this.#say('tooLong', { most });
    if (kind === 'number') {
      const { min, max } = /** @type {HTMLInputElement} */ (field);
      const fits = /^\d+$/.test(value) && Number(value) >= Number(min) && Number(value) <= Number(max);
      return fits ? '' : this.#say('number', { min, max });
    }
    if (kind === 'day' && value > new Date().toISOString().slice(0, 10)) return this.#say('late');
    if (kind === 'colour' && !asHex(value)) return this.#odd(field);
    if (pattern && !new RegExp(pattern, 'u').test(value)) return this.#odd(field);
    return setting === 'organisation.id' && this.#made.taken.includes(value) ? this.#say('clash') : '';
  }

  /** @param {HTMLElement} field */
  #odd(field) {
    const hint = this.querySelector(`#${field.id}-hint`)?.textContent ?? '';
    const first = /^.*?\.(?= |$)/.exec(hint)?.[0] ?? hint; // the rest explains what it is for
    return hint ? this.#say('odd', { hint: first }) : this.#say('oddPlain');
  }

  /** @param {Field} field */
  #wrongFile(field) {
    const file = /** @type {HTMLInputElement} */ (field).files?.[0];
    if (!file) return '';
    if (!PICTURE.test(file.name)) return this.#say('kindOfFile');
    const size = Math.ceil(file.size / 1000);
    return size > MOST_KB ? this.#say('large', { size: size.toLocaleString('en-GB') }) : '';
  }

  /** The settings that have a value, by path. */
  #settings() {
    /** @type {Map<string, unknown>} */
    const found = new Map();
    for (const field of this.#fields()) {
      const { setting = '', kind } = field.dataset;
      if (!isField(field)) continue;
      const value = field.value.trim().replaceAll('\r\n', '\n');
      if (kind === 'tick') {
        const ticked = /** @type {HTMLInputElement} */ (field).checked;
        if (ticked !== field.hasAttribute('checked')) found.set(setting, ticked);
      } else if (!value || kind === 'file') continue;
      else if (kind === 'number') found.set(setting, Number(value));
      else if (kind === 'lines')
        found.set(
          setting,
          value
            .split(/\n+/)
            .map((line) => line.trim())
            .filter(Boolean),
        );
      else if (kind === 'choice' && /^(?:true|false)$/.test(value)) found.set(setting, value === 'true');
      else found.set(setting, value);
    }
    if (this.#hidden().length) found.set('hide', this.#hidden());
    for (const [setting, file] of this.#files()) found.set(setting, pictureName(setting, file));
    return found;
  }

  #hidden() {
    return [...this.querySelectorAll('[data-setting="hide"] input:checked')].map(
      (one) => /** @type {HTMLInputElement} */ (one).value,
    );
  }

  #files() {
    /** @type {Map<string, File>} */
    const found = new Map();
    for (const field of this.querySelectorAll('[data-kind="file"]')) {
      const file = /** @type {HTMLInputElement} */ (field).files?.[0];
      if (file) found.set(field.getAttribute('data-setting') ?? '', file);
    }
    return found;
  }

  /** @returns {NodeListOf<HTMLElement>} */
  #fields() {
    return this.querySelectorAll('[data-setting]');
  }

  /** @param {string} id */
  #field(id) {
    return this.find(`#${id}`, HTMLInputElement);
  }

  /** @param {string} setting @returns {Field} */
  #of(setting) {
    return /** @type {Field} */ (this.find(`[data-setting="${setting}"]`, HTMLElement));
  }

  /** @param {HTMLElement} field */
  #message(field) {
    return this.querySelector(`#${field.id}-wrong`);
  }

  /** @param {HTMLElement} field */
  #label(field) {
    const label = this.querySelector(`label[for="${field.id}"]`) ?? field.querySelector('legend');
    return label?.firstChild?.textContent?.trim() ?? '';
  }

  /** @param {string} name @param {Record<string, string>} [fills] */
  #say(name, fills = {}) {
    return worded(this.dataset[name], fills);
  }
}

/** @param {HTMLElement} field @returns {field is Field} */
function isField(field) {
  return (
    field instanceof HTMLInputElement ||
    field instanceof HTMLTextAreaElement ||
    field instanceof HTMLSelectElement
  );
}

/** What a picture is called in the folder, in plain letters. @param {string} setting @param {File} file */
function pictureName(setting, file) {
  return `${setting}${/\.[a-z]+$/i.exec(file.name)?.[0].toLowerCase() ?? ''}`;
}

/** A file as an address that the page's policy lets a picture have. @param {File} file @returns {Promise<string>} */
function asData(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

customElements.define('make-copy', MakeCopy);
