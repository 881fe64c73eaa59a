/**
 * Opens what is folded (`<details>`) where an address leads into it, and all of it for paper.
 * A classic script, so that it runs from a file, too.
 */
{
  /** @type {HTMLDetailsElement[]} */
  let opened = [];

  const goToTarget = () => {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      // Not UTF-8: then it is an id as written, or none.
    }
    const target = id ? document.getElementById(id) : null;
    const closed = '.md-content details:not([open])';
    if (!target?.closest(closed)) return;
    for (let fold = target.closest(closed); fold; fold = target.closest(closed))
      fold.setAttribute('open', '');
    target.scrollIntoView();
  };

  const openAll = () => {
    for (const fold of document.querySelectorAll('.md-content details:not([open])')) {
      if (!(fold instanceof HTMLDetailsElement)) continue;
      fold.open = true;
      opened.push(fold);
    }
  };

  const closeAgain = () => {
    for (const fold of opened) fold.open = false;
    opened = [];
  };

  goToTarget();
  addEventListener('hashchange', goToTarget);
  addEventListener('beforeprint', openAll);
  addEventListener('afterprint', closeAgain);
  matchMedia('print').addEventListener('change', ({ matches }) => (matches ? openAll() : closeAgain()));
}
