/**
 * The colours of the page: those a person chose, else those of the device; and the
 * button that chooses between light and dark.
 *
 * A classic script, loaded right after the button, before the page is painted.
 * Material's own is inline, which a strict policy forbids, and leaves the device's
 * setting to its bundle. The choice is stored as Material stores it, so that one that
 * was made before is kept, and only once a person has made it.
 */
{
  /** @type {{ __md_get: (name: string) => unknown, __md_set: (name: string, value: unknown) => void }} */
  const { __md_get: get, __md_set: set } = /** @type {any} */ (window);
  const { body } = document;
  const button = /** @type {HTMLElement | null} */ (document.querySelector('[data-shell-palette]'));
  const device = matchMedia('(prefers-color-scheme: dark)');
  const SCHEME = 'data-md-color-scheme';
  const LIGHT = 'default';
  const DARK = button?.dataset.shellPalette ?? 'slate';

  /** @param {string} scheme */
  const show = (scheme) => {
    body.setAttribute(SCHEME, scheme);
    button?.setAttribute('aria-pressed', `${scheme === DARK}`);
  };

  const paint = () => {
    const stored = /** @type {{ color?: { scheme?: unknown } } | null} */ (get('__palette'));
    const chosen = stored?.color?.scheme;
    show(chosen === DARK || (typeof chosen !== 'string' && device.matches) ? DARK : LIGHT);
  };

  const choose = () => {
    const scheme = body.getAttribute(SCHEME) === DARK ? LIGHT : DARK;
    set('__palette', { color: { scheme } });
    show(scheme);
  };

  paint();
  button?.addEventListener('click', choose);
  device.addEventListener('change', paint);
}
