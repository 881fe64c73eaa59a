/** Values are filled into the examples of a new folder, as `guide new` fills them in. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { filledIn } from '../../../docs/assets/js/hosting/fill-in.js';
import { folderTexts, ownId } from '../../../docs/assets/js/hosting/new-folder.js';

const root = new URL('../../../', import.meta.url);
const cases = JSON.parse(readFileSync(new URL('tests/vectors/fill-in.json', root), 'utf8'));
const folder = new URL('macros/brand/blank/', root);
const blanks = Object.fromEntries(
  readdirSync(folder).map((name) => [
    name,
    readFileSync(new URL(name, folder), 'utf8').replace(/^# yaml-language-server:.*\n/, ''),
  ]),
);

for (const { what, settings, lines } of cases)
  test(`each setting gets its value: ${what}`, () => {
    const found = filledIn(blanks['brand.yml'], new Map(Object.entries(settings))).split('\n');
    for (const line of lines) assert.ok(found.includes(line), line);
    assert.equal(found.length, blanks['brand.yml'].split('\n').length);
  });

test('a setting that has no line is no silent loss', () => {
  assert.throws(() => filledIn(blanks['brand.yml'], new Map([['nothing', 1]])), /no line for nothing/);
});

test('the name and the id are in every file', () => {
  const settings = new Map([
    ['organisation.name', 'The "best" $& Shire'],
    ['organisation.id', 'best'],
  ]);
  for (const [name, text] of folderTexts(blanks, settings)) {
    assert.doesNotMatch(text, /ORGANISATION/, name);
    if (name === 'questions.yml') assert.match(text, /best-our-values/);
    if (name === 'local.md') assert.match(text, /published by The "best" \$\\& Shire/);
  }
});

const names = [
  ['Nörth Shire', 'north-shire'],
  ['Bath and North East Somerset', 'bath-and-north-east'],
  ['Łódź & Ærø', 'lodz-aero'],
  ['King’s Lynn', 'kings-lynn'],
  ['3 Rivers', 'rivers'],
  ['Llanfairpwllgwyngyllgogerych', 'llanfairpwllgwyngyll'],
  ['123', ''],
  ['values', 'values-council'],
];
for (const [name, id] of names)
  test(`an id is made of ${name}`, () => assert.equal(ownId(name, ['values', 'values-at']), id));
