/** The scores that the members of a panel gave, candidate by candidate. Pure: the guide's data and records in, rows out. */

import { answerTo } from '../answers/answer-to.js';
import { living } from '../answers/asked.js';
import { roundsOf } from '../named-workbooks/list.js';
import { isSame, plain } from '../named-workbooks/same-name.js';

/**
 * @typedef {import('../answers/asked.js').Workbook} Workbook
 *
 * @typedef {object} Sheet what one member wrote about one candidate
 * @property {string} id of its own; empty for the one without a number
 * @property {string} candidate a number or initials
 * @property {string} made when the file was that it is from, ISO time
 * @property {Map<string, { score: number | null, evidence: string }>} given by the question's id
 *
 * @typedef {object} Member
 * @property {string} name the initials, or what else tells this one from all others
 * @property {string} initials as they are in the file; may be empty
 * @property {string} made when the last file was, which knows one without initials again
 * @property {Sheet[]} sheets
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
 * @property {number | null} difference the largest one between 2 members; null where there are not 2 of them
 *
 * @typedef {{ name: string, rows: Row[], missing: string[] }} Candidate `missing`: the members without a sheet for this one
 */

/** Scores that differ by this or more are talked about first. */
const APART = 2;

/**
 * A member's sheets that have something in them.
 * @param {Workbook} workbook
 * @param {Map<string, unknown>} records of the member's file
 * @param {string} made when the file was
 * @param {{ first: string, unreadable: string }} called the sheet without a name, and one whose name cannot be read
 * @returns {Sheet[]}
 */
export function sheetsOf(workbook, records, made, { first, unreadable }) {
  return roundsOf(records, workbook.id, first).flatMap(({ id: filling, title }) => {
    const given = new Map();
    for (const { question } of questionsIn(workbook)) {
      const answer = answerTo(question, records, filling)?.value ?? '';
      const note = question.note && answerTo({ ...question.note, kind: 'text' }, records, filling)?.value;
      const isScore = question.kind === 'rating';
      const evidence = isScore ? (note ?? '') : answer;
      if (answer || evidence)
        given.set(question.id, { score: isScore && answer ? Number(answer) : null, evidence });
    }
    return given.size ? [{ id: filling, candidate: title.trim() || unreadable, made, given }] : [];
  });
}

/**
 * Whether sheets are by another person than those that are here, though the initials are the same: they are about
 * the same candidates, and none of them is the same sheet.
 * @param {Sheet[]} here
 * @param {Sheet[]} more
 */
export const areOfAnother = (here, more) =>
  !shareSheet(here, more) && here.some((one) => more.some((other) => isSame(one.candidate, other.candidate)));

/**
 * Whether one of the sheets is among both; the one without a number is, where both are of the same file.
 * @param {Sheet[]} here
 * @param {Sheet[]} more
 */
export const shareSheet = (here, more) =>
  here.some((one) => more.some(({ id, made }) => id === one.id && (id || made === one.made)));

/**
 * A member's sheets with those of another file: of one sheet, renamed or not, the newer one stays.
 * @param {Sheet[]} here
 * @param {Sheet[]} more
 * @returns {Sheet[]}
 */
export function withSheets(here, more) {
  const isNewer = (/** @type {Sheet} */ one, /** @type {Sheet[]} */ others) =>
    !others.some((other) => isSameSheet(one, other) && other.made > one.made);
  const added = more.filter((one) => isNewer(one, here));
  return [...here.filter((one) => !added.some((other) => isSameSheet(one, other))), ...added];
}

/** Sheets with ids of their own may be of 2 people with the same initials: both are shown. @param {Sheet} one @param {Sheet} other */
const isSameSheet = (one, other) =>
  one.id && other.id ? one.id === other.id : isSame(one.candidate, other.candidate);

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
    const sheets = members.flatMap(({ name: member, sheets: all }) =>
      all.filter(({ candidate }) => plain(candidate) === own).map((sheet) => ({ member, sheet })),
    );
    const rows = questionsIn(workbook).map(({ question, attribute, isAlone }) => {
      const said = sheets.map(({ member, sheet }) => ({
        member,
        ...(sheet.given.get(question.id) ?? { score: null, evidence: '' }),
      }));
      const short = attributes.find(({ id }) => id === attribute)?.short_title;
      return {
        candidate: name,
        title: isAlone && short ? short : question.text,
        attribute,
        isScore: question.kind === 'rating',
        said,
        difference: differenceOf(said),
      };
    });
    const here = new Set(sheets.map(({ member }) => member));
    return { name, rows, missing: members.flatMap((one) => (here.has(one.name) ? [] : [one.name])) };
  });
}

/** Whether the members see it differently by 2 or more. @param {Row} row */
export const isApart = ({ difference }) => difference !== null && difference >= APART;

/** What they see differently, the largest difference first. @param {Candidate[]} candidates @returns {Row[]} */
export const apart = (candidates) =>
  candidates
    .flatMap(({ rows }) => rows.filter(isApart))
    .sort((a, b) => Number(b.difference) - Number(a.difference));

/** From the lowest to the highest score; empty where there is none. @param {Row} row */
export function rangeOf({ said }) {
  const scores = scoresOf(said);
  const [lowest, highest] = [Math.min(...scores), Math.max(...scores)];
  if (!scores.length) return '';
  return lowest === highest ? String(lowest) : `${lowest}–${highest}`;
}

/** The cells of a row of scores behind its title. @param {Row} row @param {string[]} members @param {string} none */
export const cellsOf = ({ said, difference }, members, none) => [
  ...members.map((name) => scoresOf(said.filter(({ member }) => member === name)).join(', ') || none),
  difference === null ? none : String(difference),
];

/** The largest difference between 2 members; one who has 2 sheets for a candidate does not differ from themselves. @param {Said[]} said */
function differenceOf(said) {
  const differences = said.flatMap((one) =>
    said.flatMap(({ member, score }) =>
      member === one.member || score === null || one.score === null ? [] : [Math.abs(score - one.score)],
    ),
  );
  return differences.length ? Math.max(...differences) : null;
}

/** @param {Said[]} said */
const scoresOf = (said) => said.flatMap(({ score }) => (score === null ? [] : [score]));

/** @param {Workbook} workbook */
const questionsIn = ({ sections }) =>
  living(sections).flatMap(({ attribute = null, questions }) => {
    const asked = living(questions);
    const isAlone = asked.filter(({ kind }) => kind === 'rating').length === 1;
    return asked.map((question) => ({ question, attribute, isAlone: isAlone && question.kind === 'rating' }));
  });
