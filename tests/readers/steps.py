"""The walk: search, a question, a dialog, the profile and feedback, with a keyboard alone.

Each part gives lines of what is done and what is heard.
"""

from collections.abc import Callable, Iterator

from tests.readers.orca import Reader

Line = tuple[str, list[str]]
Part = Callable[[Reader, str], Iterator[Line]]


def search(reader: Reader, address: str) -> Iterator[Line]:
    """Search for a word and go through the results."""
    yield "open the home page", reader.open(address)
    yield "Tab to the search", reader.press("Tab", "Tab", "Tab", "Tab")
    yield "type “shadowing”", reader.type("shadowing")
    for _ in range(4):
        yield "Tab", reader.press("Tab")


def question(reader: Reader, address: str) -> Iterator[Line]:
    """Come to the first question of a workbook, answer it, and go on writing."""
    yield "open the self-reflection workbook", reader.open(f"{address}workbooks/self-reflection/")
    yield "Tab", reader.press("Tab")
    yield "Tab", reader.press("Tab")
    reader.go_to("main textarea")
    yield "go to the first field", reader.heard()
    yield "type an answer, and wait", reader.type("We wrote it together.") + reader.heard()
    yield "go on typing, and wait", reader.type(" Again.") + reader.heard()
    yield "Tab", reader.press("Tab")


def dialog(reader: Reader, address: str) -> Iterator[Line]:
    """Open the dialog of the backup, and leave it."""
    reader.open(f"{address}workbooks/self-reflection/")
    reader.go_to("[data-open-backup]")
    yield "go to “Save a backup”", reader.heard()
    yield "Enter", reader.press("Return")
    for _ in range(3):
        yield "Tab", reader.press("Tab")
    yield "Escape", reader.press("Escape")


def profile(reader: Reader, address: str) -> Iterator[Line]:
    """Rate oneself, and read the profile by its headings."""
    reader.open(f"{address}workbooks/developing/")
    reader.go_to("main input[type=radio][value='4']")
    yield "go to the first rating", reader.heard()
    yield "Space", reader.press("space")
    yield "open the profile", reader.open(f"{address}workbooks/profile/")
    for _ in range(4):
        yield "H, to the next heading", reader.press("h")
    yield "T, to the next table", reader.press("t")


def feedback(reader: Reader, address: str) -> Iterator[Line]:
    """Ask for feedback, and paste what is no reply."""
    yield "open feedback", reader.open(f"{address}workbooks/feedback/")
    yield "Tab", reader.press("Tab")
    reader.go_to("main form input")
    yield "go to the name of the request", reader.heard()
    yield "type a name and press Enter", reader.type("My team") + reader.press("Return")
    reader.go_to("#reply-codes")
    yield "go to the codes", reader.heard()
    yield "type what is no code", reader.type("nothing")
    yield "Tab", reader.press("Tab")
    yield "Enter", reader.press("Return")
    yield "Shift+Tab, back to the codes", reader.press("shift+Tab")


PARTS: dict[str, Part] = {
    "Search": search,
    "A question": question,
    "A dialog": dialog,
    "The profile": profile,
    "Feedback": feedback,
}
