/** A menu made of `<details>` that closes as menus do: at Escape, and when the person goes elsewhere. */

/**
 * @param {HTMLDetailsElement} menu
 * @param {AbortSignal} signal ends that
 */
export function closeAsMenusDo(menu, signal) {
  /** @param {KeyboardEvent} event */
  const leave = ({ key }) => {
    if (key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  };
  /** @param {Event} event */
  const close = ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  };
  menu.addEventListener('keydown', leave, { signal });
  for (const type of ['click', 'focusin']) document.addEventListener(type, close, { signal });
}
