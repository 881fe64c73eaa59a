/**
 * Call back when an element comes near the visible part of the page.
 * @param {Element} element one that is shown
 * @param {() => void} call
 * @param {AbortSignal} signal ends the wait
 */
export function whenNear(element, call, signal) {
  const near = new IntersectionObserver(
    (seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) call();
    },
    { rootMargin: '600px 0px' },
  );
  near.observe(element);
  signal.addEventListener('abort', () => near.disconnect());
}
