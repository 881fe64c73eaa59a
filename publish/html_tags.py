"""List the start tags of a page with their positions, and the text of scripts and styles."""

from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from itertools import accumulate

RAW = ("script", "style")


@dataclass(frozen=True)
class Tag:
    """A start tag as written, with its line, its offset in the text and its attributes.

    For a script or style, `inside` is its text and `inside_start` that text's offset."""

    name: str
    line: int
    start: int
    text: str
    attributes: dict[str, str]
    inside: str = ""
    inside_start: int = 0


def written(tag: Tag) -> tuple[str, ...]:
    """Return texts by which the tag may be found in the page's source, likeliest first.

    The tag itself, its attributes, their values, its name."""
    pairs = [(name, value) for name, value in tag.attributes.items() if value]
    quoted = [f"{name}={mark}{value}{mark}" for name, value in pairs for mark in "\"'"]
    return (tag.text, *quoted, *(value for _, value in pairs), f"<{tag.name}")


class _Reader(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        lines = page.split("\n")
        self.starts = [0, *accumulate(len(line) + 1 for line in lines)]
        self.found: list[Tag] = []
        self.feed(page)
        self.close()

    def place(self) -> int:
        line, column = self.getpos()
        return self.starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        text = self.get_starttag_text() or ""
        attributes = {name: value or "" for name, value in reversed(attrs)}
        self.found.append(Tag(tag, self.getpos()[0], self.place(), text, attributes))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem in RAW and self.found:
            tag = self.found.pop()
            start = tag.inside_start or self.place()
            inside = tag.inside + data
            self.found.append(
                Tag(tag.name, tag.line, tag.start, tag.text, tag.attributes, inside, start)
            )


@lru_cache(maxsize=128)  # several checks read the same pages one after the other
def tags(page: str) -> tuple[Tag, ...]:
    """Return every start tag of the page in order, without those in comments."""
    return tuple(_Reader(page).found)
