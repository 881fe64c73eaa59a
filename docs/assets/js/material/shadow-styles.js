/**
 * Zensical's search draws itself in a shadow tree, with a <style> in it, which a strict
 * policy blocks. Here such a style becomes a sheet of the tree, which it lets through, where the browser has such.
 *
 * A classic script, loaded before the bundle, on pages that Zensical builds.
 */
{
  const attach = Element.prototype.attachShadow;

  /**
   * @this {Element}
   * @param {ShadowRootInit} init
   */
  Element.prototype.attachShadow = function attachShadow(init) {
    const root = attach.call(this, init);
    const append = root.appendChild;
    /**
     * @template {Node} Part
     * @param {Part} part
     */
    root.appendChild = (part) => {
      if (part instanceof HTMLStyleElement && 'adoptedStyleSheets' in root) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(part.textContent ?? '');
        root.adoptedStyleSheets.push(sheet);
      } else append.call(root, part);
      return part;
    };
    return root;
  };
}
