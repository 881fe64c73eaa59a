/**
 * A workbook as Markdown.
 *
 * What a person wrote stands as a plain paragraph and stays readable as it is.
 * What the workbook says beside its questions is quoted (`>`), so that the two
 * are told apart. In an answer only that is guarded which would change or lose
 * the text: at the start of a line the marks of headings, lists, quotations,
 * rules, fences and link definitions, and its indentation (as spaces that do not
 * break); anywhere a backslash before a mark or a space, an entity, and what looks like a
 * tag. A line's end is kept as a break. Emphasis, links and tables are left alone.
 */

import { blocks } from './document.js';

/** @type {Record<import('./document.js').Kind, string>} */
const BEFORE = {
  title: '# ',
  lead: '',
  facts: '',
  section: '## ',
  question: '### ',
  note: '> ',
  answer: '',
  rating: '',
  missing: '> ',
  text: '',
  picture: '> ',
  table: '',
};

const WRITTEN = /[^ \t]/;

/**
 * One line of an answer.
 * @param {string} row
 */
const guarded = (row) =>
  row
    .replace(/\\(?=[!-/:-@[-`{-~\s]|$)/g, '\\\\')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/<(?=[a-z/!?])/gi, '&lt;')
    .replace(/^[ \t]+(?=[^ \t])/, (indent) => indent.replace(/\t/g, '    ').replace(/ /g, '\u00a0'))
    .replace(/^(?:`{3,}|~{3,})/, (fence) => fence.replace(/./g, '\\$&'))
    .replace(/^(?:[#>[]|[-+*](?=[ \t]|$)|[-*_=](?=[-*_= \t]*$))/, '\\$&')
    .replace(/^(\p{Nd}+)([.)])(?=[ \t]|$)/u, '$1\\$2');

/**
 * Two spaces at the end of a line that another follows: that is where it breaks.
 * @param {string} row
 * @param {number} at
 * @param {string[]} rows
 */
const broken = (row, at, rows) => (WRITTEN.test(row) && WRITTEN.test(rows[at + 1] ?? '') ? `${row}  ` : row);

/** @param {import('./document.js').Block} block */
const told = ({ kind, text }) => `${BEFORE[kind]}${text.split('\n').map(guarded).map(broken).join('\n')}\n`;

/**
 * The text of an `.md` file.
 * @param {import('./document.js').Outline} outline
 */
export const markdown = (outline) => blocks(outline).map(told).join('\n');
