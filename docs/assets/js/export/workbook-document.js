/**
 * A workbook with its answers, as the writers of files want it, made of the site's data
 * file and of the records. Pure; the words are passed in.
 */

import { answerId, answerKey, answerOf, parseAnswer } from '../storage/records.js';
import { askedIn, living } from '../answers/asked.js';
import { dayWritten } from '../page/notices.js';
import { shelfKey, titleOf } from '../storage/named-workbook.js';
import { line } from '../page/clean-text.js';
import { notShown } from './answers-without-a-field.js';

/**
 * @typedef {import('../storage/records.js').Answer} Answer
 * @typedef {import('./document.js').Item} Item
 * @typedef {import('./document.js').Outline} Outline
 *
 * @typedef {import('../answers/asked.js').Workbook} Workbook
 * @typedef {import('../answers/asked.js').Asked} Asked
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

/**
 * @param {Pick<Asked, 'kind' | 'text' | 'isDay'> & Partial<Asked>} question
 * @param {Answer | null} answer
 * @param {Words} words
 * @returns {Item}
 */
function item({ kind, text, hint = '', examples = [], isDay = false }, answer, words) {
  const value = answer?.value ?? '';
  const reworded = /\S/.test(value) && line(answer?.words ?? '') !== line(text);
  const scale = {
    value: /** @type {import('./document.js').Scale['value']} */ (value),
    words: words.ratings,
  };
  return {
    text,
    hint,
    answer: isDay ? dayWritten(value) : value,
    earlierWording: reworded ? (answer?.words ?? '') : '',
    scale: kind === 'rating' ? scale : null,
    example: examples.length ? words.example.replace('{example}', () => examples.join(words.exampleOr)) : '',
  };
}

/**
 * A question of the workbook with what is kept for it, under its own id or, if that has nothing, a former one.
 * @param {Asked} question
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
      askedIn(workbook).flatMap(({ asked }) =>
        asked.flatMap(({ id, formerly, kind }) =>
          [id, ...formerly].map((known) => /** @type {const} */ ([known, { kind, workbook: workbook.id }])),
        ),
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
  const sections = askedIn(workbook).flatMap(({ title, asked, isPlan }) => {
    const questions = asked.map((question) => present(question, records, words, shelf));
    const listed = isPlan ? questions.filter(({ answer }) => /\S/.test(answer)) : questions;
    return listed.length || !isPlan ? [{ title, questions: listed }] : [];
  });
  const gone = notShown(fieldsOf(report.workbooks), id, records, shelf);
  const questions = gone.map((answer) => item({ kind: answer.kind, text: answer.words }, answer, words));
  if (gone.length) sections.push({ title: words.earlierQuestions, questions });
  const name = shelf ? titleOf(records.get(shelfKey(id, shelf))) : '';
  const fills = /** @type {Record<string, string>} */ ({ workbook: workbook.title, title: name });
  const title = name ? words.named.replace(/\{(\w+)\}/g, (_, part) => fills[part] ?? '') : workbook.title;
  return { title, lead: workbook.lead, sections, words, ...around };
}
