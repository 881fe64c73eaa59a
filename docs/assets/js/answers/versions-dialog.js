/**
 * Show what there is of an answer beside its text: the wording it answered, another text to choose
 * from, its earlier versions. Made of the page's
 * `<template data-question-parts>`; loaded where there is something.
 */

import { OTHERS, VERSIONS, answerOf } from '../storage/records.js';
import { compared } from './word-diff.js';
import { answers } from './page-answers.js';
import { moment } from '../page/notices.js';
import { store, tell } from '../storage/this-site.js';
import { counted, fill } from '../page/fill-words.js';
import { chosenText, conflictKeys, resolveConflict } from '../storage/resolve-conflict.js';

/**
 * @typedef {import('../storage/records.js').Answer} Answer
 * @typedef {import('../storage/records.js').Question} Question
 */

/** A part of the page's template. @param {string} name */
function made(name) {
  const template = document.querySelector('template[data-question-parts]');
  const content = template instanceof HTMLTemplateElement ? template.content : null;
  return /** @type {HTMLElement | undefined} */ (
    content?.querySelector(`[data-part="${name}"]`)?.cloneNode(true)
  );
}

/**
 * @param {Element} part
 * @param {string} name
 * @param {(button: HTMLElement) => void} act
 */
function on(part, name, act) {
  const button = part.querySelector(name);
  if (button instanceof HTMLElement) button.addEventListener('click', () => act(button));
}

/**
 * Shows beside a question what is to be known of its answer.
 * @param {HTMLElement} element the question's
 * @param {Question} question
 * @param {import('./entry.js').AnswerHistory} history
 * @param {boolean} reworded
 */
export async function recall(element, question, { others, answer }, reworded) {
  const waiting = others ? await first(question) : null;
  const changed = reworded && answer ? made('changed') : undefined;
  if (changed && answer) {
    fill(changed, { at: moment(answer.at), words: answer.words });
  }
  const other =
    waiting && element.querySelector('textarea, [type="date"], [role="radiogroup"]')
      ? made('other')
      : undefined;
  if (waiting && other) offer(other, element, question, ...waiting);
  put(element, 'changed', changed, (part) => element.querySelector('.workbook-question__text')?.after(part));
  put(element, 'other', other, (part) => element.querySelector('.workbook-question__foot')?.before(part));
}

/**
 * Puts a note in its place, or takes it away; one that says the same is left, so that nobody's focus is lost.
 * @param {HTMLElement} element
 * @param {string} name
 * @param {HTMLElement | undefined} part
 * @param {(part: HTMLElement) => void} place
 */
function put(element, name, part, place) {
  const there = element.querySelector(`[data-part="${name}"]`);
  if (there && part && there.getAttribute('data-key') === part.getAttribute('data-key')) return;
  there?.remove();
  if (part) place(part);
}

/**
 * The text that has waited longest for a choice, and its key.
 * @param {Question} question
 * @returns {Promise<[string, Answer] | null>}
 */
async function first({ id }) {
  for (const [key, record] of await store.read([`${OTHERS}${id}/`])) {
    const answer = answerOf(record);
    if (answer) return [key, answer];
  }
  return null;
}

/**
 * @param {HTMLElement} part
 * @param {HTMLElement} element
 * @param {Question} question
 * @param {string} key
 * @param {Answer} answer
 */
function offer(part, element, question, key, answer) {
  part.dataset.key = key;
  fill(part, { at: moment(answer.at), text: answer.value });
  const field = /** @type {HTMLElement | null} */ (element.querySelector('textarea, input'));
  for (const choice of /** @type {const} */ (['mine', 'other', 'both'])) {
    on(part, `[data-choice="${choice}"]`, async () => {
      await choose(question, key, answer, choice, field);
      const chosen = /** @type {HTMLElement | null} */ (element.querySelector('input:checked'));
      (chosen ?? field)?.focus();
    });
  }
  const both = part.querySelector('[data-choice="both"]');
  const mine = part.querySelector('[data-choice="mine"]');
  if (!element.querySelector('textarea')) both?.remove(); // a number or a day has no room for 2
  if (answer.kind === question.kind) return;
  for (const button of part.querySelectorAll('[data-choice]')) if (button !== mine) button.remove();
}

/**
 * @param {Question} question
 * @param {string} key
 * @param {Answer} answer
 * @param {'mine' | 'other' | 'both'} choice
 * @param {HTMLElement | null} field
 */
async function choose(question, key, answer, choice, field) {
  const { id } = question;
  const mine = field instanceof HTMLTextAreaElement ? field.value : '';
  const text = chosenText(choice, mine, answer.value);
  if (text !== null && !(await answers.replace(id, text))) return;
  await store.update(conflictKeys(key, id), (found) => ({
    outcome: null,
    ...resolveConflict(key, answer, question, found),
  }));
  answers.follow(id);
  tell({ saved: id });
}

/**
 * Opens the list of the earlier versions, the newest first.
 * @param {Question} question
 * @param {string} present what stands in the field
 */
export async function openVersions(question, present) {
  const dialog = made('versions');
  if (!(dialog instanceof HTMLDialogElement)) return;
  const pattern = dialog.querySelector('[data-part="version"]');
  const versions = [...(await store.read([`${VERSIONS}${question.id}/`])).values()].reverse();
  const items = versions.flatMap((record) => {
    const answer = answerOf(record);
    const item = /** @type {HTMLElement | undefined} */ (pattern?.cloneNode(true));
    return answer && item ? [version(item, answer, question, present, dialog)] : [];
  });
  pattern?.replaceWith(...items);
  dialog.querySelector('[data-none]')?.toggleAttribute('hidden', items.length > 0);
  fill(dialog, { question: question.words });
  on(dialog, '[data-do="close"]', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  if (document.querySelector('dialog.versions')) return; // a second click
  document.body.append(dialog);
  dialog.showModal();
}

/**
 * @param {HTMLElement} item
 * @param {Answer} answer
 * @param {Question} question
 * @param {string} present
 * @param {HTMLDialogElement} dialog
 */
function version(item, answer, question, present, dialog) {
  fill(item, { at: moment(answer.at), words: answer.words });
  item.querySelector('[data-words]')?.toggleAttribute('hidden', answer.words === question.words);
  const length = item.querySelector('.versions__length');
  if (length instanceof HTMLElement)
    length.textContent = counted(length, answer.value.match(/\S+/g)?.length ?? 0);
  const text = item.querySelector('.versions__text');
  if (text) text.textContent = answer.value;
  const use = item.querySelector('[data-do="use"]');
  if (answer.kind !== question.kind) use?.remove();
  on(item, '[data-do="use"]', async () => {
    dialog.close();
    await answers.replace(question.id, answer.value);
  });
  on(item, '[data-do="compare"]', (button) => {
    const pressed = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(pressed));
    item.querySelector('[data-key]')?.toggleAttribute('hidden', !pressed);
    text?.replaceChildren(...(pressed ? marked(answer.value, present) : [answer.value]));
  });
  return item;
}

/**
 * @param {string} version
 * @param {string} present
 */
function marked(version, present) {
  return compared(version, present).map(([name, text]) => {
    if (name === 'same') return text;
    const mark = document.createElement(name === 'gone' ? 'del' : 'ins');
    mark.textContent = text;
    return mark;
  });
}
