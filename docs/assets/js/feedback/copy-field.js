/** Copy a field's text to the clipboard. */

/**
 * @param {HTMLInputElement | HTMLTextAreaElement} field that can be seen
 * @returns {Promise<boolean>} whether it is on the clipboard
 */
export async function copyField(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.select(); // on plain http there is no clipboard: copies as a person would
    return document.execCommand('copy');
  }
}
