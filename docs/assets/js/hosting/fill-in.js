/**
 * Fills values into the commented examples of a new folder's brand.yml, as `macros/brand/fill_in.py` does on a
 * computer: the cases in tests/vectors/fill-in.json hold both.
 */

const LINE = /^(?<outer> *)(?<mark># )?(?<inner> *)(?<key>[a-z_]+):(?= |$)(?<rest>.*)$/;

/**
 * The text with each setting's value in its line, as JSON, which YAML reads as the same.
 * @param {string} text
 * @param {Map<string, unknown>} settings by path, such as `contacts.email`
 * @throws {Error} for a path that has no line
 */
export function filledIn(text, settings) {
  const wanted = new Set(settings.keys());
  const open = new Set([...wanted].flatMap(around));
  /** @type {{ indent: number, key: string }[]} */
  let way = [];
  const lines = text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => {
      const parts = LINE.exec(line)?.groups;
      if (!parts) return line;
      const indent = parts.outer.length + parts.inner.length;
      way = [...way.filter((step) => step.indent < indent), { indent, key: parts.key }];
      const path = way.map((step) => step.key).join('.');
      if (wanted.delete(path)) return `${' '.repeat(indent)}${parts.key}: ${written(settings.get(path))}`;
      return open.has(path) ? `${' '.repeat(indent)}${parts.key}:` : line;
    });
  if (wanted.size) throw new Error(`brand.yml has no line for ${[...wanted].join(', ')}`);
  return `${lines.join('\n')}\n`;
}

/** The paths around one: `a` and `a.b` of `a.b.c`. @param {string} path */
const around = (path) =>
  path
    .split('.')
    .slice(0, -1)
    .map((_, index, all) => all.slice(0, index + 1).join('.'));

/** Lists with a space after each comma, as Python writes them. @param {unknown} value */
function written(value) {
  return Array.isArray(value)
    ? `[${value.map((one) => JSON.stringify(one)).join(', ')}]`
    : JSON.stringify(value);
}
