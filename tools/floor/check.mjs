/**
 * Checks that the site asks nothing of a browser that one on the floor lacks (`browserslist` in package.json):
 * no syntax, no style, and, by the type checker, no interface. What is used all the same, because it is tested
 * for or can be missed, is in allowed.json with its reason.
 *
 *   node tools/floor/check.mjs [FOLDER]
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import getExePath from '../../node_modules/typescript/lib/getExePath.js';
import { allowed, feature, lacking, oldest } from './floor.mjs';
import { above as inScript } from './scripts.mjs';
import { above as inStyles } from './styles.mjs';
import { declarations } from './types.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const folder = resolve(process.argv[2] ?? join(ROOT, 'docs/assets'));
const MADE = 'site.css'; // of all the others
const LOOKS = { '.js': inScript, '.css': inStyles };

const files = readdirSync(folder, { recursive: true })
  .filter((name) => !name.endsWith(MADE))
  .sort();
const texts = files.flatMap((name) => {
  const [ending] = /\.\w+$/.exec(name) ?? [''];
  return ending in LOOKS
    ? [{ name, look: LOOKS[ending], text: readFileSync(join(folder, name), 'utf8') }]
    : [];
});

const problems = texts.flatMap(({ name, look, text }) =>
  look(text).map(({ line, what, path }) => {
    const browsers = lacking(path).join(', ');
    return `${join(folder, name)}:${line}: ${what}: ${browsers ? `not in ${browsers}` : 'refused'} (${path})`;
  }),
);

const all = process.argv[2] ? null : texts.map(({ text }) => text).join('\n');
for (const [path, reason] of Object.entries(allowed)) {
  const name = path.split('.').at(-1);
  if (!reason) problems.push(`allowed.json: ${path} has no reason`);
  if (!feature(path)) problems.push(`allowed.json: MDN knows no ${path}`);
  else if (!lacking(path).length) problems.push(`allowed.json: all of the floor has ${path}: leave it out`);
  else if (!name.includes('_') && all?.includes(name) === false)
    problems.push(`allowed.json: nothing uses ${path}: leave it out`);
}

const made = mkdtempSync(join(tmpdir(), 'floor-'));
const settings = {
  extends: join(ROOT, 'tsconfig.json'),
  compilerOptions: { lib: null, noLib: true, skipLibCheck: true },
  include: [join(folder, '**/*.js'), 'lib.d.ts'],
};
writeFileSync(join(made, 'lib.d.ts'), declarations());
writeFileSync(join(made, 'tsconfig.json'), JSON.stringify(settings));
const types = spawnSync(getExePath(), ['--project', made], { encoding: 'utf8' });
rmSync(made, { recursive: true });
if (types.status !== 0) {
  const browsers = oldest.map(([browser, version]) => `${browser} ${version}`).join(', ');
  problems.push(`${types.stdout}${types.stderr}The type checker knew only what ${browsers} have.`);
}

for (const problem of problems) console.error(problem);
process.exitCode = problems.length ? 1 : 0;
