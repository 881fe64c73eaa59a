/** How named workbooks come together: the last change stands, their answers as all answers do. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { backupText, portable, readBackup, sameRecords } from '../../../docs/assets/js/backup/format.js';
import { plan } from '../../../docs/assets/js/backup/merge.js';
import { readUndo, undo, undoRecord } from '../../../docs/assets/js/backup/undo.js';
import { answer, FACTS, mapOf, told, write } from './records.mjs';

const ID = 'a1b2c3d4e5f6g7h8';
const KEY = `shelf/recruiting/${ID}`;
const [EARLY, LATE] = ['2026-11-01T10:00:00.000Z', '2026-11-22T10:00:00.000Z'];

/** The record of a named workbook. */
const shelved = (title, edited = EARLY, archived = false) => ({
  format: 1,
  title,
  at: EARLY,
  edited,
  archived,
});

/** What is to be written, and what of the preview is not empty. */
function merged(here, there) {
  const { puts, preview } = plan(mapOf(here), mapOf(there));
  return [Object.fromEntries(puts), told(preview)];
}

test('one that is new here is added with its answers', () => {
  const there = { [KEY]: shelved('Director'), [`answer/own-risk.${ID}`]: answer('Mine') };
  assert.deepEqual(merged({}, there), [there, { added: [`own-risk.${ID}`], shelf: [KEY] }]);
});

test('the later change stands whichever side it is on', () => {
  const [older, newer] = [shelved('Director'), shelved('Head of Service', LATE, true)];
  assert.deepEqual(merged({ [KEY]: older }, { [KEY]: newer }), [{ [KEY]: newer }, { shelf: [KEY] }]);
  assert.deepEqual(merged({ [KEY]: newer }, { [KEY]: older }), [{}, {}]);
});

test('where the dates say nothing the one here stays', () => {
  for (const date of [EARLY, '', 'no date']) {
    const [here, there] = [{ [KEY]: shelved('Here', EARLY) }, { [KEY]: shelved('There', date) }];
    assert.deepEqual(merged(here, there), [{}, {}]);
  }
});

test('one here that cannot be read stays as it is', () => {
  const newer = { format: 2, title: 'From the future' };
  const there = { [KEY]: shelved('There', LATE) };
  assert.deepEqual(merged({ [KEY]: newer }, there), [
    { [`aside/${KEY}`]: there[KEY] },
    { aside: [`aside/${KEY}`] },
  ]);
});

test('answers of named workbooks have keys that a file can hold, and no other dots', () => {
  const good = { [`answer/own-risk.${ID}`]: answer('1'), [`version/own-risk.${ID}/000000001`]: answer('2') };
  const bad = { [`answer/own-risk.${ID}x`]: answer('3'), 'answer/own-risk.': answer('4') };
  const kept = [...portable(mapOf({ ...good, ...bad })).keys()];
  const wanted = [...Object.keys(good), ...Object.keys(bad).map((key) => `aside/${key}`)];
  assert.deepEqual(kept.sort(), wanted.sort());
});

test('an undone restore brings the former name back and takes no later one', () => {
  const here = mapOf({ [KEY]: shelved('Before') });
  const there = mapOf({ [KEY]: shelved('From the backup', LATE) });
  const undone = (since) => {
    const { puts } = plan(here, there);
    const { before, after } = readUndo(undoRecord(here, puts, '2026-11-23T10:00:00.000Z'));
    const done = undo(write(here, { puts: [...puts, ...mapOf(since)] }), before, after);
    return [Object.fromEntries(done.puts), done.deletes];
  };
  assert.deepEqual(undone({}), [{ [KEY]: shelved('Before') }, []]);
  assert.deepEqual(undone({ [KEY]: shelved('Since', LATE) }), [{}, []]);
});

test('any two come together once and keep one of both', () => {
  const any = fc
    .tuple(
      fc.string({ unit: 'binary', maxLength: 90 }),
      fc.constantFrom(EARLY, LATE, '', 'no date'),
      fc.boolean(),
    )
    .map((fields) => shelved(...fields));
  fc.assert(
    fc.property(any, any, (here, there) => {
      const held = mapOf({ [KEY]: here });
      const after = write(held, plan(held, mapOf({ [KEY]: there })));
      assert.deepEqual([...after.keys()], [KEY]);
      assert.ok([here, there].some((one) => JSON.stringify(one) === JSON.stringify(after.get(KEY))));
      assert.equal(plan(after, mapOf({ [KEY]: there })).puts.size, 0);
      const file = new TextEncoder().encode(backupText(after, FACTS));
      assert.ok(sameRecords(after, readBackup(file).records));
    }),
    { numRuns: 500 },
  );
});
