/** Finds what a style sheet asks of browsers that one on the floor lacks: it would pass it over in silence. */

import { parse, walk } from 'css-tree';
import { below, feature, isAllowed, lacking } from './floor.mjs';

const UNITS = {
  viewport_percentage_units_dynamic: /^dv/,
  viewport_percentage_units_large: /^lv/,
  viewport_percentage_units_small: /^sv/,
  container_query_length_units: /^cq/,
};

/** MDN's paths for a node; `property` is the one whose value it is in. */
function* paths(node, property) {
  const { type } = node;
  const name = String(node.name ?? node.property ?? '').toLowerCase(); // an attribute's name is a node
  if (type === 'Declaration') yield `css.properties.${name}`;
  if (type === 'Atrule') yield `css.at-rules.${name}`;
  if (type === 'Atrule') yield `css.at-rules.page.at_${name}`;
  if (type === 'Feature') yield `css.at-rules.media.${name}`;
  if (type === 'PseudoClassSelector' || type === 'PseudoElementSelector') yield `css.selectors.${name}`;
  if (type === 'NestingSelector') yield 'css.selectors.nesting';
  if (type === 'Identifier' && property) yield `css.properties.${property}.${name}`;
  if (type === 'Function') {
    if (property) yield `css.properties.${property}.${name}`;
    yield `css.types.${name}`;
    for (const kind of below('css.types')) yield `css.types.${kind}.${name}`;
  }
  if (type === 'Dimension') {
    const [group] = Object.entries(UNITS).find(([, units]) => units.test(node.unit)) ?? [node.unit];
    yield `css.types.length.${group}`;
  }
  if (type === 'Operator' && node.value === '/' && property === 'content')
    yield 'css.properties.content.alt_text';
}

/** @returns {{ line: number, what: string, path: string }[]} each kind once a line */
export function above(text) {
  const found = new Map();
  const note = (line, what, path) => found.set(`${line} ${path}`, { line, what, path });
  const onParseError = (error) => note(error.line, error.message, 'not understood');
  const tree = parse(text, { positions: true, onParseError });
  walk(tree, {
    enter(node) {
      const property = this.declaration?.property;
      for (const path of new Set(paths(node, property))) {
        if (!feature(path) || isAllowed(path) || lacking(path).length === 0) continue;
        note(node.loc.start.line, node.name ?? node.property ?? node.unit ?? node.value, path);
      }
    },
  });
  return [...found.values()];
}
