/**
 * Puts a text on the clipboard, in whichever way the browser allows.
 * @param {string} text
 * @returns {Promise<boolean>} whether it is there
 */
export async function toClipboard(text) {
  return (await byClipboard(text)) || bySelection(text);
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether it is on the clipboard; not so on plain http, where there is none
 */
async function byClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Copies as a person would: selects the text in a field and copies the selection.
 * @param {string} text
 * @returns {boolean}
 */
function bySelection(text) {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.className = 'visually-hidden';
  field.readOnly = true;
  field.value = text;
  // Beside what has the focus: a menu or a dialog around that stays open.
  const place = before?.closest('body *')?.parentElement ?? document.body;
  place.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return done;
}
