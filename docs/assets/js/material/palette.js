/**
 * The colours of the page: those a person chose, else those of the device; and the
 * button that chooses between light and dark.
 *
 * A classic script, loaded right after the button, before the page is painted.
 * Material's own is inline, which a strict policy forbids, and leaves the device's
 * setting to its bundle, which runs when the page has long been painted. The bundle
 * works by hidden radio buttons; the button works those.
 */
{
  /** @type {{__md_get: (name: string) => unknown}} */
  const { __md_get: get } = /** @type {any} */ (window);
  const { body } = document;
  const inputs = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll('input[name=__palette]')]);
  const button = /** @type {HTMLElement | null} */ (document.querySelector('[data-shell-palette]'));

  /** @param {Element} element @param {string} name */
  const read = (element, name) => element.getAttribute(`data-md-color-${name}`) ?? '';
  const dark = () => read(body, 'scheme') === button?.dataset.shellPalette;

  const paint = () => {
    const stored = /** @type {{color?: Record<string, string>} | null} */ (get('__palette'));
    const fitting = inputs.find((input) => matchMedia(read(input, 'media')).matches);
    for (const name of ['media', 'scheme', 'primary', 'accent']) {
      const value = stored?.color?.[name] ?? (fitting && read(fitting, name));
      if (value) body.setAttribute(`data-md-color-${name}`, value);
    }
  };

  const choose = () => {
    const was = read(body, 'scheme');
    const other = inputs.find((input) => read(input, 'scheme') !== was);
    if (!other) return;
    other.checked = false; // So that the click is a change, whatever was chosen before.
    other.click();
  };

  const show = () => button?.setAttribute('aria-pressed', `${dark()}`);

  paint();
  show();
  button?.addEventListener('click', choose);
  new MutationObserver(show).observe(body, { attributeFilter: ['data-md-color-scheme'] });
  // The bundle, which hears of the same change, goes back to what fitted at first: so after it.
  const device = matchMedia('(prefers-color-scheme: dark)');
  device.addEventListener('change', () => setTimeout(paint));
}
