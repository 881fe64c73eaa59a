/** What holds of every restore, whatever stands on the two sides. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { sameRecords } from '../../../docs/assets/js/backup/format.js';
import { plan } from '../../../docs/assets/js/backup/merge.js';
import { readUndo, undo, undoRecord } from '../../../docs/assets/js/backup/undo.js';
import { answer, draft, write } from './records.mjs';

const RUNS = { numRuns: 1000 };

const IDS = ['a', 'b-1'];
const dates = fc.constantFrom('2026-11-01T10:00:00.000Z', '2026-11-02T10:00:00.000Z', '', 'unreadable');
const values = fc.constantFrom('', '1', '2', '3');
const unreadable = fc.constantFrom({ format: 2, value: 'x' }, { format: 2, value: 'y' });
const revs = fc.integer({ min: 1, max: 5 });

/** A text of either kind under this rev. */
const text = (rev) =>
  fc
    .record({ value: values, kind: fc.constantFrom('text', 'rating'), at: dates })
    .map(({ value, ...more }) => answer(value, rev, more));

/** What one device has of a question: an answer, earlier texts and others, and a draft. */
const ofQuestion = (id) => {
  const present = fc.option(revs.chain((rev) => fc.oneof(text(rev), unreadable)));
  const put = revs.chain((rev) =>
    fc.record({
      key: fc.constantFrom('version', 'other').map((kind) => `${kind}/${id}/${String(rev).padStart(9, '0')}`),
      rev: fc.constant(rev),
      record: fc.oneof(text(rev), unreadable),
    }),
  );
  const earlier = fc.uniqueArray(put, { maxLength: 3, selector: ({ rev }) => rev });
  const unsaved = fc.option(values);
  return fc
    .tuple(present, earlier, unsaved)
    .map(([record, puts, value]) => [
      ...(record ? [[`answer/${id}`, record]] : []),
      ...puts.map(({ key, record }) => [key, record]),
      ...(value === null ? [] : [[`draft/${id}/t`, draft(id, value)]]),
    ]);
};

const further = fc
  .subarray(['snapshot/s', 'aside/snapshot/s', 'aside/t'])
  .chain((keys) => fc.tuple(...keys.map((key) => fc.integer({ min: 1, max: 2 }).map((n) => [key, { n }]))));

/** Records as one device has them: readable, newer, of an unknown kind, and drafts. */
const side = fc
  .subarray(IDS)
  .chain((ids) => fc.tuple(further, ...ids.map(ofQuestion)))
  .map((parts) => new Map(parts.flat()));

/** The texts of records that can be read, with their kind; and all other records. */
const textsOf = (records) =>
  [...records.values()]
    .filter((record) => record?.format === 1 && record.value)
    .map((record) => `${record.kind ?? record.question?.kind} ${record.value}`);
const othersOf = (records) =>
  [...records.values()].filter((record) => record?.format !== 1).map((record) => JSON.stringify(record));

/** That `records` have all that `wanted` have, as `of` takes it from either. */
function hasAll(records, wanted, of) {
  const there = new Set(of(records));
  const missing = of(wanted).filter((one) => !there.has(one));
  assert.deepEqual(missing, []);
}

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

test('no restore loses a text, and the second changes nothing', () => {
  fc.assert(
    fc.property(side, side, (here, there) => {
      const before = JSON.stringify([[...here], [...there]]);
      const planned = plan(here, there);
      const after = write(here, planned);
      for (const of of [textsOf, othersOf]) {
        hasAll(after, here, of);
        hasAll(after, there, of);
      }
      assert.deepEqual([...plan(after, there).puts.keys()], []);
      for (const [key, { format, rev }] of after) {
        const [kind, id] = key.split('/');
        if (kind !== 'answer' || !here.has(key) || format !== 1) continue;
        for (const put of planned.puts.keys()) {
          if (put.startsWith(`version/${id}/`) || put.startsWith(`other/${id}/`)) {
            assert.ok(rev > Number(put.split('/')[2]), `${key} at ${rev} has ${put}`);
          }
        }
      }
      assert.ok(sameRecords(write(new Map(), plan(new Map(), there)), there));
      assert.equal(JSON.stringify([[...here], [...there]]), before);
    }),
    RUNS,
  );
});

test('an undone restore has never been, and takes nothing that was typed since', () => {
  fc.assert(
    fc.property(side, side, side, (here, there, since) => {
      const planned = plan(here, there);
      const after = write(here, planned);
      const undone = readUndo(undoRecord(here, planned.puts, '2026-11-23T10:00:00.000Z'));
      assert.ok(sameRecords(write(after, undo(after, undone.before, undone.after)), here));

      const typed = write(after, { puts: since });
      const taken = write(typed, undo(typed, undone.before, undone.after));
      const news = [...since].filter(([key, record]) => !isSame(after.get(key), record));
      const without = write(here, { puts: news });
      hasAll(taken, without, textsOf);
      hasAll(taken, without, othersOf);
      hasAll(taken, undone.before, textsOf);
      for (const [key, record] of news) assert.ok(isSame(taken.get(key), record), key);
    }),
    RUNS,
  );
});
