/** Kept profiles, and the two that are compared, for a Word document: as they stand in `profile-history` on the page. */

/** @typedef {import('../export/document.js').Part} Part */

/** @param {ParentNode | null | undefined} part @param {string} selector */
const words = (part, selector) =>
  part?.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/**
 * @param {Element | null} history
 * @returns {Part[]} none where no profile is kept
 */
export function historyParts(history) {
  const items = [...(history?.querySelectorAll('[data-list] ul > li') ?? [])];
  if (!history || !items.length) return [];
  const title = words(history.closest('section'), 'h2');
  const head = [
    '',
    ...[...(items[0]?.querySelectorAll('dt') ?? [])].map(({ textContent }) => textContent ?? ''),
  ];
  const rows = items.map((item) => {
    return [
      `${words(item, 'h4')}. ${words(item, '.history__when')}`,
      ...[...item.querySelectorAll('dd')].map(({ textContent }) => textContent ?? ''),
    ];
  });
  return [
    { kind: 'section', text: title },
    { kind: 'table', text: words(history, '[data-list] h3'), rows: [head, ...rows] },
    ...items.flatMap((item) => noted(item)),
    ...compared(history.querySelector('[data-compare]:not([hidden]) [data-different]:not([hidden])')),
  ];
}

/** What was noted of a kept profile. @param {Element} item @returns {Part[]} */
function noted(item) {
  const note = item.querySelector('[data-fill="note"]')?.textContent ?? '';
  return /\S/.test(note)
    ? [
        { kind: 'question', text: words(item, 'h4') },
        { kind: 'answer', text: note },
      ]
    : [];
}

/** @param {Element | null} part @returns {Part[]} */
function compared(part) {
  if (!part) return [];
  const rows = [...part.querySelectorAll('tr')].map(({ children }) =>
    [...children].map(({ textContent }) => textContent ?? ''),
  );
  const lines = [...part.querySelectorAll('[data-words] li')].map(({ textContent }) => textContent ?? '');
  return [
    { kind: 'question', text: words(part.closest('section'), 'h3') },
    { kind: 'text', text: words(part, 'caption') },
    { kind: 'table', text: words(part, 'caption'), rows },
    ...lines.map((text) => /** @type {Part} */ ({ kind: 'text', text })),
  ];
}
