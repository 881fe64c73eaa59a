"""What a person does and sees in a workbook, in any engine."""

from typing import Any

from tests.support.engines.tab import Tab

WORKBOOK = "workbooks/self-reflection/"
ATTRIBUTE = "framework/values/"
GLOSSARY = "about/glossary/"

FIELD = """([number, does]) => {
    const question = document.querySelectorAll("workbook-question:has(textarea)")[number];
    const field = question.querySelector("textarea");
    if (does === "focus") {
        field.focus();
        field.setSelectionRange(field.value.length, field.value.length);
    }
    return [field.value, question.querySelector("save-status").textContent.trim()];
}"""
SHOWS = f"""([number, text]) => ({FIELD})([number])[0] === text"""
SAYS = f"""([number, start]) => ({FIELD})([number])[1].startsWith(start)"""
# All parts of a workbook, and not one at a time.
SHOW_ALL = """() => {
    const form = document.querySelector("form[data-view=one]");
    form?.querySelector("button[data-all]").click();
}"""
MOST_RELOADS = 3
IS_HELD = """() => {
    const notice = document.querySelector("[data-notice=busy]");
    return notice !== null && !notice.hidden;
}"""
# All that is kept, by its key: read in the page, through a connection of its own.
STORED = """() => new Promise((resolve, reject) => {
    const name = `five-attributes:/${location.pathname.split("/")[1]}/`;
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error);
    opening.onblocked = () => reject(new Error("blocked"));
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onsuccess = () => {
        const db = opening.result;
        const store = db.transaction("records").objectStore("records");
        const [keys, values] = [store.getAllKeys(), store.getAll()];
        store.transaction.oncomplete = () => {
            db.close();
            resolve(Object.fromEntries(keys.result.map((key, at) => [key, values.result[at]])));
        };
    };
})"""


def open_workbook(tab: Tab, address: str) -> None:
    """Open a page of questions, and wait until its elements have read what is saved.

    Where the page says that another one holds the answers, do as it says: load it again. WebKit may
    hold the database for a page that has gone, after a reload in the middle of a write."""
    tab.go(address)
    for _ in range(MOST_RELOADS):
        settled(tab)
        if not tab.run(IS_HELD):
            break
        tab.go(address)
    settled(tab)
    tab.run(SHOW_ALL)


def settled(tab: Tab) -> None:
    """Wait until what is saved has been read for the last question of the page."""
    tab.until("""() => {
        const all = document.querySelectorAll("workbook-question save-status");
        return document.readyState === "complete" && all.length > 0
            && /^(?!loading$)./.test(all[all.length - 1].getAttribute("state") ?? "");
    }""")


def write(tab: Tab, number: int, text: str) -> None:
    """Type into the field of this number, at its end."""
    tab.run(FIELD, [number, "focus"])
    tab.keys(text)


# Types as a person would, and goes so many milliseconds later, timed by the page itself.
GOES = """([letters, way, after]) => {
    globalThis.isSame = true;
    for (const letter of letters) document.execCommand("insertText", false, letter);
    setTimeout(() => {
        if (way === "link") document.querySelector("a[href$='about/glossary/']").click();
        if (way === "address") location.assign("../../about/");
        if (way === "reload") location.reload();
        if (way === "back") history.back();
    }, after);
}"""


def leave(tab: Tab, number: int, text: str, way: str, after: int) -> None:
    """Type into the field, leave in this way so many milliseconds later, and wait for that."""
    tab.run(FIELD, [number, "focus"])
    tab.run(GOES, [text, way, after])
    tab.until("() => !globalThis.isSame && document.readyState === 'complete'")


def says(tab: Tab, number: int, start: str) -> None:
    """The line below this field begins so, at once or soon."""
    tab.until(SAYS, [number, start])


def shows(tab: Tab, number: int, text: str) -> None:
    """This text, and no other, is in the field, at once or soon."""
    try:
        tab.until(SHOWS, [number, text])
    except AssertionError:
        there: Any = tab.run(FIELD, [number])
        raise AssertionError(f"{there} instead of {text!r}") from None


def seen(tab: Tab, text: str) -> None:
    """Something that can be seen begins with this text, at once or soon."""
    tab.until(
        """(text) => [...document.querySelectorAll("main *")].some((one) =>
            one.checkVisibility() && one.textContent.trim().startsWith(text))""",
        text,
    )


def press_button(tab: Tab, name: str) -> None:
    """Press the button that is called so."""
    tab.click(f"//main//button[normalize-space()='{name}']")


def put(tab: Tab, number: int, text: str) -> None:
    """Put what the script `text` gives into the field, as a paste does."""
    tab.run(
        f"""([number]) => {{
            const all = document.querySelectorAll("workbook-question:has(textarea)");
            const field = all[number].querySelector("textarea");
            field.value = {text};
            field.dispatchEvent(new InputEvent("input", {{ bubbles: true }}));
        }}""",
        [number],
    )


def value(tab: Tab, number: int) -> str:
    """What is in the field of this number now."""
    return str(tab.run(FIELD, [number])[0])


def stored(tab: Tab) -> dict[str, Any]:
    """All that the copy of the site keeps in its database."""
    found: dict[str, Any] = tab.run(STORED)
    return found
