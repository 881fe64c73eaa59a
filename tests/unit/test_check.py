"""The rules of the whole report, on records and not on files."""

from macros.content.document import Location, SourceDocument
from macros.content.index import Unread
from macros.content.located import LoadedFile
from macros.content.model.base import Part
from macros.content.model.files import Aliases, Glossary, Resources, Slips
from macros.content.model.records import Resource, Slip, Term
from macros.content.released_ids import Released
from macros.content.rules.check_all import check

NUMBERS = {f"no attribute has number {number}" for number in range(1, 6)}
NONE_RELEASED = Released("content/released-ids.txt")


def entry(part: Part, file: str) -> LoadedFile:
    """A record whose every value stands in line 1."""
    return LoadedFile(part, SourceDocument(file, {}, {(): Location(1, "fields")}))


def term(own: str, meaning: str = "What it means.", formerly: tuple[str, ...] = ()) -> Term:
    return Term(
        id=own,
        formerly=formerly,
        term=own,
        kind="theory",
        meaning_md=meaning,
        origin="guide",
        found_in="The summary",
    )


def glossary(*terms: Term) -> LoadedFile:
    return entry(Glossary(terms=terms), "content/glossary.yml")


def told(
    *entries: LoadedFile, released: Released = NONE_RELEASED, unread: Unread | None = None
) -> set[str]:
    """What the rules say is wrong, but for the attributes that these tests have none of."""
    return {problem.what for problem in check(entries, released, unread)} - NUMBERS


def test_nothing_is_wrong_with_nothing_but_that_the_five_attributes_are_missing() -> None:
    assert {problem.what for problem in check((), NONE_RELEASED)} == NUMBERS


def test_one_id_in_two_kinds_of_record_is_a_problem_that_names_both_places() -> None:
    resource = Resource(
        id="trust",
        title="A",
        publisher="B",
        status="not-found",
        status_note="C",
        looked_up="2026-11-23",
    )
    both = (
        glossary(term("trust")),
        entry(Resources(resources=(resource,)), "content/resources.yml"),
    )
    taken = "id 'trust' is taken already (term 'trust' at content/glossary.yml:1)"
    assert told(*both) == {taken}
    assert told(*reversed(both)) == {taken}


def test_a_released_id_may_live_on_as_a_former_id() -> None:
    released = Released("content/released-ids.txt", {"faith": 2})
    assert told(glossary(term("trust", formerly=("faith",))), released=released) == set()
    assert told(glossary(term("trust")), released=released) == {
        "id 'faith' was released and no record has it now"
    }


def test_a_record_may_not_be_its_own_former_self() -> None:
    assert len(told(glossary(term("trust", formerly=("trust",))))) == 1


def test_a_link_may_lead_to_a_record_that_stands_in_an_unread_file() -> None:
    linked = glossary(term("trust", "See [it](ref:writer-2020)."))
    assert told(linked) == {"term 'trust' names reference 'writer-2020', which does not exist"}
    assert told(linked, unread=Unread(frozenset({"writer-2020"}))) == set()
    assert told(linked, unread=Unread(anything=True)) == set()


def test_a_released_id_may_stand_in_an_unread_file() -> None:
    released = Released("content/released-ids.txt", {"faith": 2})
    assert told(released=released, unread=Unread(frozenset({"faith"}))) == set()


def test_missing_attributes_are_not_told_of_while_a_file_is_unread() -> None:
    assert not list(check((), NONE_RELEASED, Unread(anything=True)))


def test_a_link_with_a_title_or_in_angle_brackets_is_followed() -> None:
    text = '[a](<term:faith>) [b](term:hope "a title") [c]( term:love )'
    missing = {
        f"term 'trust' names term '{own}', which does not exist"
        for own in ("faith", "hope", "love")
    }
    assert told(glossary(term("trust", text))) == missing


def test_addresses_may_be_linked_and_pages_may_not() -> None:
    text = "[a](https://example.org/(b)) [c](mailto:d@example.org) [e](/f/)"
    assert told(glossary(term("trust", text))) == {
        "term 'trust' links to '/f/', which is not a link of the guide"
    }


def test_brackets_that_are_no_link_are_no_problem() -> None:
    assert told(glossary(term("trust", "They [leaders] (all) trust."))) == set()


def test_a_file_that_is_no_record_is_called_by_what_it_holds() -> None:
    aliases = Aliases(words={}, records={"nobody": ("no one",)})
    assert told(entry(aliases, "content/aliases.yml")) == {
        "the list of aliases names record 'nobody', which does not exist"
    }


def test_only_a_living_record_may_not_mention_a_retired_one() -> None:
    gone = term("faith").model_copy(update={"retired": "It is withdrawn."})
    linked = term("trust", "See [it](term:faith).")
    assert told(glossary(gone, linked)) == {"term 'trust' names term 'faith', which is retired"}
    both = linked.model_copy(update={"retired": "It is withdrawn, too."})
    assert told(glossary(gone, both)) == set()


def test_a_mended_slip_says_its_mend_and_no_other_slip_does() -> None:
    slip = Slip(where="The end", kind="mended", source="A B", why="A comma was lost.")
    said = slip.model_copy(update={"site": "A, B"})
    kept = said.model_copy(update={"kind": "kept"})
    assert told(entry(Slips(slips=(said,)), "content/slips.yml")) == set()
    assert told(entry(Slips(slips=(slip, kept)), "content/slips.yml")) == {
        "the slip in 'The end' has kind 'mended' and no 'site'",
        "the slip in 'The end' has kind 'kept' and a 'site'",
    }


def test_a_slip_that_moves_a_quote_says_which_and_both_places_and_no_other_names_one() -> None:
    slip = Slip(where="The end", kind="moved", quote="nobody", source="A.", why="It suits B.")
    unnamed = slip.model_copy(update={"quote": None})
    mended = slip.model_copy(update={"kind": "mended", "site": "B."})
    assert told(entry(Slips(slips=(slip, unnamed, mended)), "content/slips.yml")) == {
        "the slip in 'The end' has kind 'moved' and no 'site'",
        "the slip in 'The end' has kind 'moved' and no 'quote'",
        "the slip in 'The end' has kind 'mended' and a 'quote'",
        "the list of slips names quote 'nobody', which does not exist",
    }
