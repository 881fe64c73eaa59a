/** Find the answers that no field shows, for files. Pure. */

import {
  ANSWERS,
  OTHERS,
  UNSHOWN,
  VERSIONS,
  answerKey,
  answerOf,
  shelfIds,
  splitId,
} from '../storage/records.js';

/**
 * @typedef {import('../storage/records.js').Answer} Answer
 * @typedef {{ kind: import('../storage/records.js').Kind, workbook: string }} Field what a question asks for, and where
 * @typedef {{ of: string, answer: Answer }} Found an answer, and the id of what it answers
 */

const TEXTS = [ANSWERS, OTHERS, UNSHOWN, VERSIONS];

/**
 * The answers to questions that no workbook has any more, or that ask for another kind of answer now: of those,
 * all that are kept, as release 1.0.0 put some among the earlier versions. In this named workbook, or in none
 * that is here.
 * @param {Map<string, Field>} fields by the ids of all questions, the former ones too
 * @param {string} workbook the one that is asked about: answers to a question of another are left to that
 * @param {Map<string, unknown>} records
 * @param {string | null} shelf
 * @returns {Answer[]}
 */
export function notShown(fields, workbook, records, shelf) {
  const shelves = shelfIds(records.keys()).add('');
  const found = [...records].flatMap(([key, record]) => {
    const [kind = '', of = ''] = key.split('/');
    const answer = TEXTS.includes(`${kind}/`) ? answerOf(record) : null;
    if (!answer || !/\S/.test(answer.value)) return [];
    const { question, shelf: own } = splitId(of);
    const field = shelves.has(own) ? fields.get(question) : undefined;
    const place = shelves.has(own) ? own : '';
    if (place !== (shelf ?? '') || (field && field.workbook !== workbook)) return [];
    const stands = (field ?? answerOf(records.get(answerKey(of))))?.kind;
    const isOld = `${kind}/` === VERSIONS && stands === answer.kind;
    const isShown = field?.kind === answer.kind && `${kind}/` !== UNSHOWN;
    return isOld || isShown ? [] : [{ of, answer }];
  });
  return found
    .filter((item, place) => !found.some((other, i) => covers(other, item, i < place)))
    .map(({ answer }) => answer);
}

/**
 * Whether one text has all of another.
 * @param {Found} item
 * @param {Found} other
 * @param {boolean} first of two that are alike the first one has
 */
function covers(item, other, first) {
  if (item === other || item.of !== other.of || item.answer.kind !== other.answer.kind) return false;
  const [all, part] = [item.answer.value, other.answer.value];
  return all === part ? first : all.includes(part);
}
