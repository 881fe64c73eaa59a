"""Make the search's index of what pages show: a generator's own, without what is hidden.

A generator's index also has what is in dialogs, in closed parts, in states that a script shows
later and on buttons, and it has the marks of HTML. What only hosts look for goes into a second
file, which the first one names and which is loaded after it."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

SETTINGS = "search/guide.json"
# MkDocs and ProperDocs write the first, Zensical the second.
INDEXES = {"search/search_index.json": "docs", "search.json": "items"}
FOR_HOSTS = "search/hosts.json"

_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)
_UNSEEN = frozenset(
    "button dialog iframe noscript script select style svg template textarea".split()  # noqa: SIM905
)
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")


class _Shown(HTMLParser):
    """What a page shows when it opens: its words, without space, and the ids of its parts."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: set[str] = set()
        self._text: list[str] = []
        self._open: list[str] = []
        self._hidden_from: int | None = None
        self.feed(page)
        self.close()
        self.text = "".join(self._text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        closed = self._open[-1:] == ["details"] and tag != "summary"
        if tag == "details" and "open" in attributes:
            tag = "details open"
        if tag not in _VOID:
            self._open.append(tag)
        if self._hidden_from is None and (closed or tag in _UNSEEN or "hidden" in attributes):
            self._hidden_from = len(self._open)
        if self._hidden_from is None and attributes.get("id"):
            self.ids.add(attributes["id"] or "")

    def handle_endtag(self, tag: str) -> None:
        names = (tag, f"{tag} open")
        if not any(name in self._open for name in names):
            return
        while self._open:
            if self._hidden_from == len(self._open):
                self._hidden_from = None
            if self._open.pop() in names:
                break

    def handle_data(self, data: str) -> None:
        if self._hidden_from is None:
            self._text.append(_packed(data))


def visible_index(site: Path) -> None:
    """Replace the generator's index of the built `site` by one of what its pages show.

    A site without one is left as it is."""
    for name, key in INDEXES.items():
        if (site / name).is_file():
            _write(site, name, key)


def _write(site: Path, name: str, key: str) -> None:
    made = json.loads((site / name).read_text(encoding="utf-8"))[key]
    starts = tuple(json.loads((site / SETTINGS).read_text(encoding="utf-8"))["hosts"])
    sections = list(_shown(site, made))
    hosts = [one for one in sections if one["location"].startswith(starts)]
    leaders = [one for one in sections if not one["location"].startswith(starts)]
    more = "hosts.json" if name.startswith("search/") else FOR_HOSTS
    (site / name).write_text(_json({key: leaders, "more": more}), encoding="utf-8")
    (site / FOR_HOSTS).write_text(_json({key: hosts}), encoding="utf-8")


def _shown(site: Path, sections: Iterable[dict[str, Any]]) -> Iterator[dict[str, str]]:
    """Yield each section that its page shows, as plain text, with as much of it as is shown."""

    @cache
    def page(address: str) -> _Shown:
        return _Shown((site / address / "index.html").read_text(encoding="utf-8"))

    for one in sections:
        address, _, anchor = one["location"].partition("#")
        if not anchor or anchor in page(address).ids:
            parts = (unescape(part) for part in _TAG.split(one["text"]))
            text = " ".join(part for part in parts if _packed(part) in page(address).text)
            title = _plain(unescape(_TAG.sub("", one["title"])))
            yield {"location": one["location"], "title": title, "text": _plain(text)}


def _packed(text: str) -> str:
    return _SPACE.sub("", text)


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
