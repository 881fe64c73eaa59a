// Reads { sources, scripts } as JSON, scripts by name as they are written and as they are published, and
// writes the names of the sources that are published as something else. A module counts as the same
// where it imports the same from the same modules, exports the same, and has the same tree besides,
// wherever it is: in a file of its own or in a bundle (publish/bundles.py).
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parse } from 'acorn';

const { sources, scripts } = JSON.parse(readFileSync(0, 'utf8'));
const variableOf = (name) => name.replace(/\.js$/, '').replace(/\W/g, '_');
const moduleOf = new Map(Object.keys(sources).map((name) => [variableOf(name), name]));
const resolved = (from, address) => posix.normalize(posix.join(posix.dirname(from), address));
const body = (text) => parse(text, { ecmaVersion: 'latest', sourceType: 'module' }).body;
/** The modules in each bundle: what it exports. */
const bundled = new Map(
  Object.entries(scripts)
    .filter(([name]) => name.startsWith('bundles/') && !name.startsWith('bundles/frame'))
    .map(([name, text]) => {
      const said = body(text).find((one) => one.type === 'ExportNamedDeclaration');
      return [name, said.specifiers.map((one) => moduleOf.get(one.exported.name))];
    }),
);

/** A tree as text, with the module that each `import()` gives in place of its address. */
function written(node, from) {
  return JSON.stringify(node, (key, value) => {
    if (key === 'start' || key === 'end') return undefined;
    if (typeof value === 'bigint' || value instanceof RegExp) return String(value);
    const call = value?.type === 'CallExpression' && value.callee.property?.name === 'then' ? value : null;
    const inner = call?.callee.object.type === 'ImportExpression' ? call.callee.object : null;
    const given = inner && call.arguments[0]?.body;
    if (inner && bundled.has(resolved(from, inner.source.value))) {
      const name = moduleOf.get(given.property.name);
      const own = given.object.name === call.arguments[0].params[0].name;
      const there = bundled.get(resolved(from, inner.source.value)).includes(name);
      return own && there ? { type: 'Later', name } : { type: 'Nothing' };
    }
    if (value?.type === 'ImportExpression' && value.source.type === 'Literal')
      return { type: 'Later', name: resolved(from, value.source.value) };
    return value;
  });
}

/** `const { a, b: c } = variable` as [name, own], where the variable is what a module exports. */
function taken(node) {
  const [one, more] = node.type === 'VariableDeclaration' ? node.declarations : [];
  if (!one || more || one.init?.type !== 'Identifier' || !moduleOf.has(one.init.name)) return null;
  if (one.id.type !== 'ObjectPattern') return null;
  return one.id.properties.map(({ key, value }) => [moduleOf.get(one.init.name), key.name, value.name]);
}

/** What a module imports, exports and is besides: of its statements as `from` has them. */
function module(statements, from) {
  const found = { imports: [], exports: [], rest: [] };
  for (const node of statements) {
    const there = node.source && resolved(from, node.source.value);
    if (node.type === 'ImportDeclaration') {
      if (bundled.has(there)) continue; // what it takes from there follows
      for (const one of node.specifiers) found.imports.push([there, one.imported.name, one.local.name]);
    } else if (taken(node)) found.imports.push(...taken(node));
    else if (node.type === 'ReturnStatement')
      for (const { key, value } of node.argument.properties) found.exports.push([key.name, value.name]);
    else if (node.type === 'ExportNamedDeclaration' && there)
      for (const one of node.specifiers) found.exports.push([one.exported.name, there, one.local.name]);
    else if (node.type === 'ExportNamedDeclaration' && !node.declaration)
      for (const one of node.specifiers) found.exports.push([one.exported.name, one.local.name]);
    else if (node.type === 'ExportNamedDeclaration' && taken(node.declaration))
      for (const [name, one, own] of taken(node.declaration)) found.exports.push([own, name, one]);
    else if (node.type === 'ExportNamedDeclaration') {
      const { declaration } = node;
      const patterns = declaration.declarations?.map(({ id }) => id) ?? [declaration.id];
      const names = patterns.flatMap((id) => id.properties?.map(({ value }) => value.name) ?? [id.name]);
      found.exports.push(...names.map((name) => [name, name]));
      found.rest.push(written(declaration, from));
    } else if (node.type.startsWith('Export')) throw new Error(`${from}: ${node.type}`);
    else found.rest.push(written(node, from));
  }
  found.exports.sort();
  return JSON.stringify(found);
}

/** The modules of a bundle, each as its statements. */
function functions(name) {
  const found = new Map();
  for (const node of body(scripts[name])) {
    const one = node.type === 'VariableDeclaration' ? node.declarations[0] : null;
    const called = one?.init?.type === 'CallExpression' ? one.init.callee : null;
    if (called?.type === 'ArrowFunctionExpression' && !called.async && !called.params.length)
      found.set(moduleOf.get(one.id.name), called.body.body);
  }
  return found;
}

/** A module that is a file of its own, or a classic script. */
function whole(text, from) {
  try {
    return module(body(text), from);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return written(parse(text, { ecmaVersion: 'latest', sourceType: 'script' }), from);
  }
}

const differing = new Set();
const compare = (name, one, other) => {
  if (one !== other) differing.add(name);
};
for (const [name, text] of Object.entries(sources)) {
  const home = [...bundled].find(([, members]) => members.includes(name))?.[0];
  if (!home) compare(name, whole(text, name), whole(scripts[name], name));
  else {
    const statements = functions(home).get(name);
    // In a bundle an address leads from the bundle.
    compare(name, module(body(text), name), statements && module(statements, home));
    const { exports } = JSON.parse(module(body(text), name));
    const left = JSON.parse(module(body(scripts[name]), name));
    compare(
      name,
      JSON.stringify(exports.map(([own]) => own)),
      JSON.stringify(left.exports.map(([own]) => own)),
    );
    compare(name, '[]', JSON.stringify(left.rest));
  }
}
// The frame's scripts, each in a `try` of its own.
const frames = Object.keys(scripts).filter((name) => name.startsWith('bundles/frame'));
const classic = new Map(
  Object.entries(sources)
    .filter(([name]) => name.startsWith('material/'))
    .map(([name, text]) => [written(body(text), name), name]),
);
for (const frame of frames)
  for (const { type, block } of body(scripts[frame]))
    if (type !== 'TryStatement' || !classic.has(written(block.body, frame))) differing.add(frame);
console.log(JSON.stringify([...differing]));
