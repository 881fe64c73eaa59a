"""The model of `brand.yml`, the settings of a council's copy.

Only the organisation and the site's name are required. A setting that is left out is not shown;
pages that the law asks for say where something is still missing."""

import re
from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal
from urllib.parse import quote

from pydantic import AfterValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.brand.common_forms import (
    ANY_COLOUR,
    ANY_PHONE,
    ANY_REGISTRATION,
    ANY_SITE_ADDRESS,
    ANY_WEB_ADDRESS,
)
from macros.content.model.base import (
    ADDRESS,
    COLOUR,
    EMAIL,
    ID,
    LINK,
    PATH,
    PICTURE,
    REGISTRATION,
    REPORTS_TO,
    SITE,
    Day,
    Part,
    Text,
)
from macros.guide.areas import ON_REQUEST, Area, OnRequest

# What an editor and the page "Make your own copy" take; common_forms turns it into the forms above.
COLOURS = (
    r"^(#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?|[a-zA-Z]+|rgb\( *\d{1,3} *, *\d{1,3} *, *\d{1,3} *\))$"
)
WEB_ADDRESSES = r"^(https://)?[^\s:/@]+\.[^\s@]+$"
SITE_ADDRESSES = (
    r"^([hH][tT]{2}[pP][sS]://)?[^\s:/@?#]+(:\d+)?(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?$"
)
PHONES = r"^(\D*\d){3}.*$"
REGISTRATIONS = r"^.*[zZ]([ .-]?[A-Za-z0-9]){6,8}$"
_FEWEST_DIGITS = 3  # 999
_SAFE_IN_MAIL = "!$'*+"


def mail_link(email: str) -> str:
    """Return the address of a link that opens an email to this address (RFC 6068, 2)."""
    local, _, host = email.rpartition("@")
    return f"mailto:{quote(local, safe=_SAFE_IN_MAIL)}@{host}"


def in_editors(pattern: str) -> WithJsonSchema:
    """Give editors a pattern for what is taken, which is more than what it is turned into."""
    return WithJsonSchema({"type": "string", "pattern": pattern})


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _by_lines(text: str) -> str:
    lines = (_on_one_line(line) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _with_digits(text: str) -> str:
    if sum(map(str.isdecimal, text)) < _FEWEST_DIGITS:
        raise PydanticCustomError("no_phone", "there is no number in it")
    return text


Line = Annotated[Text, AfterValidator(_on_one_line)]
Lines = Annotated[Text, AfterValidator(_by_lines)]
Phone = Annotated[Line, AfterValidator(_with_digits), ANY_PHONE, in_editors(PHONES)]
Email = Annotated[str, Field(pattern=EMAIL)]
Colour = Annotated[str, Field(pattern=COLOUR), ANY_COLOUR, in_editors(COLOURS)]
Address = Annotated[str, Field(pattern=ADDRESS), ANY_WEB_ADDRESS, in_editors(WEB_ADDRESSES)]
SiteAddress = Annotated[str, Field(pattern=SITE), ANY_SITE_ADDRESS, in_editors(SITE_ADDRESSES)]
Registration = Annotated[
    str, Field(pattern=REGISTRATION), ANY_REGISTRATION, in_editors(REGISTRATIONS)
]
Picture = Annotated[str, Field(pattern=PICTURE)]
Nation = Literal["England", "Wales", "Scotland", "Northern Ireland"]
Compliance = Literal["full", "partial", "none", "not-assessed"]
# The lawful bases of Article 6(1) of the UK GDPR: points (a) to (f), and (ea).
LawfulBasis = Literal[
    "consent",
    "contract",
    "legal-obligation",
    "vital-interests",
    "public-task",
    "recognised-legitimate-interest",
    "legitimate-interests",
]


class Organisation(Part):
    """Who publishes the copy.

    `id` begins the ids of its own records, permanently. A `public_body` is one to which the
    accessibility regulations of 2018 apply."""

    id: Annotated[str, Field(pattern=ID, max_length=20)]
    name: Line
    address: Address | None = None
    public_body: bool = True


class Colours(Part):
    """The organisation's colours, from which a readable palette is made."""

    main: Colour
    second: Colour | None = None


class Contacts(Part):
    """Who readers of the copy can contact."""

    email: Email | None = None
    phone: Phone | None = None
    postal_address: Lines | None = None

    @property
    def postal_lines(self) -> list[str]:
        """The lines of the postal address."""
        return (self.postal_address or "").splitlines()


class Accessibility(Part):
    """What the accessibility statement says.

    Without a contact here, that of `contacts` is used. `not-assessed` is written on purpose;
    without `compliance` the statement says the same, and the build lists it as still to do."""

    email: Email | None = None
    phone: Phone | None = None
    response_days: Annotated[int, Field(ge=1, le=90)] | None = None
    nation: Nation = "England"
    tested_on: Day | None = None
    tested_by: Line | None = None
    sample_md: Text | None = None
    compliance: Compliance | None = None
    problems_md: tuple[Text, ...] = ()
    audit_by: Line | None = None
    statement_date: Day | None = None
    reviewed_on: Day | None = None

    @property
    def found(self) -> Literal["full", "partial", "none"] | None:
        """What an assessment found; None if there was none."""
        return None if self.compliance == "not-assessed" else self.compliance

    @property
    def enforced_by(self) -> Literal["EHRC", "ECNI"]:
        """The body that enforces the regulations in this nation."""
        return "ECNI" if self.nation == "Northern Ireland" else "EHRC"


class DataProtection(Part):
    """What the privacy notice and the answers for data protection officers say.

    If the controller is the organisation and has no contact here, that of `contacts` is used."""

    controller: Line | None = None
    controller_email: Email | None = None
    controller_phone: Phone | None = None
    controller_postal_address: Lines | None = None
    officer_email: Email | None = None
    officer_phone: Phone | None = None
    officer_postal_address: Lines | None = None
    ico_registration: Registration | None = None
    host_md: Text | None = None
    retention_md: Text | None = None
    lawful_basis: LawfulBasis | None = None
    lawful_basis_md: Text | None = None
    sent_abroad: bool | None = None
    transfer_md: Text | None = None
    checked_on: Day | None = None


class Security(Part):
    """Where to report a vulnerability of the copy: what security.txt says."""

    contact: Annotated[str, Field(pattern=REPORTS_TO)]
    policy: Address | None = None


class FooterLink(Part):
    """A link at the foot of every page; `address` may also be a page, such as `pages/help.md`."""

    words: Line
    address: Annotated[str, Field(pattern=LINK), ANY_WEB_ADDRESS]

    @property
    def place(self) -> str | None:
        """The path of the page or file in the copy that the link leads to; None if elsewhere."""
        return None if re.match(r"[a-z]+:", self.address) else self.address


_CHANGES = "see the page 'What you can change, and what you cannot' of the guide"
_INSTEAD = {
    "analytics cookies google_analytics matomo tracking": (
        "the guide sets no cookie and counts no visits: count them from the server's logs"
    ),
    "menu nav navigation": (
        "the menu is the guide's: add pages of your own in the folder 'pages', or 'hide' parts"
    ),
    "font fonts": "a copy uses the fonts of each reader's device",
    "language languages lang": "the report is in English, and so is the guide",
    "css extra_css stylesheet style": (
        "write your colours under 'colours': readable shades are made of them"
    ),
    "extra_javascript javascript js scripts plugins": (
        "a copy runs the guide's own scripts and no other"
    ),
    "theme palette": "write your colours under 'colours', and your logo as 'logo'",
    "not_found error_page": (
        "the page for wrong addresses is the guide's, with your name and contact"
    ),
}
_ELSEWHERE = {
    name: f"{hint}; {_CHANGES}" for names, hint in _INSTEAD.items() for name in names.split()
}


class Brand(Part):
    """A council's copy of the guide: who publishes it, how it looks, what it shows.

    `formerly_at` has the paths that the copy had before on the same server, where browsers may
    still hold answers. `moved_to` is for the copy that stays at an old address and says so.
    `home_md` are the organisation's own words on the first page. `elsewhere` says of settings that
    people look for, and that there are not, what to do instead."""

    links_to_places: ClassVar[bool] = True
    elsewhere: ClassVar[Mapping[str, str]] = _ELSEWHERE

    organisation: Organisation
    site_name: Line
    site_address: SiteAddress | None = None
    formerly_at: tuple[Annotated[str, Field(pattern=PATH)], ...] = ()
    moved_to: SiteAddress | None = None
    home_md: Text | None = None
    logo: Picture | None = None
    logo_ground: Literal["light", "dark"] = "light"
    favicon: Picture | None = None
    colours: Colours | None = None
    contacts: Contacts = Contacts()
    accessibility: Accessibility = Accessibility()
    data_protection: DataProtection = DataProtection()
    security: Security | None = None
    footer: tuple[FooterLink, ...] = ()
    hide: tuple[Area, ...] = ()
    show: tuple[OnRequest, ...] = ()
    shared_computer: bool = False

    @property
    def controller(self) -> Contacts:
        """How to reach the controller of the personal data."""
        said = self.data_protection
        own = Contacts(
            email=said.controller_email,
            phone=said.controller_phone,
            postal_address=said.controller_postal_address,
        )
        itself = said.controller in (None, self.organisation.name)
        return self.contacts if own == Contacts() and itself else own

    @property
    def lawful_basis(self) -> LawfulBasis:
        """The lawful basis of the server's logs and of correspondence.

        What is written, otherwise the usual one of an organisation of this kind."""
        usual: LawfulBasis = (
            "public-task" if self.organisation.public_body else "legitimate-interests"
        )
        return self.data_protection.lawful_basis or usual

    @property
    def hidden(self) -> tuple[Area, ...]:
        """The areas that the copy leaves out: those it hides, and those it did not ask for."""
        unasked = (one for one in ON_REQUEST if one not in (*self.show, *self.hide))
        return (*self.hide, *unasked)

    @property
    def pictures(self) -> dict[str, str]:
        """The picture files that are named, by their setting."""
        named = {"logo": self.logo, "favicon": self.favicon}
        return {setting: name for setting, name in named.items() if name}
