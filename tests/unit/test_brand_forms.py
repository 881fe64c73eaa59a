"""What people commonly write for a colour, an address, a phone or a number is taken."""

from pathlib import Path
from typing import Any

import pytest

from macros.brand.settings import Brand
from macros.brand.site_source import footer_link
from tests.unit.brands import SETTINGS, branded, problems_of


def read(tmp_path: Path, text: str) -> Brand:
    """The settings of a folder with this text behind the short ones."""
    return branded(tmp_path, {"brand.yml": SETTINGS + text}).folder.brand


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("'#abc'", "#aabbcc"),
        ("'#0C4F5C'", "#0c4f5c"),
        ("teal", "#008080"),
        ("Teal", "#008080"),
        ("rgb(12, 79, 92)", "#0c4f5c"),
        ("rgb(12,79,92)", "#0c4f5c"),
        ("hsl(190, 77%, 20%)", "#0c4d5a"),
    ],
)
def test_a_colour_is_taken_as_people_have_it(written: str, read_as: str, tmp_path: Path) -> None:
    brand = read(tmp_path, f"colours:\n  main: {written}\n")
    assert brand.colours
    assert brand.colours.main == read_as


@pytest.mark.parametrize("written", ["'#12'", "tael", "rgba(1, 2, 3, 0.5)", "currentColor", "'#'"])
def test_what_is_no_colour_of_a_ground_is_told(written: str, tmp_path: Path) -> None:
    problems = problems_of(tmp_path, {"brand.yml": f"{SETTINGS}colours:\n  main: {written}\n"})
    assert len(problems) == 1
    assert "northshire/brand.yml:6: main of the colours of the brand is" in problems[0]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("leadership.example.org", "https://leadership.example.org/"),
        ("www.example.org/leading", "https://www.example.org/leading/"),
        ("https://Example.org", "https://example.org/"),
        ("HTTPS://example.org/leading", "https://example.org/leading/"),
        ("https://example.org/leading/index.html", "https://example.org/leading/"),
        ("example.org:8443", "https://example.org:8443/"),
    ],
)
def test_the_address_of_a_copy_is_taken_in_common_forms(
    written: str, read_as: str, tmp_path: Path
) -> None:
    assert read(tmp_path, f"site_address: '{written}'\n").site_address == read_as


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("01234 567890", "01234 567890"),
        ("01234567", "01234567"),
        ("02071234567", "02071234567"),
        ("+441234567890", "+441234567890"),
        ("+44 (0)1234 567890", "+44 (0)1234 567890"),
        ("'tel:01234 567890'", "01234 567890"),
        ("'Tel: 01234 567890'", "01234 567890"),
        ("999", "999"),
        ("'Textphone: 18001 01234 567890'", "Textphone: 18001 01234 567890"),
        ("'Hotel: 01234 567'", "Hotel: 01234 567"),
    ],
)
def test_a_phone_is_taken_in_common_forms(written: str, read_as: str, tmp_path: Path) -> None:
    assert read(tmp_path, f"contacts:\n  phone: {written}\n").contacts.phone == read_as


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("ZA123456", "ZA123456"),
        ("za123456", "ZA123456"),
        ("ZA 123 456", "ZA123456"),
        ("'ICO: Z1234567'", "Z1234567"),
        ("'ICO registration no. ZB-123456'", "ZB123456"),
    ],
)
def test_a_number_of_the_ico_is_taken_in_common_forms(
    written: str, read_as: str, tmp_path: Path
) -> None:
    said = read(tmp_path, f"data_protection:\n  ico_registration: {written}\n")
    assert said.data_protection.ico_registration == read_as


@pytest.mark.parametrize(
    "setting",
    [
        "accessibility:\n  tested_on",
        "accessibility:\n  reviewed_on",
        "data_protection:\n  checked_on",
        "accessibility:\n  compliance: full\n  statement_date",
    ],
)
def test_a_day_that_has_not_come_is_refused(
    setting: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 22 November 2026
    for day, count in (("2026-11-23", 1), ("2026-11-22", 0)):
        where = tmp_path / day
        where.mkdir()
        problems = problems_of(where, {"brand.yml": f"{SETTINGS}{setting}: '{day}'\n"})
        assert len(problems) == count, problems
        assert all("a day that has not come yet" in one for one in problems)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("analytics", "count them from the server's logs"),
        ("nav", "add pages of your own in the folder 'pages'"),
        ("font", "the fonts of each reader's device"),
        ("language", "the report is in English"),
        ("extra_css", "write your colours under 'colours'"),
    ],
)
def test_a_setting_that_people_look_for_leads_to_what_can_be_changed(
    name: str, says: str, tmp_path: Path
) -> None:
    (problem,) = problems_of(tmp_path, {"brand.yml": f"{SETTINGS}{name}: x\n"})
    assert problem.startswith(f"northshire/brand.yml:5: {name} is not a setting of a copy: ")
    assert says in problem
    assert "'What you can change, and what you cannot'" in problem


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("tel:01234 567890", None),
        ("http://intranet/leaders", None),
        ("mailto:web@example.org", None),
        ("www.example.org", None),
        ("pages/help.md", "pages/help/"),
        ("pages/help.md#who", "pages/help/#who"),
        ("local.md", "our-council/"),
        ("files/a policy.pdf", "files/a%20policy.pdf"),
        ("workbooks/index.md", "workbooks/"),
    ],
)
def test_a_link_of_the_footer_leads_to_an_address_or_a_page(
    address: str, place: str | None, tmp_path: Path
) -> None:
    text = f"{SETTINGS}footer:\n  - words: Us\n    address: '{address}'\n"
    files = {"brand.yml": text, "local.md": "---\ntitle: Us\n---\nHello.\n"}
    files |= {"pages/help.md": "---\ntitle: Help\n---\n## Who {: #who }\n"}
    files |= {"files/a policy.pdf": "x"}
    (link,) = branded(tmp_path, files).folder.brand.footer
    found: dict[str, Any] = footer_link(link)
    assert found.get("page") == place
    assert ("address" in found) is (place is None)


def test_a_link_of_the_footer_to_a_page_that_is_not_there_is_told(tmp_path: Path) -> None:
    text = f"{SETTINGS}footer:\n  - words: Us\n    address: files/none.pdf\n"
    (problem,) = problems_of(tmp_path, {"brand.yml": text})
    assert problem.startswith("northshire/brand.yml:7: 'files/none.pdf' is not in your folder")


@pytest.mark.parametrize("name", ["policy.pdf", "toolkit.docx", "index.html"])
def test_the_name_of_a_file_is_no_website(name: str, tmp_path: Path) -> None:
    text = f"{SETTINGS}footer:\n  - words: Us\n    address: {name}\n"
    (problem,) = problems_of(tmp_path, {"brand.yml": text, f"files/{name}": "x"})
    assert f"put it into the folder 'files', and write 'files/{name}'" in problem
