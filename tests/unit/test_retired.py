"""What is withdrawn is not shown anywhere, and the guide does without it."""

import json
from pathlib import Path
from typing import Any

import pytest

from macros.content.load import load
from macros.content.model.files import Content
from macros.guide.addresses import addresses
from macros.guide.data_export import quotes_csv, report_json
from macros.guide.guide import Guide
from macros.guide.search_settings import search_json
from macros.render.environment import macros

ROOT = Path(__file__).parents[2]
# One of each kind, with words that nothing else has.
KINDS = {
    "quote": ("personal-crusade", "it became a bit of a personal crusade"),
    "behaviour": ("change-takes-time", "Leaders know that change takes time"),
    "reference": ("kotter-1996", "Harvard Business School Press"),
    "term": ("tlq360", "A questionnaire about a leader, answered by the leader"),
    "resource": ("skills-for-care-vbr", "is not named in the report"),
    "question": ("actions-reflect-values", "How do your actions as a leader reflect"),
    "section": ("choose-a-leader", "Making the choice"),
    "passage": ("social-work-leadership-standards", "Social Work Leadership Standards"),
    "passage of a workbook": ("values-attract-leaders", "Values attract the right leaders"),
    "key question": ("key-question-tools", "How can we best support existing leaders"),
    "recommendation": ("recommend-development", "The second recommendation is"),
}
Data = dict[str, Any]


def without(content: Content, own: str) -> Content:
    """The content with a record retired, and no living record mentioning it or what is in it."""
    data = content.model_dump()
    gone: set[str] = set()
    _retire(data, own, gone)
    assert own in gone
    return Content.model_validate(_unmentioned(data, gone))


def _retire(value: Any, own: str, gone: set[str], *, inside: bool = False) -> None:
    """Retire the record, and the quotes of a behaviour with it; `gone` gets all ids in it."""
    if isinstance(value, dict):
        here = value.get("id") == own or value.get("behaviour") == own
        if here:
            value["retired"] = "It is withdrawn."
        if (here or inside) and "id" in value:
            gone.add(value["id"])
        for one in value.values():
            _retire(one, own, gone, inside=inside or here)
    elif isinstance(value, tuple):
        for one in value:
            _retire(one, own, gone, inside=inside)


def _unmentioned(value: Any, gone: set[str]) -> Any:
    if isinstance(value, str):
        for own in gone:
            for kind in ("ref", "resource", "term", "behaviour", "attribute"):
                value = value.replace(f"({kind}:{own})", "(https://example.org)")
        return value
    if isinstance(value, tuple):
        kept = (one for one in value if not _mentions(one, gone))
        return tuple(_unmentioned(one, gone) for one in kept)
    if isinstance(value, dict):
        named = value.get("successor") in gone
        kept_items = {key: one for key, one in value.items() if key not in gone}
        changed = {key: _unmentioned(one, gone) for key, one in kept_items.items()}
        for field in ("successor", "term") if named or _is_theory(value, gone) else ():
            if field in changed:
                changed[field] = None
        return changed
    return value


def _is_theory(value: Data, gone: set[str]) -> bool:
    return "theory_md" in value and value.get("term") in gone


def _mentions(one: Any, gone: set[str]) -> bool:
    """Whether a list's item is the id of what is gone, or the place of a quote that is."""
    if isinstance(one, dict):
        return set(one) == {"quote"} and one["quote"] in gone
    return isinstance(one, str) and one in gone


def everything(content: Content) -> str:
    """All that is made of the content: every macro with each argument, and the data."""
    guide = Guide(content)
    arguments = {
        "attribute": list(guide.attribute),
        "workbook": list(guide.workbook),
        "featured_quote": list(guide.quote)[:1],
        "passage": list(guide.passage),
        "section_of_report": list(guide.passage),
    }
    texts = [report_json(guide), quotes_csv(guide), search_json(guide), *addresses(guide)]
    for name, macro in macros(guide).items():
        calls = [(own,) for own in arguments[name]] if name in arguments else [()]
        texts += [macro("about/whole-guide/" if name == "whole_guide" else "x/", *a) for a in calls]
    return "\n".join(texts)


@pytest.fixture(scope="module")
def content() -> Content:
    found = load(ROOT / "content")
    return found.model_copy(update={"slips": ()})


@pytest.fixture(scope="module")
def shown(content: Content) -> str:
    return everything(content)


@pytest.mark.parametrize("kind", KINDS)
def test_a_retired_record_is_nowhere_and_everything_else_is_made(
    content: Content, shown: str, kind: str
) -> None:
    own, words = KINDS[kind]
    assert own in shown
    assert words in shown
    left = everything(without(content, own))
    assert words not in left
    assert f'"{own}"' not in left
    assert f"#{own}" not in left
    assert len(left) > len(shown) / 2


def test_the_guide_s_content_has_nothing_retired_at_any_depth(content: Content) -> None:
    for own, _ in KINDS.values():
        data = json.dumps(Guide(without(content, own)).content.model_dump())
        assert "It is withdrawn." not in data
