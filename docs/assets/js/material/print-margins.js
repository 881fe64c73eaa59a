/**
 * Gives paper.css what it prints in the margins, the page's address and the day's date, and says where
 * the browser has none to print into: there they stand above the text.
 * A classic script; nothing is set before the page is printed.
 */
{
  const root = document.documentElement;
  const day = new Intl.DateTimeFormat(root.lang, { day: 'numeric', month: 'long', year: 'numeric' });

  const fill = () => {
    root.classList.toggle('paper-without-margins', !('CSSMarginRule' in window));
    root.style.setProperty('--paper-address', JSON.stringify(location.origin + location.pathname));
    root.style.setProperty('--paper-date', JSON.stringify(day.format(new Date())));
  };

  addEventListener('beforeprint', fill);
  matchMedia('print').addEventListener('change', ({ matches }) => matches && fill());
}
