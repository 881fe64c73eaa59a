/** Writes the files of a new council's folder, as `macros/brand/scaffold.py` does on a computer. */

import { filledIn } from './fill-in.js';

const NAME = 'ORGANISATION-NAME';
const LONGEST = 20; // letters of an id
const SMALL = ['and', 'of', 'the', 'on', 'upon', 'with', 'in', 'y'];
/** A name without what kind of council it is. */
const BODY = /^(\S.*?)(?:\s+(?:county|city|borough|district|metropolitan|unitary|london))*\s+council$/i;
/** @type {Record<string, string>} */
const LETTERS = { ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ß: 'ss' };

/**
 * An id made of a name, with which no id of the guide begins; empty where none can be.
 * @param {string} name
 * @param {string[]} taken with what ids of the guide begin
 */
export function ownId(name, taken) {
  const plain = (BODY.exec(name)?.[1] ?? name)
    .toLowerCase()
    .replace(/[øłæœđðþß]/g, (letter) => LETTERS[letter])
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '');
  const letters = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .replace(/^-+|-+$/g, '');
  if (!letters) return '';
  const ways = [letters, `${letters}-council`, `council-${letters}`, `our-${letters}`].map(shortened);
  return ways.find((way) => !taken.includes(way)) ?? '';
}

/** As many whole words as fit, without a small word at the end. @param {string} letters */
function shortened(letters) {
  if (letters.length <= LONGEST) return letters;
  const words = letters
    .slice(0, LONGEST + 1)
    .split('-')
    .slice(0, -1);
  if (!words.length) return letters.slice(0, LONGEST);
  while (words.length > 1 && SMALL.includes(words[words.length - 1])) words.pop();
  return words.join('-');
}

/**
 * The text of each file by its name.
 * @param {Record<string, string>} blanks
 * @param {Map<string, unknown>} settings those of brand.yml, with `organisation.name` and `organisation.id`
 * @returns {[name: string, text: string][]}
 */
export function folderTexts(blanks, settings) {
  const name = String(settings.get('organisation.name'));
  const inYaml = JSON.stringify(name).slice(1, -1);
  const inMarkdown = name.replace(/[\\`*_[\]<>#&]/g, '\\$&');
  const id = String(settings.get('organisation.id'));
  return Object.entries(blanks).map(([file, blank]) => {
    const text = file === 'brand.yml' ? filledIn(blank, settings) : blank;
    const end = file.endsWith('.md') ? text.lastIndexOf('\n---\n') : text.length; // of YAML; Markdown follows
    const [head, body] = [text.slice(0, end), text.slice(end)];
    const whole = head.replaceAll(NAME, () => inYaml) + body.replaceAll(NAME, () => inMarkdown);
    return [file, whole.replaceAll('ORGANISATION-ID', id)];
  });
}
