/**
 * How a person wants to read: colours, size, spacing, plain quotes; and the menu in which one chooses.
 *
 * A classic script, loaded right after the menu, before the page is painted, and named once more
 * for where that is blocked, as base.js is. What nobody chose is not stored; then the colours are the
 * device's. The colours are stored as Material stores them, so that an earlier choice is kept.
 */
if (!document.documentElement.hasAttribute('data-reading-size')) {
  /** @type {{ __md_get: (name: string) => unknown, __md_set: (name: string, value: unknown) => void }} */
  const { __md_get: get, __md_set: set } = /** @type {any} */ (window);
  const { body, documentElement: root } = document;
  const menu = /** @type {HTMLElement} */ (document.querySelector('.reading-menu'));
  const button = /** @type {HTMLElement} */ (menu.querySelector('button'));
  const form = /** @type {HTMLFormElement} */ (menu.querySelector('form'));
  const radios = form.querySelectorAll('input');
  const device = matchMedia('(prefers-color-scheme: dark)');

  /** @typedef {{ colours: string, size: string, spacing: string, quotes: string }} Choices */
  /** @typedef {keyof Choices} Name */
  const names = /** @type {Name[]} */ (['colours', 'size', 'spacing', 'quotes']);
  /** What can be chosen besides the usual, which is ''. @type {Record<Name, string[]>} */
  const offered = {
    colours: ['default', 'slate', 'cream', 'contrast'],
    size: ['large', 'largest'],
    spacing: ['wide'],
    quotes: ['plain'],
  };

  /** What is stored, as far as it is offered. @returns {Choices} */
  const read = () => {
    const palette = /** @type {{ color?: { scheme?: unknown } } | null} */ (get('__palette'));
    const stored = { .../** @type {object} */ (get('__reading')), colours: palette?.color?.scheme };
    const known = names.map((name) => [
      name,
      offered[name].find((one) => one === stored[/** @type {'colours'} */ (name)]) ?? '',
    ]);
    return Object.fromEntries(known);
  };

  let choices = read();

  const paint = () => {
    body.setAttribute('data-md-color-scheme', choices.colours || (device.matches ? 'slate' : 'default'));
    for (const name of names.slice(1)) root.setAttribute(`data-reading-${name}`, choices[name]);
    for (const radio of radios) radio.checked = radio.value === choices[/** @type {Name} */ (radio.name)];
  };

  /** @param {Choices} wanted */
  const choose = (wanted) => {
    choices = wanted;
    const { colours, ...others } = choices;
    set('__palette', colours ? { color: { scheme: colours } } : null);
    set('__reading', Object.values(others).some(Boolean) ? others : null);
    paint();
  };

  /** @param {boolean} yes */
  const open = (yes) => {
    form.hidden = !yes;
    button.setAttribute('aria-expanded', `${yes}`);
  };

  paint();
  device.addEventListener('change', paint);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) choices = read();
    paint(); // also what the browser put back into the form
  });
  form.addEventListener('change', ({ target }) => {
    const { name, value } = /** @type {HTMLInputElement} */ (target);
    choose({ ...choices, [name]: value });
  });
  form.addEventListener('reset', () => choose({ colours: '', size: '', spacing: '', quotes: '' }));
  button.addEventListener('click', () => open(Boolean(form.hidden)));
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || form.hidden) return;
    open(false);
    button.focus();
  });
  for (const type of ['focusin', 'click']) {
    document.addEventListener(type, ({ target }) => {
      if (target instanceof Node && !menu.contains(target)) open(false);
    });
  }
}
