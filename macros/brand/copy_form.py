"""The fields of the page "Make your own copy": which settings it asks for, and what each takes.

What a field takes is read from the JSON Schema of brand.yml, so that the form, an editor and a
build accept the same."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from macros.brand.scaffold import blanks, taken_beginnings
from macros.brand.settings import Brand

_LATER = "You can do this later: what you leave empty is marked on the page until you add it."
# Of each setting: its path, its label, and a hint.
_GROUPS = (
    (
        "Your organisation",
        "",
        (
            ("organisation.name", "Your organisation’s name", "As people know it."),
            (
                "organisation.id",
                "A short name",
                "Small letters and hyphens only. The ids of what you add begin with it: once your "
                "copy is public, never change it.",
            ),
            ("organisation.address", "Your own website", "Such as www.example.org"),
            (
                "organisation.public_body",
                "The accessibility regulations for public bodies apply to us",
                "They do for every council.",
            ),
        ),
    ),
    (
        "Your copy",
        "",
        (
            ("site_name", "Its name", "At the top of every page."),
            (
                "site_address",
                "Where it will be",
                "Such as https://leadership.example.org/, without %20. You can add it later.",
            ),
            ("home_md", "Your own words on the first page", "They are marked as yours."),
        ),
    ),
    (
        "How it looks",
        "",
        (
            (
                "colours.main",
                "Your main colour",
                "For the header, links and buttons, such as #0c4f5c, teal or rgb(12, 79, 92).",
            ),
            ("colours.second", "A second colour", "For lines in the header and the focus."),
            (
                "logo",
                "Your logo",
                "An SVG, PNG, JPEG, GIF or WebP that does not move, up to 500 KB. Drop it here, or "
                "choose it.",
            ),
            (
                "logo_ground",
                "Background of the logo",
                "Dark for a logo that is drawn in light colours.",
            ),
            ("favicon", "The small picture in the browser’s tab", "An SVG, PNG or ICO."),
        ),
    ),
    (
        "Who people can contact",
        "At the bottom of every page.",
        (
            ("contacts.email", "Email", ""),
            ("contacts.phone", "Phone", ""),
            ("contacts.postal_address", "Postal address", ""),
            (
                "security.contact",
                "Where to report a weakness of the site",
                "Such as mailto:security@example.org",
            ),
        ),
    ),
    (
        "For the accessibility statement",
        _LATER,
        (
            ("accessibility.email", "Email, if not the one above", ""),
            ("accessibility.phone", "Phone, if not the one above", ""),
            ("accessibility.response_days", "In how many working days you answer", ""),
            ("accessibility.nation", "Nation", "It decides who enforces the regulations."),
            ("accessibility.tested_on", "When you tested the copy", ""),
            ("accessibility.tested_by", "Who tested it", "Such as: our web team"),
            ("accessibility.sample_md", "Which pages were tested", ""),
            ("accessibility.compliance", "What an assessment found", ""),
            ("accessibility.problems_md", "What is not accessible", "One problem on each line."),
            ("accessibility.audit_by", "Who did an audit", ""),
            ("accessibility.statement_date", "When you prepared the statement", ""),
            ("accessibility.reviewed_on", "When you last reviewed it", ""),
        ),
    ),
    (
        "For the privacy notice",
        _LATER,
        (
            ("data_protection.controller", "Controller, if not your organisation", ""),
            ("data_protection.controller_email", "The controller’s email", ""),
            ("data_protection.controller_phone", "The controller’s phone", ""),
            ("data_protection.controller_postal_address", "The controller’s postal address", ""),
            ("data_protection.officer_email", "Your data protection officer’s email", ""),
            ("data_protection.officer_phone", "Your data protection officer’s phone", ""),
            ("data_protection.officer_postal_address", "The officer’s postal address", ""),
            (
                "data_protection.ico_registration",
                "Number in the ICO’s register",
                "Such as ZA123456",
            ),
            ("data_protection.host_md", "Who runs the web server, and in which country", ""),
            ("data_protection.retention_md", "What it records of a visit, and for how long", ""),
            ("data_protection.lawful_basis", "Lawful basis", ""),
            ("data_protection.lawful_basis_md", "A sentence that says more about it", ""),
            ("data_protection.sent_abroad", "Does data leave the UK?", ""),
            ("data_protection.transfer_md", "To which country, and what protects it there", ""),
            ("data_protection.checked_on", "When your officer checked the notice", ""),
        ),
    ),
    (
        "What to leave out",
        "",
        (
            ("hide", "Parts that your copy does not have", "At least one workbook must stay."),
            (
                "shared_computer",
                "Most people will use shared computers",
                "Nothing is then saved in the browser unless a person chooses it.",
            ),
        ),
    ),
)
# Settings that few copies need; they are written into the file.
NOT_ASKED = ("formerly_at", "moved_to", "footer", "show", "security.policy")
_AREAS_TOLD = {
    "data": "Data",
    "evidence": "Evidence",
    "self-reflection": "Self-reflection",
    "whole-guide": "The whole guide on one page",
}
_CHECKED = ("organisation.public_body",)
_LONG = ("_md", "postal_address")


@dataclass(frozen=True)
class FormField:
    """One field: the path of its setting, its words, and what the schema says of its value."""

    path: str
    label: str
    hint: str
    schema: dict[str, Any]

    @property
    def kind(self) -> str:
        """What it is made as: file, colour, tick, choices, lines, area, number, day or text."""
        schema, name = self.schema, self.path.rpartition(".")[2]
        if name in ("logo", "favicon"):
            return "file"
        if self.path.startswith("colours."):
            return "colour"
        if schema.get("type") == "boolean":
            return "choice" if name == "sent_abroad" else "tick"
        if schema.get("type") == "array":
            return "choices" if self.choices else "lines"
        if self.choices:
            return "choice"
        if name.endswith(_LONG):
            return "area"
        if schema.get("type") == "integer":
            return "number"
        return "day" if r"\d{4}-" in schema.get("pattern", "") else "text"

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The values that it may have, each with its words."""
        if self.path.endswith("sent_abroad"):
            return [("false", "No"), ("true", "Yes")]
        values = self.schema.get("enum") or self.schema.get("items", {}).get("enum", ())
        words = ((one, _AREAS_TOLD.get(one, one.replace("-", " ").capitalize())) for one in values)
        return [
            (one, said if one[:1].islower() else one) for one, said in words if one != "hosting"
        ]

    @property
    def required(self) -> bool:
        """Whether a copy cannot do without it."""
        return self.path in ("organisation.name", "organisation.id", "site_name")

    @property
    def checked(self) -> bool:
        """Whether its tick is set at the beginning."""
        return self.path in _CHECKED

    @cached_property
    def id(self) -> str:
        """The id of its element."""
        return "copy-" + self.path.replace(".", "-").replace("_", "-")


@dataclass(frozen=True)
class FormGroup:
    """Fields that belong together, with their title; `later` if they are folded at first."""

    title: str
    lead: str
    fields: tuple[FormField, ...]

    @property
    def later(self) -> bool:
        """Whether it can wait: the statement and the notice, which take some asking."""
        return self.lead == _LATER


@lru_cache(maxsize=1)
def form_groups() -> tuple[FormGroup, ...]:
    """Return the groups of the form, in their order."""
    schema = Brand.model_json_schema()
    return tuple(
        FormGroup(
            title,
            lead,
            tuple(
                FormField(path, label, hint, _schema(schema, path)) for path, label, hint in fields
            ),
        )
        for title, lead, fields in _GROUPS
    )


def _schema(whole: dict[str, Any], path: str) -> dict[str, Any]:
    """Return what the schema says of the setting at `path`."""
    found: dict[str, Any] = whole
    for name in path.split("."):
        found = _plain(whole, found["properties"][name])
    return found


def _plain(whole: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Follow a reference, and leave out that the value may be null."""
    ways = schema.get("anyOf") or schema.get("allOf") or [schema]
    found: dict[str, Any] = next(one for one in ways if one.get("type") != "null")
    reference = found.get("$ref")
    return whole["$defs"][reference.rpartition("/")[2]] if reference else found


def settings_of_schema() -> Iterator[str]:
    """Yield the path of every setting that brand.yml may have."""
    whole = Brand.model_json_schema()
    for name, schema in whole["properties"].items():
        inner = _plain(whole, schema).get("properties")
        yield from (f"{name}.{one}" for one in inner) if inner else (name,)


@lru_cache(maxsize=1)
def form_data() -> str:
    """Return as JSON what the page needs to write a folder: its files, and ids that are taken."""
    return json.dumps({"files": blanks(), "taken": taken_beginnings()}, ensure_ascii=False)
