/** Puts a text on the clipboard twice: with its headings, and plain. */

/** @typedef {{ html: string, text: string }} Copy */

/**
 * To be called at the click itself: some browsers let nothing onto the clipboard later.
 * @param {Promise<Copy>} made
 * @throws where `made` does, or where the browser lets nothing onto the clipboard
 */
export async function copy(made) {
  try {
    /** @param {string} type @param {keyof Copy} part */
    const later = async (type, part) => new Blob([(await made)[part]], { type });
    const item = { 'text/html': later('text/html', 'html'), 'text/plain': later('text/plain', 'text') };
    await navigator.clipboard.write([new ClipboardItem(item)]);
  } catch {
    if (!bySelection(await made)) throw new DOMException('Nothing could be copied', 'NotAllowedError');
  }
}

/**
 * Copies as a person would, on plain http, where there is no other way; gives the copy its content.
 * @param {Copy} made
 * @returns {boolean} whether it is on the clipboard
 */
function bySelection({ html, text }) {
  let done = false;
  /** @param {ClipboardEvent} event */
  const give = (event) => {
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  const selection = getSelection();
  const before = selection?.rangeCount ? selection.getRangeAt(0) : null;
  selection?.selectAllChildren(document.querySelector('h1') ?? document.body); // some browsers want a selection
  document.addEventListener('copy', give, { capture: true, once: true });
  const copied = document.execCommand('copy');
  document.removeEventListener('copy', give, { capture: true });
  selection?.removeAllRanges();
  if (before) selection?.addRange(before);
  return copied && done;
}
