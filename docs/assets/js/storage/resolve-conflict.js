/** Decide what is written once a person has chosen between two texts of an answer. Pure. */

import { UNSHOWN, VERSIONS, answerKey, freeKey, parseAnswer, revOf } from './records.js';

/** The keys, for the store, of what the step needs to know. @param {string} key of the text that waited @param {string} id */
export const conflictKeys = (key, id) => [key, answerKey(id), `${VERSIONS}${id}/`, `${UNSHOWN}${id}/`];

/**
 * The text that takes the answer's place; null where the present one stays.
 * @param {'mine' | 'other' | 'both'} choice
 * @param {string} mine what is in the field
 * @param {string} other the text that waited
 */
export function chosenText(choice, mine, other) {
  if (choice === 'mine') return null;
  return choice === 'other' ? other : `${mine}\n\n${other}`;
}

/**
 * Moves the text that waited for the choice to the earlier versions, one of another kind to those that no field
 * shows. Where it is what the answer has now, it goes; where another tab was first, nothing is done. One step of the store.
 * @param {string} key of the text that waited
 * @param {import('./records.js').Answer} text
 * @param {import('./records.js').Question} question
 * @param {Map<string, unknown>} found what is stored under `conflictKeys`
 * @returns {{ puts: Map<string, unknown>, deletes: string[] }}
 */
export function resolveConflict(key, text, { id, kind }, found) {
  if (!found.has(key)) return { puts: new Map(), deletes: [] };
  const present = parseAnswer(found.get(answerKey(id)), text.kind);
  if (present?.value === text.value) return { puts: new Map(), deletes: [key] };
  const place = freeKey(`${text.kind === kind ? VERSIONS : UNSHOWN}${id}/`, text.rev, found);
  return { puts: new Map([[place, { ...text, rev: revOf(place) }]]), deletes: [key] };
}
