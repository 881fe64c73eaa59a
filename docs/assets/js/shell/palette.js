/**
 * The colours of the page, before it is painted: those a person chose, else those
 * of the device.
 *
 * A classic script, loaded after the palette's control: Material's own is inline,
 * which a strict policy forbids, and leaves the device's setting to its bundle,
 * which runs when the page has long been painted.
 */
{
  /** @type {{__md_get: (name: string) => unknown}} */
  const { __md_get: get } = /** @type {any} */ (window);
  const inputs = [...document.querySelectorAll("input[name=__palette]")];
  const names = ["media", "scheme", "primary", "accent"];

  const paint = () => {
    const stored = /** @type {{color?: Record<string, string>} | null} */ (get("__palette"));
    const wanted = (/** @type {Element} */ input) => matchMedia(input.getAttribute("data-md-color-media") ?? "").matches;
    const fitting = inputs.find(wanted);
    for (const name of names) {
      const value = stored?.color?.[name] ?? fitting?.getAttribute(`data-md-color-${name}`);
      if (value) document.body.setAttribute(`data-md-color-${name}`, value);
    }
  };

  paint();
  // The bundle, which hears of the same change, goes back to what fitted at first: so after it.
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => setTimeout(paint));
}
