/** What can happen to two tabs and their store, as fast-check makes it, and what it does to the world. */

import fc from 'fast-check';

import { World, pump } from './world.mjs';

/** The question as releases have it. */
const RELEASES = [
  { id: 'q', kind: 'text', edition: 'a', words: 'How?', formerly: [] },
  { id: 'q', kind: 'rating', edition: 'b', words: 'How much?', formerly: [] },
  { id: 'r', kind: 'text', edition: 'c', words: 'How, then?', formerly: ['q'] },
  { id: 'r', kind: 'rating', edition: 'd', words: 'How much, then?', formerly: ['q'] },
];

/** So many writes may follow what a person did last: saves, texts that are put by, versions that are let go. */
export const MOST_WRITES = 24;

const slot = fc.nat({ max: 1 });
const one = (name, more = {}) => fc.record({ name: fc.constant(name), slot, ...more });

const act = fc.oneof(
  {
    weight: 6,
    arbitrary: one('type', {
      how: fc.constantFrom('append', 'append', 'replace', 'clear'),
      rating: fc.integer({ min: 1, max: 5 }),
    }),
  },
  { weight: 8, arbitrary: one('run', { count: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 3, arbitrary: one('step', { how: fc.constantFrom('done', 'lost', 'unsure') }) },
  { weight: 5, arbitrary: one('wait', { ms: fc.constantFrom(100, 400, 1100, 40_000, 1_000_000) }) },
  { weight: 4, arbitrary: one('hear') },
  { weight: 3, arbitrary: one('open', { how: fc.constantFrom('leave', 'kill'), late: fc.nat({ max: 2 }) }) },
  { weight: 2, arbitrary: one('release', { to: fc.nat({ max: 3 }) }) },
  { weight: 1, arbitrary: one('sittings', { count: fc.integer({ min: 15, max: 30 }) }) },
  { weight: 1, arbitrary: one('look') },
  { weight: 1, arbitrary: one('full', { isFull: fc.boolean() }) },
  { weight: 1, arbitrary: one('away') },
  { weight: 1, arbitrary: one('back') },
  { weight: 1, arbitrary: one('focus') },
  { weight: 1, arbitrary: one('snapshot') },
  { weight: 1, arbitrary: one('restore') },
);

export const acts = fc.array(act, { minLength: 4, maxLength: 60 });

const doing = {
  type({ world, tab }, { how, rating }) {
    if (tab.locked) return;
    const text = world.text();
    const value = { append: `${tab.value} ${text}`, replace: text, clear: '' }[how];
    if (tab.question.kind === 'text') tab.type(value);
    else tab.type(how === 'clear' ? '' : String(rating));
  },
  async run({ tab }, { count }) {
    for (let number = 0; number < count && (await tab.gate.step('done')); number += 1) await pump();
  },
  step: ({ tab }, { how }) => tab.gate.step(how),
  async wait({ tab }, { ms }) {
    const end = tab.clock.time + ms;
    while (tab.clock.step(end - tab.clock.time)) await pump();
    tab.clock.time = end;
  },
  hear: ({ tab }) => void tab.hear(),
  async open(place, { slot, how, late }) {
    const { world, tab } = place;
    if (how === 'leave') {
      tab.answers.leave();
      world.left(tab);
      // What was under way as the page went may be done after all.
      for (let number = 0; number < late && (await tab.gate.step('done')); number += 1) await pump();
      await pump();
    }
    await world.kill(slot);
    await world.takeUp();
    world.open(slot, RELEASES[place.release]);
  },
  async sittings(place, { slot, count }) {
    for (let number = 0; number < count; number += 1) {
      doing.type(place, { how: 'replace', rating: 1 + (number % 5) });
      await doing.wait(place, { slot, ms: 1_000_000 });
      await doing.run(place, { count: 9 });
    }
  },
  release: (place, { to }) => void (place.release = to),
  look: ({ tab }) => void tab.answers.refresh(),
  full: ({ world }, { isFull }) => world.local.fill(isFull),
  away: ({ tab }) => tab.answers.leave(),
  back: ({ tab }) => void tab.answers.refresh(true),
  focus: ({ tab }) => void (tab.focused = !tab.focused),
  async snapshot(place) {
    place.backup = await place.world.store.read(['']);
  },
  async restore({ world, tab, backup }) {
    if (!backup) return;
    await world.write([''], (found) => ({ outcome: null, puts: world.modules.plan(found, backup).puts }));
    world.tell(tab, { restored: true });
    tab.answers.refresh(true, true);
  },
};

/** Does it all; what is wrong then, in words. */
export async function happened(modules, list) {
  const world = new World(modules);
  const place = { world, tab: null, release: 0, backup: null };
  for (const number of [0, 1]) world.open(number, RELEASES[0]);
  for (const each of list) {
    place.tab = world.tabs[each.slot];
    await doing[each.name](place, each);
    await pump();
    const missing = await world.missing(true);
    if (missing.length) world.faults.push(`lost at ${JSON.stringify(each)}: ${missing.join('; ')}`);
    if (world.faults.length) return world.faults;
  }
  if (!(await world.settle(MOST_WRITES))) return [`no end after ${MOST_WRITES} writes and many rounds`];
  for (const [mark] of await world.missing(false)) world.faults.push(`${mark} is in no record`);
  return world.faults;
}
