/** How a write is decided: which text stands, which is put by, and what is left alone. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { written as decide } from '../../../docs/assets/js/storage/records.js';

const QUESTION = { id: 'risk', kind: 'text', edition: 'new', words: 'How do you own risk?' };
const STORED = {
  format: 1,
  kind: 'text',
  value: 'stored',
  rev: 7,
  edition: 'old',
  words: 'How do you own the risk?',
  at: '2026-11-23T10:00:00.000Z',
};
const { words: _, ...WITHOUT_WORDS } = STORED;
const UNREADABLE = [
  { ...STORED, format: 2 },
  { ...STORED, kind: 'rating', value: '6' },
  { ...STORED, kind: 'rating', value: '3' },
  { ...STORED, rev: '7' },
  { ...STORED, rev: 0 },
  { ...STORED, value: null },
  WITHOUT_WORDS,
  [],
  'a text',
  17,
];
const PUT_BY = 'other/risk/000000007';

/** The outcome of writing `value`, typed over rev `base`, where `stored` is; and its puts. */
function written(stored, value, base, { kind = 'text', late = false, sent = null, earlier, taken } = {}) {
  const draft = {
    format: 1,
    question: { ...QUESTION, kind },
    value,
    base,
    sent,
    earlier: earlier ?? null,
    at: '2020-01-01T00:00:00.000Z',
  };
  const { outcome, puts } = decide(stored, draft, late, taken ?? []);
  return { outcome, puts: Object.fromEntries(puts) };
}

test('a first answer has rev 1 and the words it answers', () => {
  const answer = written(undefined, 'first', 0).puts['answer/risk'];
  assert.deepEqual([answer.rev, answer.value], [1, 'first']);
  assert.deepEqual([answer.edition, answer.words], ['new', 'How do you own risk?']);
});

test('a text typed over the stored one takes its place', () => {
  const { outcome, puts } = written(STORED, 'stored and more', 7);
  assert.deepEqual(Object.keys(puts), ['answer/risk']);
  assert.deepEqual([puts['answer/risk'].value, puts['answer/risk'].rev], ['stored and more', 8]);
  assert.equal(outcome.kept, null);
});

test('a text that the writer had not seen is put by whole', () => {
  for (const base of [0, 3, 6, 9]) {
    const { outcome, puts } = written(STORED, 'typed elsewhere', base);
    assert.deepEqual(puts[PUT_BY], STORED);
    assert.equal(outcome.kept, PUT_BY);
    assert.equal(puts['answer/risk'].value, 'typed elsewhere');
    assert.ok(puts['answer/risk'].rev > Math.max(7, base));
  }
});

test('a text that is already stored is not written again', () => {
  const { outcome, puts } = written(STORED, 'stored', 3);
  assert.deepEqual([outcome.answer, puts], [STORED, {}]);
});

test('a cleared answer stays as an empty record', () => {
  const { puts } = written(STORED, '', 7);
  assert.deepEqual([puts['answer/risk'].value, puts['answer/risk'].rev], ['', 8]);
});

test('a text typed before the stored one was read is added to it', () => {
  const { puts } = written(STORED, 'typed early', null);
  assert.equal(puts['answer/risk'].value, 'stored\n\ntyped early');
  assert.deepEqual(Object.keys(puts), ['answer/risk']);
});

test('a rating chosen before the stored one was read puts that by', () => {
  const rating = { ...STORED, kind: 'rating', value: '3' };
  const { puts } = written(rating, '5', null, { kind: 'rating' });
  assert.deepEqual([puts['answer/risk'].value, puts[PUT_BY].value], ['5', '3']);
});

test('a record that cannot be read is never written over', () => {
  for (const record of UNREADABLE) {
    assert.deepEqual(written(record, 'typed', 7), { outcome: { answer: null, kept: null }, puts: {} });
  }
});

test('a text that comes late does not take the place of a newer one', () => {
  const { outcome, puts } = written(STORED, 'left behind', 3, { late: true });
  assert.deepEqual(puts['answer/risk'], { ...STORED, rev: 8 });
  assert.deepEqual([puts[PUT_BY].value, puts[PUT_BY].rev], ['left behind', 7]);
  assert.deepEqual([outcome.kept, outcome.answer.value], [PUT_BY, 'stored']);
});

test('a text that comes late over the one it was typed over is the answer', () => {
  const { puts } = written(STORED, 'stored, and left behind', 7, { late: true });
  assert.deepEqual(Object.keys(puts), ['answer/risk']);
  assert.equal(puts['answer/risk'].value, 'stored, and left behind');
});

test('a text left while its beginning was being saved is the answer', () => {
  const { puts } = written(STORED, 'stored, and more', 6, { late: true, sent: 'stored' });
  assert.deepEqual(Object.keys(puts), ['answer/risk']);
  assert.deepEqual([puts['answer/risk'].value, puts['answer/risk'].rev], ['stored, and more', 8]);
});

test('an empty text that comes late clears nothing newer', () => {
  const { puts } = written(STORED, '', 3, { late: true });
  assert.deepEqual(puts, { 'answer/risk': { ...STORED, rev: 8 } });
});

test('a text that is put by never takes the place of another', () => {
  const first = { ...STORED, value: 'first', rev: 1 };
  const taken = ['version/risk/000000001', 'other/risk/000000007', 'version/risk/000000009'];
  const { puts } = written(STORED, 'typed', 3, { earlier: first, taken });
  assert.deepEqual(
    Object.keys(puts).filter((key) => taken.includes(key)),
    [],
  );
  const texts = Object.fromEntries(
    Object.entries(puts).map(([key, { value, rev }]) => [value, { key, rev }]),
  );
  assert.deepEqual(Object.keys(texts).sort(), ['first', 'stored', 'typed']);
  assert.ok(texts.typed.rev > Math.max(9, texts.first.rev, texts.stored.rev));
  for (const { key, rev } of Object.values(texts)) {
    assert.ok(key.startsWith('answer/') || key.endsWith(String(rev).padStart(9, '0')), key);
  }
});
