/**
 * An earlier version is the text before a sitting or before a deletion that matters, no scrap.
 *
 * On a clock that the test moves, over a store of one page's life.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Answers } from '../../../docs/assets/js/answers/answers.js';
import '../../../docs/assets/js/answers/maintenance.js';
import { MemoryStore } from '../../../docs/assets/js/storage/memory-store.js';
import { makeClock, rest } from '../clock.mjs';

const [MINUTE, HOUR, DAY] = [60, 3_600, 86_400];
const LONG =
  'We asked the people who do the work what they would need, and we did it within a month. ' +
  'Then we asked them again, and they told us what we had not seen and could have known.';
const OTHER = 'Nobody asked our partners what they made of the new arrangements, so we shall begin there.';
const PARAGRAPHS = Array.from(
  { length: 30 },
  (_, number) => `${String(number).padStart(3, '0')}. ${LONG.slice(0, 120)}\n\n`,
);

/**
 * Takes steps, then gives the versions of one question, the oldest first. A step is a word and what it
 * needs: `type` a text and wait until it is saved, `add` one and do not wait, `wait` and `set` (the date,
 * not the page's own clock) by so many seconds, `replace` by a text, `reload`, or `tab` to another page.
 */
async function taken(steps, kind = 'text') {
  const { clock, reach } = makeClock();
  const store = new MemoryStore();
  let apart = 0;
  clock.date = () => new Date(Date.UTC(2026, 10, 23) + clock.now() + apart).toISOString();
  const question = { id: 'q', kind, edition: '', words: '' };
  let pages = [];
  const open = async (name) => {
    const field = { question, show: () => {}, focused: () => false };
    const tell = ({ id }) => {
      for (const page of pages) if (page.name !== name) page.answers.follow(id);
    };
    const answers = new Answers({ store, clock, tab: name, notify: () => {} });
    for (const type of ['saved', 'recovered']) answers.addEventListener(type, tell);
    answers.join(field);
    await rest();
    pages = [...pages.filter((page) => page.name !== name), { name, answers, field }];
    return pages.at(-1);
  };
  let here = await open('one');
  const doing = {
    type: async (text) => {
      here.answers.type(here.field, text);
      await reach(clock.now() + 400);
    },
    add: (text) => here.answers.type(here.field, text),
    wait: (seconds) => reach(clock.now() + seconds * 1000),
    set: (seconds) => {
      apart += seconds * 1000;
    },
    replace: (text) => here.answers.replace('q', text),
    reload: async () => {
      here = await open(here.name);
    },
    tab: async (tab) => {
      here = pages.find(({ name }) => name === tab) ?? (await open(tab));
    },
  };
  for (const [step, what] of steps) {
    await doing[step](what);
    for (let turn = 0; turn < 3; turn += 1) await rest();
  }
  const records = await store.read(['version/q/']);
  return [...records.values()].map(({ value }) => value);
}

/** The text typed word by word, with a pause for thought after each. */
function begun(text, seconds = 3) {
  const words = text.split(' ');
  return words.flatMap((_, number) => [
    ['type', words.slice(0, number + 1).join(' ')],
    ['wait', seconds],
  ]);
}

/** The text deleted from its end, so many letters between two saves. */
function deleted(text, letters) {
  const steps = [];
  for (let length = text.length - letters; length > 0; length -= letters) {
    steps.push(['type', text.slice(0, length)]);
  }
  return [...steps, ['type', '']];
}

const times = (count, make) => Array.from({ length: count }, (_, turn) => make(turn));

const SITTINGS = {
  'a sentence typed with pauses between words': [begun(LONG), []],
  'pauses of five minutes': [begun(OTHER, 5 * MINUTE), []],
  'a page loaded anew in a sitting': [
    [['type', LONG], ['reload'], ['type', `${LONG} And`], ['reload'], ['type', LONG]],
    [],
  ],
  'two tabs in one sitting': [
    [
      ['type', LONG],
      ['tab', 'two'],
      ['type', `${LONG} And`],
      ['tab', 'one'],
      ['type', `${LONG} And so`],
      ['tab', 'two'],
      ['type', `${LONG} And so on`],
    ],
    [],
  ],
  'the next sitting on an open page': [
    [['type', LONG], ['wait', HOUR], ...begun(`${LONG} Again, and again, and once more.`).slice(-8)],
    [LONG],
  ],
  'the next sitting on a page loaded anew': [
    [['type', LONG], ['wait', HOUR], ['reload'], ['type', `${LONG} A.`], ['type', LONG]],
    [LONG],
  ],
  'the next sitting in another tab': [
    [
      ['type', LONG],
      ['tab', 'two'],
      ['wait', DAY],
      ['type', `${LONG} A.`],
    ],
    [LONG],
  ],
  "a computer that slept, its page's clock too": [
    [
      ['type', LONG],
      ['set', 8 * HOUR],
      ['type', `${LONG} A.`],
      ['type', `${LONG} And.`],
    ],
    [LONG],
  ],
  'a date that stays as it is': [
    [
      ['type', LONG],
      ['wait', HOUR],
      ['set', -HOUR],
      ['type', `${LONG} A.`],
    ],
    [LONG],
  ],
  'a clock set back and forward in a sitting': [
    [
      ['type', LONG],
      ['set', -DAY],
      ...begun(`${LONG} A b c d`).slice(-8),
      ['set', DAY],
      ...begun(`${LONG} A b c d e f g h`).slice(-8),
    ],
    [LONG, `${LONG} A b c d`],
  ],
  'all selected and deleted, undone, and deleted again': [
    [
      ['type', LONG],
      ['type', ''],
      ['type', LONG],
      ['type', ''],
      ['type', LONG],
    ],
    [LONG],
  ],
  'all deleted letter by letter': [[['type', LONG], ...deleted(LONG, 9)], [LONG]],
  'all deleted in large parts, and loaded anew at the end': [
    [['type', LONG], ...deleted(LONG, 40), ['reload'], ['type', OTHER]],
    [LONG],
  ],
  'a paragraph of a long text': [
    [
      ['type', PARAGRAPHS.join('')],
      ['type', [...PARAGRAPHS.slice(0, 9), ...PARAGRAPHS.slice(11)].join('')],
    ],
    [PARAGRAPHS.join('')],
  ],
  'a sentence of a long text': [
    [
      ['type', PARAGRAPHS.join('')],
      ['type', [...PARAGRAPHS.slice(0, 9), ...PARAGRAPHS.slice(10)].join('')],
    ],
    [],
  ],
  'another text pasted over all': [
    [
      ['type', LONG],
      ['type', OTHER],
    ],
    [LONG],
  ],
  'two texts in turn': [times(24, (turn) => ['type', [LONG, OTHER][turn % 2]]), [LONG, OTHER]],
  'two texts in turn on pages loaded anew': [
    times(24, (turn) => [['type', [LONG, OTHER][turn % 2]], ['reload']]).flat(),
    [LONG, OTHER],
  ],
  'the beginning of a sentence, taken back': [
    [
      ['type', 'I th'],
      ['type', ''],
      ['type', 'I think'],
      ['type', ''],
      ['type', 'We'],
    ],
    [],
  ],
  'a short answer that stood, cleared': [
    [
      ['type', 'To listen'],
      ['wait', 2 * MINUTE],
      ['type', ''],
    ],
    ['To listen'],
  ],
  'a short answer that stood, typed over': [
    [
      ['type', 'To listen'],
      ['wait', 2 * MINUTE],
      ['type', 'Our partners'],
    ],
    ['To listen'],
  ],
  'an earlier text brought back at the last key': [
    [
      ['type', LONG],
      ['add', `${LONG} And`],
      ['replace', OTHER],
    ],
    [`${LONG} And`],
  ],
  'earlier texts brought back in turn': [
    [['type', LONG], ...times(7, (turn) => ['replace', [OTHER, LONG][turn % 2]])],
    [OTHER, LONG],
  ],
  'thirty sittings': [
    times(30, (number) => [['type', `${number} `.repeat(40)], ['wait', DAY], ['reload']]).flat(),
    times(20, (number) => `${number + 9} `.repeat(40)),
  ],
};

for (const [sitting, [steps, versions]] of Object.entries(SITTINGS)) {
  test(`a version is what stood before a sitting or a deletion that matters: ${sitting}`, async () => {
    assert.deepEqual((await taken(steps)).sort(), versions.sort());
  });
}

test('the version that was displaced last is the newest', async () => {
  const steps = [LONG, OTHER, LONG, OTHER].map((text) => ['type', text]);
  assert.deepEqual(await taken(steps), [OTHER, LONG]);
});

const RATINGS = {
  'chosen in turn': [
    [
      ['type', '1'],
      ['type', '2'],
      ['wait', 10],
      ['type', '3'],
    ],
    [],
  ],
  'the next sitting': [
    [
      ['type', '3'],
      ['wait', HOUR],
      ['type', '4'],
      ['type', '5'],
    ],
    ['3'],
  ],
  cleared: [['3', '', '4', ''].map((value) => ['type', value]), ['3', '4']],
  'cleared twice': [['3', '', '3', ''].map((value) => ['type', value]), ['3']],
};

for (const [name, [steps, versions]] of Object.entries(RATINGS)) {
  test(`a rating is a version where a sitting changes or somebody clears it: ${name}`, async () => {
    assert.deepEqual(await taken(steps, 'rating'), versions);
  });
}
