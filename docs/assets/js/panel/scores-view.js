/** Shows a panel's scores: what differs first, then the candidates side by side, then a table for each. */

import { isSame } from '../named-workbooks/same-name.js';
import { counted, fill, worded } from '../page/fill-words.js';
import { scoreIn, titleOf } from './panel-document.js';
import { apart, cellsOf, isApart, rangeOf } from './score-matrix.js';

/** @typedef {import('./score-matrix.js').Candidate} Candidate @typedef {import('./score-matrix.js').Row} Row */

/**
 * @param {HTMLElement} page the element with the places and the templates
 * @param {string[]} members
 * @param {Candidate[]} candidates
 */
export function showScores(page, members, candidates) {
  const differing = apart(candidates);
  const isAlone = members.length < 2;
  const isCompared = candidates.some(({ rows }) => rows.some(({ difference }) => difference !== null));
  place(page, '[data-alone]').hidden = !isAlone;
  place(page, '[data-apart-none]').hidden = isAlone || isCompared;
  place(page, '[data-agree]').hidden = !isCompared || differing.length > 0;
  const { rowTitle } = page.dataset;
  place(page, '[data-apart-list]').replaceChildren(
    ...differing.map((row) => reasons(page, row, worded(rowTitle, titleOf(row)), 'h3')),
  );
  place(page, '[data-side-by-side]').hidden = candidates.length < 2;
  showSideBySide(page, candidates);
  place(page, '[data-all]').replaceChildren(...candidates.map((one) => shown(page, members, one)));
}

/**
 * Lists whose scores are here.
 * @param {HTMLElement} page
 * @param {import('./score-matrix.js').Member[]} members
 */
export function listMembers(page, members) {
  const list = place(page, '[data-members]');
  list.replaceChildren(
    ...members.map((member) => {
      const { name, initials, sheets } = member;
      const item = copyOf(page, '[data-member-item]');
      const number = place(item, '[data-number]');
      item.dataset.member = name;
      fill(item, { member: name });
      number.textContent = counted(number, sheets.length);
      const isAlike = (/** @type {typeof member} */ one) => one !== member && isSame(one.initials, initials);
      place(item, '[data-twice]').hidden = !initials || !members.some(isAlike);
      return item;
    }),
  );
  list.hidden = !members.length;
}

/**
 * Adds a file to those that were not opened, each with its reason.
 * @param {HTMLElement} page
 * @param {{ reason: string, file: string } | null} refused null takes all of them away
 */
export function listRefused(page, refused) {
  const notice = place(page, '[data-refused]');
  const list = place(notice, 'ul');
  notice.hidden = refused === null;
  for (const words of notice.querySelectorAll(':scope > [data-reason]')) words.setAttribute('hidden', '');
  if (!refused) return list.replaceChildren();
  const template = page.querySelector('template[data-refusals]');
  const words = template instanceof HTMLTemplateElement ? template.content : null;
  const reason = words?.querySelector(`[data-reason="${refused.reason}"]`)?.cloneNode(true);
  const item = document.createElement('li');
  item.append(Object.assign(document.createElement('bdi'), { textContent: refused.file }));
  if (reason instanceof HTMLElement) {
    reason.hidden = false;
    item.append(reason);
  }
  list.append(item);
}

/** A row for each candidate, with the lowest and the highest score. @param {HTMLElement} page @param {Candidate[]} candidates */
function showSideBySide(page, candidates) {
  const { candidate = '', none = '' } = page.dataset;
  const titles = candidates[0]?.rows.filter(({ isScore }) => isScore).map(({ title }) => title) ?? [];
  const table = place(page, '[data-side-by-side] table');
  fillTable(
    table,
    [candidate, ...titles],
    candidates.map(({ name, rows }) => {
      const ranges = rows.filter(({ isScore }) => isScore).map((row) => rangeOf(row) || none);
      return line([name, ...ranges]);
    }),
  );
}

/** @param {HTMLElement} page @param {string[]} members @param {Candidate} candidate */
function shown(page, members, { name, rows, missing }) {
  const item = copyOf(page, '[data-candidate-item]');
  fill(item, { candidate: name, missing: missing.join(', ') });
  place(item, '[data-missing]').hidden = !missing.length;
  place(item, '.panel__scroll').setAttribute('aria-label', name);
  const { attribute = '', spread = '', none = '' } = page.dataset;
  const body = rows.flatMap((row) => {
    if (!row.isScore) return [];
    const tr = line([row.title, ...cellsOf(row, members, none)]);
    tr.classList.toggle('panel__apart', isApart(row));
    return [tr];
  });
  fillTable(place(item, 'table'), [attribute, ...members, spread], body);
  const written = rows.filter(({ said }) => said.some(({ evidence }) => evidence.trim()));
  place(item, '[data-evidence]').replaceChildren(
    ...written.map((row) => reasons(page, row, row.title, 'h4')),
  );
  place(item, '.panel__evidence').hidden = !written.length;
  return item;
}

/** What each member said, under a heading. @param {HTMLElement} page @param {Row} row @param {string} title @param {'h3' | 'h4'} tag */
function reasons(page, { said, attribute, isScore }, title, tag) {
  const item = copyOf(page, '[data-reasons-item]');
  if (attribute) item.classList.add(`attribute--${attribute}`);
  item.prepend(Object.assign(document.createElement(tag), { className: 'panel__about', textContent: title }));
  place(item, '.panel__said').append(
    ...said.map(({ member, score, evidence }) => {
      const says = copyOf(page, '[data-said-item]');
      const text = evidence.trim() || (page.dataset.noEvidence ?? '');
      fill(says, { member, score: isScore ? scoreIn(score, page.dataset) : '', evidence: text });
      return says;
    }),
  );
  return item;
}

/** @param {HTMLElement} table @param {string[]} head @param {HTMLElement[]} rows */
function fillTable(table, head, rows) {
  const columns = document.createElement('tr');
  columns.append(...head.map((text) => cell('th', text, 'col')));
  place(table, 'thead').replaceChildren(columns);
  place(table, 'tbody').replaceChildren(...rows);
}

/** A row whose first cell names it. @param {string[]} texts */
function line([name = '', ...texts]) {
  const row = document.createElement('tr');
  row.append(cell('th', name, 'row'), ...texts.map((text) => cell('td', text)));
  return row;
}

/** @param {'th' | 'td'} tag @param {string} text @param {string} [scope] */
function cell(tag, text, scope) {
  const made = Object.assign(document.createElement(tag), { textContent: text, dir: 'auto' });
  if (scope) made.setAttribute('scope', scope);
  return made;
}

/** @param {ParentNode} page @param {string} selector of a template @returns {HTMLElement} */
function copyOf(page, selector) {
  const template = page.querySelector(`template${selector}`);
  const copy = template instanceof HTMLTemplateElement && template.content.firstElementChild?.cloneNode(true);
  if (copy instanceof HTMLElement) return copy;
  throw new RangeError(`The page has no template ${selector}`);
}

/** @param {ParentNode} page @param {string} selector @returns {HTMLElement} */
function place(page, selector) {
  const found = page.querySelector(selector);
  if (found instanceof HTMLElement) return found;
  throw new RangeError(`The page has no ${selector}`);
}
