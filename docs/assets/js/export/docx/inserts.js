/** What a Word document has between its paragraphs: pictures, and tables of figures. */

import { escaped, line } from '../../page/clean-text.js';
import { TEXT_WIDTH } from './constants.js';
import { pictureId } from './parts.js';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const FIRST = 0.34; // of the width, for the first column

/** A pixel (1/96 inch) and a twentieth of a point, as drawings count. */
const PIXEL = 9525;
const TWENTIETH = 635;

/**
 * A paragraph with a picture, no wider than the text.
 * @param {import('../document.js').Drawn} drawn
 * @param {string} alt clean
 * @param {number} at its place among the document's pictures, from 0
 */
export function picture({ width, height }, alt, at) {
  const share = Math.min(1, (TEXT_WIDTH * TWENTIETH) / (width * PIXEL));
  const [cx, cy] = [width, height].map((side) => Math.round(side * PIXEL * share));
  const name = `id="${at + 1}" name="Picture ${at + 1}" descr="${escaped(alt)}"`;
  return (
    '<w:p><w:pPr><w:pStyle w:val="Picture"/></w:pPr><w:r><w:drawing>' +
    `<wp:inline xmlns:wp="${DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">` +
    `<wp:extent cx="${cx}" cy="${cy}"/><wp:docPr ${name}/>` +
    `<a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/picture">` +
    `<pic:pic xmlns:pic="${DRAWING}/picture"><pic:nvPicPr><pic:cNvPr ${name}/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${pictureId(at)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>' +
    '</wp:inline></w:drawing></w:r></w:p>'
  );
}

/**
 * A table of which the first row and column are headings, and room after it.
 * @param {import('../document.js').Listed} listed
 * @param {(text: string, style: string) => string} paragraph
 */
export function listed({ text, rows }, paragraph) {
  const columns = rows[0]?.length ?? 0;
  if (columns === 0) return '';
  const first = columns > 1 ? Math.round(TEXT_WIDTH * FIRST) : TEXT_WIDTH;
  const rest = columns > 1 ? Math.floor((TEXT_WIDTH - first) / (columns - 1)) : 0;
  const widths = Array.from({ length: columns }, (_, at) => (at === 0 ? first : rest));
  const made = rows.map((row, number) => {
    const cells = widths.map((width, at) => {
      const style = number === 0 || at === 0 ? 'CellHeading' : 'Cell';
      return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(row[at] ?? '', style)}</w:tc>`;
    });
    return `<w:tr><w:trPr><w:cantSplit/>${number === 0 ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;
  });
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="Figures"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/>` +
    '<w:tblLayout w:type="fixed"/><w:tblLook w:val="00A0" w:firstRow="1" w:firstColumn="1"/>' +
    `<w:tblDescription w:val="${escaped(line(text))}"/></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${made.join('')}</w:tbl>` +
    paragraph('', 'Cell')
  );
}
