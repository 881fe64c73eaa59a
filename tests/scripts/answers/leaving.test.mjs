/** What a page leaves for the next one as it goes, and when that has done its work. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Answers } from '../../../docs/assets/js/answers/answers.js';
import { Drafts } from '../../../docs/assets/js/storage/drafts.js';
import { makeLocalStorage } from '../../model/world.mjs';
import { makeClock } from '../clock.mjs';

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

/** A page with `a` being saved and `b` typed after that. */
async function typing(storage) {
  const page = opened(storage);
  await heard();
  await page.reach(1_000);
  page.type('a');
  await page.reach(1_001);
  page.type('ab');
  return page;
}

const left = (storage) => Object.values(storage).map((text) => JSON.parse(text).value);

test('what is typed while a save is under way stays left when that save is done', async () => {
  const storage = makeLocalStorage();
  const { answers, write } = await typing(storage);
  answers.leave();
  assert.deepEqual(left(storage), ['ab']);
  await write();
  assert.deepEqual(left(storage), ['ab']);
});

test('what was left is taken away by the save that has it, where the page has come back', async () => {
  const storage = makeLocalStorage();
  const { answers, write } = await typing(storage);
  answers.leave();
  await write();
  answers.flush();
  await write();
  assert.deepEqual(left(storage), []);
});

test('what was left and has been taken back is not left any more', async () => {
  const storage = makeLocalStorage();
  const { answers, type, write } = await typing(storage);
  await write();
  answers.leave();
  assert.deepEqual(left(storage), ['ab']);
  type('a');
  answers.leave();
  assert.deepEqual(left(storage), []);
});

test('a page whose answers are deleted leaves nothing behind', async () => {
  const storage = makeLocalStorage();
  const { answers } = await typing(storage);
  answers.leave();
  answers.abandon();
  assert.deepEqual(left(storage), []);
});

test('a draft that local storage refused stands beside an older one of the same page', async () => {
  const storage = makeLocalStorage();
  const drafts = new Drafts(() => storage, 'copy');
  assert.ok(drafts.put(new Map([['draft/q/t', { value: 'older' }]])));
  storage.fill(true);
  assert.ok(!drafts.put(new Map([['draft/q/t', { value: 'newer' }]])));
  const records = new Map([['draft/q/t', { value: 'newer' }]]);
  const update = async (_, decide) => {
    for (const [key, record] of decide(records).puts) records.set(key, record);
  };
  await new Drafts(() => storage, 'copy').takeUp({ update });
  assert.deepEqual([...records.values()].map(({ value }) => value).sort(), ['newer', 'older']);
  assert.deepEqual(left(storage), []);
});
