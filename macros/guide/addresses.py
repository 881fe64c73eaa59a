"""Where each record stands on the site: one permanent address for each id."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from macros.content.model.base import Record
from macros.content.model.records import Passage
from macros.guide.areas import Area, is_hidden
from macros.guide.guide import Guide, companions

WHOLE_GUIDE = "about/whole-guide/"


def addresses(guide: Guide) -> dict[str, str]:
    """Id to address, relative to the site's root: `framework/values/#own-risk`.

    What only stands on pages that this copy does not have is not among them."""
    places = every_address(guide)
    return {own: place for own, place in places.items() if not is_hidden(place, guide.hidden)}


def every_address(guide: Guide) -> dict[str, str]:
    """The same with the addresses that this copy of the guide does not have."""
    return dict(_addresses(guide))


def _addresses(guide: Guide) -> Iterator[tuple[str, str]]:
    for attribute in guide.attributes:
        yield attribute.id, f"framework/{attribute.id}/"
        yield from _on(f"framework/{attribute.id}/", attribute.behaviours)
    for quote in guide.quotes:
        page = "quotes/" if guide.shows("quotes") else f"framework/{quote.attribute.id}/"
        yield from _on(page, [quote.quote])
    for workbook in guide.workbooks:
        page = f"workbooks/{workbook.id}/"
        yield workbook.id, page
        yield from _on(page, [*workbook.passages, *workbook.closing])
        yield from _on(page, workbook.sections)
    for one in guide.questions:
        page = f"workbooks/{one.workbook.id}/"
        yield from _on(page, [one.question, *companions(one.question)])
    yield from _evidence(guide)
    if guide.shows("recruiting"):
        yield from _on("workbooks/recruiting/", guide.resources)
    yield from _on("about/glossary/", guide.terms)


def _evidence(guide: Guide) -> Iterator[tuple[str, str]]:
    report = guide.report
    yield from _on("evidence/key-questions/", report.key_questions)
    yield from _on("evidence/recommendations/", report.recommendations.items)
    yield from _passage("evidence/conclusion/", report.conclusion)
    yield from _passage("evidence/literature-review/", report.literature_review)
    yield from _passage("evidence/methodology/", report.methodology)
    yield report.acknowledgements.id, f"about/#{report.acknowledgements.id}"
    yield report.applying.id, f"workbooks/#{report.applying.id}"
    yield from _on("evidence/references/", guide.references)


def _passage(page: str, passage: Passage) -> Iterator[tuple[str, str]]:
    yield passage.id, page
    yield from _on(page, passage.passages)


def _on(page: str, records: Iterable[Record]) -> Iterator[tuple[str, str]]:
    for record in records:
        yield record.id, f"{page}#{record.id}"


class Links:
    """Addresses as seen from one page."""

    def __init__(
        self,
        places: Mapping[str, str],
        page: str,
        hidden: Collection[Area] = (),
        root: str | None = None,
    ) -> None:
        """`page` is the page's own address from the site's root, `""` for the home page;
        `hidden` are the areas that the copy does not have; `root` is the way from the page to
        the site's root, where a generator does not take links as they will be in the page."""
        self._places = places
        self._hidden = hidden
        self._page = page
        self._root = "../" * page.count("/") if root is None else root

    @property
    def whole(self) -> bool:
        """Whether this is the page that holds the whole guide."""
        return self._page == WHOLE_GUIDE

    def page(self, address: str) -> str:
        """A page of the site, as seen from here."""
        return f"{self._root}{address}" or "./"

    def leads(self, address: str) -> bool:
        """Whether this copy of the guide has the page."""
        return not is_hidden(address, self._hidden)

    def has(self, record: str) -> bool:
        """Whether this copy of the guide has a place that shows the record."""
        place = self._places.get(record)
        return place is not None and (self.whole or not is_hidden(place, self._hidden))

    def to(self, record: str) -> str:
        """The address of a record, as seen from here.

        Raises KeyError where no page shows a record of that id."""
        if not self.has(record):
            raise KeyError(record)
        page, _, anchor = self._places[record].partition("#")
        if page == self._page or self.whole:
            return f"#{anchor or record}"
        return self.page(f"{page}#{anchor}" if anchor else page)
