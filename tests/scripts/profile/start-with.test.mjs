/** Where a profile says to start. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { standing, startWith } from '../../../docs/assets/js/profile/priorities.js';

const NONE = [null, null, null, null, null];

for (const [name, now, target, kind, axes] of [
  ['nothing rated', NONE, NONE, 'none', []],
  ['only targets', NONE, [5, 5, 5, 5, 5], 'none', []],
  ['one rated', [null, 3, null, null, null], NONE, 'single', [1]],
  ['the lowest rating', [4, 3, 2, 4, 3], NONE, 'lowest', [2]],
  ['two lowest ratings', [2, 3, 2, 4, 3], NONE, 'lowest', [0, 2]],
  ['the biggest gap', [4, 1, 2, 4, 3], [5, 2, 5, 4, 3], 'gap', [2]],
  ['of equal gaps the lowest', [4, 2, 3, 4, 3], [5, 4, 5, 4, 3], 'gap', [1]],
  ['only one has a target', [4, 1, 3, 4, 3], [5, null, null, null, null], 'gap', [0]],
  ['no gap', [4, 1, 3, 4, 3], [4, 1, 3, 2, 1], 'lowest', [1]],
  ['all alike', [3, 3, 3, 3, 3], NONE, 'level', []],
  ['all alike, with targets', [3, 3, 3, 3, 3], [5, 5, 5, 5, 5], 'level', []],
  ['all that are rated alike', [3, null, null, 3, null], NONE, 'level', []],
  ['incomplete', [null, 2, null, 4, null], NONE, 'lowest', [1]],
]) {
  test(`the biggest gap comes first and then the lowest rating: ${name}`, () => {
    assert.deepEqual(startWith({ now, target }), { kind, axes });
  });
}

test('a rating stands below, at or above its target, or has none', () => {
  const pairs = [
    [2, 4],
    [4, 4],
    [5, 4],
    [3, null],
    [null, 4],
    [null, null],
  ];
  const found = pairs.map(([now, target]) => standing(now, target));
  assert.deepEqual(found, ['up', 'there', 'above', 'untargeted', 'wanted', 'unrated']);
});
