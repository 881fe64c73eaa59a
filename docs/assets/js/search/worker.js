/**
 * Stands between the page and Material's own search worker, which does the work: it keeps the
 * index, finds and marks the words. This one puts a query into the guide's words before it
 * goes in, and the results into an order of sections before they go out.
 *
 * Its address names Material's worker in `?material=`. Nothing is loaded before the first query:
 * most people read and never search. Where anything of ours is missing or fails, Material's
 * search goes on as it is. A classic script, as `importScripts` asks for.
 *
 * Material's messages: 0 set up, 1 ready, 2 query, 3 result.
 */

/** @typedef {import("./guide-search.js").GuideSearch} GuideSearch */
/** @typedef {import("./guide-search.js").Asked} Asked */
/**
 * @typedef {object} WorkerScope
 * @property {(address: string) => void} importScripts
 * @property {(message: any) => void} postMessage
 * @property {(kind: string, listener: (event: MessageEvent) => void) => void} addEventListener
 * @property {(event: Event) => boolean} dispatchEvent
 * @property {any} lunr
 * @property {{ href: string }} location
 */
{
  const scope = /** @type {WorkerScope} */ (/** @type {unknown} */ (self));
  const SETUP = 0;
  const READY = 1;
  const QUERY = 2;
  const RESULT = 3;
  const here = new URL(scope.location.href);
  const material = here.searchParams.get('material') ?? '';
  if (!/^[\w.-]+\.js$/.test(material)) throw new TypeError('worker.js?material= names no script');

  /** @type {GuideSearch | undefined} */
  let search;
  /** What Material will be set up with, at the first query. @type {{ type: number, data: any } | undefined} */
  let setup;
  /** Called when Material is set up. */
  let ready = () => {};
  /** What was asked of Material and is not answered yet, oldest first. @type {(Asked | undefined)[]} */
  const waiting = [];
  /** Each message waits for the one before it. */
  let turn = Promise.resolve();

  const answer = scope.postMessage.bind(scope);
  scope.postMessage = (message) => {
    if (message.type === READY) return ready();
    const asked = message.type === RESULT ? waiting.shift() : undefined;
    const data = asked && attempt(() => search?.results(asked, message.data));
    answer(data ? { ...message, data } : message);
  };

  scope.addEventListener('message', (event) => {
    if (!event.isTrusted) return;
    event.stopImmediatePropagation();
    turn = turn.then(() => pass(event.data)).catch(console.error);
  });

  /** @param {{ type: number, data: any }} message */
  async function pass(message) {
    if (message.type === SETUP) {
      setup = message;
      return answer({ type: READY });
    }
    if (message.type !== QUERY) return;
    if (!message.data) return answer({ type: RESULT, data: { items: [] } });
    if (setup) await start(setup);
    // Signs of Material's own query language, which a person types by chance.
    const typed = String(message.data).replace(/[\^~:]/g, ' ');
    tell({ ...message, data: search ? ask(search, typed) : typed });
  }

  /** @param {{ type: number, data: any }} message */
  async function start(message) {
    scope.importScripts(new URL(`../../javascripts/workers/${material}`, here).href);
    setup = undefined;
    search = await setUp(message.data).catch(() => undefined);
    await new Promise((resolve) => {
      ready = () => resolve(undefined);
      tell(message);
    });
  }

  /** Passes a message on to Material's worker. @param {{ type: number, data: any }} message */
  function tell(message) {
    scope.dispatchEvent(new MessageEvent('message', { data: message }));
  }

  /**
   * @param {GuideSearch} guide
   * @param {string} typed
   * @returns {string} the query for Material's index
   */
  function ask(guide, typed) {
    const asked = attempt(() => guide.ask(typed));
    waiting.push(asked);
    return asked ? asked.query : typed;
  }

  /**
   * @template T
   * @param {() => T} work
   * @returns {T | undefined} undefined where it fails
   */
  function attempt(work) {
    try {
      return work();
    } catch (error) {
      console.error(error);
      return undefined;
    }
  }

  /**
   * @param {{ docs: any[] }} index
   * @returns {Promise<GuideSearch>}
   */
  async function setUp({ docs }) {
    const settings = await fetch(new URL('../../../search/guide.json', here));
    if (!settings.ok) throw new Error(`search/guide.json: ${settings.status}`);
    const { GuideSearch } = await import('./guide-search.js');
    const { lunr } = scope;
    const stem = (/** @type {string} */ word) => `${lunr.stemmer(new lunr.Token(word))}`;
    return new GuideSearch(docs, await settings.json(), stem);
  }
}
