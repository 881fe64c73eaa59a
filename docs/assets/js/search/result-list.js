/**
 * Shows what the search worker adds to Material's results: a result is one section, named
 * with the page it stands on; and a corrected query is announced, with the way to search for
 * what was typed. Needs Material's bundle, which tells of each result, and again of the last one, by
 * `component$`. Loaded by main.js.
 */

/** @typedef {import("./guide-search.js").Correction} Correction */
/** @typedef {{ ref: Element, correction?: Correction }} Component */
/** @typedef {{ subscribe: (listener: (component: Component) => void) => void }} Components */

/** "Showing results for …", between the count of the results and their list. */
class Notice {
  #box = document.createElement('div');
  #status = document.createElement('p');
  #button = document.createElement('button');
  #typed = '';

  /**
   * @param {Element} list the results
   * @param {HTMLInputElement} query
   */
  constructor(list, query) {
    this.#box.className = 'search-notice';
    this.#status.className = 'search-notice__text';
    this.#status.setAttribute('role', 'status');
    this.#button.className = 'search-notice__button';
    this.#button.type = 'button';
    this.#button.hidden = true;
    this.#button.addEventListener('click', () => this.#searchAsTyped(query));
    this.#box.append(this.#status, this.#button);
    list.before(this.#box);
  }

  /** @param {Correction | undefined} correction */
  show(correction) {
    this.#button.hidden = !correction;
    this.#status.replaceChildren();
    if (!correction) return;
    const { typed, showing, words } = correction;
    const strong = document.createElement('strong');
    strong.textContent = showing;
    const [before, after = ''] = words.showing.split('{words}');
    this.#status.append(before, strong, after);
    this.#button.textContent = words.typed.replace('{words}', () => typed);
    this.#typed = typed;
  }

  /**
   * Words in quotation marks are looked for as they are.
   *
   * @param {HTMLInputElement} query
   */
  #searchAsTyped(query) {
    query.value = `"${this.#typed.replace(/["“”]/g, ' ').trim()}"`;
    query.focus();
    query.dispatchEvent(new Event('keyup'));
  }
}

/**
 * A section's result as Material draws it is two links, to its page (which scores nothing) and
 * to itself. Makes it one link, with the page's name in it.
 *
 * @param {Element} item
 */
function join(item) {
  const [page, section, more] = item.querySelectorAll('.md-search-result__link');
  const title = section?.querySelector('h2');
  if (!title || more || !page.querySelector("[data-md-score='0.00']")) return;
  const name = document.createElement('p');
  name.className = 'search-page';
  name.textContent = page.querySelector('h1')?.textContent ?? '';
  if (name.textContent !== title.textContent) title.after(name);
  page.remove();
}

const result = document.querySelector('[data-md-component=search-result]');
const list = result?.querySelector('ol');
const query = document.querySelector('[data-md-component=search-query]');
const { component$ } = /** @type {{ component$?: Components }} */ (/** @type {unknown} */ (window));

if (result && list && query instanceof HTMLInputElement && component$) {
  const notice = new Notice(list, query);
  const joinAll = () => [...list.children].forEach(join);
  new MutationObserver(joinAll).observe(list, { childList: true });
  joinAll(); // those that came before this
  component$.subscribe(({ ref, correction }) => {
    if (ref === result) notice.show(correction);
  });
}
