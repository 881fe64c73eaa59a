/** What the members of a panel gave is put together by candidate; nothing is added up. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readBackup } from '../../../docs/assets/js/backup/format.js';
import { workbookText } from '../../../docs/assets/js/backup/one-workbook.js';
import { recordParts } from '../../../docs/assets/js/panel/panel-document.js';
import {
  apart,
  areOfAnother,
  candidatesOf,
  rangeOf,
  shareSheet,
  sheetsOf,
  withSheets,
} from '../../../docs/assets/js/panel/score-matrix.js';
import { answer, mapOf } from '../backup/records.mjs';

const [SECOND, THIRD] = ['a1b2c3d4e5f6g7h8', 'h8g7f6e5d4c3b2a1'];
const shelved = (title, at = '2026-12-01T10:00:00Z') => ({
  format: 1,
  title,
  at,
  edited: at,
  archived: false,
});
const rating = (value) => ({ ...answer(value), kind: 'rating' });
const ask = (id, kind = 'rating') => ({ id, formerly: [], kind, text: `About ${id}`, examples: [] });
const WORKBOOK = {
  id: 'scoring',
  formerly: [],
  title: 'Scoring',
  lead: '',
  sections: [
    {
      id: 's1',
      formerly: [],
      title: 'Values',
      attribute: 'values',
      questions: [
        { ...ask('score-values'), note: { id: 'evidence-values', formerly: ['reason'], text: 'Why?' } },
      ],
    },
    {
      id: 's2',
      formerly: [],
      title: 'Ours',
      questions: [ask('score-a'), ask('score-b'), ask('words', 'text'), { ...ask('gone'), retired: 'why' }],
    },
  ],
};
const ATTRIBUTES = [{ id: 'values', short_title: 'Values' }];
const CALLED = { first: 'Without a number', unreadable: 'Unreadable' };
const sheets = (records, made = '2026-12-01T12:00:00Z') => sheetsOf(WORKBOOK, mapOf(records), made, CALLED);

const ONE = {
  'answer/score-values': rating('4'),
  'answer/reason': answer('An old note'),
  'answer/gone': rating('1'),
  [`shelf/scoring/${SECOND}`]: shelved(' A.B. '),
  [`answer/score-values.${SECOND}`]: rating('1'),
  [`answer/words.${SECOND}`]: answer('In words'),
  [`shelf/scoring/${THIRD}`]: shelved('Empty'),
};
const TWO = {
  [`shelf/scoring/${THIRD}`]: shelved('ab'),
  [`answer/score-values.${THIRD}`]: rating('5'),
  [`answer/score-a.${THIRD}`]: rating('2'),
};
const members = [
  { name: 'One', sheets: sheets(ONE) },
  { name: 'Two', sheets: sheets(TWO) },
];
const found = candidatesOf(WORKBOOK, ATTRIBUTES, members);

test('a sheet has what was given under the present ids or the former ones, and an empty one is left out', () => {
  assert.deepEqual(
    sheets(ONE).map(({ candidate, given }) => [candidate, Object.fromEntries(given)]),
    [
      ['Without a number', { 'score-values': { score: 4, evidence: 'An old note' } }],
      ['A.B.', { 'score-values': { score: 1, evidence: '' }, words: { score: null, evidence: 'In words' } }],
    ],
  );
});

test('one candidate is one, however the members write the initials', () => {
  assert.deepEqual(
    found.map(({ name, missing }) => [name, missing]),
    [
      ['A.B.', []],
      ['Without a number', ['Two']],
    ],
  );
});

test('a row is called by its attribute, or by its question where a section has several scores', () => {
  assert.deepEqual(
    found[0].rows.map(({ title }) => title),
    ['Values', 'About score-a', 'About score-b', 'About words'],
  );
});

test('what differs by 2 or more comes first, the largest first', () => {
  assert.deepEqual(
    apart(found).map(({ candidate, title, difference }) => [candidate, title, difference]),
    [['A.B.', 'Values', 4]],
  );
  assert.equal(rangeOf(found[0].rows[0]), '1–5');
  assert.equal(rangeOf(found[0].rows[1]), '2');
  assert.equal(rangeOf(found[0].rows[2]), '');
});

test('candidate 10 comes after candidate 9', () => {
  const one = (candidate) => ({ candidate, given: new Map() });
  const member = { name: 'One', sheets: [one('Candidate 10'), one('Candidate 9')] };
  assert.deepEqual(
    candidatesOf(WORKBOOK, [], [member]).map(({ name }) => name),
    ['Candidate 9', 'Candidate 10'],
  );
});

test('the record has each score and the reasons where they differ', () => {
  const words = {
    made: 'By {members}',
    erase: 'Delete on {day}',
    decision: 'Decision',
    scores: 'Scores',
    apart: 'Apart',
    rowTitle: '{candidate}: {attribute}',
    said: '{member}: {score}. {evidence}',
    noEvidence: 'None.',
    noScore: 'no score',
    attribute: 'Attribute',
    spread: 'Difference',
    none: '–',
  };
  const parts = recordParts(
    { members: ['One', 'Two'], candidates: found, reasons: 'AB', eraseOn: '1 June 2027' },
    words,
  );
  assert.deepEqual(
    parts.filter(({ kind }) => kind === 'table').map(({ rows }) => rows.at(1)),
    [
      ['Values', '1', '5', '4'],
      ['Values', '4', '–', '–'],
    ],
  );
  assert.deepEqual(
    parts.slice(-3).map(({ text }) => text),
    ['A.B.: Values', 'One: 1. None.', 'Two: 5. None.'],
  );
});

test('a file of scores is what the page on formats says, and is read to the letter', () => {
  const file = readFileSync(new URL('../backup/vectors/scores.json', import.meta.url));
  const { records, facts } = readBackup(file);
  assert.equal(facts.workbook, 'scoring');
  assert.deepEqual(
    sheetsOf(WORKBOOK, records, facts.made, CALLED).map(({ candidate, given }) => [
      candidate,
      ...given.values(),
    ]),
    [
      ['Without a number', { score: 4, evidence: '“Doing with, not to”:\nżółć 家族' }],
      ['Candidate 2', { score: 2, evidence: 'No example' }],
    ],
  );
  assert.equal(
    workbookText(records, { ...facts, from: facts.from ?? '', workbook: 'scoring' }),
    file.toString(),
  );
});

test('of one candidate the newer sheet stays, and others are added', () => {
  const sheet = (candidate, made, score) => ({
    id: '',
    candidate,
    made,
    given: new Map([['score-values', { score, evidence: '' }]]),
  });
  const here = [sheet('AB', '2026-12-02', 3), sheet('1.1', '2026-12-02', 2)];
  const more = [sheet('a.b.', '2026-12-01', 1), sheet('11', '2026-12-01', 5), sheet('1 1', '2026-12-03', 4)];
  assert.deepEqual(
    withSheets(here, more).map(({ candidate, given }) => [candidate, given.get('score-values').score]),
    [
      ['AB', 3],
      ['11', 5],
      ['1 1', 4],
    ],
  );
});

test('2 sheets of the same initials for one candidate both stay, as they may be of 2 people', () => {
  const sheet = (id, made) => ({ id, candidate: 'AB', made, given: new Map() });
  const ids = withSheets([sheet(SECOND, '1')], [sheet(SECOND, '2'), sheet(THIRD, '3')]);
  assert.deepEqual(
    ids.map(({ id, made }) => [id, made]),
    [
      [SECOND, '2'],
      [THIRD, '3'],
    ],
  );
});

test('2 sheets of one member for one candidate are both shown', () => {
  const twice = {
    [`shelf/scoring/${SECOND}`]: shelved('AB'),
    [`answer/score-values.${SECOND}`]: rating('1'),
    [`shelf/scoring/${THIRD}`]: shelved('A.B.'),
    [`answer/score-values.${THIRD}`]: rating('4'),
  };
  const [candidate] = candidatesOf(WORKBOOK, ATTRIBUTES, [{ name: 'One', made: '', sheets: sheets(twice) }]);
  assert.deepEqual(candidate.rows[0].said.map(({ score }) => score).sort(), [1, 4]);
});

test('a sheet whose name cannot be read is nobody else’s', () => {
  const strange = {
    [`shelf/scoring/${SECOND}`]: { format: 9 },
    [`answer/score-values.${SECOND}`]: rating('1'),
  };
  assert.deepEqual(
    sheets(strange).map(({ candidate }) => candidate),
    ['Unreadable'],
  );
});

test('one who has 2 sheets for a candidate does not differ from themselves', () => {
  const twice = {
    [`shelf/scoring/${SECOND}`]: shelved('AB'),
    [`answer/score-values.${SECOND}`]: rating('1'),
    [`shelf/scoring/${THIRD}`]: shelved('a.b.'),
    [`answer/score-values.${THIRD}`]: rating('5'),
  };
  const alone = { name: 'CD', initials: 'CD', made: '', sheets: sheets(twice) };
  assert.deepEqual(apart(candidatesOf(WORKBOOK, ATTRIBUTES, [alone])), []);
});

test('sheets are of another person where they are others about the same candidate', () => {
  const one = sheets({
    [`shelf/scoring/${SECOND}`]: shelved('AB'),
    [`answer/score-values.${SECOND}`]: rating('1'),
  });
  const same = sheets(
    { [`shelf/scoring/${SECOND}`]: shelved('XY'), [`answer/score-values.${SECOND}`]: rating('2') },
    '2026-12-02T12:00:00Z',
  );
  const other = sheets({
    [`shelf/scoring/${THIRD}`]: shelved('ab'),
    [`answer/score-values.${THIRD}`]: rating('5'),
  });
  const elsewhere = sheets({
    [`shelf/scoring/${THIRD}`]: shelved('CD'),
    [`answer/score-values.${THIRD}`]: rating('5'),
  });
  assert.deepEqual(
    [same, other, elsewhere].map((more) => areOfAnother(one, more)),
    [false, true, false],
  );
});

test("a sheet that is among both is the same person's, whatever it is called", () => {
  const one = [{ id: SECOND, candidate: 'AB', made: '1', given: new Map() }];
  const renamed = [{ id: SECOND, candidate: 'CD', made: '2', given: new Map() }];
  const nameless = (made) => [{ id: '', candidate: 'Without a number', made, given: new Map() }];
  assert.deepEqual([shareSheet(one, renamed), areOfAnother(one, renamed)], [true, false]);
  assert.deepEqual(areOfAnother(nameless('1'), nameless('1')), false);
  assert.deepEqual(areOfAnother(nameless('1'), nameless('2')), true);
});
