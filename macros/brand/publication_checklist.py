"""What a person must still do before a council's copy is published.

The build prints each item, and the page that it concerns shows it marked, until brand.yml has what
is missing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.brand.settings import Brand, Contacts

ACCESSIBILITY = "about/accessibility/"
PRIVACY = "about/privacy/"
ANSWERS = "about/data-protection/"


@dataclass(frozen=True)
class ToDo:
    """One item: its name, the page it concerns, and what to do."""

    name: str
    page: str
    what_md: str


def to_do(brand: Brand) -> tuple[ToDo, ...]:
    """Return the items that are left, in the order of the pages."""
    return (*_accessibility(brand), *_privacy(brand), *_answers(brand))


def _accessibility(brand: Brand) -> Iterator[ToDo]:
    said = brand.accessibility
    asked = {
        "address": (brand.site_address, "write the address of this copy: `site_address`"),
        "contact": (
            said.email or said.phone or brand.contacts.email or brand.contacts.phone,
            "add a contact: `accessibility` with `email` or `phone`",
        ),
        "response": (
            said.response_days,
            "write in how many working days you answer: `accessibility`, `response_days`",
        ),
        "compliance": (
            said.compliance,
            "have this copy assessed against WCAG 2.2 AA, then record the result (until then it is "
            "published as not yet assessed): `accessibility`, `compliance`",
        ),
        "problems": (
            said.problems_md or said.found in (None, "full"),
            "list what is not accessible, and which success criterion it fails: `accessibility`, "
            "`problems_md`",
        ),
        "tested": (
            said.tested_on and said.tested_by,
            "test this copy, with your colours and words, then record when and who did it: "
            "`accessibility`, `tested_on` and `tested_by`",
        ),
        "sample": (
            said.sample_md,
            "write which pages were tested and how they were chosen: `accessibility`, `sample_md`",
        ),
        "statement": (
            said.statement_date,
            "check this statement, then date it: `accessibility`, `statement_date`",
        ),
    }
    yield from _left(ACCESSIBILITY, asked)


def _privacy(brand: Brand) -> Iterator[ToDo]:
    said = brand.data_protection
    officer = said.officer_email or said.officer_phone or said.officer_postal_address
    asked = {
        "controller": (
            brand.controller != Contacts(),
            "write how to reach the controller: `data_protection`, `controller_email`, or "
            "`contacts`, `email`",
        ),
        "officer": (
            officer or not brand.organisation.public_body,
            "write how to reach your data protection officer: `data_protection`, `officer_email`",
        ),
        "registration": (
            said.ico_registration,
            "write your number in the ICO’s register: `data_protection`, `ico_registration`",
        ),
        "host": (
            said.host_md,
            "write who runs the web server and in which country: `data_protection`, `host_md`",
        ),
        "retention": (
            said.retention_md,
            "write what the web server records of a visit and for how long: `data_protection`, "
            "`retention_md`",
        ),
        "abroad": (
            said.sent_abroad is not None,
            "write whether the web server’s records or messages to you leave the UK: "
            "`data_protection`, `sent_abroad`",
        ),
        "transfer": (
            said.transfer_md or not said.sent_abroad,
            "write to which country data is sent and what protects it there (such as adequacy "
            "regulations, or the ICO’s international data transfer agreement): `data_protection`, "
            "`transfer_md`",
        ),
        "notice": (
            said.checked_on,
            "have your data protection officer check this notice, then date it: "
            "`data_protection`, `checked_on`",
        ),
    }
    yield from _left(PRIVACY, asked)


def _answers(brand: Brand) -> Iterator[ToDo]:
    asked = {
        "answers": (
            brand.data_protection.checked_on,
            "have your data protection officer check these answers and decide whether an impact "
            "assessment is needed, then write the date: `data_protection`, `checked_on`",
        ),
        "security": (
            brand.security,
            "write where to report a weakness of this site: `security`, `contact`",
        ),
    }
    yield from _left(ANSWERS, asked)


def _left(page: str, asked: Mapping[str, tuple[object, str]]) -> Iterator[ToDo]:
    for name, (said, what_md) in asked.items():
        if not said:
            yield ToDo(name, page, f"{what_md} in `brand.yml`.")
