/**
 * The stem of an English word: "leading" and "leads" are both "lead".
 *
 * M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980). A word is consonants, then as many
 * times as its measure says vowels and consonants, then vowels. Most endings go only where enough is left.
 */

const CONSONANTS = '[^aeiou][^aeiouy]*';
const VOWELS = '[aeiouy][aeiou]*';
const BEGINNING = `^(${CONSONANTS})?`;
const MEASURE_ABOVE_0 = new RegExp(`${BEGINNING}${VOWELS}${CONSONANTS}`);
const MEASURE_1 = new RegExp(`${BEGINNING}${VOWELS}${CONSONANTS}(${VOWELS})?$`);
const MEASURE_ABOVE_1 = new RegExp(`${BEGINNING}(${VOWELS}${CONSONANTS}){2}`);
const HAS_VOWEL = new RegExp(`${BEGINNING}[aeiouy]`);
const CONSONANT_VOWEL_CONSONANT = new RegExp(`^${CONSONANTS}[aeiouy][^aeiouwxy]$`);
const DOUBLED = /([^aeiouylsz])\1$/;
const SHORTEST = 3;

const SECOND = pairs(
  'ational ate tional tion enci ence anci ance izer ize bli ble alli al entli ent eli e ousli ous',
  'ization ize ation ate ator ate alism al iveness ive fulness ful ousness ous aliti al iviti ive biliti ble',
  'logi log',
);
const THIRD = pairs('icate ic alize al iciti ic ical ic').concat([
  ['ative', ''],
  ['ful', ''],
  ['ness', ''],
]);
const FOURTH = /^(.+?)(ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|al|er|ic|ou|ion)$/;

/**
 * @param {string} word in lower case, of the letters a to z and digits
 * @returns {string}
 */
export function stem(word) {
  if (word.length < SHORTEST) return word;
  // A y that begins a word is a consonant: it is written Y for the time being.
  let found = word.replace(/^y/, 'Y');
  found = found.replace(/(ss|i)es$/, '$1').replace(/([^s])s$/, '$1');
  found = withoutPast(found);
  if (/.y$/.test(found) && HAS_VOWEL.test(found.slice(0, -1))) found = `${found.slice(0, -1)}i`;
  found = shortened(shortened(found, SECOND), THIRD);
  const [, rest, ending] = FOURTH.exec(found) ?? [];
  if (rest && MEASURE_ABOVE_1.test(rest) && (ending !== 'ion' || /[st]$/.test(rest))) found = rest;
  found = withoutE(found);
  if (found.endsWith('ll') && MEASURE_ABOVE_1.test(found)) found = found.slice(0, -1);
  return found.toLowerCase();
}

/** @param {string} word */
function withoutPast(word) {
  if (word.endsWith('eed')) return MEASURE_ABOVE_0.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const [, rest] = /^(.+?)(?:ed|ing)$/.exec(word) ?? [];
  if (!rest || !HAS_VOWEL.test(rest)) return word;
  if (/(at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (DOUBLED.test(rest)) return rest.slice(0, -1);
  return CONSONANT_VOWEL_CONSONANT.test(rest) ? `${rest}e` : rest;
}

/** @param {string} word */
function withoutE(word) {
  if (!word.endsWith('e')) return word;
  const rest = word.slice(0, -1);
  const short = MEASURE_1.test(rest) && !CONSONANT_VOWEL_CONSONANT.test(rest);
  return MEASURE_ABOVE_1.test(rest) || short ? rest : word;
}

/**
 * @param {string} word
 * @param {string[][]} endings the longer of two that end alike first
 * @returns {string} with a shorter ending, where enough is before it
 */
function shortened(word, endings) {
  const [ending, shorter] = endings.find(([one]) => word.endsWith(one)) ?? ['', ''];
  const rest = word.slice(0, word.length - ending.length);
  return ending && MEASURE_ABOVE_0.test(rest) ? `${rest}${shorter}` : word;
}

/**
 * @param {string[]} lines
 * @returns {string[][]} each two words a pair
 */
function pairs(...lines) {
  const all = lines.join(' ').split(' ');
  return all.flatMap((one, place) => (place % 2 ? [] : [[one, all[place + 1]]]));
}
