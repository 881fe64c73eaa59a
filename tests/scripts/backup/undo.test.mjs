/** A restore taken back: all of it, and nothing that was typed since. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { plan } from '../../../docs/assets/js/backup/merge.js';
import { readUndo, undo, undoRecord } from '../../../docs/assets/js/backup/undo.js';
import { answer, draft, mapOf, write } from './records.mjs';

const [EARLY, LATE] = ['2026-11-01T10:00:00.000Z', '2026-11-22T10:00:00.000Z'];
const HERE = { 'answer/a': answer('mine', 1, { at: EARLY }), 'answer/b': answer('untouched') };
const THERE = {
  'answer/a': answer('theirs', 1, { at: LATE }),
  'answer/c': answer('new'),
  'snapshot/s': { n: 1 },
  'draft/c/t': draft('c', 'unsaved'),
};

/** All records after a restore of THERE over HERE, this change, and the undo. */
function takenBack(changed, gone = []) {
  const here = mapOf(HERE);
  const { puts } = plan(here, mapOf(THERE));
  const stored = structuredClone(undoRecord(here, puts, '2026-11-23T10:00:00.000Z'));
  const now = write(here, { puts: [...puts, ...mapOf(changed)], deletes: gone });
  const { before, after } = readUndo(stored);
  return Object.fromEntries(write(now, undo(now, before, after)));
}

test('everything is again as it was', () => {
  assert.deepEqual(takenBack({}), HERE);
});

test('an answer typed since stays and the text of before is put beside it', () => {
  const typed = answer('theirs, and more of mine', 3, { at: LATE });
  assert.deepEqual(takenBack({ 'answer/a': typed, 'answer/c': answer('c now', 2) }), {
    ...HERE,
    'answer/a': typed,
    'answer/c': answer('c now', 2),
    'other/a/000000001': HERE['answer/a'],
  });
});

test('a text of before that is there already is not put there twice', () => {
  const typed = { 'answer/a': answer('typed', 3), 'version/a/000000002': answer('mine', 2) };
  assert.deepEqual(takenBack(typed), { ...HERE, ...typed });
});

test('what was taken up or chosen since does not come back', () => {
  assert.deepEqual(takenBack({}, ['draft/c/t', 'other/a/000000001']), HERE);
});

test('a place that is taken since is left to what stands there', () => {
  const since = { 'answer/a': answer('typed', 9), 'other/a/000000001': answer('from elsewhere', 1) };
  assert.deepEqual(takenBack(since), {
    ...HERE,
    ...since,
    'other/a/000000010': { ...HERE['answer/a'], rev: 10 },
  });
});

test('an undo record that cannot be read is not guessed at', () => {
  const right = { format: 1, at: EARLY, before: [{ key: 'a' }], after: [] };
  const wrong = [
    null,
    [],
    { ...right, format: 2 },
    { ...right, at: 5 },
    { ...right, before: {} },
    { ...right, after: [{ record: 1 }] },
  ];
  assert.notEqual(readUndo(right), null);
  for (const record of wrong) assert.equal(readUndo(record), null);
});
