/**
 * Lists two rounds beside each other, made of the page's `<template data-compared>`:
 *
 *   <template data-compared><section class="compared__section attribute"><h3 data-fill="section"></h3></section>
 *     <div class="compared__row" data-row><h4 data-fill="text"></h4> <div data-side="left"><p data-fill="when"></p> <div data-text></div></div>
 *       <div data-side="right">…</div> <div data-note hidden>…</div></div></template>
 */

import { compared } from '../answers/word-diff.js';
import { day } from '../page/notices.js';
import { fill } from '../page/fill-words.js';

/** @typedef {import('./comparison.js').Row} Row */

/**
 * @param {HTMLElement} list `data-not-answered="…"`, `data-words-one="1 word"`, `data-words-many="{count} words"`
 * @param {Row[]} rows
 * @param {(row: Row, item: HTMLElement) => void} [more] adds to each row what else is there
 */
export function listRows(list, rows, more = () => {}) {
  const template = document.querySelector('template[data-compared]');
  const content = template instanceof HTMLTemplateElement ? template.content : null;
  const [heading, pattern] = [content?.querySelector('section'), content?.querySelector('[data-row]')];
  if (!heading || !pattern) return;
  /** @type {HTMLElement[]} */
  const sections = [];
  let title = '';
  for (const row of rows) {
    if (!sections.length || row.section !== title) {
      title = row.section;
      const section = /** @type {HTMLElement} */ (heading.cloneNode(true));
      section.classList.add(`attribute--${row.attribute ?? 'none'}`);
      fill(section, { section: title });
      sections.push(section);
    }
    const item = /** @type {HTMLElement} */ (pattern.cloneNode(true));
    fill(item, { text: row.text });
    side(item, 'left', row, list);
    side(item, 'right', row, list);
    more(row, item);
    sections.at(-1)?.append(item);
  }
  list.replaceChildren(...sections);
}

/** @param {HTMLElement} item @param {'left' | 'right'} which @param {Row} row @param {HTMLElement} list */
function side(item, which, row, list) {
  const answer = row[which];
  const place = item.querySelector(`[data-side="${which}"]`);
  const text = place?.querySelector('[data-text]');
  if (!place || !text) return;
  fill(place, { when: answer ? day(answer.at) : '' });
  text.classList.toggle('compared__none', !answer);
  if (!answer) text.textContent = list.dataset.notAnswered ?? '';
  else if (which === 'right' && row.left && row.kind === 'text')
    text.replaceChildren(...marked(row.left.value, answer.value));
  else text.textContent = answer.value;
}

/**
 * What is new in a text is marked; what is gone stands in the other column.
 * @param {string} before
 * @param {string} after
 * @returns {(string | Node)[]}
 */
function marked(before, after) {
  return compared(before, after)
    .filter(([name]) => name !== 'gone')
    .map(([name, text]) =>
      name === 'same' ? text : Object.assign(document.createElement('ins'), { textContent: text }),
    );
}
