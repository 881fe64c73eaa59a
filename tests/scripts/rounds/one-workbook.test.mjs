/** The file of one workbook has that workbook alone; the files that are handed about are read or refused whole. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Refusal } from '../../../docs/assets/js/backup/check-records.js';
import { backupText, readBackup } from '../../../docs/assets/js/backup/format.js';
import { seal, unseal } from '../../../docs/assets/js/backup/encrypt.js';
import {
  notesText,
  readNotes,
  recordsOfWorkbook,
  workbookText,
} from '../../../docs/assets/js/backup/one-workbook.js';
import { sheetParts, shortened } from '../../../docs/assets/js/rounds/session-sheet.js';
import { answer, FACTS, mapOf } from '../backup/records.mjs';

const [ROUND, OTHER] = ['a1b2c3d4e5f6g7h8', 'h8g7f6e5d4c3b2a1'];
const shelved = (title, round) => ({
  format: 1,
  title,
  at: FACTS.made,
  edited: FACTS.made,
  archived: false,
  ...(round ? { round } : {}),
});
const KEPT = mapOf({
  'answer/own-risk': answer('Then'),
  [`answer/own-risk.${ROUND}`]: answer('Now'),
  [`answer/own-risk.${OTHER}`]: answer('Of a post'),
  'answer/another': answer('Of another workbook'),
  'version/own-risk/000000001': answer('Before'),
  [`shelf/self-reflection/${ROUND}`]: shelved('Round 2', 2),
  [`shelf/recruiting/${OTHER}`]: shelved('Director'),
  'request/r1': { privateKey: 'secret' },
  'reply/r1/p1': { answers: {} },
  'profile/p1': {},
  'aside/x': {},
});
const QUESTIONS = new Set(['own-risk']);
const keys = (choice) => [...recordsOfWorkbook(KEPT, 'self-reflection', QUESTIONS, choice).keys()].sort();

test('one round has its own answers, and nothing else of the person goes along', () => {
  assert.deepEqual(keys({ rounds: [''], versions: false }), ['answer/own-risk']);
  assert.deepEqual(keys({ rounds: [ROUND], versions: false }), [
    `answer/own-risk.${ROUND}`,
    `shelf/self-reflection/${ROUND}`,
  ]);
});

test('all rounds have no answer of another workbook, no feedback and no key; versions if they are wanted', () => {
  const all = [`answer/own-risk`, `answer/own-risk.${ROUND}`, `shelf/self-reflection/${ROUND}`];
  assert.deepEqual(keys({ rounds: null, versions: false }), all);
  assert.deepEqual(keys({ rounds: null, versions: true }), [...all, 'version/own-risk/000000001']);
});

const encoded = (text) => new TextEncoder().encode(text);
const file = workbookText(
  recordsOfWorkbook(KEPT, 'self-reflection', QUESTIONS, { rounds: null, versions: false }),
  {
    ...FACTS,
    from: '  Leader\nA ',
    workbook: 'self-reflection',
  },
);

test('the file says whose it is and of which workbook, also from under a passphrase', async () => {
  for (const bytes of [encoded(file), await unseal(encoded(await seal(file, 'A phrase')), 'A phrase')]) {
    const { records, facts } = readBackup(bytes);
    assert.equal(records.size, 3);
    assert.deepEqual([facts.from, facts.workbook], ['Leader A', 'self-reflection']);
  }
});

test('a backup of everything says neither', () => {
  const { facts } = readBackup(encoded(backupText(mapOf({}), FACTS)));
  assert.deepEqual(facts, FACTS);
});

const NOTES = {
  ...FACTS,
  from: 'Coach B',
  about: 'Leader A',
  of: FACTS.made,
  notes: [{ workbook: 'self-reflection', question: 'own-risk', text: 'Why?\nهل' }],
  talk: 'The panel',
  agreed: 'Sit in, by 1 March',
};

test('notes are read as they were written, and are no backup', () => {
  const { from, about, of, notes, talk, agreed } = readNotes(encoded(notesText(NOTES)));
  assert.deepEqual({ ...FACTS, from, about, of, notes, talk, agreed }, NOTES);
  assert.throws(() => readBackup(encoded(notesText(NOTES))), { reason: 'not-a-backup' });
  assert.equal(readNotes(encoded(file)), null);
});

const vector = (name) => readFileSync(new URL(`../backup/vectors/${name}.json`, import.meta.url));

test('a file of one workbook that was made once is read for ever, and made alike', () => {
  const { records, facts } = readBackup(vector('workbook'));
  assert.deepEqual([facts.from, facts.workbook, records.size], ['Leader A', 'self-reflection', 4]);
  assert.equal(records.get(`answer/self-reflection-action-1-by.${ROUND}`).value, '2027-09-01');
  assert.equal(workbookText(records, facts), vector('workbook').toString());
});

test('a file of notes that was made once is read for ever, and made alike', () => {
  const notes = readNotes(vector('notes'));
  assert.deepEqual(notes.notes, [
    { workbook: 'self-reflection', question: 'live-out-your-values', text: 'What changed for families?' },
  ]);
  const { site, address } = JSON.parse(vector('notes').toString());
  assert.equal(notesText({ ...notes, site, address }), vector('notes').toString());
});

const LONG = 'x'.repeat(20_001);
for (const [what, wrong] of [
  ['a note is no text', { notes: [{ workbook: 'a', question: 'b', text: 1 }] }],
  ['a note has more in it', { notes: [{ workbook: 'a', question: 'b', text: 'c', html: '<b>' }] }],
  ['a note is too long', { notes: [{ workbook: 'a', question: 'b', text: LONG }] }],
  ['there is a list in place of a text', { talk: [] }],
  ['what was agreed is too long', { agreed: LONG }],
  ['an id is none', { notes: [{ workbook: 'a', question: 'b/c', text: 'c' }] }],
  ['a question has 2 notes', { notes: Array(2).fill({ workbook: 'a', question: 'b', text: 'c' }) }],
  [
    'there are too many',
    { notes: Array.from({ length: 1001 }, (_, n) => ({ workbook: 'a', question: `q${n}`, text: '' })) },
  ],
  ['the notes are no list', { notes: {} }],
])
  test(`a file of notes is refused where ${what}`, () => {
    assert.throws(() => readNotes(encoded(notesText({ ...NOTES, ...wrong }))), Refusal);
  });

test('a file of notes with a letter changed is refused', () => {
  assert.throws(() => readNotes(encoded(notesText(NOTES).replace('panel', 'pane1'))), { reason: 'damaged' });
});

const WORDS = {
  sheetTalk: 'To talk about',
  sheetNotes: 'Notes',
  sheetChanged: 'Changed',
  sheetMore: '{count} more',
  sheetRound: '{round}: {text}',
  sheetNone: 'not answered',
  sheetAnswer: 'Answer: {text}',
  sheetNote: 'Note: {text}',
  sheetAgreed: 'Agreed',
};
const row = (question, left, right) => ({
  workbook: 'w',
  section: 's',
  attribute: null,
  question,
  text: `What of ${question}?`,
  kind: 'text',
  left: left === null ? null : answer(left),
  right: answer(right),
  changed: left !== right,
  rounds: ['Round 1', 'Round 2'],
});

test('the session sheet has what changed, the notes, and room for what is agreed', () => {
  const rows = [row('a', null, 'New'), row('b', 'Same', 'Same')];
  const noteOf = ({ question }) => (question === 'b' ? 'Why the same?' : '');
  const parts = sheetParts({ rows, noteOf, talk: '', agreed: '' }, WORDS);
  assert.deepEqual(
    parts.map(({ text }) => text),
    [
      'Notes',
      'What of b?',
      'Round 2: Same',
      'Note: Why the same?',
      'Changed',
      'What of a?',
      'Round 1: not answered',
      'Round 2: New',
      'Agreed',
      Array(3).fill('_'.repeat(60)).join('\n'),
    ],
  );
});

test('the session sheet stays short, and says how much more has changed', () => {
  const rows = Array.from({ length: 9 }, (_, n) =>
    row(`q${n}`, 'word '.repeat(900), `${n} ${'word '.repeat(900)}`),
  );
  const parts = sheetParts({ rows, noteOf: () => '', talk: 'x '.repeat(5000), agreed: '' }, WORDS);
  assert.ok(parts.some(({ text }) => text === '3 more'));
  assert.ok(parts.every(({ text }) => text.length <= 4 * 240 + 10));
  assert.equal(shortened('one two three', 9), 'one two…');
});
