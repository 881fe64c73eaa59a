"""An earlier version is the text before a sitting or before a deletion that matters, no scrap.

On a clock that the test moves, over a store of one page's life.
"""

from typing import Any

import pytest

from tests.support.clock import CLOCK
from tests.support.scripts import Scripts

# Takes steps, then gives the versions of one question, the oldest first. A step is a word and
# what it needs: `type` a text and wait until it is saved, `wait` and `set` (the date, not the
# page's own clock) by so many seconds, `replace` by a text, `reload`, or `tab` to another page.
TAKEN = (
    f"async ([steps, kind]) => {{{CLOCK}"
    """
    const { Answers } = await siteModule("answers/answers.js");
    const { MemoryStore } = await siteModule("storage/memory-store.js");
    await siteModule("answers/maintenance.js");
    const store = new MemoryStore();
    let apart = 0;
    clock.date = () => new Date(Date.UTC(2026, 10, 23) + now + apart).toISOString();
    const question = { id: "q", kind, edition: "", words: "" };
    let pages = [];
    const open = async (name) => {
        const field = { question, show: () => {}, focused: () => false };
        const tell = (id) => {
            for (const page of pages) if (page.name !== name) page.answers.follow(id);
        };
        const answers = new Answers({ store, clock, tab: name, saved: tell, notify: () => {} });
        answers.join(field);
        await rest();
        pages = [...pages.filter((page) => page.name !== name), { name, answers, field }];
        return pages.at(-1);
    };
    let here = await open("one");
    for (const [step, what] of steps) {
        if (step === "type") {
            here.answers.type(here.field, what);
            await reach(now + 400);
        }
        if (step === "add") here.answers.type(here.field, what);
        if (step === "wait") await reach(now + what * 1000);
        if (step === "set") apart += what * 1000;
        if (step === "replace") await here.answers.replace("q", what);
        if (step === "reload") here = await open(here.name);
        if (step === "tab") here = pages.find(({ name }) => name === what) ?? (await open(what));
        for (let turn = 0; turn < 3; turn += 1) await rest();
    }
    const records = await store.read(["version/q/"]);
    return [...records.values()].map(({ value }) => value);
}"""
)
MINUTE, HOUR, DAY = 60, 3_600, 86_400
LONG = (
    "We asked the people who do the work what they would need, and we did it within a month. "
    "Then we asked them again, and they told us what we had not seen and could have known."
)
OTHER = "Nobody asked our partners what they made of the new arrangements, so we shall begin there."

PARAGRAPHS = [f"{number:03}. {LONG[:120]}\n\n" for number in range(30)]

Step = tuple[str, Any]


def taken(scripts: Scripts, steps: list[Step], kind: str = "text") -> list[str]:
    """The texts that are earlier versions after these steps."""
    versions: list[str] = scripts.evaluate(TAKEN, [steps, kind])
    return versions


def begun(text: str, seconds: float = 3) -> list[Step]:
    """The text typed word by word, with a pause for thought after each."""
    words = text.split()
    parts = [" ".join(words[:number]) for number in range(1, len(words) + 1)]
    return [step for part in parts for step in (("type", part), ("wait", seconds))]


def deleted(text: str, letters: int) -> list[Step]:
    """The text deleted from its end, so many letters between two saves."""
    lengths = range(len(text) - letters, 0, -letters)
    return [*[("type", text[:length]) for length in lengths], ("type", "")]


NONE: list[str] = []
SITTINGS: dict[str, tuple[list[Step], list[str]]] = {
    "a sentence typed with pauses between words": (begun(LONG), NONE),
    "pauses of five minutes": (begun(OTHER, 5 * MINUTE), NONE),
    "a page loaded anew in a sitting": (
        [("type", LONG), ("reload", 0), ("type", f"{LONG} And"), ("reload", 0), ("type", LONG)],
        NONE,
    ),
    "two tabs in one sitting": (
        [
            ("type", LONG),
            ("tab", "two"),
            ("type", f"{LONG} And"),
            ("tab", "one"),
            ("type", f"{LONG} And so"),
            ("tab", "two"),
            ("type", f"{LONG} And so on"),
        ],
        NONE,
    ),
    "the next sitting on an open page": (
        [("type", LONG), ("wait", HOUR), *begun(f"{LONG} Again, and again, and once more.")[-8:]],
        [LONG],
    ),
    "the next sitting on a page loaded anew": (
        [("type", LONG), ("wait", HOUR), ("reload", 0), ("type", f"{LONG} A."), ("type", LONG)],
        [LONG],
    ),
    "the next sitting in another tab": (
        [("type", LONG), ("tab", "two"), ("wait", DAY), ("type", f"{LONG} A.")],
        [LONG],
    ),
    "a computer that slept, its page's clock too": (
        [("type", LONG), ("set", 8 * HOUR), ("type", f"{LONG} A."), ("type", f"{LONG} And.")],
        [LONG],
    ),
    "a date that stays as it is": (
        [("type", LONG), ("wait", HOUR), ("set", -HOUR), ("type", f"{LONG} A.")],
        [LONG],
    ),
    "a clock set back and forward in a sitting": (
        [
            ("type", LONG),
            ("set", -DAY),
            *begun(f"{LONG} A b c d")[-8:],
            ("set", DAY),
            *begun(f"{LONG} A b c d e f g h")[-8:],
        ],
        [LONG, f"{LONG} A b c d"],
    ),
    "all selected and deleted, undone, and deleted again": (
        [("type", LONG), ("type", ""), ("type", LONG), ("type", ""), ("type", LONG)],
        [LONG],
    ),
    "all deleted letter by letter": ([("type", LONG), *deleted(LONG, 9)], [LONG]),
    "all deleted in large parts, and loaded anew at the end": (
        [("type", LONG), *deleted(LONG, 40), ("reload", 0), ("type", OTHER)],
        [LONG],
    ),
    "a paragraph of a long text": (
        [("type", "".join(PARAGRAPHS)), ("type", "".join([*PARAGRAPHS[:9], *PARAGRAPHS[11:]]))],
        ["".join(PARAGRAPHS)],
    ),
    "a sentence of a long text": (
        [("type", "".join(PARAGRAPHS)), ("type", "".join([*PARAGRAPHS[:9], *PARAGRAPHS[10:]]))],
        NONE,
    ),
    "another text pasted over all": ([("type", LONG), ("type", OTHER)], [LONG]),
    "two texts in turn": ([("type", [LONG, OTHER][turn % 2]) for turn in range(24)], [LONG, OTHER]),
    "two texts in turn on pages loaded anew": (
        [step for turn in range(24) for step in (("type", [LONG, OTHER][turn % 2]), ("reload", 0))],
        [LONG, OTHER],
    ),
    "the beginning of a sentence, taken back": (
        [("type", "I th"), ("type", ""), ("type", "I think"), ("type", ""), ("type", "We")],
        NONE,
    ),
    "a short answer that stood, cleared": (
        [("type", "To listen"), ("wait", 2 * MINUTE), ("type", "")],
        ["To listen"],
    ),
    "a short answer that stood, typed over": (
        [("type", "To listen"), ("wait", 2 * MINUTE), ("type", "Our partners")],
        ["To listen"],
    ),
    "an earlier text brought back at the last key": (
        [("type", LONG), ("add", f"{LONG} And"), ("replace", OTHER)],
        [f"{LONG} And"],
    ),
    "earlier texts brought back in turn": (
        [("type", LONG), *[("replace", [OTHER, LONG][turn % 2]) for turn in range(7)]],
        [OTHER, LONG],
    ),
    "thirty sittings": (
        [
            step
            for number in range(30)
            for step in (("type", f"{number} " * 40), ("wait", DAY), ("reload", 0))
        ],
        [f"{number} " * 40 for number in range(9, 29)],
    ),
}


@pytest.mark.parametrize("sitting", SITTINGS)
def test_a_version_is_what_stood_before_a_sitting_or_a_deletion_that_matters(
    scripts: Scripts, sitting: str
) -> None:
    steps, versions = SITTINGS[sitting]
    assert sorted(taken(scripts, steps)) == sorted(versions)


def test_the_version_that_was_displaced_last_is_the_newest(scripts: Scripts) -> None:
    steps = [("type", text) for text in (LONG, OTHER, LONG, OTHER)]
    assert taken(scripts, steps) == [OTHER, LONG]


@pytest.mark.parametrize(
    ("steps", "versions"),
    [
        ([("type", "1"), ("type", "2"), ("wait", 10), ("type", "3")], NONE),
        ([("type", "3"), ("wait", HOUR), ("type", "4"), ("type", "5")], ["3"]),
        ([("type", "3"), ("type", ""), ("type", "4"), ("type", "")], ["3", "4"]),
        ([("type", "3"), ("type", ""), ("type", "3"), ("type", "")], ["3"]),
    ],
    ids=["chosen in turn", "the next sitting", "cleared", "cleared twice"],
)
def test_a_rating_is_a_version_where_a_sitting_changes_or_somebody_clears_it(
    scripts: Scripts, steps: list[Step], versions: list[str]
) -> None:
    assert taken(scripts, steps, "rating") == versions
