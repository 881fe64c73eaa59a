/**
 * Thousands of ways in which two tabs, of one release or of two, type, save, fail, go, come back, restore a backup
 * and hear of each other: no text is lost, and there is an end to what they write. That the model would
 * find a fault is shown by putting some in. Fast-check tells the seed and the shortest way to a fault.
 */

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import fc from 'fast-check';

import { acts, happened } from './acts.mjs';
import { modules } from './world.mjs';

const SCRIPTS = fileURLToPath(new URL('../../docs/assets/js', import.meta.url));
const RUNS = Number(process.env.MODEL_RUNS ?? 2000);

/**
 * The same ways at each run, so that a change is what makes a difference; another number goes others. About one
 * way in 40,000 "loses" a rating that a second page chose anew, at the value of a save that the first one was
 * about to make: nothing tells the two apart.
 */
const SEED = Number(process.env.MODEL_SEED ?? 4);

/** @param {string} folder */
async function holds(folder) {
  const loaded = await modules(folder);
  return fc.asyncProperty(acts, async (list) => assert.deepEqual(await happened(loaded, list), []));
}

test('no text is lost and no exchange is endless in thousands of ways of two tabs', async () => {
  await fc.assert(await holds(SCRIPTS), { numRuns: RUNS, seed: SEED });
});

/** What each fault takes out of a script, and what stands there instead. */
const FAULTS = {
  'a tab that does not give way': [
    'answers/answers.js',
    'entry.rev !== null && !restored) return null;',
    'false) return null;',
  ],
  'a text that is not put by': ['answers/other-kind.js', 'puts.set(key, { ...text, rev: revOf(key) });', ''],
  'a typed text that waits for ever': [
    'answers/other-kind.js',
    'if (!stands || stands.kind === kind) return null;',
    'return null;',
  ],
  'versions of another kind that are let go': [
    'answers/maintenance.js',
    'parseAnswer(record, kind)',
    'record',
  ],
  'a draft that goes with a save of something else': [
    'answers/answers.js',
    'if (!entry?.unsaved) this.#drafts?.drop(draftKey(id, this.#setting.tab)); // or',
    'this.#drafts?.drop(draftKey(id, this.#setting.tab)); // or',
  ],
  'a text that lost and is not kept': [
    'storage/records.js',
    'unseen && other?.value ? putBy',
    'false ? putBy',
  ],
};

for (const [fault, [file, part, instead]] of Object.entries(FAULTS)) {
  test(`the model finds ${fault}`, async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'two-tabs-'));
    t.after(() => rm(folder, { recursive: true }));
    await cp(SCRIPTS, folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), '{"type": "module"}');
    const script = await readFile(join(folder, file), 'utf-8');
    assert.equal(script.split(part).length, 2, `${file} has not ${part}`);
    await writeFile(join(folder, file), script.replace(part, instead));
    const { failed } = await fc.check(await holds(folder), { numRuns: RUNS, seed: SEED, endOnFailure: true });
    assert.ok(failed);
  });
}
