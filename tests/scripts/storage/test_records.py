"""How a write is decided: which text stands, which is put by, and what is left alone."""

from typing import Any

from tests.support.scripts import Scripts

QUESTION = {"id": "risk", "kind": "text", "edition": "new", "words": "How do you own risk?"}
STORED = {
    "format": 1,
    "kind": "text",
    "value": "stored",
    "rev": 7,
    "edition": "old",
    "words": "How do you own the risk?",
    "at": "2026-11-23T10:00:00.000Z",
}
UNREADABLE: list[Any] = [
    {**STORED, "format": 2},
    {**STORED, "kind": "rating", "value": "6"},
    {**STORED, "kind": "rating", "value": "3"},
    {**STORED, "rev": "7"},
    {**STORED, "rev": 0},
    {**STORED, "value": None},
    {key: part for key, part in STORED.items() if key != "words"},
    [],
    "a text",
    17,
]
PUT_BY = "other/risk/000000007"


def written(
    scripts: Scripts,
    stored: Any,
    value: str,
    base: int | None,
    kind: str = "text",
    late: bool = False,
    sent: str | None = None,
    earlier: Any = None,
    taken: tuple[str, ...] = (),
) -> Any:
    """The outcome of writing `value`, typed over rev `base`, where `stored` is; and its puts."""
    draft = {
        "format": 1,
        "question": {**QUESTION, "kind": kind},
        "value": value,
        "base": base,
        "sent": sent,
        "earlier": earlier,
        "at": "2020-01-01T00:00:00.000Z",
    }
    script = """async ([stored, draft, late, taken]) => {
        const { written } = await siteModule("storage/records.js");
        const { outcome, puts } = written(stored ?? undefined, draft, late, taken);
        return [outcome, Object.fromEntries(puts)];
    }"""
    return scripts.evaluate(script, [stored, draft, late, taken])


def test_a_first_answer_has_rev_1_and_the_words_it_answers(scripts: Scripts) -> None:
    _, puts = written(scripts, None, "first", 0)
    answer = puts["answer/risk"]
    assert (answer["rev"], answer["value"]) == (1, "first")
    assert (answer["edition"], answer["words"]) == ("new", "How do you own risk?")


def test_a_text_typed_over_the_stored_one_takes_its_place(scripts: Scripts) -> None:
    outcome, puts = written(scripts, STORED, "stored and more", 7)
    assert list(puts) == ["answer/risk"]
    assert (puts["answer/risk"]["value"], puts["answer/risk"]["rev"]) == ("stored and more", 8)
    assert outcome["kept"] is None


def test_a_text_that_the_writer_had_not_seen_is_put_by_whole(scripts: Scripts) -> None:
    for base in (0, 3, 6, 9):
        outcome, puts = written(scripts, STORED, "typed elsewhere", base)
        assert puts[PUT_BY] == STORED
        assert outcome["kept"] == PUT_BY
        assert puts["answer/risk"]["value"] == "typed elsewhere"
        assert puts["answer/risk"]["rev"] > max(7, base)


def test_a_text_that_is_already_stored_is_not_written_again(scripts: Scripts) -> None:
    outcome, puts = written(scripts, STORED, "stored", 3)
    assert (outcome["answer"], puts) == (STORED, {})


def test_a_cleared_answer_stays_as_an_empty_record(scripts: Scripts) -> None:
    _, puts = written(scripts, STORED, "", 7)
    assert (puts["answer/risk"]["value"], puts["answer/risk"]["rev"]) == ("", 8)


def test_a_text_typed_before_the_stored_one_was_read_is_added_to_it(scripts: Scripts) -> None:
    _, puts = written(scripts, STORED, "typed early", None)
    assert puts["answer/risk"]["value"] == "stored\n\ntyped early"
    assert list(puts) == ["answer/risk"]


def test_a_rating_chosen_before_the_stored_one_was_read_puts_that_by(scripts: Scripts) -> None:
    rating = {**STORED, "kind": "rating", "value": "3"}
    _, puts = written(scripts, rating, "5", None, kind="rating")
    assert (puts["answer/risk"]["value"], puts[PUT_BY]["value"]) == ("5", "3")


def test_a_record_that_cannot_be_read_is_never_written_over(scripts: Scripts) -> None:
    for record in UNREADABLE:
        assert written(scripts, record, "typed", 7) == [{"answer": None, "kept": None}, {}]


def test_a_text_that_comes_late_does_not_take_the_place_of_a_newer_one(scripts: Scripts) -> None:
    outcome, puts = written(scripts, STORED, "left behind", 3, late=True)
    assert puts["answer/risk"] == {**STORED, "rev": 8}
    assert (puts[PUT_BY]["value"], puts[PUT_BY]["rev"]) == ("left behind", 7)
    assert (outcome["kept"], outcome["answer"]["value"]) == (PUT_BY, "stored")


def test_a_text_that_comes_late_over_the_one_it_was_typed_over_is_the_answer(
    scripts: Scripts,
) -> None:
    _, puts = written(scripts, STORED, "stored, and left behind", 7, late=True)
    assert list(puts) == ["answer/risk"]
    assert puts["answer/risk"]["value"] == "stored, and left behind"


def test_a_text_left_while_its_beginning_was_being_saved_is_the_answer(scripts: Scripts) -> None:
    _, puts = written(scripts, STORED, "stored, and more", 6, late=True, sent="stored")
    assert list(puts) == ["answer/risk"]
    assert (puts["answer/risk"]["value"], puts["answer/risk"]["rev"]) == ("stored, and more", 8)


def test_an_empty_text_that_comes_late_clears_nothing_newer(scripts: Scripts) -> None:
    _, puts = written(scripts, STORED, "", 3, late=True)
    assert puts == {"answer/risk": {**STORED, "rev": 8}}


def test_a_text_that_is_put_by_never_takes_the_place_of_another(scripts: Scripts) -> None:
    first = {**STORED, "value": "first", "rev": 1}
    taken = ("version/risk/000000001", "other/risk/000000007", "version/risk/000000009")
    _, puts = written(scripts, STORED, "typed", 3, earlier=first, taken=taken)
    assert [key for key in puts if key in taken] == []
    texts = {record["value"]: (key, record["rev"]) for key, record in puts.items()}
    assert set(texts) == {"first", "stored", "typed"}
    assert texts["typed"][1] > max(9, texts["first"][1], texts["stored"][1])
    assert all(key.endswith(f"{rev:09}") for key, rev in texts.values() if "answer" not in key)
