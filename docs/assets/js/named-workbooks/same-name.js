/** Whether 2 people, or one person twice, mean the same by a name or by initials. */

/** @param {string} a @param {string} b */
export const isSame = (a, b) => plain(a) === plain(b);

/** Without dots and spaces, but those between digits: 1.1 is not 11. @param {string} name */
export const plain = (name) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(\d)[\s.]+(?=\d)/gu, '$1-')
    .replace(/[\s.]+/gu, '');
