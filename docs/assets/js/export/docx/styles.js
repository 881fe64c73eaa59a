/** How a Word document looks: A4 in a plain face, the workbook's words apart from the person's. */

import { HEAD, SPACES, TEXT_WIDTH } from './constants.js';

const QUIET = '595959'; // 7:1 on white
const EDGE = '7F7F7F'; // 4:1
const LIGHT = 'BFBFBF';
const KNOWN = /^(title|subtitle|heading \d|footer)$/i;

const WITH_NEXT = '<w:keepNext/><w:keepLines/>';
const CENTRED = '<w:jc w:val="center"/>';
const RIGHT_TAB = `<w:tabs><w:tab w:val="right" w:pos="${TEXT_WIDTH}"/></w:tabs>`;

/** @param {number} before @param {number} after @param {number} row 240 is one line */
const spacing = (before, after, row) =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="${row}" w:lineRule="auto"/>`;

/** @param {number} halves of a point @param {string} [colour] @param {boolean} [bold] */
const letters = (halves, colour, bold) =>
  (bold ? '<w:b/><w:bCs/>' : '') +
  (colour ? `<w:color w:val="${colour}"/>` : '') +
  `<w:sz w:val="${halves}"/><w:szCs w:val="${halves}"/>`;

/** @param {string} side @param {string} colour @param {number} eighths of a point @param {number} away in points */
const edge = (side, colour, eighths, away) =>
  `<w:${side} w:val="single" w:sz="${eighths}" w:space="${away}" w:color="${colour}"/>`;

/** @param {string} side @param {number} eighths of a point @param {number} away in points */
const ruled = (side, eighths, away) => `<w:pBdr>${edge(side, LIGHT, eighths, away)}</w:pBdr>`;

/** A frame around a paragraph. */
const framed = `<w:pBdr>${['top', 'left', 'bottom', 'right'].map((side) => edge(side, EDGE, 6, 6)).join('')}</w:pBdr>`;

/** @param {number} depth in Word's navigation, 0 for the first */
const level = (depth) => `<w:outlineLvl w:val="${depth}"/>`;

/** @param {string} side @param {number} width */
const margin = (side, width) => `<w:${side} w:w="${width}" w:type="dxa"/>`;

/** @param {string} name */
const custom = (name) => (KNOWN.test(name) ? '' : ' w:customStyle="1"');

/** @param {string} kind @param {string} id @param {string} name Word shows those it knows in its own language */
const open = (kind, id, name) =>
  `<w:style w:type="${kind}"${custom(name)} w:styleId="${id}"><w:name w:val="${name}"/>`;

/** @param {string} id @param {string} name @param {string} set of the paragraph @param {string} [run] of its letters */
const style = (id, name, set, run = '') =>
  `${open('paragraph', id, name)}<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>` +
  `<w:pPr>${set}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;

/** @param {string} language */
const defaults = (language) =>
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:eastAsia="Arial" w:hAnsi="Arial" w:cs="Arial"/>' +
  `${letters(23)}<w:lang w:val="${language}" w:eastAsia="${language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
  `<w:pPrDefault><w:pPr>${spacing(0, 120, 288)}</w:pPr></w:pPrDefault></w:docDefaults>` +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>';

const scale =
  `${open('table', 'Scale', 'Scale')}<w:basedOn w:val="TableNormal"/><w:pPr>${spacing(0, 0, 288)}</w:pPr><w:tblPr>` +
  `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideV'].map((side) => edge(side, EDGE, 6, 0)).join('')}` +
  `</w:tblBorders><w:tblCellMar>${margin('top', 85)}${margin('left', 142)}${margin('bottom', 85)}` +
  `${margin('right', 142)}</w:tblCellMar></w:tblPr></w:style>`;

/** A table of figures: lines between its rows, and none at its sides. */
const figures =
  `${open('table', 'Figures', 'Figures')}<w:basedOn w:val="TableNormal"/><w:pPr>${spacing(0, 0, 288)}</w:pPr>` +
  `<w:tblPr><w:tblBorders>${['top', 'bottom', 'insideH'].map((side) => edge(side, EDGE, 4, 0)).join('')}` +
  `</w:tblBorders><w:tblCellMar>${margin('top', 57)}${margin('left', 57)}${margin('bottom', 57)}` +
  `${margin('right', 57)}</w:tblCellMar></w:tblPr></w:style>`;

/**
 * The part `word/styles.xml`.
 * @param {string} language as XML has it
 * @param {string} accent six hexadecimal digits
 */
export const styles = (language, accent) =>
  `${HEAD}<w:styles ${SPACES}>${defaults(language)}${scale}${figures}` +
  style('Title', 'Title', WITH_NEXT + spacing(0, 120, 252), letters(56, accent, true)) +
  style('Subtitle', 'Subtitle', spacing(0, 200, 288), letters(27)) +
  style('Facts', 'Facts', ruled('bottom', 6, 10) + spacing(0, 240, 276), letters(19, QUIET)) +
  style('Heading1', 'heading 1', WITH_NEXT + spacing(480, 80, 264) + level(0), letters(34, accent, true)) +
  style('Heading2', 'heading 2', WITH_NEXT + spacing(320, 120, 276) + level(1), letters(24, '', true)) +
  style('Note', 'Note', WITH_NEXT + spacing(0, 120, 276), letters(20, QUIET)) +
  style(
    'Answer',
    'Answer',
    `${ruled('left', 18, 10)}${spacing(0, 160, 300)}<w:ind w:left="284" w:right="284"/>`,
  ) +
  style(
    'Room',
    'Room',
    `<w:keepLines/>${framed}${spacing(120, 200, 324)}<w:ind w:left="142" w:right="142"/>`,
  ) +
  style('Rating', 'Rating', WITH_NEXT + spacing(0, 100, 276)) +
  style('Picture', 'Picture', spacing(0, 160, 240)) +
  style('Cell', 'Cell', spacing(0, 0, 264)) +
  style('CellHeading', 'Cell heading', WITH_NEXT + spacing(0, 0, 264), letters(21, '', true)) +
  style('Number', 'Number', spacing(40, 0, 264) + CENTRED, letters(28, '', true)) +
  style('Meaning', 'Meaning', spacing(0, 40, 252) + CENTRED, letters(19)) +
  style('Footer', 'footer', ruled('top', 4, 8) + RIGHT_TAB + spacing(0, 0, 240), letters(18, QUIET)) +
  '</w:styles>';
