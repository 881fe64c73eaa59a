/**
 * A workbook with its answers, as every writer of a file gets it, and the one
 * order in which all of them tell it. Pure: knows neither the page nor the clock.
 *
 * All words come from the page. What no file can hold becomes U+FFFD: lone
 * surrogates and the control characters that XML 1.0 forbids. Every kind of
 * line end becomes one, and space around a text is left out.
 */

import { clean, line } from '../page/clean-text.js';

/**
 * @typedef {object} Scale
 * @property {'' | '1' | '2' | '3' | '4' | '5'} value the rating; empty where none was chosen
 * @property {string[]} words what 1 to 5 mean, in order; empty where the scale has no word
 *
 * @typedef {object} Item a question and its answer
 * @property {string} text the question
 * @property {string} hint may be empty
 * @property {string} answer may be empty
 * @property {string} earlierWording the question that was answered, where it was worded otherwise; or empty
 * @property {Scale | null} scale null for a question that is answered in words
 * @property {string} example what a rating of 5 might sound like; or empty
 *
 * @typedef {object} Section
 * @property {string} title
 * @property {Item[]} questions
 *
 * @typedef {object} Told a part in words
 * @property {'section' | 'question' | 'text' | 'note' | 'answer'} kind
 * @property {string} text
 *
 * @typedef {object} Drawn a picture
 * @property {'picture'} kind
 * @property {string} text what there is to see on it, for those who do not
 * @property {number} width on the screen; it is drawn smaller where paper is narrower
 * @property {number} height
 * @property {Uint8Array} png
 *
 * @typedef {object} Listed a table
 * @property {'table'} kind
 * @property {string} text what it is, for those who hear it
 * @property {string[][]} rows as many cells in each; the first one's are headings
 *
 * @typedef {Told | Drawn | Listed} Part
 *
 * @typedef {object} Words what the files say beside the workbook's own words
 * @property {string} notAnswered
 * @property {string} rating `{value}` is the number: "My rating: {value} of 5"
 * @property {string} earlierWording `{words}` is the question: "The question was worded then: {words}"
 * @property {string} chooseRating stands before the numbers 1 to 5 and their words: "Circle one:"
 *
 * @typedef {object} Outline
 * @property {string} title
 * @property {string} lead may be empty
 * @property {string[]} facts a line each: when it was saved, the page's address
 * @property {Part[]} [parts] what stands before the sections
 * @property {Section[]} sections
 * @property {Words} words
 * @property {string} language such as `en-GB`
 * @property {string} [accent] the colour of the headings in Word, such as `0c4f5c`; black without one
 *
 * @typedef {'title' | 'lead' | 'facts' | 'rating' | 'missing' | Part['kind']} Kind
 *
 * @typedef {object} Block
 * @property {Kind} kind
 * @property {string} text clean; only `facts`, `answer` and `table`, of which each row is one, may have several lines
 * @property {Item} [item] the question that an answer, a rating or a missing answer belongs to
 * @property {Drawn | Listed} [part] the picture or the table
 */

const RTL =
  /^[^\p{L}\u200e\u200f]*(?=[\p{L}\u200f])[\u200f\u0590-\u08ff\ufb1d-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const LETTER = /[\p{L}\u200e\u200f]/u;

/**
 * Whether the text runs from right to left: its first letter decides.
 * @param {string} text
 */
export const isRightToLeft = (text) => RTL.test(text);

/**
 * The text in runs of lines of one direction: each line goes by its own first letter, and one without a
 * letter with the line before.
 * @param {string} text
 */
export function directed(text) {
  /** @type {{ text: string, rtl: boolean }[]} */
  const runs = [];
  for (const row of text.split('\n')) {
    const last = runs.at(-1);
    const rtl = LETTER.test(row) ? isRightToLeft(row) : (last?.rtl ?? isRightToLeft(text));
    if (last?.rtl === rtl) last.text += `\n${row}`;
    else runs.push({ text: row, rtl });
  }
  return runs;
}

/**
 * The question's answer in words, its rating, or that there is none.
 * @param {Item} item
 * @param {Words} words
 * @returns {Block}
 */
function given(item, words) {
  const { answer, scale } = item;
  const text = scale ? scale.value : clean(answer);
  if (text === '') return { kind: 'missing', text: line(words.notAnswered), item };
  if (!scale) return { kind: 'answer', text, item };
  const rating = words.rating.replace('{value}', () => text);
  const meaning = scale.words[Number(text) - 1];
  return { kind: 'rating', text: line(meaning ? `${rating} – ${meaning}` : rating), item };
}

/** @param {Part} part @returns {Block} */
function block(part) {
  if (part.kind === 'table') {
    return { kind: 'table', text: part.rows.map((row) => row.map(line).join(' – ')).join('\n'), part };
  }
  if (part.kind === 'picture') return { kind: 'picture', text: line(part.text), part };
  return { kind: part.kind, text: part.kind === 'answer' ? clean(part.text) : line(part.text) };
}

/**
 * The workbook from its title to its last answer, without what is empty.
 * @param {Outline} outline
 * @returns {Block[]}
 */
export function blocks({ title, lead, facts, parts = [], sections, words }) {
  /** @type {Block[]} */
  const all = [];
  /** @param {Kind} kind @param {string} text */
  const add = (kind, text) => void (text && all.push({ kind, text }));
  add('title', line(title));
  add('lead', line(lead));
  add('facts', facts.map(line).join('\n'));
  all.push(...parts.map(block).filter(({ text }) => text));
  for (const section of sections) {
    add('section', line(section.title));
    for (const item of section.questions) {
      const { text, hint, example, earlierWording } = item;
      add('question', line(text));
      add('note', line(hint));
      add('note', line(example));
      if (earlierWording) add('note', line(words.earlierWording.replace('{words}', () => earlierWording)));
      all.push(given(item, words));
    }
  }
  return all;
}
