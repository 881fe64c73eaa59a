/**
 * Lists what a leader has planned, made of the page's `<template data-planned-item>`:
 *
 *   <ol data-planned></ol>
 *   <template data-planned-item><li><span data-fill="what"></span> <span data-by>By <span data-fill="by"></span>.</span>
 *     <span data-known-by>… <span data-fill="knownBy"></span></span></li></template>
 */

import { fill } from '../page/fill-words.js';
import { dayWritten } from '../page/notices.js';

/** @typedef {{ what: string, by: string, knownBy: string }} Planned one action; a part may be empty */

/**
 * The actions of which anything is written.
 * @param {string} plan the ids: an action apart by a space, its three parts by a comma
 * @param {(id: string) => string} textOf
 * @returns {Planned[]} in the plan's order
 */
export const plannedIn = (plan, textOf) =>
  plan
    .split(' ')
    .map((action) => action.split(',').map((id) => textOf(id).trim()))
    .map(([what = '', by = '', knownBy = '']) => ({ what, by, knownBy }))
    .filter(({ what, by, knownBy }) => what || by || knownBy);

/**
 * @param {HTMLElement} part the list is in it
 * @param {Planned[]} actions
 */
export function listPlanned(part, actions) {
  const template = part.querySelector('template[data-planned-item]');
  const pattern = template instanceof HTMLTemplateElement ? template.content.querySelector('li') : null;
  const items = actions.map(({ what, by, knownBy }) => {
    const item = /** @type {HTMLElement} */ (pattern?.cloneNode(true));
    fill(item, { what: what || '\u2026', by: dayWritten(by), knownBy });
    item.querySelector('[data-by]')?.toggleAttribute('hidden', !by);
    item.querySelector('[data-known-by]')?.toggleAttribute('hidden', !knownBy);
    return item;
  });
  part.querySelector('[data-planned]')?.replaceChildren(...items);
}
