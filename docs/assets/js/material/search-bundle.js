/**
 * Loads Material's bundle, which draws the search, when somebody goes to the search box: nothing else on
 * the page needs it, and the index of all words comes with it. The page tells its address
 * (overrides/main.html), and words that a search led to are marked by it as well.
 *
 * A classic script. What the bundle would do besides is done by the scripts beside this one.
 */
{
  const address = document.getElementById('search-script')?.textContent;
  const box = document.querySelector('[data-md-component=search-query]');
  const led = new URLSearchParams(location.search).has('h');
  const others = ['sidebar', 'toc', ...(led ? [] : ['content'])].map((name) => `[data-md-component=${name}]`);
  for (const one of document.querySelectorAll(others.join())) one.removeAttribute('data-md-component');

  const load = () => {
    const script = document.createElement('script');
    script.src = JSON.parse(address ?? '""');
    script.addEventListener('load', () => box?.dispatchEvent(new CustomEvent('search-loaded')));
    script.addEventListener('error', wait);
    document.body.append(script);
  };
  const wait = () => box?.addEventListener('focus', load, { once: true });

  if (address && (led || box === document.activeElement)) load();
  else if (address) wait();
}
