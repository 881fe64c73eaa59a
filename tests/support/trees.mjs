// Reads pairs of scripts as JSON, [[name, one, other], …], and writes the names of those that acorn
// reads differently: of which any token's place in the tree, name, text, pattern or number differs.
import { readFileSync } from 'node:fs';
import { parse } from 'acorn';

const PLACES = new Set(['start', 'end']);

/** What is written of a part of a tree. */
function written(key, value) {
  if (PLACES.has(key)) return undefined;
  return typeof value === 'bigint' || value instanceof RegExp ? String(value) : value;
}

/** A script's tree as text; of one that is neither module nor classic script, why. */
function tree(script) {
  try {
    return JSON.stringify(parse(script, { ecmaVersion: 'latest', sourceType: 'module' }), written);
  } catch {
    return JSON.stringify(parse(script, { ecmaVersion: 'latest', sourceType: 'script' }), written);
  }
}

const pairs = JSON.parse(readFileSync(0, 'utf8'));
const differing = pairs.filter(([, one, other]) => tree(one) !== tree(other));
console.log(JSON.stringify(differing.map(([name]) => name)));
