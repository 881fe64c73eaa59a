/** Does what `scripts.py` asks for, a line of JSON each, and answers with a line. */

import { createInterface } from 'node:readline';

const MODULES = new URL('../../docs/assets/js/', import.meta.url);

globalThis.siteModule = (path) => import(new URL(path, MODULES));

/** As JSON, which escapes lone surrogates. */
async function answer([script, value]) {
  try {
    // biome-ignore lint/security/noGlobalEval: it is what the tests are for
    const act = globalThis.eval(`(${script})`);
    return { result: JSON.stringify((await act(JSON.parse(value))) ?? null) };
  } catch (error) {
    return { error: String(error.stack ?? error) };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
}
