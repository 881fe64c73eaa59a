/**
 * Fix what Material's search makes on the page: results that the Tab key reaches,
 * that have a name and are no headings of the page; tables that have a name; and wide tables and code
 * that scroll by keyboard and say what they are. A classic script, so that it runs from a file, too.
 */
{
  let named = 0;

  /** @param {Element} link */
  const nameResult = (link) => {
    // Chromium takes no name from an <article>, which is what Material puts into the link.
    const parts = [...link.querySelectorAll('h1, h2, .search-page')];
    for (const part of parts) part.id ||= `search-result-${named++}`;
    link.setAttribute('aria-labelledby', parts.map(({ id }) => id).join(' '));
  };

  const fixResults = () => {
    const list = document.querySelector('.md-search-result__list');
    if (!list) return;
    const fix = () => {
      for (const element of list.querySelectorAll('[tabindex]')) element.removeAttribute('tabindex');
      for (const heading of list.querySelectorAll('h1, h2')) heading.setAttribute('role', 'presentation');
      for (const link of list.querySelectorAll('a')) nameResult(link);
    };
    new MutationObserver(fix).observe(list, { childList: true, subtree: true });
  };

  /** @param {Element} element @returns {Element | undefined} its own caption, else the heading above it */
  const title = (element) => {
    const headings = [...document.querySelectorAll('article :is(h1, h2, h3, h4)[id]')];
    const before = (/** @type {Element} */ one) =>
      one.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    return element.querySelector('caption') ?? headings.filter(before).at(-1);
  };

  /** A table without a caption is named by the heading above it. */
  const nameTables = () => {
    for (const table of document.querySelectorAll('article table:not([aria-label], [aria-labelledby])')) {
      const name = title(table);
      if (name instanceof HTMLElement && name.localName !== 'caption')
        table.setAttribute('aria-labelledby', name.id);
    }
  };

  /** Wide tables scroll in a box of their own. */
  const wrapTables = () => {
    for (const table of document.querySelectorAll('.md-content table:not([class])')) {
      const [outer, inner] = [document.createElement('div'), document.createElement('div')];
      outer.className = 'md-typeset__scrollwrap';
      inner.className = 'md-typeset__table';
      table.replaceWith(outer);
      outer.append(inner);
      inner.append(table);
    }
  };

  const fixScrollers = () => {
    const sizes = new ResizeObserver((entries) => {
      for (const { target } of entries) {
        const scrolls = target.scrollWidth > target.clientWidth;
        const name = title(target);
        if (name) name.id ||= `caption-${named++}`;
        const says = { tabindex: '0', role: 'group', 'aria-labelledby': name?.id ?? '' };
        for (const [key, value] of Object.entries(says)) {
          if (scrolls) target.setAttribute(key, value);
          else target.removeAttribute(key);
        }
      }
    });
    for (const one of document.querySelectorAll('.md-typeset__scrollwrap, pre > code:not([role])'))
      sizes.observe(one);
  };

  fixResults();
  nameTables();
  wrapTables();
  fixScrollers();
}
