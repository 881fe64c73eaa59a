/**
 * What Material's bundle makes on the page, mended: results of a search that the Tab
 * key reaches and that are no headings of the page, and wide tables that scroll by
 * keyboard. A classic script, loaded after the bundle.
 */
{
  const mendResults = () => {
    const list = document.querySelector(".md-search-result__list");
    if (!list) return;
    const mend = () => {
      for (const link of list.querySelectorAll("[tabindex]")) link.removeAttribute("tabindex");
      for (const heading of list.querySelectorAll("h1, h2")) {
        heading.setAttribute("role", "presentation");
      }
    };
    new MutationObserver(mend).observe(list, { childList: true, subtree: true });
  };

  const mendTables = () => {
    const sizes = new ResizeObserver((entries) => {
      for (const { target } of entries) {
        if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
        else target.removeAttribute("tabindex");
      }
    });
    for (const wrapper of document.querySelectorAll(".md-typeset__scrollwrap")) {
      sizes.observe(wrapper);
    }
  };

  mendResults();
  // The bundle wraps tables at this event, and was first to ask for it.
  document.addEventListener("DOMContentLoaded", mendTables);
}
