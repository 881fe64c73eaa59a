/** The parts of a Word document around its text: package, settings, footer and properties. */

import { escaped, line } from '../../page/clean-text.js';
import { HEAD, OFFICE, SPACES } from './constants.js';
import { styles } from './styles.js';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CORE = 'application/vnd.openxmlformats-package.core-properties+xml';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** @param {string} part @param {string} type */
const override = (part, type) => `<Override PartName="/${part}.xml" ContentType="${type}"/>`;

/** @param {number} pictures */
const types = (pictures) =>
  `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
  (pictures ? '<Default Extension="png" ContentType="image/png"/>' : '') +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  override('word/document', `${WORD}.document.main+xml`) +
  override('word/styles', `${WORD}.styles+xml`) +
  override('word/settings', `${WORD}.settings+xml`) +
  override('word/footer1', `${WORD}.footer+xml`) +
  `${override('docProps/core', CORE)}</Types>`;

/** @param {[type: string, target: string][]} all */
const relationships = (...all) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
  all
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`)
    .join('') +
  '</Relationships>';

const PACKAGE_HAS = relationships(
  [`${OFFICE}/officeDocument`, 'word/document.xml'],
  [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
);

/** Those of the document itself, the footer as rId1. @type {[string, string][]} */
const DOCUMENT_HAS = [
  [`${OFFICE}/footer`, 'footer1.xml'],
  [`${OFFICE}/styles`, 'styles.xml'],
  [`${OFFICE}/settings`, 'settings.xml'],
];

/** The relationship of a picture, for the document's text. @param {number} at its place among them, from 0 */
export const pictureId = (at) => `rId${DOCUMENT_HAS.length + 1 + at}`;

/** Without this, Word says "Compatibility mode". */
const SETTINGS =
  `${HEAD}<w:settings ${SPACES}><w:compat><w:compatSetting w:name="compatibilityMode" ` +
  'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>';

/** @param {string} instruction */
const field = (instruction) =>
  `<w:fldSimple w:instr=" ${instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;

/** @param {string} title */
const footer = (title) =>
  `${HEAD}<w:ftr ${SPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t>${title}</w:t><w:tab/></w:r>` +
  `${field('PAGE')}<w:r><w:t xml:space="preserve"> / </w:t></w:r>${field('NUMPAGES')}</w:p></w:ftr>`;

/** No person's name and no time. @param {string} title @param {string} language */
const core = (title, language) =>
  `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" ` +
  `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title><dc:creator></dc:creator>` +
  `<dc:language>${language}</dc:language></cp:coreProperties>`;

/**
 * The document: its paragraphs and tables, on A4. It never ends in a table, after which Word wants a paragraph.
 * @param {string} body
 */
const main = (body) =>
  `${HEAD}<w:document ${SPACES}><w:body>${body}${body.endsWith('</w:tbl>') ? '<w:p/>' : ''}<w:sectPr>` +
  '<w:footerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/>' +
  '<w:pgMar w:top="1247" w:right="1303" w:bottom="1247" w:left="1303" w:header="624" w:footer="624" w:gutter="0"/>' +
  '</w:sectPr></w:body></w:document>';

/**
 * All parts, in the archive's order.
 * @param {import('../document.js').Outline} outline
 * @param {string} body its paragraphs and tables
 * @param {Uint8Array[]} [pictures] PNG files
 * @returns {[name: string, content: string | Uint8Array][]}
 */
export function parts(outline, body, pictures = []) {
  const title = escaped(line(outline.title));
  const language = escaped(outline.language);
  const accent = outline.accent ?? '';
  /** @type {[string, Uint8Array][]} */
  const media = pictures.map((png, at) => [`media/picture${at + 1}.png`, png]);
  /** @type {[string, string][]} */
  const shown = media.map(([name]) => [`${OFFICE}/image`, name]);
  return [
    ['[Content_Types].xml', types(pictures.length)],
    ['_rels/.rels', PACKAGE_HAS],
    ['docProps/core.xml', core(title, language)],
    ['word/_rels/document.xml.rels', relationships(...DOCUMENT_HAS, ...shown)],
    ['word/document.xml', main(body)],
    ['word/styles.xml', styles(language, /^[\da-f]{6}$/i.test(accent) ? accent : '000000')],
    ['word/settings.xml', SETTINGS],
    ['word/footer1.xml', footer(title)],
    ...media.map(([name, png]) => /** @type {[string, Uint8Array]} */ ([`word/${name}`, png])),
  ];
}
