/** How a backup and what is here come together: which text stands, and where the other is kept. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { backupText, readBackup } from '../../../docs/assets/js/backup/format.js';
import { plan } from '../../../docs/assets/js/backup/merge.js';
import { answer, draft, FACTS, mapOf, told } from './records.mjs';

const [EARLY, LATE] = ['2026-11-01T10:00:00.000Z', '2026-11-22T10:00:00.000Z'];
const A = 'answer/a';

const digits = (rev) => String(rev).padStart(9, '0');
/** The key of an earlier text. */
const version = (rev) => `version/a/${digits(rev)}`;
/** The key of a text that nobody has chosen about yet. */
const other = (rev) => `other/a/${digits(rev)}`;

/** What is to be written, and the lists of the preview that are not empty. */
function merged(here, there) {
  const { puts, preview } = plan(mapOf(here), mapOf(there));
  return [Object.fromEntries(puts), told(preview)];
}

test('a question that is new here is taken byte for byte', () => {
  const there = {
    [A]: answer('now', 2),
    [version(9)]: answer('earlier', 9),
    [version(1)]: answer('now', 1),
    [other(3)]: answer('elsewhere', 3),
    'draft/a/t': draft('a', 'now'),
    'answer/b': answer('', 4),
    'snapshot/x': { format: 3 },
    'aside/answer/c': null,
  };
  const preview = { added: ['a'], offered: ['a'], versions: 2, drafts: 1, further: 2 };
  assert.deepEqual(merged({}, there), [there, preview]);
});

test('the same answer on both sides stays as it is', () => {
  const here = { [A]: answer('text', 3, { at: EARLY }) };
  assert.deepEqual(merged(here, { [A]: answer('text', 8, { at: LATE }) }), [{}, { same: ['a'] }]);
});

test('an answer that was cleared here is taken from the backup', () => {
  const here = { [A]: answer('', 5, { at: LATE }), [version(4)]: answer('text', 4) };
  const there = { [A]: answer('text', 4, { at: EARLY }) };
  assert.deepEqual(merged(here, there), [{ [A]: answer('text', 6, { at: EARLY }) }, { added: ['a'] }]);
});

test('an empty answer in the backup takes nothing away', () => {
  const here = { [A]: answer('text', 1, { at: EARLY }) };
  const there = { [A]: answer('', 9, { at: LATE }), [version(8)]: answer('text', 8) };
  assert.deepEqual(merged(here, there), [{}, { older: ['a'] }]);
});

test('a text that is earlier here does not come back whatever its date', () => {
  const here = {
    [A]: answer('second', 2, { at: EARLY }),
    [version(1)]: answer('first', 1, { at: EARLY }),
  };
  assert.deepEqual(merged(here, { [A]: answer('first', 1, { at: LATE }) }), [{}, { older: ['a'] }]);
});

test('a text that is earlier in the backup gives way whatever its date', () => {
  const here = { [A]: answer('first', 1, { at: LATE }) };
  const there = {
    [A]: answer('second', 2, { at: EARLY }),
    [version(1)]: answer('first', 1, { at: EARLY }),
  };
  assert.deepEqual(merged(here, there), [
    { [A]: answer('second', 3, { at: EARLY }), [version(1)]: answer('first', 1, { at: EARLY }) },
    { changed: ['a'], versions: 1 },
  ]);
});

test('of two texts that know nothing of each other the later stands', () => {
  const [early, late] = [answer('early', 7, { at: EARLY }), answer('late', 2, { at: LATE })];
  const puts = { [A]: { ...late, rev: 8 }, [other(7)]: early };
  assert.deepEqual(merged({ [A]: early }, { [A]: late }), [puts, { changed: ['a'], offered: ['a'] }]);
  assert.deepEqual(merged({ [A]: late }, { [A]: early }), [puts, { kept: ['a'], offered: ['a'] }]);
});

test('the answer here stays where the dates do not tell', () => {
  for (const [mine, theirs] of [
    [EARLY, EARLY],
    ['', LATE],
    [EARLY, 'yesterday'],
    ['?', '?'],
  ]) {
    const [here, there] = [answer('mine', 3, { at: mine }), answer('theirs', 1, { at: theirs })];
    const preview = { kept: ['a'], offered: ['a'] };
    assert.deepEqual(merged({ [A]: here }, { [A]: there }), [{ [other(1)]: there }, preview]);
  }
});

test('earlier texts of both sides are kept once each under revs of their own', () => {
  const here = { [A]: answer('last', 4), [version(1)]: answer('one', 1), [version(2)]: answer('two', 2) };
  const there = {
    [A]: answer('last', 6),
    [version(1)]: answer('one', 1),
    [version(2)]: answer('another', 2),
    [version(5)]: answer('two', 5),
    [other(3)]: answer('three', 3),
    [version(9)]: answer('', 9),
  };
  assert.deepEqual(merged(here, there), [
    { [version(10)]: answer('another', 10), [other(3)]: answer('three', 3), [A]: answer('last', 11) },
    { same: ['a'], offered: ['a'], versions: 1 },
  ]);
});

test('a record here that cannot be read is never changed', () => {
  const theirs = answer('theirs', 5, { at: LATE });
  for (const record of [
    answer('new', 3, { format: 2 }),
    answer('no rev', 0),
    { blocks: [] },
    'a text',
    null,
  ]) {
    const preview = { kept: ['a'], offered: ['a'] };
    assert.deepEqual(merged({ [A]: record }, { [A]: theirs }), [{ [other(5)]: theirs }, preview]);
  }
});

test('an answer of another kind is put beside the one here', () => {
  const [here, there] = [answer('5', 1, { kind: 'rating', at: EARLY }), answer('5', 2, { at: LATE })];
  assert.deepEqual(merged({ [A]: here }, { [A]: there }), [
    { 'unshown/a/000000002': there, [A]: { ...here, rev: 3 } },
    { kept: ['a'], unshown: ['a'] },
  ]);
});

test('records of other kinds stay and those that differ are put aside', () => {
  const here = { 'snapshot/x': { n: 1 }, 'snapshot/y': { n: 1 }, 'aside/z': 1, [A]: answer('here') };
  const there = {
    'snapshot/x': { n: 1 },
    'snapshot/y': { n: 2 },
    'snapshot/w': [3],
    'aside/z': 2,
    'aside/snapshot/y': { n: 3 },
    [A]: answer('new', 1, { format: 2 }),
  };
  const [puts, preview] = merged(here, there);
  assert.deepEqual(puts, {
    'snapshot/w': [3],
    'aside/snapshot/y': { n: 3 },
    'aside/snapshot/y/2': { n: 2 },
    'aside/z/2': 2,
    'aside/answer/a': answer('new', 1, { format: 2 }),
  });
  assert.equal(preview.further, 2);
  assert.equal(preview.aside.length, 3);
});

test('a draft is added unless its text is here already', () => {
  const here = {
    [A]: answer('saved', 2),
    [version(1)]: answer('old', 1),
    'draft/a/t': draft('a', 'mine'),
  };
  const there = {
    'draft/a/s': draft('a', 'saved'),
    'draft/a/r': draft('a', 'old'),
    'draft/a/q': draft('a', ''),
    'draft/a/p': draft('a', 'mine'),
    'draft/a/t': draft('a', 'theirs'),
    'draft/b/t': draft('b', ''),
  };
  const theirs = { ...draft('a', 'theirs'), base: 0, sent: null }; // it has seen nothing here
  assert.deepEqual(merged(here, there), [
    { 'draft/a/t-2': theirs, 'draft/b/t': draft('b', '') },
    { drafts: 2 },
  ]);
});

test('a backup restored where it was made changes nothing', () => {
  const here = mapOf({ [A]: 'damaged', 'snapshot/x': {}, 'answer/b': answer('b'), 'Odd key': 1 });
  here.set('aside/circle', new Map([[1, new Date(0)]]));
  here.set('undo/restore', { format: 1 });
  const file = new TextEncoder().encode(backupText(here, FACTS));
  assert.deepEqual([...plan(here, readBackup(file).records).puts], []);
});
