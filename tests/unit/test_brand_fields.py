"""The fields of brand.yml take what is valid, and say what is wrong with what is not."""

from pathlib import Path

import pytest

from common.build_time import build_time
from macros.brand.security_txt import security_txt
from macros.brand.settings import mail_link
from macros.brand.site_source import CONFIG, assemble
from macros.build.mkdocs_yml import read_settings
from tests.unit.brands import SETTINGS, branded, problems_of, project_in


def told(parent: Path, more: str) -> list[str]:
    """What is wrong with short settings and some more."""
    return problems_of(parent, {"brand.yml": SETTINGS + more})


@pytest.mark.parametrize(
    ("email", "link"),
    [
        ("web@example.org", "mailto:web@example.org"),
        ("o'neill@northshire.gov.uk", "mailto:o'neill@northshire.gov.uk"),
        ("r&d@example.org", "mailto:r%26d@example.org"),
        ("a+b.c_d-e@example.org", "mailto:a+b.c_d-e@example.org"),
        ("100%?#/=@example.org", "mailto:100%25%3F%23%2F%3D@example.org"),
        ("tŷ@ŵyr.cymru", "mailto:t%C5%B7@ŵyr.cymru"),
    ],
)
def test_every_address_that_mail_can_have_is_taken_and_linked_to(
    email: str, link: str, tmp_path: Path
) -> None:
    quoted = email.replace("'", "''")
    found = branded(tmp_path, {"brand.yml": f"{SETTINGS}contacts:\n  email: '{quoted}'\n"})
    assert found.folder.brand.contacts.email == email
    assert mail_link(email) == link


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("email", "mailto:a@b.gov.uk", "write it without 'mailto:', as 'a@b.gov.uk'"),
        ("email", "o’neill@b.gov.uk", 'straight apostrophe: "o\'neill@b.gov.uk"'),
        ("email", "Web team <a@b.gov.uk>", "write only the address, without a name"),
        ("email", "'a@b.gov.uk, c@d.gov.uk'", "write one address"),
        ("email", "a@b", "write an email address, such as"),
        ("email", "a..b@c.org", "write an email address, such as"),
        ("email", "'a@b.gov.uk '", "has a space or a line break before or after its words: "
         "remove it: 'a@b.gov.uk'"),
        ("email", '"a@b.gov.uk\\u00a0"', "remove it: 'a@b.gov.uk'"),
        ("email", '"\\u200ba@b.gov.uk"', "remove it: 'a@b.gov.uk'"),
        ("email", ">\n    a@b.gov.uk", "remove it: 'a@b.gov.uk'"),
        ("phone", "ask at the desk", "write a number with its digits"),
        ("postal_address", "County Hall\n    High Street", "are read as one line"),
        ("postal_address", ">-\n    County Hall\n    High Street", "are read as one line"),
    ],
)  # fmt: skip
def test_a_contact_that_is_none_is_told_with_what_to_write(
    field: str, value: str, problem: str, tmp_path: Path
) -> None:
    (only,) = told(tmp_path, f"contacts:\n  {field}: {value}\n")
    assert only.startswith("northshire/brand.yml:6: ")
    assert problem in only


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ("County Hall, High Street, Exampleton", ["County Hall, High Street, Exampleton"]),
        ("|\n    County Hall\n    High Street\n", ["County Hall", "High Street"]),
        ("|-\n    County Hall  \n\n    High Street", ["County Hall", "High Street"]),
        ('"County Hall\\nHigh Street"', ["County Hall", "High Street"]),
        (">-\n    County Hall,\n    High Street\n", ["County Hall, High Street"]),
    ],
)
def test_a_postal_address_keeps_its_lines(value: str, lines: list[str], tmp_path: Path) -> None:
    text = f"{SETTINGS}contacts:\n  postal_address: {value}\n"
    assert branded(tmp_path, {"brand.yml": text}).folder.brand.contacts.postal_lines == lines


@pytest.mark.parametrize("phone", ["01234 567890", "'0800 123 ext. 5'", "'999'", "+44 1234 567890"])
def test_a_phone_number_is_taken_as_people_write_it(phone: str, tmp_path: Path) -> None:
    assert told(tmp_path, f"contacts:\n  phone: {phone}\n") == []


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("https://a.org/our%20guide/", "remove '%'"),
        ("https://a.org/our guide/", "remove the space"),
        ("https://a.org/a;b/", "remove ';'"),
        ("https://a.org/{a}/", "remove '{'"),
        ("https://a.org/$uri/", "remove '$'"),
        ('https://a.org/a"b/', "remove '\"'"),
        ("https://a.org/a+b/", "remove '+'"),
        ("https://a.org/tŷ/", "remove 'ŷ'"),
        ("https://a.org/../b/", "remove folders that begin with a dot"),
        ("https://a.org/.b/", "remove folders that begin with a dot"),
        ("https://a.org//b/", "write one slash between its folders"),
        ("https://me:secret@a.org/", "remove the user's name or password"),
        ("https://a.org/?b=/", "remove the '?' and what comes after it"),
        ("https://a.org/#b/", "remove the '#' and what comes after it"),
        ("https://a..org/", "correct the server's name, 'a..org'"),
        ("https://-a.org/", "correct the server's name, '-a.org'"),
        ("https://a.org./", "remove the dot after the server's name"),
        ("https://[2001:db8::1]:8443/b/", "write the server's name, not its number in brackets"),
        ("https://a.org:/", "write a port from 1 to 65535 after the colon"),
        ("https://a.org:65536/b/", "write a port from 1 to 65535 after the colon"),
        ("https://a.org:0/", "write a port from 1 to 65535 after the colon"),
        ("https://a.org:web/", "write a port from 1 to 65535 after the colon"),
        ("http://a.org/", "an address that starts with https:// and ends with /"),
        ("https://a.org/b/ ", "remove it: 'https://a.org/b/'"),
    ],
)
def test_an_address_that_servers_read_otherwise_is_told_before_anything_is_made(
    address: str, problem: str, tmp_path: Path
) -> None:
    (only,) = told(tmp_path, f"site_address: '{address}'\n")
    assert only.startswith("northshire/brand.yml:5: ")
    assert problem in only


@pytest.mark.parametrize(
    "address",
    ["https://a.org:65535/", "https://a.org:8443/b/", "https://192.0.2.1/", "https://tŷ.cymru/"],
)
def test_an_address_that_servers_read_alike_is_taken(address: str, tmp_path: Path) -> None:
    assert told(tmp_path, f"site_address: '{address}'\n") == []


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("https://me:secret@a.org/", "remove the user's name or password"),
        ("https://a.org/a b", "write %20 for each space in it"),
        ("https://", "an address that starts with https://, http://, mailto: or tel:"),
        ("ftp://a.org/", "an address that starts with https://, http://, mailto: or tel:"),
    ],
)
def test_an_address_that_no_link_can_have_is_told_with_what_to_write(
    address: str, problem: str, tmp_path: Path
) -> None:
    (only,) = told(tmp_path, f"footer:\n  - words: Us\n    address: '{address}'\n")
    assert only.startswith("northshire/brand.yml:7: ")
    assert problem in only


@pytest.mark.parametrize(
    ("contact", "problem"),
    [
        ("security@a.org", "write 'mailto:security@a.org'"),
        ("mailto:mailto:security@a.org", "write 'mailto:' and one email address"),
        ("www.a.org/report", "write 'https://www.a.org/report'"),
    ],
)
def test_where_to_report_a_weakness_is_told_with_what_to_write(
    contact: str, problem: str, tmp_path: Path
) -> None:
    (only,) = told(tmp_path, f"security:\n  contact: '{contact}'\n")
    assert problem in only


def test_security_txt_is_in_the_letters_that_its_standard_asks_for(tmp_path: Path) -> None:
    more = (
        "site_address: https://münchen.example:8443/guide/\nsecurity:\n"
        "  contact: 'mailto:o''neill@example.org'\n  policy: https://ŵyr.example/tŷ?a=b#c\n"
    )
    found = branded(tmp_path, {"brand.yml": SETTINGS + more})
    text = security_txt(found.folder.brand, build_time())
    assert text.isascii()
    assert "Contact: mailto:o'neill@example.org\n" in text
    assert "Canonical: https://xn--mnchen-3ya.example:8443/.well-known/security.txt\n" in text
    assert "Policy: https://xn--yr-9ua.example/t%C5%B7?a=b#c\n" in text


@pytest.mark.parametrize("value", ["'England '", "' England'"])
def test_a_blank_around_a_word_of_a_list_is_told_as_one(value: str, tmp_path: Path) -> None:
    (only,) = told(tmp_path, f"accessibility:\n  nation: {value}\n")
    assert "has a space or a line break before or after its words: remove it: 'England'" in only


def test_blanks_and_lines_in_a_name_are_single_spaces_in_the_copy(tmp_path: Path) -> None:
    text = SETTINGS.replace("Northshire Council", "' Northshire  Council '").replace(
        "Leading in Northshire", "|\n  Leading in\n  Northshire"
    )
    brand = branded(tmp_path, {"brand.yml": text}).folder.brand
    assert brand.organisation.name == "Northshire Council"
    assert brand.site_name == "Leading in Northshire"


def test_the_theme_is_given_the_link_and_the_lines_that_it_shows(tmp_path: Path) -> None:
    contacts = "contacts:\n  email: r&d@example.org\n  postal_address: |\n    A\n    B\n"
    project = project_in(tmp_path)
    folder = branded(tmp_path, {"brand.yml": SETTINGS + contacts}).folder
    assemble(folder, project)
    said = read_settings(project / CONFIG)["extra"]["brand"]["contacts"]
    assert said["mail_link"] == "mailto:r%26d@example.org"
    assert said["postal_lines"] == ["A", "B"]


@pytest.mark.parametrize(
    ("given", "such_as"),
    [
        ("Northshire", "northshire"),
        ("north_shire", "north-shire"),
        ("new values", "new-values"),
        ("Tŷ Ŵyr", "ty-wyr"),
        ("northshire-", "northshire"),
        ("1", "own-risk"),
    ],
)
def test_an_id_that_is_none_is_told_with_one_that_could_be_meant(
    given: str, such_as: str, tmp_path: Path
) -> None:
    settings = SETTINGS.replace("id: northshire", f"id: '{given}'")
    (problem,) = problems_of(tmp_path, {"brand.yml": settings})
    assert problem.endswith(f"small letters, digits and hyphens, such as '{such_as}'")
