/**
 * Opens a dialog and goes to it, so that its name and what it is about are the first that is said.
 * @param {HTMLDialogElement} dialog
 */
export function openDialog(dialog) {
  dialog.tabIndex = -1;
  if (!dialog.open) dialog.showModal();
  dialog.focus();
}
