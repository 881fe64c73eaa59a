/** Records as a browser stores them, and what a plan or an undo makes of them. */

export const mapOf = (records) => new Map(Object.entries(records));

/** The facts of a backup's head. */
export const FACTS = { made: '2026-11-23T10:00:00.000Z', site: 'Five', address: 'https://x.example/' };

/** A text as it is stored. */
export const answer = (value, rev = 1, more = {}) => ({
  format: 1,
  kind: 'text',
  value,
  rev,
  edition: 'e1',
  words: 'How do you own risk?',
  at: '2026-11-20T10:00:00.000Z',
  ...more,
});

/** A text that a page had unsaved when it went. */
export const draft = (id, value, base = 1) => ({
  format: 1,
  question: { id, kind: 'text', edition: 'e1', words: 'How do you own risk?' },
  value,
  base,
  sent: null,
  at: '2026-11-20T10:00:00.000Z',
});

/** What of a preview is not empty. */
export const told = (preview) =>
  Object.fromEntries(Object.entries(preview).filter(([, of]) => of.length ?? of));

/** The records after these puts and deletes. */
export function write(records, { puts, deletes = [] }) {
  const next = new Map(records);
  for (const [key, record] of puts) next.set(key, record);
  for (const key of deletes) next.delete(key);
  return next;
}
