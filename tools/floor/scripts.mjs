/** Finds syntax in a script that a browser on the floor cannot read: it would run nothing of the file. */

import { parse } from 'acorn';
import { simple } from 'acorn-walk';
import { feature, isAllowed, lacking } from './floor.mjs';

/** The newest syntax that all of the floor reads, but for what is looked for below. */
const EDITION = 2022;
const STATIC_BLOCK = 'javascript.classes.static.initialization_blocks';
const LOOKBEHIND = 'javascript.regular_expressions.lookbehind_assertion';

for (const path of [STATIC_BLOCK, LOOKBEHIND]) {
  if (!feature(path)) throw new Error(`MDN has another name for ${path} now`);
}

/** Modules and classic scripts alike. */
function tree(text) {
  const options = { ecmaVersion: EDITION, locations: true };
  try {
    return parse(text, { ...options, sourceType: 'module' });
  } catch (error) {
    try {
      return parse(text, { ...options, sourceType: 'script' });
    } catch {
      throw error;
    }
  }
}

/** @returns {{ line: number, what: string, path: string }[]} */
export function above(text) {
  const found = [];
  const note = ({ loc }, what, path) => {
    if (lacking(path).length && !isAllowed(path)) found.push({ line: loc.start.line, what, path });
  };
  try {
    simple(tree(text), {
      StaticBlock: (node) => note(node, 'a static block', STATIC_BLOCK),
      Literal: (node) =>
        /\(\?<[=!]/.test(node.regex?.pattern ?? '') && note(node, 'a lookbehind', LOOKBEHIND),
    });
  } catch ({ message, loc }) {
    found.push({ line: loc.line, what: message, path: `syntax newer than ES${EDITION}` });
  }
  return found;
}
