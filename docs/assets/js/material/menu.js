/**
 * The menu, for people who use a keyboard, a screen reader or 400 % zoom. Material's
 * styles open and close it by a hidden check box; this script works that, and adds
 * what it cannot say.
 *
 * A classic script, so that it runs from a file, too. Without
 * any script the pages read the same and the menu stands below the content.
 */
{
  /** @param {string} selector */
  const find = (selector) => /** @type {HTMLElement | null} */ (document.querySelector(selector));

  /**
   * All that stands beside `element`, or beside what it is in.
   * @param {HTMLElement} element
   */
  const surroundings = (element) => {
    /** @type {HTMLElement[]} */
    const found = [];
    /** @type {HTMLElement | null} */
    let inner = element;
    for (; inner && inner !== document.body; inner = inner.parentElement) {
      for (const other of inner.parentElement?.children ?? []) {
        const apart = other !== inner && !other.matches('script, .md-toggle, .md-overlay');
        if (apart && other instanceof HTMLElement && !other.inert) found.push(other);
      }
    }
    return found;
  };

  /**
   * Something that opens over the page: the menu.
   *
   * Where it covers the page, the page behind is out of reach, and closing it gives
   * the focus back to the button that opened it.
   */
  class Panel {
    /** @type {HTMLElement[]} */
    #behind = [];

    /**
     * @param {string} name
     * @param {HTMLElement} element
     * @param {string} narrow the screens on which it covers the page
     * @param {HTMLElement | null} first what gets the focus there
     */
    constructor(name, element, narrow, first) {
      this.element = element;
      this.first = first;
      this.narrow = matchMedia(narrow);
      this.toggle = /** @type {HTMLInputElement} */ (find(`[data-md-toggle=${name}]`));
      this.opener = find(`[data-shell-open=${name}]`);
      this.dialog = find(`.md-${name} [data-shell-dialog]`);
      this.opener?.addEventListener('click', () => this.set(true));
      for (const closer of document.querySelectorAll(`[data-shell-close=${name}]`)) {
        closer.addEventListener('click', () => this.leave());
      }
      this.toggle.addEventListener('change', () => this.#show());
      this.narrow.addEventListener('change', () => (this.open ? this.set(false) : this.#show()));
      window.addEventListener('pagehide', () => this.set(false));
      this.#show();
    }

    get open() {
      return this.toggle.checked;
    }

    /** @param {boolean} open */
    set(open) {
      if (this.open !== open) this.toggle.click();
    }

    /** Close, and go back to where one came from. */
    leave() {
      this.set(false);
      if (this.narrow.matches) this.opener?.focus();
    }

    /** Say and do what follows from being open or closed. */
    #show() {
      const covers = this.open && this.narrow.matches;
      for (const other of this.#behind) other.inert = false;
      this.#behind = covers ? surroundings(this.element) : [];
      this.opener?.setAttribute('aria-expanded', `${this.open}`);
      this.#name(covers);
      const inside = this.element.contains(document.activeElement);
      if (!this.open && inside && this.narrow.matches) this.opener?.focus();
      for (const other of this.#behind) other.inert = true;
      if (covers) this.first?.focus();
    }

    /** @param {boolean} covers */
    #name(covers) {
      const name = this.dialog?.dataset.shellDialog ?? '';
      const says = { role: 'dialog', 'aria-modal': 'true', 'aria-label': name };
      for (const [key, value] of Object.entries(says)) {
        if (covers) this.dialog?.setAttribute(key, value);
        else this.dialog?.removeAttribute(key);
      }
    }
  }

  /** The menu of a narrow screen. */
  const setUpMenu = () => {
    const sidebar = find('.md-sidebar--primary');
    if (!sidebar) return;
    const close = find('[data-shell-close=drawer]');
    const menu = new Panel('drawer', sidebar, '(max-width: 76.234375em)', close);
    menu.narrow.addEventListener('change', () => {
      find('.shell-nav__item--here > details')?.setAttribute('open', '');
    });
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && menu.open) menu.leave();
    });
    addEventListener('hashchange', () => menu.set(false)); // gone to a part of this page
  };

  /** Single letters do nothing: speech and slips set them off (WCAG 2.2, 2.1.4). Zensical’s bundle listens at the window. */
  const stopLetters = () => {
    document.addEventListener('keydown', (event) => {
      if (event.key.length === 1) event.stopPropagation();
    });
  };

  setUpMenu();
  stopLetters();
}
