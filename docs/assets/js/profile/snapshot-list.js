/** The list of the profiles that were kept, made of the page's `<template data-item>`. */

import { ratingOf } from './snapshots.js';
import { day, moment } from '../page/notices.js';
import { fill, worded } from '../page/fill-words.js';

/**
 * @typedef {import('./ratings.js').Axis} Axis
 * @typedef {import('./snapshots.js').Kept} Kept
 */

/**
 * What a profile is called: its title and day, or else the moment at which it was kept.
 * @param {HTMLElement} root has the words for it
 * @param {{ title: string, at: string }} profile
 */
export const nameOf = ({ dataset }, { title, at }) =>
  title ? worded(dataset.titled, { title, day: day(at) }) : moment(at);

/**
 * Puts the items in order; those that stay are not moved, so that nobody's focus is lost.
 * @param {HTMLElement} root
 * @param {Map<string, HTMLElement>} items what the list shows, by the records' keys; brought up to date
 * @param {[string, Kept][]} profiles what it is to show
 * @param {Axis[]} axes
 */
export function placeItems(root, items, profiles, axes) {
  const list = root.querySelector('[data-list] ul');
  const keys = new Set(profiles.map(([key]) => key));
  for (const [key, item] of items) {
    if (keys.has(key)) continue;
    item.remove();
    items.delete(key);
  }
  profiles.forEach(([key, profile], at) => {
    const item = items.get(key) ?? made(root, profile, axes);
    if (!item || !list) return;
    items.set(key, item);
    if (list.children[at] !== item) list.insertBefore(item, list.children[at] ?? null);
  });
}

/** @param {HTMLElement} root @param {Kept} profile @param {Axis[]} axes */
function made(root, profile, axes) {
  const pattern = root.querySelector('template')?.content.firstElementChild;
  const item = /** @type {HTMLElement | undefined} */ (pattern?.cloneNode(true));
  const button = item?.querySelector('button');
  if (!item || !button) return null;
  const { notRated = '' } = root.dataset;
  const figures = axes.map(({ id }) => [id, String(ratingOf(profile.ratings, id).now ?? notRated)]);
  const { title, at, note } = profile;
  const round = typeof profile.round === 'string' ? profile.round : '';
  fill(item, { ...Object.fromEntries(figures), name: title || day(at), moment: moment(at), note, round });
  item.querySelector('[data-round]')?.toggleAttribute('hidden', !round);
  button.setAttribute('aria-label', worded(button.dataset.name, { name: nameOf(root, profile) }));
  return item;
}
