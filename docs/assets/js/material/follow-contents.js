/**
 * Marks in the page's contents list where the reader is: at the last heading that has come up to
 * the top quarter of the window. A classic script, so that it runs from a file, too.
 */
{
  const list = document.querySelector('.shell-toc');
  const scroller = list?.closest('.md-sidebar__scrollwrap');
  const links = /** @type {HTMLAnchorElement[]} */ ([...(list?.querySelectorAll('.shell-toc__link') ?? [])]);
  /** @type {Map<Element, HTMLAnchorElement>} */
  const linkOf = new Map();
  for (const link of links) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) linkOf.set(heading, link);
  }
  /** @type {Set<Element>} */
  const passed = new Set();
  /** @type {HTMLAnchorElement | undefined} */
  let here;

  /** Brings the link into view in a list that is longer than the window. @param {Element} link */
  const scrollTo = (link) => {
    if (!scroller) return;
    const [one, all] = [link.getBoundingClientRect(), scroller.getBoundingClientRect()];
    if (one.top >= all.top && one.bottom <= all.bottom) return;
    scroller.scrollTop += one.top - all.top - all.height / 2;
  };

  const follow = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) passed.add(target);
        else passed.delete(target);
      }
      const last = [...linkOf].filter(([heading]) => passed.has(heading)).at(-1)?.[1];
      if (last === here) return;
      here?.removeAttribute('aria-current');
      last?.setAttribute('aria-current', 'location');
      here = last;
      if (last) scrollTo(last);
    },
    { rootMargin: '1000000px 0px -75%' }, // all that was above it, however far
  );
  for (const heading of linkOf.keys()) follow.observe(heading);
}
