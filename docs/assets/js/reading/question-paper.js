/** Prints what a session needs on paper, and nothing else of the page: cards, or the sheet of one attribute. */

import { fill } from '../page/fill-words.js';

const CARDS_ON_A_SHEET = 4;

/**
 * @param {import('./question-slides.js').QuestionSlides} element
 * @param {import('./question-slides.js').Asked[]} asked
 */
export function printCards(element, asked) {
  const template = element.find('template[data-card]', HTMLTemplateElement);
  const cards = asked.map(({ look, ...words }) => {
    const card = document.importNode(template.content, true);
    fill(card, words);
    card.firstElementChild?.classList.add(...look.split(' '));
    return card;
  });
  const sheets = [];
  for (let at = 0; at < cards.length; at += CARDS_ON_A_SHEET) {
    const sheet = Object.assign(document.createElement('div'), { className: 'team-cards' });
    sheet.append(...cards.slice(at, at + CARDS_ON_A_SHEET));
    sheets.push(sheet);
  }
  printAlone(element, 'cards', sheets);
}

/**
 * @param {import('./question-slides.js').QuestionSlides} element
 * @param {string} group whose sheet
 */
export function printSheet(element, group) {
  const template = element.find(`template[data-sheet="${group}"]`, HTMLTemplateElement);
  printAlone(element, 'sheet', [document.importNode(template.content, true)]);
}

/**
 * @param {import('./question-slides.js').QuestionSlides} element
 * @param {string} kind what the stylesheet knows it by
 * @param {Node[]} parts
 */
function printAlone(element, kind, parts) {
  const paper = element.find('.team-paper', HTMLElement);
  paper.replaceChildren(...parts);
  document.documentElement.setAttribute('data-team-paper', kind);
  addEventListener('afterprint', clear, { once: true });
  print();

  function clear() {
    paper.replaceChildren();
    document.documentElement.removeAttribute('data-team-paper');
  }
}
