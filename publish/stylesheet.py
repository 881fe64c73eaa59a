"""Make one stylesheet of all that pages load, with the rules that something could match.

A rule goes where its selector names a class, an id, an element or an attribute that is in no page
and in no script, so that no browser could ever apply it; a custom property goes that nothing
reads. What stays is as it was, in its order."""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tinycss2  # type: ignore[import-untyped]

from publish.html_tags import Tag, tags
from publish.site_address import Place
from publish.used_names import UsedNames, used_names

_NESTING = ("media", "supports", "layer", "container")
_ALTERNATIVES = ("is", "where", "has", "matches")
_ANIMATIONS = ("animation", "animation-name", "-webkit-animation", "-webkit-animation-name")
_BETWEEN = re.compile(r"\s+")

Token = Any  # of tinycss2, which has no types


def one_sheet(site: Path, at: Place, shown_at: Callable[[str], str]) -> None:
    """Replace the stylesheets that each page of the site loads by one, with what is used of them.

    Sheets that no page loads any more are deleted."""
    pages = {
        path: (path.relative_to(site).as_posix(), path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }
    scripts = [
        path.read_text(encoding="utf-8") for path in sorted((site / "assets/js").rglob("*.js"))
    ]
    used = used_names((text for _, text in pages.values()), scripts)
    made: dict[tuple[str, ...], str] = {}
    others: set[str] = set()
    for path, (name, text) in pages.items():
        links = [tag for tag in tags(_head(text)) if is_sheet(tag)]
        inside = [at.inside(tag.attributes["href"], shown_at(name)) for tag in links]
        sheets = tuple(one for one in inside if one and (site / one).is_file())
        if not sheets or len(sheets) < len(links):
            others.update(sheets)  # one of the page's sheets is no file of the site
            continue
        if sheets not in made:
            last = Path(sheets[-1])
            stem = f"{last.stem}-{len(made)}" if made or sheets[-1] in others else last.stem
            made[sheets] = last.with_stem(stem).as_posix()
        path.write_text(_linked(text, links, sheets[-1], made[sheets]), encoding="utf-8")
    texts = {
        name: "".join(_moved((site / one).read_text("utf-8"), one, name) for one in sheets)
        for sheets, name in made.items()
    }
    for sheet in {one for sheets in made for one in sheets} - others:
        (site / sheet).unlink()
    for name, text in texts.items():
        (site / name).write_text(used_of(text, used), encoding="utf-8")


def _head(text: str) -> str:
    """Return what comes before the page's body."""
    return re.split(r"<body\b", text, maxsplit=1)[0]


def is_sheet(tag: Tag) -> bool:
    """Whether the tag loads a stylesheet for every medium."""
    given = tag.attributes
    return tag.name == "link" and given.get("rel") == "stylesheet" and "media" not in given


def _linked(text: str, links: Sequence[Tag], last: str, name: str) -> str:
    """Return the page with one link in place of the first, and without the others."""
    own = links[-1].attributes["href"]
    address = f"{own.removesuffix(last)}{name}"
    for tag in reversed(links):
        new = f'<link rel="stylesheet" href="{address}">' if tag is links[0] else ""
        text = text[: tag.start] + new + text[tag.start + len(tag.text) :]
    return text


def _moved(sheet: str, old: str, new: str) -> str:
    """Return the sheet with its relative addresses true from its new place."""
    start = posixpath.relpath(posixpath.dirname(old), posixpath.dirname(new))
    if start == ".":
        return sheet

    def moved(found: re.Match[str]) -> str:
        return f"url({found[1]}{posixpath.normpath(posixpath.join(start, found[2]))}"

    return re.sub(r"""url\((["']?)(?![a-z]+:|/|#|["'])([^"')]+)""", moved, sheet)


def used_of(sheet: str, used: UsedNames) -> str:
    """Return the sheet with the rules that something with these names could match."""
    rules = list(_kept(tinycss2.parse_stylesheet(sheet, skip_comments=True), used))
    while True:
        read = set().union(*(_read(rule) for rule in rules))
        fewer = [_without_unread(rule, read, used) for rule in rules]
        if [rule.text() for rule in fewer] == [rule.text() for rule in rules]:
            break
        rules = fewer
    named = set().union(*(_animations(rule) for rule in rules))
    return "".join(rule.text() for rule in rules if not rule.is_motion or rule.motion in named)


@dataclass(frozen=True)
class _Rule:
    """A rule: what comes before its block (a selector list, `@media …`), its declarations as
    (name, text), or the rules in it; for what is kept as it is, its text as `before`."""

    before: str
    declarations: tuple[tuple[str, str], ...] = ()
    inside: tuple["_Rule", ...] = ()
    motion: str = ""

    @property
    def is_motion(self) -> bool:
        """Whether this is `@keyframes`, whose name is `motion`."""
        return self.motion != ""

    def text(self) -> str:
        """The rule as it is written."""
        if self.inside:
            return f"{self.before}{{{''.join(rule.text() for rule in self.inside)}}}"
        if self.declarations:
            return f"{self.before}{{{';'.join(text for _, text in self.declarations)}}}"
        return self.before


def _kept(rules: Iterable[Token], used: UsedNames) -> Iterator[_Rule]:
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword in _NESTING and rule.content:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            inside = tuple(_kept(inner, used))
            if inside:
                yield _Rule(f"@{rule.at_keyword} {_written(rule.prelude)}", inside=inside)
        elif rule.type == "at-rule":
            motion = rule.lower_at_keyword.endswith("keyframes")
            yield _Rule(
                _BETWEEN.sub(" ", rule.serialize()),
                motion=_written(rule.prelude) if motion else "",
            )
        elif rule.type == "qualified-rule":
            selectors = _possible(_split(rule.prelude), used)
            declarations = _declarations(rule.content)
            if selectors and declarations is None:
                yield _Rule(rule.serialize())
            elif selectors and declarations:
                yield _Rule(",".join(_written(one) for one in selectors), declarations)


def _declarations(content: Sequence[Token]) -> tuple[tuple[str, str], ...] | None:
    """Return the declarations; None if there is anything else, as rules within the rule."""
    parts = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    if any(one.type != "declaration" for one in parts):
        return None
    return tuple(
        (one.name, f"{one.name}:{_written(one.value) or ' '}{'!important' * one.important}")
        for one in parts
    )


def _written(tokens: Sequence[Token]) -> str:
    return _BETWEEN.sub(" ", tinycss2.serialize(_bare(tokens))).strip()


def _bare(tokens: Sequence[Token]) -> list[Token]:
    return [one for one in tokens if one.type != "comment"]


def _split(prelude: Sequence[Token]) -> list[list[Token]]:
    """Return the selectors of a list, which commas part."""
    found: list[list[Token]] = [[]]
    for token in _bare(prelude):
        if token.type == "literal" and token.value == ",":
            found.append([])
        else:
            found[-1].append(token)
    return found


def _possible(selectors: list[list[Token]], used: UsedNames) -> list[list[Token]]:
    """Return the selectors that could match.

    Where one has a name of one browser's own, it is all of the list or nothing: other browsers
    drop the list as a whole."""
    possible = [one for one in selectors if _could_match(one, used)]
    apart = any(_is_of_one_browser(one) for one in selectors)
    return selectors if apart and possible else possible


def _is_of_one_browser(selector: Sequence[Token]) -> bool:
    return re.search(r":-\w+-", tinycss2.serialize(selector)) is not None


def _could_match(selector: Sequence[Token], used: UsedNames) -> bool:
    """Whether every name in the selector occurs. What is in `:not()` need not."""
    before = ["", *(one.value if one.type == "literal" else "" for one in selector)]
    return all(_occurs(one, sign, used) for one, sign in zip(selector, before, strict=False))


def _occurs(token: Token, before: str, used: UsedNames) -> bool:
    """Whether a part of a selector names what occurs; `before` is the sign in front of it."""
    if token.type == "hash":
        return token.value in used.ids or used.in_scripts(token.value)
    if token.type == "ident" and before == ".":
        return token.value in used.classes or used.in_scripts(token.value)
    if token.type == "ident" and before != ":":
        return token.lower_value in used.elements or used.in_scripts(token.lower_value)
    if token.type == "function" and token.lower_name in _ALTERNATIVES:
        return any(_could_match(one, used) for one in _split(token.arguments))
    return token.type != "[] block" or _could_have(token.content, used)


def _could_have(condition: Sequence[Token], used: UsedNames) -> bool:
    parts = [one for one in condition if one.type not in ("whitespace", "comment")]
    operator = parts[1].value if len(parts) > 1 else None
    value = parts[2].value if len(parts) > 2 and hasattr(parts[2], "value") else None
    return used.has_value(parts[0].lower_value, operator, value)


def _read(rule: _Rule) -> set[str]:
    """Return the custom properties that the rule reads."""
    if rule.inside:
        return set().union(*(_read(one) for one in rule.inside))
    texts = [text for _, text in rule.declarations] or [rule.before]
    return {name for text in texts for name in re.findall(r"var\(\s*(--[\w-]+)", text)}


def _without_unread(rule: _Rule, read: set[str], used: UsedNames) -> _Rule:
    if rule.inside:
        fewer = (_without_unread(one, read, used) for one in rule.inside)
        inside = tuple(one for one in fewer if one.text())
        return _Rule(rule.before if inside else "", inside=inside)
    if not rule.declarations:
        return rule
    kept = tuple(
        (name, text)
        for name, text in rule.declarations
        if not name.startswith("--") or name in read or used.in_scripts(name)
    )
    return _Rule(rule.before if kept else "", kept)


def _animations(rule: _Rule) -> set[str]:
    """Return all words in the declarations that could name a motion."""
    if rule.inside:
        return set().union(*(_animations(one) for one in rule.inside))
    texts = [text for name, text in rule.declarations if name in _ANIMATIONS]
    return {word for text in texts for word in re.findall(r"[\w-]+", text)}
