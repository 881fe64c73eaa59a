/** What pictures are made of: the marks and lines of each role, words, and the key. Pure. */

/**
 * @typedef {import('./shapes.js').Paint} Paint
 * @typedef {import('./shapes.js').Point} Point
 * @typedef {import('./shapes.js').Role} Role
 * @typedef {import('./shapes.js').Series} Series
 * @typedef {import('./shapes.js').Shape} Shape
 */

export const LETTERS = 14;
export const SMALL = 13;
const ROW = 30;

/** How wide a bold letter is, of its height; a little more than most faces have. */
const LETTER = 0.6;

/** @param {number} number */
const tenth = (number) => Math.round(number * 10) / 10;

/** @param {Point} point @returns {Point} */
const rounded = ([x, y]) => [tenth(x), tenth(y)];

/** @param {Point[]} points @param {Paint} paint @returns {Shape} */
export const polygon = (points, paint) => ({ kind: 'polygon', points: points.map(rounded), ...paint });

/** @param {Point[]} points @param {Paint} paint @returns {Shape} */
export const polyline = (points, paint) => ({ kind: 'polyline', points: points.map(rounded), ...paint });

/**
 * @param {string} text
 * @param {Point} at the start, middle or end of its base line
 * @param {Partial<import('./shapes.js').Letters> & Paint} [more]
 * @returns {import('./shapes.js').Letters & Paint}
 */
export const letters = (text, at, more = {}) => {
  return { kind: 'text', anchor: 'start', size: LETTERS, fill: 'text', ...more, text, at: rounded(at) };
};

/** About how wide the text is. @param {string} text @param {number} [size] */
export const widthOf = (text, size = LETTERS) => [...text].length * size * LETTER;

/**
 * The text in lines that are at most so wide where its words allow it.
 * @param {string} text
 * @param {number} width
 */
export function wrapped(text, width) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** How the line of each role is drawn; others have none. @type {Record<Role, Paint | null>} */
export const LINES = {
  now: { stroke: 'text', thick: 3 },
  target: { stroke: 'text', thick: 2, dash: '7 5' },
  earlier: { stroke: 'soft', thick: 2, dash: '0.1 5' },
  others: null,
};

/** The order in which roles are drawn: each mark is smaller than the one beneath it. @type {Role[]} */
const DEPTH = ['earlier', 'target', 'others', 'now'];

/** The series in the order in which they are drawn. @param {Series[]} series */
export const byDepth = (series) => [...series].sort((a, b) => DEPTH.indexOf(a.role) - DEPTH.indexOf(b.role));

/**
 * The role's mark: a filled circle, a hollow square, a hollow diamond, a hollow triangle.
 * @param {Role} role
 * @param {Point} at its middle
 * @param {string} [attribute] whose colour it has
 * @returns {Shape}
 */
export function mark(role, [x, y], attribute) {
  const ink = attribute ? 'attribute' : 'text';
  /** @type {Paint} */
  const hollow = { fill: 'surface', stroke: ink, thick: 2.25, ...(attribute && { attribute }) };
  if (role === 'now') {
    return {
      ...hollow,
      kind: 'circle',
      at: rounded([x, y]),
      r: 6.5,
      fill: ink,
      stroke: 'surface',
      thick: 1.5,
    };
  }
  if (role === 'target')
    return polygon(
      [
        [x - 9, y - 9],
        [x + 9, y - 9],
        [x + 9, y + 9],
        [x - 9, y + 9],
      ],
      hollow,
    );
  if (role === 'earlier') {
    return polygon(
      [
        [x, y - 14],
        [x + 14, y],
        [x, y + 14],
        [x - 14, y],
      ],
      { ...hollow, thick: 1.75 },
    );
  }
  return polygon(
    [
      [x, y - 9],
      [x + 9, y + 7],
      [x - 9, y + 7],
    ],
    hollow,
  );
}

/**
 * A bar that lies along a line, for a range.
 * @param {Point} from
 * @param {Point} to
 * @param {string} [attribute] whose colours it has
 */
export function bar([x1, y1], [x2, y2], attribute) {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [along, up] = [(4.5 * (x2 - x1)) / length || 0, (4.5 * (y2 - y1)) / length || 0];
  const [dx, dy] = along || up ? [along, up] : [4.5, 0];
  /** @type {Point[]} */
  const corners = [
    [x1 - dx - dy, y1 - dy + dx],
    [x1 - dx + dy, y1 - dy - dx],
    [x2 + dx + dy, y2 + dy - dx],
    [x2 + dx - dy, y2 + dy + dx],
  ];
  /** @type {Paint} */
  const paint = attribute ? { fill: 'tint', stroke: 'attribute', attribute } : { stroke: 'text' };
  return polygon(corners, { ...paint, thick: 1.25 });
}

/**
 * Whether the axis has no figure to speak of: of those for now, or else of any.
 * @param {Series[]} series
 * @param {number} axis
 */
export function isUnrated(series, axis) {
  const now = series.filter(({ role }) => role === 'now');
  return (now.length ? now : series).every(({ values }) => values[axis] == null);
}

/**
 * What each role looks like, in as many rows as are needed, and their height.
 * @param {Series[]} series
 * @param {number} width
 * @param {number} top
 * @returns {{ shapes: Shape[], height: number }}
 */
export function key(series, width, top) {
  const [sample, gap] = [38, 20];
  let [x, y] = [14, top + ROW / 2];
  const shapes = series.flatMap(({ role, label }) => {
    const wide = sample + 10 + widthOf(label, SMALL);
    if (x > 14 && x + wide > width) [x, y] = [14, y + ROW];
    const line = LINES[role];
    const [left, right] = [x, x + sample];
    x += wide + gap;
    return [
      ...(line
        ? [
            polyline(
              [
                [left, y],
                [right, y],
              ],
              line,
            ),
          ]
        : []),
      ...(role === 'others' ? [bar([left + 4.5, y], [right - 4.5, y])] : []),
      mark(role, [(left + right) / 2, y]),
      letters(label, [right + 8, y + 4.5], { size: SMALL }),
    ];
  });
  return { shapes, height: series.length ? y + ROW / 2 - top : 0 };
}
