/** The scores that the members of a panel gave, candidate by candidate. Pure: the guide's data and records in, rows out. */

import { answerTo } from '../answers/answer-to.js';
import { living } from '../answers/asked.js';
import { roundsOf } from '../named-workbooks/list.js';

/**
 * @typedef {import('../answers/asked.js').Workbook} Workbook
 *
 * @typedef {object} Sheet what one member wrote about one candidate
 * @property {string} candidate a number or initials
 * @property {Map<string, { score: number | null, evidence: string }>} given by the question's id
 *
 * @typedef {{ name: string, made: string, sheets: Sheet[] }} Member `made`: when the file was, which knows one without a name again
 *
 * @typedef {object} Said
 * @property {string} member
 * @property {number | null} score null where none was given
 * @property {string} evidence may be empty
 *
 * @typedef {object} Row what the panel said to one question about one candidate
 * @property {string} candidate
 * @property {string} title the attribute's name, or the question where it is not the only one of its section
 * @property {string | null} attribute its id
 * @property {boolean} isScore whether it asks for a score, and not for words
 * @property {Said[]} said in the order of the members, without those who have no sheet for the candidate
 * @property {number} difference between the highest and the lowest score
 *
 * @typedef {{ name: string, rows: Row[], missing: string[] }} Candidate `missing`: the members without a sheet for this one
 */

/** Scores that differ by this or more are talked about first. */
const APART = 2;

/**
 * A member's sheets that have something in them.
 * @param {Workbook} workbook
 * @param {Map<string, unknown>} records of the member's file
 * @param {string} first what the sheet without a name is called
 * @returns {Sheet[]}
 */
export function sheetsOf(workbook, records, first) {
  return roundsOf(records, workbook.id, first).flatMap(({ id: filling, title }) => {
    const given = new Map();
    for (const { question } of questionsIn(workbook)) {
      const answer = answerTo(question, records, filling)?.value ?? '';
      const note = question.note && answerTo({ ...question.note, kind: 'text' }, records, filling)?.value;
      const isScore = question.kind === 'rating';
      const said = {
        score: isScore && answer ? Number(answer) : null,
        evidence: isScore ? (note ?? '') : answer,
      };
      if (said.score !== null || said.evidence) given.set(question.id, said);
    }
    return given.size ? [{ candidate: title.trim() || first, given }] : [];
  });
}

/**
 * @param {Workbook} workbook
 * @param {{ id: string, short_title: string }[]} attributes
 * @param {Member[]} members
 * @returns {Candidate[]} by number or initials
 */
export function candidatesOf(workbook, attributes, members) {
  /** @type {Map<string, string>} */
  const names = new Map();
  for (const { sheets } of members)
    for (const { candidate } of sheets)
      if (!names.has(plain(candidate))) names.set(plain(candidate), candidate);
  const order = new Intl.Collator('en-GB', { numeric: true });
  const sorted = [...names].sort(([, a], [, b]) => order.compare(a, b));
  return sorted.map(([own, name]) => {
    const sheets = members.map(({ name: member, sheets: all }) => {
      return { member, sheet: all.find(({ candidate }) => plain(candidate) === own) };
    });
    const rows = questionsIn(workbook).map(({ question, attribute, isAlone }) => {
      const said = sheets.flatMap(({ member, sheet }) =>
        sheet ? [{ member, ...(sheet.given.get(question.id) ?? { score: null, evidence: '' }) }] : [],
      );
      const scores = said.flatMap(({ score }) => (score === null ? [] : [score]));
      const short = attributes.find(({ id }) => id === attribute)?.short_title;
      return {
        candidate: name,
        title: isAlone && short ? short : question.text,
        attribute,
        isScore: question.kind === 'rating',
        said,
        difference: scores.length ? Math.max(...scores) - Math.min(...scores) : 0,
      };
    });
    return { name, rows, missing: sheets.flatMap(({ member, sheet }) => (sheet ? [] : [member])) };
  });
}

/** What the members see differently, the largest difference first. @param {Candidate[]} candidates @returns {Row[]} */
export const apart = (candidates) =>
  candidates
    .flatMap(({ rows }) => rows.filter(({ difference }) => difference >= APART))
    .sort((a, b) => b.difference - a.difference);

/** From the lowest to the highest score; empty where there is none. @param {Row} row */
export function rangeOf({ said }) {
  const scores = said.flatMap(({ score }) => (score === null ? [] : [score]));
  const [lowest, highest] = [Math.min(...scores), Math.max(...scores)];
  if (!scores.length) return '';
  return lowest === highest ? String(lowest) : `${lowest}–${highest}`;
}

/** @param {Row} row */
export const isApart = ({ difference }) => difference >= APART;

/** @param {Workbook} workbook */
const questionsIn = ({ sections }) =>
  living(sections).flatMap(({ attribute = null, questions }) => {
    const asked = living(questions);
    const isAlone = asked.filter(({ kind }) => kind === 'rating').length === 1;
    return asked.map((question) => ({ question, attribute, isAlone: isAlone && question.kind === 'rating' }));
  });

/** Members write one candidate's initials in their own ways. @param {string} name */
const plain = (name) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.]+/gu, '');
