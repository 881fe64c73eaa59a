/**
 * Brings the stylesheet as a file where the server's policy blocks the one in the page: it may still be
 * that of an earlier release, which does not name this one.
 */
{
  const style = /** @type {HTMLStyleElement | null} */ (document.querySelector('style[data-from]'));
  if (style && !style.sheet) {
    const link = document.createElement('link');
    [link.rel, link.href] = ['stylesheet', style.dataset.from ?? ''];
    style.after(link);
  }
}
