/** What a page leaves for the next one as it goes, and when that has done its work. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Answers } from '../../../docs/assets/js/answers/answers.js';
import { Drafts } from '../../../docs/assets/js/storage/drafts.js';
import { makeClock } from '../clock.mjs';

/** The local storage of a browser. */
function makeStorage() {
  const items = {};
  const hidden = (value) => ({ value, enumerable: false });
  return Object.defineProperties(items, {
    setItem: hidden((key, text) => void (items[key] = text)),
    getItem: hidden((key) => items[key] ?? null),
    removeItem: hidden((key) => void delete items[key]),
  });
}

/** Lets all that has been settled be heard of. */
const heard = () => new Promise(setImmediate);

/** A question's field whose saves wait until `write` lets the first of them be done. */
function opened(storage) {
  const { clock, reach } = makeClock();
  const writes = [];
  const store = {
    prepare: async () => {},
    keys: async () => [],
    read: async () => new Map(),
    update: (_, decide) => new Promise((done) => writes.push(() => done(decide(new Map()).outcome))),
  };
  const drafts = new Drafts(() => storage, 'copy');
  const answers = new Answers({ store, drafts, clock, tab: 't', notify: () => {} });
  const question = { id: 'q', kind: 'text', edition: '', words: '' };
  answers.join({ question, show: () => {}, focused: () => true });
  const field = { question };
  return {
    answers,
    reach,
    type: (text) => answers.type(field, text),
    write: () => {
      writes.shift()();
      return heard();
    },
  };
}

const left = (storage) => Object.values(storage).map((text) => JSON.parse(text).value);

test('what is typed while a save is under way stays left when that save is done', async () => {
  const storage = makeStorage();
  const { answers, reach, type, write } = opened(storage);
  await heard();
  await reach(1_000);
  type('a');
  await reach(1_001);
  type('ab');
  answers.leave();
  assert.deepEqual(left(storage), ['ab']);
  await write();
  assert.deepEqual(left(storage), ['ab']);
});

test('what was left is taken away by the save that has it, where the page has come back', async () => {
  const storage = makeStorage();
  const { answers, reach, type, write } = opened(storage);
  await heard();
  await reach(1_000);
  type('a');
  await reach(1_001);
  type('ab');
  answers.leave();
  await write();
  answers.flush();
  await write();
  assert.deepEqual(left(storage), []);
});
