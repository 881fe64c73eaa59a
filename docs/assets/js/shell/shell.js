/**
 * The menu, the search and the colours, for people who use a keyboard, a screen
 * reader or 400 % zoom. Material's bundle opens and closes them by two hidden check
 * boxes; this script works those, and adds what they cannot say.
 *
 * A classic script, so that it runs from a file, too. Without it, or without any
 * script, the pages read the same and the menu stands below the content.
 */
{
  /** @template {Element} T @param {string} selector @returns {T | null} */
  const find = (selector) => document.querySelector(selector);

  /** All that stands beside `element` or beside what it is in. @param {Element} element */
  const surroundings = (element) => {
    /** @type {HTMLElement[]} */
    const found = [];
    for (let inner = element; inner.parentElement && inner !== document.body; inner = inner.parentElement) {
      for (const other of inner.parentElement.children) {
        const apart = other !== inner && !other.matches("script, .md-toggle, .md-overlay");
        if (apart && other instanceof HTMLElement && !other.inert) found.push(other);
      }
    }
    return found;
  };

  /**
   * Something that opens over the page: the menu or the search.
   *
   * Where it covers the page it is a dialog, the page behind is out of reach, and
   * closing it gives the focus back to the button that opened it.
   */
  class Panel {
    /** @param {string} name @param {HTMLElement} element @param {string} narrow where it covers the page @param {HTMLElement | null} first gets the focus */
    constructor(name, element, narrow, first) {
      this.element = element;
      this.first = first;
      this.narrow = matchMedia(narrow);
      this.toggle = /** @type {HTMLInputElement} */ (find(`[data-md-toggle=${name}]`));
      this.opener = /** @type {HTMLElement | null} */ (find(`[data-shell-open=${name}]`));
      /** @type {HTMLElement[]} */
      this.behind = [];
      this.opener?.addEventListener("click", () => this.set(true));
      for (const closer of document.querySelectorAll(`[data-shell-close=${name}]`)) {
        closer.addEventListener("click", () => this.leave());
      }
      this.toggle.addEventListener("change", () => this.show());
      this.narrow.addEventListener("change", () => (this.open ? this.set(false) : this.show()));
      window.addEventListener("pagehide", () => this.set(false));
      this.show();
    }

    get open() {
      return this.toggle.checked;
    }

    get covers() {
      return this.open && this.narrow.matches;
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
    show() {
      const { element, covers } = this;
      for (const other of this.behind) other.inert = false;
      this.behind = covers ? surroundings(element) : [];
      this.opener?.setAttribute("aria-expanded", `${this.open}`);
      if (!this.open && this.narrow.matches && element.contains(document.activeElement)) this.opener?.focus();
      for (const other of this.behind) other.inert = true;
      const dialog = /** @type {HTMLElement | null} */ (element.querySelector("[data-shell-dialog]"));
      const says = { role: "dialog", "aria-modal": "true", "aria-label": dialog?.dataset.shellDialog ?? "" };
      for (const [key, value] of Object.entries(says)) {
        if (covers) dialog?.setAttribute(key, value);
        else dialog?.removeAttribute(key);
      }
      if (covers) this.first?.focus();
    }
  }

  /** The menu of a narrow screen. */
  const setUpDrawer = () => {
    const sidebar = /** @type {HTMLElement | null} */ (find(".md-sidebar--primary"));
    if (!sidebar) return null;
    const close = /** @type {HTMLElement | null} */ (find("[data-shell-close=drawer]"));
    const drawer = new Panel("drawer", sidebar, "(max-width: 76.234375em)", close);
    const openSection = () => {
      const here = /** @type {HTMLDetailsElement | null} */ (find(".shell-nav__item--here > details"));
      if (here) here.open = true;
    };
    drawer.narrow.addEventListener("change", openSection);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && drawer.open) drawer.leave();
    });
    return drawer;
  };

  /** The search: a field with results below it, or on a narrow screen a dialog. */
  const setUpSearch = () => {
    const element = /** @type {HTMLElement | null} */ (find(".md-search"));
    const query = /** @type {HTMLInputElement | null} */ (find(".md-search__input"));
    if (!element || !query) return;
    const search = new Panel("search", element, "(max-width: 59.984375em)", query);

    // The bundle opens the search whenever the field gets the focus: also when Escape gives it back.
    let left = false;
    const reopen = () => {
      left = false;
      search.set(true);
    };
    search.toggle.addEventListener("change", () => left && search.set(false));
    query.addEventListener("focusout", () => (left = false));
    element.addEventListener("focusout", ({ relatedTarget }) => {
      const outside = relatedTarget instanceof Node && !element.contains(relatedTarget);
      if (outside && !search.narrow.matches) search.set(false);
    });
    query.addEventListener("click", reopen);
    query.addEventListener("input", () => {
      reopen();
      query.dispatchEvent(new KeyboardEvent("keyup")); // The bundle looks at the field at each key only: not at pasted or spoken words.
    });
    query.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      reopen();
      query.focus();
    });

    // The bundle listens at the window: what stops here, it does not hear.
    document.addEventListener("keydown", (event) => {
      const { key } = event;
      if (search.open && key === "Escape") {
        left = !search.narrow.matches;
        if (left) query.focus();
        search.leave();
        event.stopPropagation();
      } else if (search.open) {
        // Tab goes through the results, and buttons take their keys: the bundle would close the search or go to the field.
        const inField = document.activeElement === query;
        if (inField ? key === "Tab" : !key.startsWith("Arrow")) event.stopPropagation();
      } else if (key.length === 1) {
        // Single letters do nothing here: speech input and slips of the hand set them off (WCAG 2.2, 2.1.4).
        event.stopPropagation();
      }
    });
  };

  /** The results, as the bundle makes them: let Tab reach them, and take them out of the page's headings. */
  const mendResults = () => {
    const list = find(".md-search-result__list");
    if (!list) return;
    const mend = () => {
      for (const link of list.querySelectorAll("[tabindex]")) link.removeAttribute("tabindex");
      for (const heading of list.querySelectorAll("h1, h2")) heading.setAttribute("role", "presentation");
    };
    new MutationObserver(mend).observe(list, { childList: true, subtree: true });
  };

  /** The button for dark colours. */
  const setUpPalette = () => {
    const button = /** @type {HTMLElement | null} */ (find("[data-shell-palette]"));
    if (!button) return;
    const { body } = document;
    const dark = () => body.getAttribute("data-md-color-scheme") === button.dataset.shellPalette;
    const show = () => button.setAttribute("aria-pressed", `${dark()}`);
    button.addEventListener("click", () => {
      const wanted = dark() ? ":not([data-md-color-scheme=slate])" : "[data-md-color-scheme=slate]";
      const input = /** @type {HTMLInputElement | null} */ (find(`input[name=__palette]${wanted}`));
      if (!input) return;
      input.checked = false; // So that the click is a change, whatever was chosen before.
      input.click();
    });
    new MutationObserver(show).observe(body, { attributeFilter: ["data-md-color-scheme"] });
    show();
  };

  /** A table wider than the page scrolls by keyboard, too. */
  const mendTables = () => {
    const sizes = new ResizeObserver((entries) => {
      for (const { target } of entries) {
        if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
        else target.removeAttribute("tabindex");
      }
    });
    for (const wrapper of document.querySelectorAll(".md-typeset__scrollwrap")) sizes.observe(wrapper);
  };

  setUpDrawer();
  setUpSearch();
  mendResults();
  setUpPalette();
  document.addEventListener("DOMContentLoaded", mendTables); // The bundle wraps tables at this event, and was first to ask for it.
}
