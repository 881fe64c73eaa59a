/**
 * A workbook as a Word document (Office Open XML, transitional). A question that
 * is not answered has room to write in, on the screen and on paper.
 */

import { escaped, line } from '../../page/clean-text.js';
import { blocks, directed } from '../document.js';
import { TEXT_WIDTH } from './constants.js';
import { listed, picture } from './inserts.js';
import { parts } from './parts.js';
import { zip } from './zip.js';

/**
 * @typedef {import('../document.js').Drawn} Drawn
 * @typedef {import('../document.js').Block} Block
 * @typedef {import('../document.js').Item} Item
 */

const ROOM = 7; // lines of room to write in: 40 mm
const CHOSEN = '<w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/>';
const STYLES = {
  title: 'Title',
  lead: 'Subtitle',
  facts: 'Facts',
  section: 'Heading1',
  question: 'Heading2',
  note: 'Note',
  answer: 'Answer',
  rating: 'Rating',
  missing: 'Rating',
  text: 'Normal',
  picture: 'Picture',
  table: 'Normal',
};

/** @param {string} text */
function run(text) {
  const start = '<w:t xml:space="preserve">';
  const marked = escaped(text).replace(
    /[\t\n]/g,
    (mark) => `</w:t>${mark === '\t' ? '<w:tab/>' : '<w:br/>'}${start}`,
  );
  return `${start}${marked}</w:t>`;
}

/**
 * A paragraph; more, close together, where its lines run in both directions: only a whole one has a direction.
 * @param {string} text
 * @param {string} style
 */
function paragraph(text, style) {
  const runs = directed(text).map(({ text: words, rtl }, at, all) => {
    const [turn, turned] = rtl ? ['<w:bidi/>', '<w:rPr><w:rtl/></w:rPr>'] : ['', ''];
    const close = at < all.length - 1 ? '<w:spacing w:after="0"/>' : '';
    const said = words && `<w:r>${turned}${run(words)}</w:r>`;
    return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${turn}${close}</w:pPr>${said}</w:p>`;
  });
  return runs.join('');
}

/** A framed paragraph of blank lines: a table would be read out as one. */
const room = `<w:p><w:pPr><w:pStyle w:val="Room"/></w:pPr><w:r>${'<w:br/>'.repeat(ROOM - 1)}</w:r></w:p>`;

/**
 * A framed row.
 * @param {string} question what the row belongs to, for those who hear it
 * @param {string[]} cells the paragraphs of each
 * @param {number} chosen the cell that is marked, -1 for none
 */
function row(question, cells, chosen) {
  const width = TEXT_WIDTH / cells.length;
  const columns = `<w:gridCol w:w="${width}"/>`.repeat(cells.length);
  const size = `<w:tcW w:w="${width}" w:type="dxa"/>`;
  const made = cells.map(
    (cell, at) => `<w:tc><w:tcPr>${size}${at === chosen ? CHOSEN : ''}</w:tcPr>${cell}</w:tc>`,
  );
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="Scale"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/>` +
    `<w:tblLayout w:type="fixed"/><w:tblDescription w:val="${escaped(question)}"/></w:tblPr>` +
    `<w:tblGrid>${columns}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>${made.join('')}</w:tr></w:tbl>`
  );
}

/** @param {Item} item @param {import('../document.js').Scale} scale */
function numbers({ text }, { value, words }) {
  const cells = ['1', '2', '3', '4', '5'].map((number, at) => {
    const meaning = line(words[at] ?? '');
    return paragraph(number, 'Number') + (meaning && paragraph(meaning, 'Meaning'));
  });
  return row(line(text), cells, Number(value) - 1);
}

/** @param {Block} block @param {string} choose @param {Drawn[]} pictures */
function content({ kind, text, item, part }, choose, pictures) {
  if (part?.kind === 'picture') return picture(part, text, pictures.indexOf(part));
  if (part?.kind === 'table') return listed(part, (cell, style) => paragraph(line(cell), style));
  if (item?.scale)
    return paragraph(kind === 'missing' ? choose : text, STYLES[kind]) + numbers(item, item.scale);
  if (item && kind === 'missing') return room;
  return text
    .split('\n\n')
    .map((part) => paragraph(part, STYLES[kind]))
    .join('');
}

/**
 * The bytes of a `.docx` file.
 * @param {import('../document.js').Outline} outline
 */
export function word(outline) {
  const choose = line(outline.words.chooseRating);
  const all = blocks(outline);
  const pictures = all.flatMap(({ part }) => (part?.kind === 'picture' ? [part] : []));
  const body = all.map((block) => content(block, choose, pictures)).join('');
  return zip(
    parts(
      outline,
      body,
      pictures.map(({ png }) => png),
    ),
  );
}
