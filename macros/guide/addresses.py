"""The address of each record on the site: one permanent address for each id."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from macros.content.model.base import Record
from macros.content.model.records import Passage
from macros.guide.areas import Area, is_hidden
from macros.guide.guide import Guide

WHOLE_GUIDE = "about/whole-guide/"


def addresses(guide: Guide) -> dict[str, str]:
    """Map ids to addresses relative to the site's root, such as `framework/values/#own-risk`.

    Records whose only pages are not in this copy are left out."""
    places = every_address(guide)
    return {own: place for own, place in places.items() if not is_hidden(place, guide.hidden)}


def every_address(guide: Guide) -> dict[str, str]:
    """Map ids to addresses, including those on pages that this copy leaves out."""
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
        yield from _on(page, [one for section in workbook.sections for one in section.interview])
        yield from _on(page, [workbook.plan] if workbook.plan else [])
        yield from _on(page, guide.asked(workbook))
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
    """Addresses of records and pages as links from one page."""

    def __init__(
        self,
        places: Mapping[str, str],
        page: str,
        hidden: Collection[Area] = (),
        root: str | None = None,
    ) -> None:
        """Prepare links from the page at the address `page` (from the site's root, "" for home).

        `places` maps ids to addresses; `hidden` are the areas that the copy leaves out. `root` is
        the path from the page to the site's root, if the generator rewrites links in HTML (see
        `build/generator.root`)."""
        self._places = places
        self._hidden = hidden
        self._page = page
        self._root = "../" * page.count("/") if root is None else root

    @property
    def whole(self) -> bool:
        """Whether this is the page that holds the whole guide."""
        return self._page == WHOLE_GUIDE

    def page(self, address: str) -> str:
        """Return a page's address as a link from here."""
        return f"{self._root}{address}" or "./"

    def leads(self, address: str) -> bool:
        """Whether this copy of the guide has the page."""
        return not is_hidden(address, self._hidden)

    def has(self, record: str) -> bool:
        """Whether this copy of the guide has a page that shows the record."""
        place = self._places.get(record)
        return place is not None and (self.whole or not is_hidden(place, self._hidden))

    def to(self, record: str) -> str:
        """Return a record's address as a link from here.

        Raises KeyError if no page of this copy shows the record."""
        if not self.has(record):
            raise KeyError(record)
        page, _, anchor = self._places[record].partition("#")
        if page == self._page or self.whole:
            return f"#{anchor or record}"
        return self.page(f"{page}#{anchor}" if anchor else page)
