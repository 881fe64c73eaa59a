/** Shows under each question of a round what was answered in the round before; loaded where a round is open. */

import { listPlanned, plannedIn } from '../answers/planned.js';
import { answers } from '../answers/page-answers.js';
import { dayWritten, moment } from '../page/notices.js';
import { opened } from '../page/this-page.js';
import { fill } from '../page/fill-words.js';
import { SHELF, answerId, answerKey, parseAnswer } from '../storage/records.js';
import { store } from '../storage/this-site.js';
import { roundBefore } from './list.js';

/** @typedef {import('../storage/records.js').Answer} Answer */

/**
 * @param {HTMLElement} part `<opened-workbook data-workbook="…" data-first="Round 1" …>`
 */
export async function showLastTime(part) {
  const { workbook = '', first = '' } = part.dataset;
  const questions = /** @type {HTMLElement[]} */ ([
    ...document.querySelectorAll('form[data-shelf] workbook-question'),
  ]);
  const kept = await store.read([`${SHELF}${workbook}/`]);
  const before = roundBefore(kept, workbook, opened ?? '', first);
  if (!before) return;
  const keys = questions.flatMap((question) =>
    idsOf(question).map((id) => answerKey(answerId(id, before.id))),
  );
  const found = await store.read(keys);
  for (const question of questions) {
    const kind = question.getAttribute('kind') === 'rating' ? 'rating' : 'text';
    const answer = idsOf(question)
      .map((id) => parseAnswer(found.get(answerKey(answerId(id, before.id))), kind))
      .find((one) => one && /\S/.test(one.value));
    if (answer && !question.querySelector('.last-time')) show(question, answer, before.title);
  }
  showPlanned(part.querySelector('[data-part="planned"]'), before, found);
}

/**
 * What was planned, at the top of the page: did it come to pass?
 * @param {HTMLElement | null} part
 * @param {{ id: string, title: string }} before the round before
 * @param {Map<string, unknown>} found its answers
 */
function showPlanned(part, before, found) {
  const actions = plannedIn(part?.dataset.plan ?? '', (id) => {
    return parseAnswer(found.get(answerKey(answerId(id, before.id))), 'text')?.value ?? '';
  });
  if (!part || !actions.length) return;
  fill(part, { round: before.title });
  listPlanned(part, actions);
  part.toggleAttribute('open', true);
  part.hidden = false;
}

/** The ids of a question, its former ones last. @param {HTMLElement} question */
const idsOf = (question) => [
  question.getAttribute('question') ?? '',
  ...(question.getAttribute('formerly')?.split(' ') ?? []),
];

/**
 * @param {HTMLElement} question
 * @param {Answer} answer
 * @param {string} round
 */
function show(question, answer, round) {
  const template = document.querySelector('template[data-question-parts]');
  const pattern =
    template instanceof HTMLTemplateElement ? template.content.querySelector('.last-time') : null;
  const part = /** @type {HTMLElement | undefined} */ (pattern?.cloneNode(true));
  if (!part) return;
  const text = answer.kind === 'rating' ? labelOf(question, answer.value) : written(question, answer.value);
  fill(part, { round, at: moment(answer.at), text });
  part.querySelector('button')?.addEventListener('click', async () => {
    await answers.replace(answerId(question.getAttribute('question') ?? '', opened), answer.value);
    const field = question.querySelector('textarea, input[type="date"], input:checked');
    if (field instanceof HTMLElement) field.focus();
  });
  const foot = question.querySelector('.workbook-question__foot');
  if (foot) foot.before(part);
  else question.append(part);
}

/** A text as it is, a day in words. @param {HTMLElement} question @param {string} value */
const written = (question, value) =>
  question.querySelector('input[type="date"]') ? dayWritten(value) : value;

/** The words beside a number from 1 to 5. @param {HTMLElement} question @param {string} value */
function labelOf(question, value) {
  const chosen = [...question.querySelectorAll('input')].find((input) => input.value === value);
  return (chosen?.labels?.[0]?.textContent ?? value).replace(/\s+/g, ' ').trim();
}
