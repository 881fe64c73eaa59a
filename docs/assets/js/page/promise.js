/** The browser's promise not to clear what is kept when the device runs short of room. */

/** Firefox asks the person, who has to know why: there, the button that page/room.js works asks for it. */
const ASKS = 'mozInnerScreenX' in globalThis;

/** Has the browser promise it, where it asks nobody. */
export function promise() {
  if (!ASKS) navigator.storage?.persist?.().catch(() => {});
}
