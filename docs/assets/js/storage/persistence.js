/** Ask the browser not to clear what is saved when the device runs short of space. */

/** Firefox asks the person, who has to know why: there, the button that device/storage-estimate.js works asks for it. */
const ASKS = 'mozInnerScreenX' in globalThis;

/** Has the browser promise it, where it asks nobody. */
export function requestPersistence() {
  if (!ASKS) navigator.storage?.persist?.().catch(() => {});
}
