/** All that a workbook asks, from the guide's data: its sections, and its plan as the last one. Pure. */

/**
 * @typedef {{ id: string, formerly: string[], retired?: string }} Known
 * @typedef {Known & { text: string }} Companion
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
 * @typedef {Known & { text: string, by: Companion, known_by: Companion }} Action
 *
 * @typedef {Known & { title: string, attribute?: string, questions: Question[] }} Section
 * @typedef {Known & { title: string, actions: Action[] }} Plan
 * @typedef {Known & { title: string, lead: string, sections: Section[], plan?: Plan }} Workbook
 *
 * @typedef {object} Asked a question, or what is asked beside it
 * @property {string} id
 * @property {string[]} formerly
 * @property {import('../storage/records.js').Kind} kind
 * @property {string} text
 * @property {string} [hint]
 * @property {string[]} examples
 * @property {boolean} [isDay] whether the answer is a day, as `2027-05-23`
 *
 * @typedef {object} AskedTogether
 * @property {string} title
 * @property {string | null} attribute its id
 * @property {boolean} isPlan
 * @property {Asked[]} asked in the order of the page
 */

/** @template {Known} T @param {T[]} records */
export const living = (records) => records.filter(({ retired }) => !retired);

/**
 * @param {Workbook} workbook
 * @returns {AskedTogether[]} without what has been withdrawn
 */
export function askedIn({ sections, plan }) {
  const questions = living(sections).map(({ title, attribute = null, questions }) => {
    return { title, attribute, isPlan: false, asked: living(questions).flatMap(withCompanions) };
  });
  if (!plan || plan.retired) return questions;
  return [
    ...questions,
    { title: plan.title, attribute: null, isPlan: true, asked: living(plan.actions).flatMap(ofAction) },
  ];
}

/** @param {Question} question @returns {Asked[]} */
function withCompanions(question) {
  const { target, note } = question;
  return [question, ...(target ? [beside(target, 'rating')] : []), ...(note ? [beside(note, 'text')] : [])];
}

/** @param {Action} action @returns {Asked[]} */
const ofAction = (action) => [
  beside(action, 'text'),
  { ...beside(action.by, 'text'), isDay: true },
  beside(action.known_by, 'text'),
];

/** @param {Companion} companion @param {import('../storage/records.js').Kind} kind @returns {Asked} */
const beside = ({ id, formerly, text }, kind) => ({ id, formerly, text, kind, examples: [] });
