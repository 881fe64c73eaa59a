"""Faults of the browser's storage, brought about in a page on purpose.

Those AT_WORK are for `script`, in a page that has loaded; what they break, MENDED mends.
"""

from tests.support.clock import CLOCK

KEEP = """
    globalThis.mend ??= [];
    const put = IDBObjectStore.prototype.put;
    const commit = IDBTransaction.prototype.commit;
    const heard = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "oncomplete");
    const opened = IDBFactory.prototype.open;
    const begun = IDBDatabase.prototype.transaction;
    mend.push(() => {
        IDBObjectStore.prototype.put = put;
        IDBTransaction.prototype.commit = commit;
        Object.defineProperty(IDBTransaction.prototype, "oncomplete", heard);
        IDBFactory.prototype.open = opened;
        IDBDatabase.prototype.transaction = begun;
    });
"""
FULL = "IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError'); };"
NO_COMMIT = "IDBTransaction.prototype.commit = () => { throw new DOMException('', 'DataError'); };"
ABORTED = "IDBTransaction.prototype.commit = function () { this.abort(); };"
UNHEARD = """Object.defineProperty(IDBTransaction.prototype, "oncomplete", {
    configurable: true,
    set() {},
});"""
NO_TRANSACTION = """IDBDatabase.prototype.transaction = () => {
    throw new DOMException("", "UnknownError");
};"""
MENDED = "() => { mend.forEach((one) => one()); }"

AT_WORK = {
    "put throws": FULL,
    "commit throws": NO_COMMIT,
    "the transaction is aborted": ABORTED,
    "complete never comes": UNHEARD,
    "no transaction can be begun": NO_TRANSACTION,
}

# What a browser may answer from the start.
BLOCKED = {
    "is not there": "Object.defineProperty(window, 'indexedDB', { value: undefined })",
    "throws": "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') }",
    "fails": """IDBFactory.prototype.open = () => {
        const request = { error: new DOMException("no", "UnknownError") };
        setTimeout(() => request.onerror(new Event("error")));
        return request;
    }""",
}

UNLISTED = """IDBFactory.prototype.databases = () =>
    Promise.reject(new DOMException("The user denied permission", "UnknownError"))"""

# Fails until the page's own script says otherwise.
BLOCKED_AT_FIRST = """
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (...of) {
        if (globalThis.allowed) return open.apply(this, of);
        throw new DOMException("no", "SecurityError");
    };
"""

# The nth `put` from now on throws; the others work.
NTH_PUT = """(nth) => {
    const { put } = IDBObjectStore.prototype;
    let calls = 0;
    IDBObjectStore.prototype.put = function (...of) {
        calls += 1;
        if (calls !== nth) return put.apply(this, of);
        IDBObjectStore.prototype.put = put;
        throw new DOMException("", "UnknownError");
    };
}"""

# A store that fails for three minutes, on a clock of its own: gives the times at which it
# was tried, and what the field and the notice said in turn.
TRIED_FOR_3_MINUTES = (
    f"async () => {{{CLOCK}"
    """
    const { Answers } = await siteModule("answers/answers.js");
    const [tries, states, notices] = [[], [], []];
    const store = {
        prepare: async () => {},
        keys: async () => [],
        read: async () => new Map(),
        update: async (_, decide) => {
            tries.push(clock.now());
            if (clock.now() < 180_000) throw new DOMException("", "UnknownError");
            return decide(new Map()).outcome;
        },
    };
    const note = (list, what) => { if (list.at(-1) !== what) list.push(what); };
    const notify = (name, yes) => {
        if (name === "unsaved" && (yes || notices.length)) note(notices, yes);
    };
    const answers = new Answers({ store, clock, tab: "t", notify });
    const question = { id: "q", kind: "text", edition: "", words: "" };
    const field = { question, show: (_, state) => note(states, state), focused: () => true };
    answers.join(field);
    await rest();
    answers.type(field, "precious");
    while (clock.now() < 260_000) await reach(Math.min(next(), 260_000));
    return [tries, states, notices];
}"""
)

# A store that never answers to a write, on a clock of its own: gives the time at which the field
# is told that the text is not saved.
UNANSWERED = (
    f"async () => {{{CLOCK}"
    """
    const { Answers } = await siteModule("answers/answers.js");
    const store = {
        prepare: async () => {},
        keys: async () => [],
        read: async () => new Map(),
        update: () => new Promise(() => {}),
    };
    const answers = new Answers({ store, clock, tab: "t", notify: () => {} });
    const question = { id: "q", kind: "text", edition: "", words: "" };
    let said = 0;
    const show = (_, state) => { if (state === "failed") said ||= clock.now(); };
    const field = { question, show, focused: () => true };
    answers.join(field);
    await rest();
    answers.type(field, "precious");
    while (!said && clock.now() < 60_000) await reach(clock.now() + 50);
    return said;
}"""
)


def script(fault: str) -> str:
    """The function that brings `fault` about in a page, so that MENDED can undo it."""
    return f"() => {{ {KEEP} {fault} }}"
