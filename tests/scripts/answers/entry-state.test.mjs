/** What becomes of one question's answer on one page, event by event, without a page or a store. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import {
  draftOnLeaving,
  firstState,
  isLocked,
  isUnsaved,
  reduce,
} from '../../../docs/assets/js/answers/entry-state.js';
import { UNREADABLE } from '../../../docs/assets/js/storage/large-records.js';
import { written } from '../../../docs/assets/js/storage/records.js';

/** The same orders at each run, so that a change is what makes a difference; another number tries others. */
const SEED = Number(process.env.MODEL_SEED ?? 4);

const QUESTION = { id: 'q', kind: 'text', edition: 'a', words: 'How?' };

const at = (now) => ({ now, date: new Date(Date.UTC(2026, 10, 30) + now).toISOString() });

const answer = (value, rev = 1, more = {}) => ({
  format: 1,
  kind: 'text',
  value,
  rev,
  edition: 'a',
  words: 'How?',
  at: at(0).date,
  ...more,
});

const typed = (value, question = QUESTION) => ({ type: 'typed', question, value, isShared: false });
const read = (record, more = {}) => ({ type: 'read', record, returned: false, focused: false, ...more });
const due = { type: 'saveDue' };
const failed = { type: 'failed' };

/** A save that is done: as it was sent, where nothing else is said. */
const done = (draft, rev = 1, value = draft.value) => ({
  type: 'written',
  draft,
  answer: answer(value, rev),
  keptOther: false,
  deletedDraft: false,
});

/** No event may change the state that it found. */
function frozen(value) {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
  return value;
}

/** The last step of events that come one after the other, each a millisecond later, and all drafts sent. */
function after(...events) {
  const asked = events.find(({ question }) => question)?.question ?? QUESTION;
  let step = { state: frozen(firstState(asked)), effects: [] };
  const drafts = [];
  let now = 0;
  for (const event of events) {
    const given = typeof event === 'function' ? event(drafts.at(-1)) : event;
    step = reduce(step.state, frozen({ ...given, ...at((now += 1)) }));
    frozen(step.state);
    drafts.push(...step.effects.flatMap((effect) => (effect.type === 'write' ? [effect.draft] : [])));
  }
  const names = step.effects.map(({ type }) => type);
  const effect = (name) => step.effects.find(({ type }) => type === name);
  return { state: step.state, names, effect, draft: drafts.at(-1) };
}

test('the first key after a pause is saved at once, the next ones soon', () => {
  const first = after(read(undefined), typed('a'));
  assert.deepEqual(first.effect('saveIn'), { type: 'saveIn', delay: 0 });
  assert.ok(first.names.includes('prepare'));
  const second = after(read(undefined), typed('a'), typed('ab'));
  assert.equal(second.effect('saveIn').delay, 300);
  assert.ok(!second.names.includes('prepare'));
});

test('an answer is called saved when the store has said so, and not before', () => {
  const sent = after(read(undefined), typed('a'), due);
  assert.equal(sent.state.status, 'saving');
  assert.equal(sent.draft.value, 'a');
  const saved = after(read(undefined), typed('a'), due, done);
  assert.equal(saved.state.status, 'saved');
  assert.deepEqual(saved.effect('reportSaved'), { type: 'reportSaved', value: 'a', hasKeptText: false });
});

test('a text typed before the stored one was read becomes one text with it', () => {
  const { state } = after(typed('new'), read(answer('old', 3)));
  assert.equal(state.value, 'old\n\nnew');
  assert.equal(state.rev, 3);
  assert.ok(isUnsaved(state));
});

test('a rating chosen before the stored one was read keeps that as an earlier version', () => {
  const question = { ...QUESTION, kind: 'rating' };
  const stored = answer('2', 1, { kind: 'rating' });
  const { draft } = after(typed('5', question), read(stored), due);
  assert.deepEqual([draft.value, draft.earlier], ['5', stored]);
});

test('one save at a time: what is typed meanwhile is saved at its end', () => {
  const { names, draft } = after(read(undefined), typed('a'), due, typed('ab'), due);
  assert.deepEqual([names, draft.value], [[], 'a']);
  const ended = after(read(undefined), typed('a'), due, typed('ab'), done);
  assert.equal(ended.state.status, 'saving');
  assert.equal(ended.state.value, 'ab');
  assert.ok(ended.names.includes('saveIn'));
  const again = after(read(undefined), typed('a'), due, typed('ab'), done, due);
  assert.deepEqual([again.draft.value, again.draft.base], ['ab', 1]);
});

test('a text that the store joined to another is joined in the field, with what was typed since', () => {
  const joining = (draft) => done(draft, 2, `theirs\n\n${draft.value}`);
  assert.equal(after(typed('mine'), due, joining).state.value, 'theirs\n\nmine');
  const since = after(typed('mine'), due, typed('mine, more'), joining).state;
  for (const text of ['theirs', 'mine, more']) assert.ok(since.value.includes(text));
});

test('a save that failed is said, keeps the text and is tried again, later each time', () => {
  const once = [read(undefined), typed('a'), due, failed];
  const first = after(...once);
  assert.deepEqual([first.state.status, first.state.value], ['failed', 'a']);
  assert.ok(first.names.includes('reportFailure'));
  assert.equal(first.effect('saveIn').delay, 500);
  assert.equal(after(...once, due, failed).effect('saveIn').delay, 1000);
  const often = Array.from({ length: 20 }, () => [due, failed]).flat();
  assert.equal(after(...once, ...often).effect('saveIn').delay, 30_000);
});

test('a failure stays said while more is typed, until a save is done', () => {
  const failing = [read(undefined), typed('a'), due, failed, typed('ab')];
  assert.equal(after(...failing).state.status, 'failed');
  assert.equal(after(...failing, due).state.status, 'failed');
  assert.equal(after(typed('a'), due, failed, read(answer('b'))).state.status, 'failed');
  assert.equal(after(...failing, due, done).state.status, 'saved');
});

test('a save that takes long is called not saved until it is', () => {
  const late = [read(undefined), typed('a'), due, { type: 'saveLate' }];
  assert.equal(after(...late).state.status, 'failed');
  assert.ok(after(...late).names.includes('reportFailure'));
  assert.equal(after(...late, done).state.status, 'saved');
});

test('a save that was done although it was called failed is not met as another page’s text', () => {
  const { draft } = after(read(undefined), typed('a'), due, failed, typed('ab'), due);
  const { outcome } = written(answer('a'), draft);
  assert.deepEqual([outcome.answer.value, outcome.kept], ['ab', null]);
});

test('a draft names the text of the save under way, which may be done after all', () => {
  const { state } = after(read(undefined), typed('a'), due, typed('ab'), { type: 'left' });
  const draft = draftOnLeaving(state, at(9));
  assert.deepEqual([draft.value, draft.sent], ['ab', 'a']);
  assert.equal(written(answer('a'), draft, true).outcome.kept, null);
});

test('a page that comes back says that its text is from before, until somebody types', () => {
  const back = [read(undefined), typed('a'), { type: 'left' }];
  assert.ok(after(...back).state.fromClosedPage);
  assert.ok(after(...back).state.draftStored);
  assert.ok(!after(...back, typed('ab')).state.fromClosedPage);
  assert.ok(after(...back, due, done).state.draftStored);
  assert.ok(!after(...back, due, (draft) => ({ ...done(draft), deletedDraft: true })).state.draftStored);
});

test('another tab’s text is shown, but not under the hands', () => {
  const known = [read(answer('one'))];
  assert.equal(after(...known, read(answer('two', 2))).state.value, 'two');
  const here = after(...known, read(answer('two', 2), { focused: true })).state;
  assert.deepEqual([here.value, here.hasNewerElsewhere], ['one', true]);
  const returned = after(...known, read(answer('two', 2), { focused: true, returned: true })).state;
  assert.deepEqual([returned.value, returned.hasNewerElsewhere], ['two', false]);
});

test('what is unsaved is left to the save that is due, over the revision that it was typed over', () => {
  const { state, draft } = after(read(answer('one')), typed('mine'), read(answer('two', 2)), due);
  assert.equal(state.value, 'mine');
  assert.equal(draft.base, 1);
  assert.ok(written(answer('two', 2), draft).outcome.kept);
});

test('an answer that is gone from the store but still on the page is saved again', () => {
  const { state, draft } = after(read(answer('one', 4)), read(undefined), due);
  assert.deepEqual([state.value, draft.value, draft.base], ['one', 'one', 4]);
});

test('a record of a newer build is not typed over', () => {
  const newer = [read(answer('x', 1, { format: 2 }))];
  const { state } = after(...newer);
  assert.equal(state.status, 'unreadable');
  assert.ok(isLocked(state));
  assert.equal(after(...newer, typed('y')).state.value, '');
});

test('a record that the browser cannot read is said to be damaged, and is replaced by what is typed', () => {
  assert.equal(after(read(UNREADABLE)).state.status, 'damaged');
  assert.equal(after(read(UNREADABLE), typed('a'), due, done).state.status, 'saved');
});

test('beside a newer build what is unsaved is saved, and then nothing is typed', () => {
  assert.equal(after(read(answer('a')), { type: 'closed' }).state.status, 'outdated');
  const closing = after(read(undefined), typed('a'), { type: 'closed' });
  assert.equal(closing.draft.value, 'a');
  const closed = after(read(undefined), typed('a'), { type: 'closed' }, done);
  assert.equal(closed.state.status, 'outdated');
  assert.equal(after(read(undefined), typed('a'), { type: 'closed' }, done, typed('b')).state.value, 'a');
});

test('a text that is replaced becomes an earlier version, saved or not', () => {
  const replaced = { type: 'replaced', question: QUESTION, value: 'other' };
  const { draft } = after(read(undefined), typed('mine'), replaced, due);
  assert.deepEqual([draft.value, draft.earlier.value], ['other', 'mine']);
});

test('what was erased is not saved again', () => {
  const { state, names } = after(read(answer('a')), typed('ab'), { type: 'dropped' });
  assert.ok(!isUnsaved(state));
  assert.deepEqual(names, ['callOff']);
});

test('a store that cannot be read is said only where nothing has been read', () => {
  const unreachable = { type: 'unreachable', status: 'busy' };
  assert.equal(after(unreachable).state.status, 'busy');
  assert.equal(after(read(answer('a')), unreachable).state.status, 'saved');
});

/** A page and a store in one: each save is decided as the store decides it, and is done, lost, or done unheard. */
class Page {
  state = frozen(firstState(QUESTION));
  record;
  others = [];
  sent = null;
  now = 0;
  timer = false;

  take(event) {
    this.now += 7;
    const { state, effects } = reduce(this.state, frozen({ ...event, ...at(this.now) }));
    this.state = frozen(state);
    for (const effect of effects) {
      if (effect.type === 'write') {
        assert.equal(this.sent, null, 'two saves at a time');
        this.sent = effect.draft;
      }
      if (effect.type === 'saveIn') this.timer = true;
      if (effect.type === 'callOff') this.timer = false;
    }
  }

  end(how) {
    if (!this.sent) return;
    const draft = this.sent;
    this.sent = null;
    const { outcome, puts } = written(this.record, draft, this.state.fromClosedPage, []);
    if (how !== 'lost') {
      this.record = outcome.answer;
      for (const [key, record] of puts) if (!key.startsWith('answer/')) this.others.push(record.value);
    }
    if (how !== 'done') return this.take(failed);
    const { answer, kept } = outcome;
    this.take({ type: 'written', draft, answer, keptOther: kept !== null, deletedDraft: false });
  }

  /** Another tab, which has read what is stored, adds to it. */
  elsewhere(value) {
    this.record = answer(`${this.record?.value ?? ''} ${value}`, (this.record?.rev ?? 0) + 1);
  }

  due() {
    this.timer = false;
    this.take(due);
  }
}

const act = fc.oneof(
  { weight: 4, arbitrary: fc.constant(['type']) },
  { weight: 3, arbitrary: fc.constant(['due']) },
  { weight: 3, arbitrary: fc.constantFrom('done', 'lost', 'unheard').map((how) => ['end', how]) },
  { weight: 1, arbitrary: fc.constant(['elsewhere']) },
  {
    weight: 1,
    arbitrary: fc.record({ returned: fc.boolean(), focused: fc.boolean() }).map((how) => ['read', how]),
  },
  { weight: 1, arbitrary: fc.constantFrom('left', 'closed', 'saveLate').map((type) => ['event', { type }]) },
);

test('in whatever order things happen, the text typed last is stored in the end, and saved means stored', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const page = new Page();
      let [last, number] = ['', 0];
      const doing = {
        type() {
          if (isLocked(page.state)) return;
          last = `t${(number += 1)}.`;
          page.take(typed(`${page.state.value} ${last}`));
        },
        due: () => page.due(),
        end: (how) => page.end(how),
        elsewhere: () => page.elsewhere(`e${(number += 1)}.`),
        read: (how) => page.take(read(page.record, how)),
        event: (event) => page.take(event),
      };
      for (const [name, how] of acts) {
        doing[name](how);
        if (page.state.status === 'saved') assert.equal(page.state.value, page.state.stored);
        assert.ok(
          !isUnsaved(page.state) || page.timer || page.sent || isLocked(page.state),
          'nobody saves it',
        );
      }
      for (let turn = 0; turn < 4; turn += 1) {
        page.due();
        page.end('done');
      }
      assert.ok(!isUnsaved(page.state));
      const kept = [page.record?.value ?? '', ...page.others];
      assert.ok(!last || kept.some((text) => text.includes(last)), `${last} is in no record`);
    }),
    { numRuns: 5000, seed: SEED },
  );
});
