/** A backup brings no more than a bound of what no page shows, and every answer all the same. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { plan } from '../../../docs/assets/js/backup/merge.js';
import { bounded } from '../../../docs/assets/js/backup/unknown-records-limit.js';
import { answer, write } from './records.mjs';

const MOST = 5000;
const ANSWERS = { 'answer/a': answer('mine'), 'profile/b': { format: 9 } };

const many = (prefix, from, count) =>
  Array.from({ length: count }, (_, i) => [`${prefix}/n${from + i}`, { format: 1, i }]);

/** How many are left out, written, and written of ANSWERS; how many are left out once more. */
function brought(here, there) {
  const held = new Map(many(...here));
  const file = new Map([...many(...there), ...Object.entries(ANSWERS)]);
  const { taken, left } = bounded(held, file);
  const { puts } = plan(held, taken);
  const again = bounded(write(held, { puts }), file);
  const shown = Object.keys(ANSWERS).filter((key) => puts.has(key));
  return [left, puts.size, shown.length, again.left];
}

test("a newer release's few records of kinds unknown here are all taken", () => {
  assert.deepEqual(brought(['plan', 0, 0], ['plan', 0, MOST]), [0, MOST + 2, 2, 0]);
});

for (const kind of ['plan', 'aside/plan', 'zzz/yyy']) {
  test(`too many stay in the file and the answers are taken: ${kind}`, () => {
    assert.deepEqual(brought([kind, 0, 0], [kind, 0, 200_000]), [200_000, 2, 2, 200_000]);
  });
}

test("the bound is the browser's, not each file's", () => {
  assert.deepEqual(brought(['plan', 0, 4000], ['plan', 4000, 1001]), [1001, 2, 2, 1001]);
  assert.deepEqual(brought(['plan', 0, 4000], ['plan', 4000, 1000]), [0, 1002, 2, 0]);
});

test('a backup of what is here is never too many', () => {
  assert.deepEqual(brought(['plan', 0, 6000], ['plan', 0, 6000]), [0, 2, 2, 0]);
});
