/**
 * Two tabs and a store, without a browser: the site's own modules, a clock that is set by hand, and a
 * store whose every operation waits until it is let through, or fails. What tabs tell each other waits, too.
 */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Reads a folder of scripts, such as `docs/assets/js`. */
export async function modules(folder) {
  const at = (name) => import(pathToFileURL(join(folder, name)).href);
  const [{ Answers }, { MemoryStore }, { Drafts }, { plan }] = await Promise.all(
    ['answers/answers.js', 'storage/memory-store.js', 'storage/drafts.js', 'backup/merge.js'].map(at),
  );
  await at('answers/maintenance.js'); // so that a page that loads it later has it at once
  return { Answers, MemoryStore, Drafts, plan };
}

/** A browser's local storage; `isFull` while it refuses what is put there. */
export function makeLocalStorage() {
  const state = { isFull: false };
  const methods = {
    setItem(key, text) {
      if (state.isFull) throw new DOMException('full', 'QuotaExceededError');
      this[key] = text;
    },
    getItem(key) {
      return Object.hasOwn(this, key) ? this[key] : null;
    },
    removeItem(key) {
      delete this[key];
    },
    fill(isFull) {
      state.isFull = isFull;
    },
  };
  return Object.create(methods);
}

/** Lets all that has been settled be heard of. */
export async function pump() {
  for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate);
}

class Clock {
  time = 0;
  timers = new Map();
  #next = 0;

  now = () => this.time;
  date = () => new Date(Date.UTC(2026, 10, 29) + this.time).toISOString();
  after = (delay, call) => {
    const id = (this.#next += 1);
    this.timers.set(id, { at: this.time + delay, call });
    return () => void this.timers.delete(id);
  };

  /** Goes on to the next timer within `delay`; whether there was one. */
  step(delay) {
    const [first] = [...this.timers].sort(([, one], [, other]) => one.at - other.at);
    if (!first || first[1].at > this.time + delay) return false;
    const [id, { at, call }] = first;
    this.timers.delete(id);
    this.time = Math.max(this.time, at);
    call();
    return true;
  }
}

/** Where one tab keeps records: what it asks is done in its order, each when the world lets it. */
class Gate {
  ready = true;
  queue = [];
  #world;

  constructor(world) {
    this.#world = world;
  }

  #wait(name, work) {
    return new Promise((resolve, reject) => this.queue.push({ name, work, resolve, reject }));
  }

  read = (keys) => this.#wait('read', () => this.#world.store.read(keys));
  keys = (prefix) => this.#wait('read', () => this.#world.store.keys(prefix));
  update = (keys, decide) => this.#wait('update', () => this.#world.write(keys, decide));
  prepare = async () => {};

  leave = async (puts) => {
    const dropped = this.queue.filter(({ name }) => name === 'update');
    this.queue = this.queue.filter(({ name }) => name !== 'update');
    for (const { reject } of dropped) reject(new Error('dropped'));
    await this.#world.write([], () => ({ outcome: null, puts }));
  };

  /** Lets one through; `lost` fails before it is done, `unsure` after. */
  async step(how) {
    const next = this.queue.shift();
    if (!next) return false;
    if (how === 'lost') next.reject(new Error('lost'));
    else if (how === 'unsure') await next.work().then(() => next.reject(new Error('unsure')), next.reject);
    else await next.work().then(next.resolve, next.reject);
    return true;
  }
}

/** A page that shows one question. */
export class Tab {
  value = '';
  state = 'loading';
  focused = false;
  heard = [];
  clock = new Clock();

  constructor(world, question, name) {
    this.world = world;
    this.question = question;
    this.gate = new Gate(world);
    this.answers = new world.modules.Answers({
      store: this.gate,
      drafts: new world.modules.Drafts(() => world.local, 'copy'),
      clock: this.clock,
      tab: name,
      notify: () => {},
    });
    for (const type of ['saved', 'recovered', 'moved'])
      this.answers.addEventListener(type, ({ id }) => world.tell(this, { saved: id }));
    this.field = {
      question,
      focused: () => this.focused,
      show: (value, state) => {
        [this.value, this.state] = [value, state];
        if (state === 'saved') world.saved(question.kind, value);
      },
    };
    this.answers.join(this.field);
  }

  get locked() {
    return this.state === 'unreadable' || this.state === 'outdated';
  }

  type(value) {
    this.world.typed(this.question.kind, this.value, value);
    this.value = value;
    this.answers.type(this.field, value);
  }

  hear() {
    const message = this.heard.shift();
    if (message?.saved) this.answers.follow(message.saved);
    if (message?.restored) this.answers.refresh(true, true);
    return message !== undefined;
  }
}

/** What a person means to keep: each text of its own, each rating by its value. */
const marks = (kind, value) =>
  kind === 'rating' ? (value ? [`rating ${value}`] : []) : (value.match(/t\d+\./g) ?? []);

const MOST_VERSIONS = 20;

/** After so many rounds in which something happened there is no end in sight. */
const MOST_ROUNDS = 200;

export class World {
  tabs = [null, null];
  writes = 0;
  faults = [];
  /** What is to be found in some record, and whether it was called saved. */
  owed = new Map();
  #names = 0;
  #texts = 0;

  constructor(modules) {
    this.modules = modules;
    this.store = new modules.MemoryStore();
    this.local = makeLocalStorage();
  }

  /** As a page does before it reads: what pages have left goes into the store. */
  async takeUp() {
    const update = (keys, decide) => this.write(keys, decide);
    await new this.modules.Drafts(() => this.local, 'copy').takeUp({ update });
  }

  open(slot, question) {
    this.tabs[slot] = new Tab(this, question, `tab${(this.#names += 1)}`);
  }

  text() {
    return `t${(this.#texts += 1)}.`;
  }

  tell(from, message) {
    for (const tab of this.tabs) if (tab && tab !== from) tab.heard.push(message);
  }

  async write(keys, decide) {
    const before = await this.store.read(['']);
    let change = null;
    const outcome = await this.store.update(keys, (found) => (change = decide(found)));
    if (change.puts?.size || change.deletes?.length) this.writes += 1;
    const after = await this.store.read(['']);
    for (const [key, record] of before) if (!after.has(key)) this.#look(key, record, after);
    return outcome;
  }

  /** A version may go where another record has its text, or enough later ones are kept. */
  #look(key, record, after) {
    if (!key.startsWith('version/')) return;
    const texts = [...after].filter(([, other]) => other.kind === record.kind);
    if (texts.some(([, other]) => other.value === record.value)) return;
    const kept = new Set(
      texts.filter(([other]) => other.startsWith('version/')).map(([, other]) => other.value),
    );
    if (kept.size < MOST_VERSIONS) this.faults.push(`the version ${JSON.stringify(record.value)} was let go`);
  }

  /** A person has put one text in the place of another. */
  typed(kind, before, after) {
    const [was, now] = [marks(kind, before), marks(kind, after)];
    for (const mark of was) if (!now.includes(mark)) this.owed.delete(mark);
    // What was in the field already is not typed anew: another tab may have replaced it meanwhile.
    for (const mark of now) if (!was.includes(mark) && !this.owed.has(mark)) this.owed.set(mark, 'typed');
  }

  /** The tab's page goes: what it has typed is left for the next one, as if it had been saved. */
  left({ question, value, locked }) {
    if (!locked) this.saved(question.kind, value);
  }

  saved(kind, value) {
    for (const mark of marks(kind, value)) if (this.owed.has(mark)) this.owed.set(mark, 'saved');
  }

  async found() {
    const left = Object.values(this.local).map((text) => JSON.parse(text));
    const records = [...(await this.store.read([''])).values(), ...left];
    return new Set(
      records.flatMap((record) => marks(record.kind ?? record.question?.kind, record.value ?? '')),
    );
  }

  /** What is owed and is in no record, nor, where it may, in a field. */
  async missing(fields) {
    const found = await this.found();
    const shown = this.tabs.flatMap((tab) => (tab ? marks(tab.question.kind, tab.value) : []));
    return [...this.owed].filter(
      ([mark, state]) => !found.has(mark) && !(fields && state === 'typed' && shown.includes(mark)),
    );
  }

  /** A tab is gone without a word: what stood in its field alone and was not called saved goes with it. */
  async kill(slot) {
    this.tabs[slot] = null;
    for (const [mark] of await this.missing(true))
      if (this.owed.get(mark) === 'typed') this.owed.delete(mark);
  }

  /** All that is waiting is done, and all timers come; whether there is an end to it. */
  async settle(most) {
    const before = this.writes;
    for (let [idle, rounds] = [0, 0]; idle < 2; rounds += 1) {
      if (rounds > MOST_ROUNDS) return false;
      let some = false;
      for (const tab of this.tabs) {
        await pump();
        while (tab && (await tab.gate.step('done'))) {
          some = true;
          await pump();
        }
        some = tab?.hear() || some;
        some = tab?.clock.step(60_000) || some;
      }
      idle = some ? 0 : idle + 1;
      if (this.writes - before > most) return false;
    }
    return true;
  }
}
