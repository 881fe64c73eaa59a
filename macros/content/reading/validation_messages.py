"""The words for each kind of pydantic error: what is wrong, and how to fix it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from common.problems import listed, nearest, shown
from macros.content.document import Location, Path
from macros.content.model.base import (
    ADDRESS,
    COLOUR,
    DAY,
    EMAIL,
    FILE_OR_ADDRESS,
    ID,
    LINK,
    PICTURE,
    REGISTRATION,
    REPORTS_TO,
    SITE,
    Part,
)
from macros.content.model.blocks import BLOCKS
from macros.content.reading.pattern_hints import pattern_hint, trimmed
from macros.content.reading.subject import Owner, inside
from macros.content.reading.yaml_lines import without_space

_PATTERNS = {
    ID: "an id in small letters, digits and hyphens, such as 'own-risk'",
    DAY: "a day in quotes, such as '2026-11-23'",
    ADDRESS: "an address without spaces that starts with https://",
    SITE: "an address that starts with https:// and ends with /",
    EMAIL: "an email address, such as 'web@example.org'",
    COLOUR: "a colour in quotes, such as '#0c4f5c', or its English name, such as teal",
    PICTURE: "the name of an .svg, .png, .jpg, .gif, .webp or .ico file in this folder, such as "
    "'logo.svg'",
    REPORTS_TO: "an address that starts with https:// or mailto:",
    LINK: "an address that starts with https://, http://, mailto: or tel:, or a page such as "
    "'pages/help.md'",
    FILE_OR_ADDRESS: "an address that starts with https://, or files/ and the name of a file",
    REGISTRATION: "the registration's letters and digits, such as 'ZA123456'",
}
_QUOTED = {"number": "a number", "date": "a date", "true": "true", "false": "false"}
_QUOTED |= {"nothing": "nothing"}
_FOUND = {"text": "a text", "list": "a list", "fields": "a record with fields"} | _QUOTED


@dataclass(frozen=True)
class InvalidValue:
    """A pydantic error (`details`) about the value at `path`, which messages call `subject`."""

    subject: str
    owner: Owner
    path: Path
    location: Location
    details: ErrorDetails
    root: type[Part]

    @property
    def kind(self) -> str:
        """Pydantic's name for this kind of error."""
        return self.details["type"]

    @property
    def field(self) -> str:
        """The field's name: the last step of the path."""
        return str(self.path[-1]) if self.path else ""

    @property
    def meant(self) -> str | None:
        """The known field that an unknown one may be a misspelling of, or None."""
        return nearest(self.field, self.owner.model.model_fields)

    @property
    def words(self) -> tuple[str, str]:
        """What is wrong, and how to fix it."""
        return _WORDS.get(self.kind, _other)(self)

    def limit(self, name: str) -> Any:
        """Return a limit of the model that pydantic reports, such as "max_length"."""
        return self.details.get("ctx", {})[name]


_Words = Callable[[InvalidValue], tuple[str, str]]


def _has(name: str) -> str:
    """Add the verb to a name: "the brand has", "the colours of the brand have"."""
    several = name.startswith("the ") and name.split(" of ")[0].endswith("s")
    return f"{name} {'have' if several else 'has'}"


def _missing(invalid: InvalidValue) -> tuple[str, str]:
    form = _form(invalid.owner.model.model_fields[invalid.field])
    return f"{invalid.owner.name} has no {invalid.field}", f"add '{invalid.field}' with {form}"


def _form(field: FieldInfo) -> str:
    pattern = _pattern_of(field)
    if pattern:
        return _PATTERNS[pattern]
    if get_origin(field.annotation) is Literal:
        return listed(get_args(field.annotation))
    if get_origin(field.annotation) is tuple:
        return "a list of at least one item"
    names = getattr(field.annotation, "model_fields", None)
    if names:
        return f"its fields {listed(names, 'and')}"
    return {str: "its words", int: "a whole number"}.get(field.annotation, "its fields")  # type: ignore[arg-type]


def _pattern_of(field: FieldInfo) -> str | None:
    """Return the pattern that a field's text must match, also if the field is optional."""
    optional = [m for one in get_args(field.annotation) for m in getattr(one, "__metadata__", ())]
    said = [*field.metadata, *(m for one in optional for m in getattr(one, "metadata", ()))]
    return next((p for m in said if (p := getattr(m, "pattern", None))), None)


def _unknown(invalid: InvalidValue) -> tuple[str, str]:
    what = f"{_has(invalid.owner.name)} an unknown field {shown(invalid.field)}"
    if invalid.owner.is_block and invalid.field in BLOCKS:
        return what, f"begin a block of its own with '- {invalid.field}:'"
    elsewhere: Mapping[str, str] = getattr(invalid.owner.model, "elsewhere", {})
    if invalid.field in elsewhere:
        return f"{invalid.field} is not a setting of a copy", elsewhere[invalid.field]
    homes = inside(invalid.owner.model, invalid.field)
    if homes and invalid.meant == f"{invalid.field}s":
        under = listed(map(repr, homes))
        return what, f"did you mean '{invalid.meant}'? ('{invalid.field}' belongs under {under})"
    if homes:
        return what, f"indent it under {listed(map(repr, homes))}"
    elsewhere_too = (
        [] if invalid.owner.model is invalid.root else inside(invalid.root, invalid.field)
    )
    if elsewhere_too and not invalid.meant:
        homes_said = listed(map(repr, elsewhere_too))
        return what, f"it belongs under {homes_said}: is the line of that still a comment?"
    if invalid.meant:
        return what, f"did you mean '{invalid.meant}'?"
    known = listed(invalid.owner.model.model_fields, "and")
    return what, f"remove it; there may be {known}"


def _block(invalid: InvalidValue) -> tuple[str, str]:
    given = invalid.details["input"]
    keys = given if isinstance(given, dict) else ()
    meant = next((n for key in keys if (n := nearest(str(key), BLOCKS))), None)
    number = int(invalid.path[-1]) + 1
    what = f"block {number} of {invalid.owner.name} is not of a known kind"
    return what, f"did you mean '{meant}'?" if meant else f"begin it with {listed(BLOCKS)}"


def _not(wanted: str, hint: str) -> _Words:
    def words(invalid: InvalidValue) -> tuple[str, str]:
        location = invalid.location
        if location.kind == "nothing" and not location.written:
            return f"{invalid.subject} is empty", _when_empty(invalid)
        if wanted == "a text" and location.kind in _QUOTED:
            what = f"{invalid.subject} is read as {_QUOTED[location.kind]}, not as text"
            return what, f"put it in quotes: '{f'{location.written} {location.comment}'.strip()}'"
        if location.kind == "number" and wanted == "a whole number":
            return f"{invalid.subject} is {shown(location.written)}", f"write {wanted}, such as 10"
        slip = without_space(location.written) if location.kind == "text" else None
        if slip and wanted != "a text":
            return slip
        return f"{invalid.subject} is {_FOUND[location.kind]} where {wanted} belongs", hint

    return words


def _when_empty(invalid: InvalidValue) -> str:
    field = invalid.owner.model.model_fields.get(invalid.field)
    if field and _pattern_of(field) == COLOUR:
        return "put it in quotes, such as '#0c4f5c': without them, what follows # is a comment"
    if invalid.location.comment:
        return "put what begins with # in quotes, or write a comment as '# words'"
    return "write it" if field and field.is_required() else "write it, or remove it"


def _choice(invalid: InvalidValue) -> tuple[str, str]:
    if invalid.location.kind != "text" and invalid.details["loc"][-1] != "[key]":
        return _not("a text", "write one word")(invalid)
    given = str(invalid.details["input"])
    choices = str(invalid.limit("expected")).replace("'", "").replace(" or ", ", ").split(", ")
    if given not in choices and trimmed(given) in choices:
        return _blank_around(invalid, given)
    meant = nearest(given, choices)
    hint = f"did you mean '{meant}'?" if meant else f"write {listed(choices)}"
    return f"{invalid.subject} is {shown(given)}", hint


def _pattern(invalid: InvalidValue) -> tuple[str, str]:
    given = str(invalid.details["input"])
    pattern = invalid.limit("pattern")
    if trimmed(given) != given and re.search(pattern, trimmed(given)):
        return _blank_around(invalid, given)
    hint = pattern_hint(pattern, given) or f"write {_PATTERNS[pattern]}"
    return f"{invalid.subject} is {shown(given)}", hint


def _blank_around(invalid: InvalidValue, given: str) -> tuple[str, str]:
    what = f"{invalid.subject} has a space or a line break before or after its words"
    return what, f"remove it: {shown(trimmed(given))}"


def _no_such_day(invalid: InvalidValue) -> tuple[str, str]:
    what = f"{invalid.subject} is {shown(str(invalid.details['input']))}, which is not a real date"
    return what, "write the year, month and day of a real date, such as '2026-11-23'"


def _no_phone(invalid: InvalidValue) -> tuple[str, str]:
    given = str(invalid.details["input"])
    what = f"{invalid.subject} is {shown(given)}"
    if given.casefold().startswith("tel:"):
        return what, f"write it without 'tel:', as {shown(given[4:])}"
    return what, "write a number with its digits, such as '01234 567890'"


def _other(invalid: InvalidValue) -> tuple[str, str]:
    return f"{invalid.subject}: {invalid.details['msg']}", "write it like that"


def _limited(what: str, limit: str, hint: str) -> _Words:
    def words(invalid: InvalidValue) -> tuple[str, str]:
        return f"{invalid.subject} is {what}", hint.format(invalid.limit(limit))

    return words


_WORDS: dict[str, _Words] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "union_tag_not_found": _block,
    "string_type": _not("a text", "write one text, in quotes if it starts with [ or {"),
    "int_type": _not("a whole number", "write digits without quotes"),
    "bool_type": _not("true or false", "write true or false without quotes"),
    "tuple_type": _not("a list", "start each item with '- ' on a line of its own"),
    "dict_type": _not("a record with fields", "write 'name: words', a line a field"),
    "model_type": _not("a record with fields", "write 'name: words', a line a field"),
    "literal_error": _choice,
    "string_pattern_mismatch": _pattern,
    "no_such_day": _no_such_day,
    "no_phone": _no_phone,
    "string_too_short": lambda invalid: (f"{invalid.subject} is empty", "write its words"),
    "blank": lambda invalid: (f"{invalid.subject} is blank", "write its words"),
    "string_too_long": _limited("too long", "max_length", "shorten it to {} letters"),
    "too_short": lambda invalid: (f"{invalid.subject} has no items", "add at least one"),
    "too_long": _limited("too long", "max_length", "keep {} items at most"),
    "greater_than_equal": _limited("too small", "ge", "write {} or more"),
    "less_than_equal": _limited("too big", "le", "write {} or less"),
}
