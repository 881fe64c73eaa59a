/**
 * TypeScript's declarations of what browsers have, without what a browser on the floor lacks: so the type
 * checker refuses a script that uses it. Reads the declarations line by line, as they are laid out alike.
 */

import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import getExePath from '../../node_modules/typescript/lib/getExePath.js';
import { feature, isAllowed, lacking } from './floor.mjs';

const LIBRARY = dirname(getExePath());
const WANTED =
  /^lib\.(es5|es20(1\d|2[0-3])(\..+)?|dom|dom\.(iterable|asynciterable)|decorators(\.legacy)?)\.d\.ts$/;
const OPENS = /^( *)(?:declare |export )?(?:interface|var|const|namespace) (\w+)[^;]*\{$/;
const MEMBER = /^ +(?:readonly |get |set )*(\w+)\??\s*[(:<]/;
const GLOBAL = /^(?:declare )(?:function|var|const) (\w+)/;

/** The interfaces that take their members from each interface: of a mixin MDN lists them there. */
function heirs(lines) {
  const found = new Map();
  for (const line of lines) {
    const [, name, parents = ''] = /^interface (\w+)[^{]* extends ([^{]+)\{$/.exec(line) ?? [];
    for (const parent of parents.replace(/<[^>]*>/g, '').split(',')) {
      if (name) found.set(parent.trim(), [...(found.get(parent.trim()) ?? []), name]);
    }
  }
  return found;
}

/** What MDN may call the member of an interface, or the interface itself. */
function paths(name, member, parents) {
  const own = name.replace(/Constructor$/, '');
  const ends = member ? [`.${member}`, `.${member}_static`] : [''];
  const direct = ['api', 'javascript.builtins', 'javascript.builtins.Intl'].flatMap((root) =>
    ends.map((end) => `${root}.${own}${end}`),
  );
  const known = direct.filter(feature);
  if (known.length || !member) return known;
  return (parents.get(name) ?? []).flatMap((heir) => paths(heir, member, parents));
}

/** Whether some browser on the floor lacks all of what MDN calls so, and no reason allows it. */
const missing = (known) =>
  known.length > 0 && known.every((path) => lacking(path).length && !isAllowed(path));

/** The declarations as one text. */
export function declarations() {
  const files = readdirSync(LIBRARY).filter((name) => WANTED.test(name));
  const lines = files.flatMap((name) => readFileSync(join(LIBRARY, name), 'utf8').split(/\r?\n/));
  const parents = heirs(lines);
  const kept = [];
  const open = [];
  let dropped = false; // inside a declaration that is left out
  let unended = false; // inside a member that is left out, and goes over several lines
  for (const line of lines) {
    if (unended || line.startsWith('/// <reference lib')) {
      unended &&= !line.endsWith(';');
      continue;
    }
    const [, indent, name] = OPENS.exec(line) ?? [];
    if (name) {
      const isValue = /^ *(?:declare |export )?(?:var|const) /.test(line);
      dropped ||= isValue && missing([...paths(name, '', parents), ...paths('Window', name, parents)]);
      open.push({ name, indent, dropped });
    } else if (open.length && line.startsWith(`${open.at(-1).indent}}`)) {
      const ended = open.pop();
      dropped = open.at(-1)?.dropped ?? false;
      if (ended.dropped) continue;
    } else if (open.length && !dropped) {
      const [, member] = MEMBER.exec(line) ?? [];
      if (member && missing(paths(open.at(-1).name, member, parents))) {
        unended = !line.endsWith(';');
        continue;
      }
    } else if (!open.length) {
      const [, global] = GLOBAL.exec(line) ?? [];
      if (global && missing([...paths(global, '', parents), ...paths('Window', global, parents)])) continue;
    }
    if (!dropped) kept.push(line);
  }
  return kept.join('\n');
}
