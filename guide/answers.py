"""What a person is asked for, or gives as options, when a folder is made."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import click
from pydantic import TypeAdapter, ValidationError

from macros.brand.common_forms import address_hint
from macros.brand.fill_in import Settings
from macros.brand.scaffold import NAME, organisation_name
from macros.brand.settings import Colour, SiteAddress

_ADDRESS: TypeAdapter[str] = TypeAdapter(SiteAddress)
_COLOUR: TypeAdapter[str] = TypeAdapter(Colour)


@dataclass(frozen=True)
class Answers:
    """The organisation's name, the copy's address, its main colour; None for what was not given."""

    name: str | None = None
    address: str | None = None
    colour: str | None = None

    def settings(self) -> Settings:
        """Return them as settings of brand.yml. Raises click.BadParameter for one that is not."""
        found = {
            NAME: self.name,
            ("site_address",): valid_address(self.address or "") or None,
            ("colours", "main"): _valid_colour(self.colour or "") or None,
        }
        return {path: value for path, value in found.items() if value}


def ask(folder: str, given: Answers) -> Answers:
    """Ask for what is not given, with Enter to leave it; without a terminal, ask for nothing."""
    if not sys.stdin.isatty():
        return given
    name = given.name or click.prompt(
        "Your organisation's name", default=organisation_name(Path(folder).name)
    )
    address = given.address
    if address is None:
        words = "Address of your copy, https://…/ (Enter if you do not know it yet)"
        address = click.prompt(words, default="", show_default=False, value_proc=valid_address)
    colour = given.colour
    if colour is None:
        words = "Your main colour, such as #0c4f5c (Enter for the guide's own)"
        colour = click.prompt(words, default="", show_default=False, value_proc=_valid_colour)
    return replace(given, name=name, address=address, colour=colour)


def _valid(type_: TypeAdapter[str], hint: str) -> Callable[[str], str]:
    def valid(text: str) -> str:
        if not text.strip():
            return ""
        try:
            return type_.validate_python(text.strip())
        except ValidationError as error:
            why = address_hint(text.strip()) if type_ is _ADDRESS else None
            raise click.BadParameter(f"{text!r} is not one: {why or f'write {hint}'}") from error

    return valid


valid_address = _valid(_ADDRESS, "an address such as https://leadership.example.org/")
_valid_colour = _valid(_COLOUR, "a colour such as #0c4f5c, teal or rgb(12, 79, 92)")
