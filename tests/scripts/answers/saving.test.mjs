/** When typing is saved, on a clock that the test moves. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Answers } from '../../../docs/assets/js/answers/answers.js';
import { makeClock } from '../clock.mjs';

/** A question's field over a store that notes the times of saving in `saves`. */
function opened() {
  const { clock, reach } = makeClock();
  const saves = [];
  const store = {
    prepare: async () => {},
    list: async () => new Map(),
    read: async () => new Map(),
    update: async (_, decide) => {
      saves.push(clock.now());
      return decide(new Map()).outcome;
    },
  };
  const answers = new Answers({ store, clock, tab: 't', notify: () => {} });
  const question = { id: 'q', kind: 'text', edition: '', words: '' };
  const field = { question, show: () => {}, focused: () => true };
  answers.join(field);
  return { clock, reach, saves, type: (text) => answers.type(field, text) };
}

test('the first key after a pause is saved at once', async () => {
  const { reach, saves, type } = opened();
  await reach(1_000);
  type('k');
  await reach(1_000);
  await reach(61_000);
  type('kk');
  await reach(61_000);
  await reach(62_000);
  assert.deepEqual(saves, [1_000, 61_000]);
});

test('steady typing, a key every 100 ms, is saved at least once a second', async () => {
  const { clock, reach, saves, type } = opened();
  for (let text = 'k'; clock.now() < 10_000; text += 'k') {
    type(text);
    for (const end = clock.now() + 100; clock.now() < end; ) await reach(clock.now() + 10);
  }
  const gaps = saves.map((time, number) => time - (saves[number - 1] ?? 0));
  assert.ok(saves.length >= 10);
  assert.ok(Math.max(...gaps) <= 1_000, gaps.join());
});
