/**
 * Give tables a name, and have wide tables and code scroll by keyboard and say what they are.
 * A classic script, so that it runs from a file, too.
 */
{
  let named = 0;

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
        const isNamed = target.hasAttribute('aria-label'); // and says itself what it is
        const says = isNamed
          ? { tabindex: '0' }
          : { tabindex: '0', role: 'group', 'aria-labelledby': name?.id ?? '' };
        for (const [key, value] of Object.entries(says)) {
          if (scrolls) target.setAttribute(key, value);
          else target.removeAttribute(key);
        }
      }
    });
    for (const one of document.querySelectorAll('.md-typeset__scrollwrap, pre > code')) sizes.observe(one);
  };

  nameTables();
  wrapTables();
  fixScrollers();
}
