/**
 * A workbook as a Word document (Office Open XML, transitional). A question that
 * is not answered has room to write in, on the screen and on paper.
 */

import { blocks, escaped, isRightToLeft, line } from '../document.js';
import { TEXT_WIDTH } from './constants.js';
import { listed, picture } from './inserts.js';
import { parts } from './parts.js';
import { zip } from './zip.js';

/**
 * @typedef {import('../document.js').Drawn} Drawn
 * @typedef {import('../document.js').Block} Block
 * @typedef {import('../document.js').Item} Item
 */

const ROOM = 2268; // the least height of room to write in, in twentieths of a point: 40 mm
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
  const marked = escaped(text).replace(/[\t\n]/g, (mark) => `</w:t>${mark === '\t' ? '<w:tab/>' : '<w:br/>'}${start}`);
  return `${start}${marked}</w:t>`;
}

/** @param {string} text @param {string} style */
function paragraph(text, style) {
  const [turn, turned] = isRightToLeft(text) ? ['<w:bidi/>', '<w:rPr><w:rtl/></w:rPr>'] : ['', ''];
  const words = text && `<w:r>${turned}${run(text)}</w:r>`;
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${turn}</w:pPr>${words}</w:p>`;
}

/**
 * A framed row.
 * @param {string} question what the row belongs to, for those who hear it
 * @param {string[]} cells the paragraphs of each
 * @param {string} height what the row's properties say of it
 * @param {number} [chosen] the cell that is marked
 */
function row(question, cells, height, chosen = -1) {
  const width = TEXT_WIDTH / cells.length;
  const columns = `<w:gridCol w:w="${width}"/>`.repeat(cells.length);
  const size = `<w:tcW w:w="${width}" w:type="dxa"/>`;
  const made = cells.map((cell, at) => `<w:tc><w:tcPr>${size}${at === chosen ? CHOSEN : ''}</w:tcPr>${cell}</w:tc>`);
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="Room"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/>` +
    `<w:tblLayout w:type="fixed"/><w:tblDescription w:val="${escaped(question)}"/></w:tblPr>` +
    `<w:tblGrid>${columns}</w:tblGrid><w:tr><w:trPr><w:cantSplit/>${height}</w:trPr>${made.join('')}</w:tr></w:tbl>`
  );
}

/** @param {Item} item @param {import('../document.js').Scale} scale */
function numbers({ text }, { value, words }) {
  const cells = ['1', '2', '3', '4', '5'].map((number, at) => {
    const meaning = line(words[at] ?? '');
    return paragraph(number, 'Number') + (meaning && paragraph(meaning, 'Meaning'));
  });
  return row(line(text), cells, '', Number(value) - 1);
}

/** @param {Block} block @param {string} choose @param {Drawn[]} pictures */
function content({ kind, text, item, part }, choose, pictures) {
  if (part?.kind === 'picture') return picture(part, text, pictures.indexOf(part));
  if (part?.kind === 'table') return listed(part, (cell, style) => paragraph(line(cell), style));
  if (item?.scale) return paragraph(kind === 'missing' ? choose : text, STYLES[kind]) + numbers(item, item.scale);
  if (item && kind === 'missing') {
    return row(line(item.text), [paragraph('', 'Normal')], `<w:trHeight w:val="${ROOM}" w:hRule="atLeast"/>`);
  }
  return text.split('\n\n').map((part) => paragraph(part, STYLES[kind])).join('');
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
  return zip(parts(outline, body, pictures.map(({ png }) => png)));
}
