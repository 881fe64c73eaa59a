/**
 * A workbook with its answers, as the writers of files want it, made of the site's data
 * file and of the records. Pure; the words are passed in.
 */

import { answerId, answerKey, answerOf, parseAnswer } from '../storage/records.js';
import { shelfKey, titleOf } from '../storage/named-workbook.js';
import { line } from '../page/clean-text.js';
import { notShown } from './answers-without-a-field.js';

/**
 * @typedef {import('../storage/records.js').Answer} Answer
 * @typedef {import('./document.js').Item} Item
 * @typedef {import('./document.js').Outline} Outline
 *
 * @typedef {{ id: string, formerly: string[], retired?: string }} Known
 *
 * @typedef {Known & {
 *   kind: import('../storage/records.js').Kind,
 *   text: string,
 *   hint?: string,
 *   examples: string[],
 *   note?: Companion,
 *   target?: Companion,
 * }} Question
 *
 * @typedef {Known & { text: string }} Companion
 *
 * @typedef {Known & { title: string, questions: Question[] }} Section
 * @typedef {Known & { title: string, lead: string, sections: Section[] }} Workbook
 * @typedef {{ workbooks: Workbook[] }} Report the data file, of which this is needed
 *
 * @typedef {object} More what else is said
 * @property {string[]} ratings what 1 to 5 mean; empty where one has no words
 * @property {string} example `{example}` is what a rating of 5 might sound like
 * @property {string} exampleOr stands between two of them
 * @property {string} earlierQuestions the title of the section that they stand in
 * @property {string} unreadable stands where an answer is that cannot be read
 * @property {string} named the title of a named workbook: `{workbook}: {title}`
 *
 * @typedef {import('./document.js').Words & More} Words
 */

/** @template {Known} T @param {T[]} records */
const living = (records) => records.filter(({ retired }) => !retired);

/**
 * The question with what is asked beside it.
 * @param {Question} question
 * @returns {Question[]}
 */
function asked(question) {
  const { target, note } = question;
  const beside = [target && { ...target, kind: 'rating' }, note && { ...note, kind: 'text' }];
  return [
    question,
    ...beside.flatMap((asked) => (asked ? [/** @type {Question} */ ({ examples: [], ...asked })] : [])),
  ];
}

/** @param {Section} section */
const questionsIn = ({ questions }) => living(questions).flatMap(asked);

/** @param {Workbook} workbook */
const questionsOf = ({ sections }) => living(sections).flatMap(questionsIn);

/**
 * @param {{ kind: string, text: string, hint?: string, examples?: string[] }} question
 * @param {Answer | null} answer
 * @param {Words} words
 * @returns {Item}
 */
function item({ kind, text, hint = '', examples = [] }, answer, words) {
  const value = answer?.value ?? '';
  const reworded = /\S/.test(value) && line(answer?.words ?? '') !== line(text);
  const scale = {
    value: /** @type {import('./document.js').Scale['value']} */ (value),
    words: words.ratings,
  };
  return {
    text,
    hint,
    answer: value,
    earlierWording: reworded ? (answer?.words ?? '') : '',
    scale: kind === 'rating' ? scale : null,
    example: examples.length ? words.example.replace('{example}', () => examples.join(words.exampleOr)) : '',
  };
}

/**
 * A question of the workbook with what is kept for it, under its own id or, if that has nothing, a former one.
 * @param {Question} question
 * @param {Map<string, unknown>} records
 * @param {Words} words
 * @param {string | null} shelf
 */
function present(question, records, words, shelf) {
  const keys = [question.id, ...question.formerly].map((id) => answerKey(answerId(id, shelf)));
  const record = records.get(keys.find((key) => records.has(key)) ?? '');
  const made = item(question, parseAnswer(record, question.kind), words);
  const isUnreadable = record !== undefined && !answerOf(record); // one of another kind stands among the earlier ones
  return isUnreadable ? { ...made, scale: null, answer: words.unreadable } : made;
}

/**
 * What each question asks for, by its id and the former ones.
 * @param {Workbook[]} workbooks
 */
const fieldsOf = (workbooks) =>
  new Map(
    living(workbooks).flatMap((workbook) =>
      questionsOf(workbook).flatMap(({ id, formerly, kind }) =>
        [id, ...formerly].map((known) => /** @type {const} */ ([known, { kind, workbook: workbook.id }])),
      ),
    ),
  );

/**
 * @param {Report} report
 * @param {string} id the workbook's
 * @param {Map<string, unknown>} records
 * @param {Words} words
 * @param {Pick<Outline, 'facts' | 'language' | 'accent'>} around
 * @param {string | null} [shelf] the id of a named workbook
 * @returns {Outline}
 * @throws {RangeError} where there is no such workbook
 */
export function outlineOf(report, id, records, words, around, shelf = null) {
  const workbook = living(report.workbooks).find((listed) => listed.id === id);
  if (!workbook) throw new RangeError(`There is no workbook ${id}`);
  const sections = living(workbook.sections).map((section) => ({
    title: section.title,
    questions: questionsIn(section).map((question) => present(question, records, words, shelf)),
  }));
  const gone = notShown(fieldsOf(report.workbooks), id, records, shelf);
  const questions = gone.map((answer) => item({ kind: answer.kind, text: answer.words }, answer, words));
  if (gone.length) sections.push({ title: words.earlierQuestions, questions });
  const name = shelf ? titleOf(records.get(shelfKey(id, shelf))) : '';
  const fills = /** @type {Record<string, string>} */ ({ workbook: workbook.title, title: name });
  const title = name ? words.named.replace(/\{(\w+)\}/g, (_, part) => fills[part] ?? '') : workbook.title;
  return { title, lead: workbook.lead, sections, words, ...around };
}
