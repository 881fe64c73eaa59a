/** Count the questions of a part of the page, and how many of them are answered. */

/**
 * Each question counts once, and an optional one not at all.
 * @param {ParentNode} scope
 * @returns {{ answered: number, total: number }}
 */
export function count(scope) {
  /** @type {Map<string | null, boolean>} */
  const questions = new Map();
  for (const question of scope.querySelectorAll('workbook-question:not([optional])')) {
    questions.set(question.getAttribute('question'), question.hasAttribute('answered'));
  }
  return { answered: [...questions.values()].filter(Boolean).length, total: questions.size };
}
