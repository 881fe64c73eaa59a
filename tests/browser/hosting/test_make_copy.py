"""The form in which a council makes its folder: what it takes, refuses, shows and hands out."""

import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from guide.release import make_release
from macros.brand.load import load_branded
from macros.brand.scaffold import make
from tests.browser.test_access import scrolls_sideways
from tests.support.axe import faults_in_both_schemes
from tests.support.build import ROOT

ADDRESS = "hosting/make-your-own/"
LOGO = ROOT / "brands" / "example" / "logo.svg"


@pytest.fixture
def form(page: Page, base_url: str) -> Page:
    """The page with the form."""
    page.goto(ADDRESS)
    expect(page.get_by_role("button", name="Download your folder")).to_be_visible()
    return page


def fill(page: Page, settings: dict[str, str]) -> None:
    """Fill in fields by the paths of their settings."""
    for details in page.locator("details").all():
        details.evaluate("(one) => one.setAttribute('open', '')")
    for path, value in settings.items():
        field = page.locator(f'[data-setting="{path}"]')
        if field.evaluate("(one) => one.localName") == "select":
            field.select_option(value)
        else:
            field.fill(value)


def downloaded(page: Page, to: Path) -> Path:
    """The folder that the form hands out, unpacked."""
    with page.expect_download() as caught:
        page.get_by_role("button", name="Download your folder").click()
    file = to / caught.value.suggested_filename
    caught.value.save_as(file)
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        archive.extractall(to)
    return to / file.stem


def test_3_fields_make_the_folder_that_the_command_makes(form: Page, tmp_path: Path) -> None:
    fill(form, {"organisation.name": "Northshire Council"})
    expect(form.locator('[data-setting="organisation.id"]')).to_have_value("northshire")
    folder = downloaded(form, tmp_path)
    by_hand = make(
        tmp_path / "by-hand" / "northshire",
        {
            ("organisation", "name"): "Northshire Council",
            ("site_name",): "Five attributes of effective leadership",
        },
    )
    for file in by_hand.iterdir():
        plain = re.sub(r"\A# yaml-language-server:.*\n", "", file.read_text(encoding="utf-8"))
        assert (folder / file.name).read_text(encoding="utf-8") == plain, file.name
    expect(form.get_by_role("heading", name="What to do with it")).to_be_visible()
    expect(form.locator("[data-file]")).to_have_text("northshire.zip")


SETTINGS = {
    "organisation.name": 'Tŷ "North" & Shire: #1',
    "organisation.address": "www.example.org",
    "site_address": "leadership.example.org",
    "home_md": "Welcome.\n\n[Our page](local.md) says more.",
    "colours.main": "teal",
    "colours.second": "#abc",
    "logo_ground": "dark",
    "contacts.email": "a@example.org",
    "contacts.phone": "+44 1632 960001",
    "contacts.postal_address": "County Hall\nHigh Street",
    "security.contact": "mailto:security@example.org",
    "accessibility.response_days": "10",
    "accessibility.nation": "Wales",
    "accessibility.tested_on": "2026-11-23",
    "accessibility.problems_md": "One.\nTwo.",
    "accessibility.compliance": "partial",
    "data_protection.ico_registration": "ZA 123 456",
    "data_protection.lawful_basis": "public-task",
    "data_protection.sent_abroad": "false",
}


def test_what_is_filled_in_is_read_by_a_build_as_it_was_written(form: Page, tmp_path: Path) -> None:
    fill(form, SETTINGS)
    form.locator('[data-setting="logo"]').set_input_files(LOGO)
    form.get_by_label("Data", exact=True).check()
    form.get_by_label("The accessibility regulations").uncheck()
    folder = downloaded(form, tmp_path)
    brand = load_branded(ROOT / "content", folder).folder.brand
    assert brand.organisation.name == 'Tŷ "North" & Shire: #1'
    assert brand.organisation.address == "https://www.example.org"
    assert brand.organisation.public_body is False
    assert brand.site_address == "https://leadership.example.org/"
    assert brand.home_md == SETTINGS["home_md"]
    assert brand.colours
    assert (brand.colours.main, brand.colours.second) == ("#008080", "#aabbcc")
    assert (brand.logo, brand.logo_ground) == ("logo.svg", "dark")
    assert (folder / "logo.svg").read_bytes() == LOGO.read_bytes()
    assert brand.contacts.postal_lines == ["County Hall", "High Street"]
    assert brand.accessibility.response_days == 10
    assert brand.accessibility.problems_md == ("One.", "Two.")
    assert brand.data_protection.ico_registration == "ZA123456"
    assert brand.data_protection.sent_abroad is False
    assert brand.hide == ("data",)


def test_the_folder_that_the_form_hands_out_is_released(form: Page, tmp_path: Path) -> None:
    fill(form, {one: SETTINGS[one] for one in ("organisation.name", "colours.main", "home_md")})
    form.locator('[data-setting="logo"]').set_input_files(LOGO)
    folder = downloaded(form, tmp_path)
    made, _ = make_release(folder, tmp_path / "release")
    home = (made.folder / "site" / "index.html").read_text(encoding="utf-8")
    assert "Tŷ &#34;North&#34; &amp; Shire: #1" in home or 'Tŷ "North" &amp; Shire: #1' in home
    assert "#008080" in home


WRONG = {
    "organisation.id": ("Values", "Small letters and hyphens only."),
    "site_address": ("https://a b", "Such as https://leadership.example.org/, without %20."),
    "colours.main": ("tael", "such as #0c4f5c"),
    "contacts.email": ("a@b", "Check how this is written"),
    "accessibility.response_days": ("99", "Enter a number from 1 to 90"),
    "accessibility.tested_on": ("2999-01-01", "Choose today or an earlier day"),
}


def test_what_is_wrong_is_listed_with_links_and_said_at_each_field(form: Page) -> None:
    fill(form, {path: value for path, (value, _) in WRONG.items()})
    form.get_by_role("button", name="Download your folder").click()
    box = form.locator("[data-wrong]")
    expect(box).to_be_focused()
    assert box.get_by_role("link").count() == len(WRONG) + 1  # and the name, which is missing
    assert form.locator("[role=alert]:not([hidden])").count() == 0
    for path, (_, words) in WRONG.items():
        field = form.locator(f'[data-setting="{path}"]')
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_accessible_description(re.compile(re.escape(words)))
    box.get_by_role("link", name=re.compile("^Your organisation’s name")).click()
    expect(form.locator('[data-setting="organisation.name"]')).to_be_focused()


def test_a_mistake_is_no_longer_said_once_it_is_put_right(form: Page) -> None:
    email = form.locator('[data-setting="contacts.email"]')
    email.fill("a@b")
    form.get_by_role("button", name="Download your folder").click()
    email.fill("a@example.org")
    expect(email).to_have_attribute("aria-invalid", "false")
    expect(form.locator("#copy-contacts-email-wrong")).to_be_empty()


@pytest.mark.parametrize(
    ("name", "size", "words"),
    [("logo.bmp", 10, "Choose a picture"), ("logo.png", 600_000, "This file has 600 KB")],
)
def test_a_file_that_is_no_logo_is_refused(
    name: str, size: int, words: str, form: Page, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_bytes(bytes(size))
    form.locator('[data-setting="logo"]').set_input_files(file)
    form.get_by_role("button", name="Download your folder").click()
    expect(form.locator("#copy-logo-wrong")).to_contain_text(words)


def test_a_colour_is_shown_with_its_contrast(form: Page) -> None:
    says = form.locator("[data-says]")
    main = form.locator('[data-setting="colours.main"]')
    main.fill("#0c4f5c")
    expect(says).to_have_text("White text on it has a contrast of 9.1 to 1, which is readable.")
    expect(form.locator(".copy-look__header")).to_have_css("background-color", "rgb(12, 79, 92)")
    main.fill("gold")
    expect(says).to_contain_text("Dark text on it has a contrast of 11.8 to 1")
    main.fill("tael")
    expect(says).to_be_empty()
    form.get_by_label("Pick: your main colour").fill("#123456")
    expect(main).to_have_value("#123456")


def test_every_workbook_cannot_be_left_out(form: Page) -> None:
    for name in ("Recruiting", "Developing", "Self-reflection"):
        form.get_by_label(name).check()
    form.get_by_role("button", name="Download your folder").click()
    expect(form.locator("#copy-hide-wrong")).to_have_text("Leave at least one workbook in")
    form.get_by_label("Recruiting").uncheck()
    expect(form.locator("#copy-hide-wrong")).to_be_empty()


def test_half_a_date_and_a_second_colour_alone_are_told(form: Page) -> None:
    fill(form, {"organisation.name": "Northshire", "colours.second": "teal"})
    form.locator('[data-setting="accessibility.tested_on"]').press_sequentially("2311")
    form.get_by_role("button", name="Download your folder").click()
    expect(form.locator("#copy-colours-second-wrong")).to_have_text("Choose a main colour, too")
    expect(form.locator("#copy-accessibility-tested-on-wrong")).not_to_be_empty()


def test_nothing_is_kept_in_the_browser_or_sent(form: Page) -> None:
    sent: list[str] = []
    form.on("request", lambda request: sent.append(request.url))
    fill(form, {"organisation.name": "Northshire Council", "contacts.email": "a@example.org"})
    assert form.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
        0,
        0,
        "",
    ]
    assert sent == []


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_with_errors_and_all_groups_open(form: Page, width: int) -> None:
    form.set_viewport_size({"width": width, "height": 900})
    fill(form, {path: value for path, (value, _) in WRONG.items()})
    form.get_by_role("button", name="Download your folder").click()
    assert list(faults_in_both_schemes(form)) == []
    assert not scrolls_sideways(form)
