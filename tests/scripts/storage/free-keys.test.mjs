/** Where a text goes that gives way to another: its own key, or a later one that is free. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { shown } from '../../../docs/assets/js/answers/other-kind.js';
import { freeKey } from '../../../docs/assets/js/storage/records.js';
import { resolveConflict } from '../../../docs/assets/js/storage/resolve-conflict.js';

const QUESTION = { id: 'risk', kind: 'text', edition: 'new', words: 'How do you own risk?' };
const TEXT = {
  format: 1,
  kind: 'text',
  value: 'the other one',
  rev: 3,
  edition: 'new',
  words: 'How do you own risk?',
  at: '2026-11-23T10:00:00.000Z',
};
const WAITING = 'other/risk/000000003';

const keyOf = (rev) => `other/risk/${String(rev).padStart(9, '0')}`;

for (const [rev, taken, next, found] of [
  [3, [], undefined, 3],
  [3, [2, 4], undefined, 3],
  [3, [3], undefined, 4],
  [3, [3, 4, 6], undefined, 5],
  [9, [9, 10], undefined, 11],
  [3, [], 12, 3],
  [3, [3, 4], 12, 12],
  [3, [3, 12], 12, 13],
]) {
  test(`a text of rev ${rev} beside ${taken.join()} gets its own rev's key or a later one that is free`, () => {
    assert.equal(freeKey('other/risk/', rev, new Set(taken.map(keyOf)), next), keyOf(found));
  });
}

/** What is put and what is deleted once a person has chosen; `stored` is what there is. */
function resolved(stored, kind = 'text') {
  const found = new Map(Object.entries(stored));
  const { puts, deletes } = resolveConflict(WAITING, TEXT, { ...QUESTION, kind }, found);
  return [Object.fromEntries(puts), deletes];
}

test('after a choice the text that waited is an earlier version', () => {
  const stored = { [WAITING]: TEXT, 'answer/risk': { ...TEXT, value: 'mine', rev: 8 } };
  assert.deepEqual(resolved(stored), [{ 'version/risk/000000003': TEXT }, [WAITING]]);
});

test("it takes no earlier version's place", () => {
  const first = { ...TEXT, value: 'the first' };
  const stored = { [WAITING]: TEXT, 'version/risk/000000003': first, 'version/risk/000000004': first };
  assert.deepEqual(resolved(stored), [{ 'version/risk/000000005': { ...TEXT, rev: 5 } }, [WAITING]]);
});

test('one that the answer has now goes', () => {
  const stored = { [WAITING]: TEXT, 'answer/risk': { ...TEXT, rev: 9 } };
  assert.deepEqual(resolved(stored), [{}, [WAITING]]);
});

test('one of another kind goes where no field shows it', () => {
  assert.deepEqual(resolved({ [WAITING]: TEXT }, 'rating'), [{ 'unshown/risk/000000003': TEXT }, [WAITING]]);
});

test('where another tab has resolved it nothing is written', () => {
  assert.deepEqual(resolved({ 'answer/risk': TEXT }), [{}, []]);
});

// A file of a page that could not save has such records, and they are restored.
test('a text of another kind takes no place whose record has another rev', () => {
  const rating = { ...TEXT, kind: 'rating' };
  const stored = {
    'answer/risk': { ...rating, value: '2', rev: 2 },
    'unshown/risk/000000002': { ...rating, value: '3', rev: 1 },
    'unshown/risk/000000003': { ...rating, value: '4', rev: 1 },
  };
  const { puts, deletes } = shown(QUESTION, new Map(Object.entries(stored)), 'tag');
  assert.deepEqual([...puts.keys()], ['unshown/risk/000000004', 'answer/risk']);
  assert.deepEqual(deletes, []);
});
