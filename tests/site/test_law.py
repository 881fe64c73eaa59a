"""The pages that the law asks of whoever publishes a copy, and those of the guide itself."""

import re
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import get_args
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from markdown import markdown

from macros.brand.publication_checklist import ACCESSIBILITY, ANSWERS, PRIVACY, to_do
from macros.brand.settings import (
    Accessibility,
    Brand,
    Contacts,
    DataProtection,
    LawfulBasis,
    Organisation,
)
from macros.build.build_info import Build
from macros.build.mkdocs_yml import read_settings
from macros.content.load import load
from macros.guide.guide import Guide
from macros.render.environment import macros
from tests.support.build import ROOT

NAME = "Exampleshire Council (fictional)"
STORAGE = "about/storage/"
TESTED_ON = read_settings(ROOT / "mkdocs.yml")["extra"]["tested_on"]
PAGES = (ACCESSIBILITY, PRIVACY, STORAGE, ANSWERS)
# Those of GOV.UK's sample accessibility statement, in its order.
HEADINGS = """\
How accessible this website is
Feedback and contact information
Reporting accessibility problems with this website
Enforcement procedure
Contacting us by phone or visiting us in person
Technical information about this website’s accessibility
Compliance status
Non-accessible content
Non-compliance with the accessibility regulations
Disproportionate burden
Content that’s not within the scope of the accessibility regulations
What we’re doing to improve accessibility
Preparation of this accessibility statement
"""
# What the kinds of record that hold no answer are called.
SPOKEN_OF = {
    "profile": "snapshots of",
    "request": "request for feedback",
    "reply": "replies",
    "shelf": "named workbook",
}
SCRIPTS = ROOT / "docs" / "assets" / "js"
# Comments are left out: they may speak of what the code does not touch.
COMMENT = re.compile(r"/\*.*?\*/|(?<![:'\"])//[^\n]*", re.DOTALL)
# What a key of a record begins with; `word/` are parts of a Word document.
KEY = re.compile(r"'([a-z]+)/[a-z-]*'|`([a-z]+)/\$\{")
# What a file is of, and a folder of pages.
NOT_KEYS = {"word", "text", "application", "image", "workbooks"}


def article(site: Path, address: str) -> Tag:
    page = BeautifulSoup((site / address / "index.html").read_text("utf-8"), "html.parser")
    found = page.select_one("article")
    assert found
    return found


def words(tag: Tag) -> str:
    return " ".join(tag.text.split())


def statement(**settings: object) -> str:
    """The statement of a copy with these settings."""
    return drafted("accessibility", accessibility=Accessibility(**settings))  # type: ignore[arg-type]


def notice(**settings: object) -> str:
    """The privacy notice of a copy with these settings."""
    return drafted("privacy", data_protection=DataProtection(**settings))  # type: ignore[arg-type]


def drafted(page: str, *, public_body: bool = True, **settings: object) -> str:
    """What is drafted for a copy with these settings, as Markdown."""
    own = Organisation(id="northshire", name="Northshire Council", public_body=public_body)
    brand = Brand(
        organisation=own,
        site_name="Leading",
        contacts=Contacts(email="us@example.org"),
        **settings,  # type: ignore[arg-type]
    )
    made = macros(guide(), brand, Build("1.0.0", "abc", "2026-11-23"))
    return made[page](f"about/{page}/")


@cache
def guide() -> Guide:
    return Guide(load(ROOT / "content"))


def test_the_accessibility_statement_has_the_headings_of_the_model(brand_site: Path) -> None:
    page = article(brand_site, ACCESSIBILITY)
    assert words(page.h1) == "Accessibility statement for Leading change in Exampleshire"  # type: ignore[arg-type]
    assert [words(one) for one in page.find_all(["h2", "h3"])] == HEADINGS.splitlines()


def test_the_statement_has_the_facts_of_the_build_and_of_the_council(brand_site: Path) -> None:
    said = words(article(brand_site, ACCESSIBILITY))
    settings = read_settings(ROOT / "mkdocs.yml")["extra"]
    assert f"version {settings['release']} of the guide, with edition" in said
    tested_on = datetime.fromisoformat(TESTED_ON)
    assert f"passed on {tested_on:%-d %B %Y}" in said
    assert "WCAG 2.0, 2.1 and 2.2" in said
    assert "has not been tested by people who use screen readers" in said
    for fact in ("accessibility@example.org", "10 working days", "our web team", "01632 960001"):
        assert fact in said


@pytest.mark.parametrize(
    ("nation", "enforces", "not_here"),
    [
        ("England", "Equality and Human Rights Commission (EHRC)", "ECNI"),
        ("Wales", "Equality and Human Rights Commission (EHRC)", "ECNI"),
        ("Scotland", "Equality and Human Rights Commission (EHRC)", "ECNI"),
        ("Northern Ireland", "Equality Commission for Northern Ireland (ECNI)", "EHRC"),
    ],
)
def test_the_body_that_enforces_is_that_of_the_nation(
    nation: str, enforces: str, not_here: str
) -> None:
    said = statement(nation=nation)
    assert f"The {enforces} is responsible for enforcing" in said
    assert not_here not in said


@pytest.mark.parametrize(
    ("compliance", "says"),
    [
        ("full", "is fully compliant with"),
        ("partial", "is partially compliant with"),
        ("none", "is not compliant with"),
        ("not-assessed", "has not been assessed yet"),
        (None, "has not been assessed yet"),
    ],
)
def test_the_statement_claims_no_more_than_an_assessment_found(
    compliance: str | None, says: str
) -> None:
    assert says in statement(compliance=compliance)
    assert ("compliant with" in statement(compliance=compliance)) is (
        compliance not in (None, "not-assessed")
    )


@pytest.mark.parametrize("compliance", ["full", "partial", "none", "not-assessed", None])
def test_no_part_of_the_statement_contradicts_what_an_assessment_found(
    compliance: str | None,
) -> None:
    said = statement(compliance=compliance)
    assert ("some parts of this website are not fully accessible" in said) is (compliance != "full")
    assert "The content listed below is non-accessible" not in said
    listed = statement(compliance="partial", problems_md=("A table has no headings.",))
    assert "The content listed below is non-accessible" in listed


def test_a_copy_that_is_not_assessed_is_published_so_and_marked_unless_that_is_on_purpose() -> None:
    mark = "have this copy assessed against WCAG 2.2 AA"
    assert mark in statement()
    assert "has not been assessed yet" in statement()
    assert mark not in statement(compliance="not-assessed")
    assert "This page is a draft" in statement(compliance="not-assessed")


def test_the_statement_says_when_it_was_prepared_and_last_reviewed_and_how_pages_were_chosen() -> (
    None
):
    said = statement(statement_date="2026-03-01", sample_md="Each kind of page, **once**.")
    assert "prepared on 1 March 2026. It was last reviewed on 1 March 2026." in said
    assert "how they were chosen: Each kind of page, <strong>once</strong>." in said
    later = statement(statement_date="2026-03-01", reviewed_on="2026-11-02")
    assert "prepared on 1 March 2026. It was last reviewed on 2 November 2026." in later
    assert "which pages were tested and how they were chosen" in statement()


@pytest.mark.parametrize("nation", ["England", "Northern Ireland"])
@pytest.mark.parametrize("compliance", ["full", "partial", None])
def test_an_organisation_that_is_no_public_body_is_not_bound_by_the_regulations(
    nation: str, compliance: str | None
) -> None:
    own = Accessibility(nation=nation, compliance=compliance)  # type: ignore[arg-type]
    said = drafted("accessibility", public_body=False, accessibility=own)
    for word in ("2018", "egulations", "Enforcement", "isproportionate"):
        assert word not in said, word
    helps = "Equality Commission for Northern" if nation != "England" else "Equality Advisory and"
    assert helps in said
    assert "2018" in drafted("accessibility", accessibility=own)


def test_who_is_no_public_body_has_no_public_task_and_need_have_no_officer() -> None:
    said = drafted("privacy", public_body=False)
    assert "our legitimate interests" in said
    assert "public task" not in said
    assert "data protection officer" not in said.split("## About this notice")[0]
    assert "To use a right, contact us." in said
    assert "is not a public body" in drafted("data_protection", public_body=False)


@pytest.mark.parametrize("basis", get_args(LawfulBasis))
def test_each_lawful_basis_has_its_own_words_its_point_and_its_rights(basis: str) -> None:
    said = notice(lawful_basis=basis, lawful_basis_md="The law is *this*.")
    point = {"consent": "a", "contract": "b", "legal-obligation": "c", "vital-interests": "d"}
    point |= {"public-task": "e", "recognised-legitimate-interest": "ea"}
    assert (
        f"(Article 6(1)({point.get(basis, 'f')}) of the UK GDPR). The law is <em>this</em>." in said
    )
    assert ("withdraw your consent" in said) is (basis == "consent")
    objects = {"public-task", "legitimate-interests", "recognised-legitimate-interest"}
    assert ("object to its use" in said) is (basis in objects)
    assert ("do not have to delete" in said) is (basis in {"public-task", "legal-obligation"})
    assert ("public task" in said) is (basis == "public-task")


def test_without_a_lawful_basis_the_usual_one_is_drafted() -> None:
    assert "our public task (Article 6(1)(e)" in notice()


def test_the_notice_says_how_to_reach_the_controller() -> None:
    assert "You can contact Northshire Council:" in notice()
    assert "us@example.org" in notice()
    own = notice(controller="Northshire Trust", controller_postal_address="The Mill")
    assert "You can contact Northshire Trust:" in own
    assert "by post: The Mill" in own
    assert "us@example.org" not in own
    assert "write how to reach the controller" in notice(controller="Northshire Trust")


@pytest.mark.parametrize(
    ("settings", "says", "left"),
    [
        ({}, "", "whether the web server’s records or messages to you leave the UK"),
        ({"sent_abroad": False}, "keep it in the UK", ""),
        ({"sent_abroad": True}, "is sent outside the UK.", "what protects it there"),
        (
            {"sent_abroad": True, "transfer_md": "To Ireland, by adequacy regulations."},
            "is sent outside the UK. To Ireland, by adequacy regulations.",
            "",
        ),
    ],
)
def test_the_notice_and_the_answers_say_whether_data_goes_abroad_and_what_protects_it(
    settings: dict[str, object], says: str, left: str
) -> None:
    said = notice(**settings)
    assert says in said
    assert left in said
    assert ("write whether" in said or "write to which country" in said) is bool(left)
    answers = drafted("data_protection", data_protection=DataProtection(**settings))  # type: ignore[arg-type]
    section = answers.split("## Is data sent abroad?")[1].split("##")[0]
    sent = settings.get("sent_abroad")
    assert section.strip().startswith({True: "Yes", False: "No.", None: "Not by"}[sent])  # type: ignore[index]
    assert str(settings.get("transfer_md", "")) in section


def test_the_notice_promises_no_right_without_its_limit_and_no_more_than_the_answers_do() -> None:
    said = notice()
    assert "In some cases you can have it erased" in said
    assert "because we do not have it" not in said
    assert "We have no copy of what is only in your browser" in said
    assert "If you work for us, they can also apply" in said


def test_those_who_run_the_email_are_named_with_those_who_run_the_web_server() -> None:
    assert "The people who run the web server and the email for us" in notice()
    for answers in (drafted("data_protection"), macros(guide())["data_protection"](ANSWERS)):
        section = answers.split("## Who are the processors?")[1].split("##")[0]
        assert "runs its email" in section
        assert "only processor" not in section


@pytest.mark.parametrize("compliance", ["full", "partial", "none", None])
def test_the_statement_says_there_is_no_problem_only_where_an_assessment_found_none(
    compliance: str | None,
) -> None:
    assert ("We know of none." in statement(compliance=compliance)) is (compliance == "full")
    listed = statement(compliance="partial", problems_md=("A table has no headings.",))
    assert listed.count("A table has no headings.") == 2


def test_contacts_with_signs_of_html_and_markdown_are_shown_as_they_are_written() -> None:
    brand = Brand(
        organisation=Organisation(id="northshire", name="Northshire Council"),
        site_name="Leading",
        contacts=Contacts(
            email="r&d*one*_two_@example.org", postal_address="1. Town <Hall>\nHigh & *Low* Street"
        ),
    )
    made = macros(Guide(load(ROOT / "content")), brand, Build("1.0.0", "abc", "2026-11-23"))
    html = markdown(made["accessibility"](ACCESSIBILITY), extensions=["md_in_html", "attr_list"])
    page = BeautifulSoup(html, "html.parser")
    links = {(str(one["href"]), one.text) for one in page.select("[href^=mailto]")}
    assert links == {("mailto:r%26d*one*_two_@example.org", "r&d*one*_two_@example.org")}
    (item,) = [one for one in page.select("li") if "Town" in one.text]
    assert list(item.stripped_strings) == ["1. Town <Hall>", "High & *Low* Street"]


def test_the_privacy_notice_says_who_what_how_long_and_whom_to_turn_to(brand_site: Path) -> None:
    said = words(article(brand_site, PRIVACY))
    for fact in (
        f"{NAME} is the controller",
        "ZA000000",
        "data.protection@example.org",
        "30 days",
        "Article 6(1)(e) of the UK GDPR",
        "object to its use",
        "0303 123 1113",
        "It is not sent to us",
    ):
        assert fact in said


@pytest.mark.parametrize("copy", ["brand_site", "site"])
def test_every_page_leads_to_the_statement_and_the_notice(
    copy: str, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue(copy)
    for page in folder.rglob("*.html"):
        footer = BeautifulSoup(page.read_text("utf-8"), "html.parser").footer
        assert footer
        place = "/" + page.relative_to(folder).as_posix().removesuffix("index.html")
        links = {words(one): urlsplit(urljoin(place, str(one["href"]))).path for one in footer("a")}
        assert links["Accessibility statement"].endswith(f"/{ACCESSIBILITY}"), page
        assert links["Privacy notice"].endswith(f"/{PRIVACY}"), page


def test_what_is_left_to_do_is_marked_in_words_on_its_page(spare_site: Path) -> None:
    brand = Brand(
        organisation=Organisation(id="spareshire", name="Spareshire & District Trust"),
        site_name="Reflect & grow in Spareshire",
    )
    for address in (ACCESSIBILITY, PRIVACY, ANSWERS):
        marks = [words(one) for one in article(spare_site, address).select(".to-do")]
        left = [one.what_md.replace("`", "") for one in to_do(brand) if one.page == address]
        assert sorted(marks) == sorted(f"To do before you publish: {what}" for what in left)
        assert "This page is a draft" in words(article(spare_site, address)), address


@pytest.mark.parametrize("address", PAGES)
def test_a_copy_that_has_done_it_all_has_no_marks_and_still_answers_for_itself(
    brand_site: Path, address: str
) -> None:
    page = article(brand_site, address)
    assert page.select(".to-do, .notice") == []
    assert f"{NAME} must check" in words(page) or f"{NAME} checked these" in words(page)


@pytest.mark.parametrize("address", PAGES)
def test_the_guide_s_own_pages_speak_for_the_guide(site: Path, address: str) -> None:
    page = article(site, address)
    assert page.select(".to-do, .notice") == []
    assert "our " not in words(page).lower().replace("your ", "")


def test_security_txt_is_in_a_copy_that_says_whom_to_tell(
    brand_site: Path, spare_site: Path, site: Path
) -> None:
    place = ".well-known/security.txt"
    lines = (brand_site / place).read_text("utf-8").splitlines()
    fields = dict(line.split(": ", 1) for line in lines)
    assert fields["Contact"] == "mailto:security@example.org"
    assert fields["Canonical"] == f"https://leadership.example.org/{place}"
    assert fields["Preferred-Languages"] == "en"
    left = datetime.fromisoformat(fields["Expires"]) - datetime.now(UTC)
    assert timedelta(days=300) < left < timedelta(days=365)
    assert not (spare_site / place).exists()
    assert not (site / place).exists()


def rows(site: Path) -> dict[str, list[str]]:
    """The first column of each table of what is kept, by the heading it is under."""
    found: dict[str, list[str]] = {}
    for table in article(site, STORAGE).select("table"):
        heading = table.find_previous("h2")
        assert heading
        found[words(heading)] = [words(cell) for cell in table.select("td:first-child")]
    return found


def code() -> str:
    """All of the guide's scripts, without comments."""
    scripts = sorted(SCRIPTS.rglob("*.js"))
    return "\n".join(COMMENT.sub("", script.read_text("utf-8")) for script in scripts)


def test_the_records_in_the_table_are_those_that_the_scripts_keep(site: Path) -> None:
    table = rows(site)["In the browser’s database"]
    written = (SCRIPTS / "storage" / "records.js").read_text("utf-8")
    assert table == re.findall(r"^ \* \| `([^`]+)` *\|", written, re.MULTILINE)
    begins = {one or other for one, other in KEY.findall(code())} - NOT_KEYS
    assert begins == {key.split("/")[0] for key in table}


def test_the_names_in_the_table_are_those_that_the_scripts_use(site: Path) -> None:
    table = rows(site)
    own = ["five-attributes:PATH", "five-attributes:PATH:draft/ID/TAB"]
    own += ["PATH.__palette", "PATH.__reading", "five-attributes:disk-failed"]
    assert table["In local storage"] == own
    named = {f"five-attributes:PATH:{one}" for one in re.findall(r"`\$\{name\}:([\w-]+)", code())}
    assert set(table["In session storage"]) == named
    assert "PREFIX = 'five-attributes:'" in code()
    assert "`${PREFIX}${base}`" in code()


@pytest.mark.parametrize("address", [PRIVACY, ANSWERS])
def test_what_people_keep_besides_answers_is_spoken_of_where_it_can_be_kept(
    address: str, site: Path, brand_site: Path, spare_site: Path
) -> None:
    written = (SCRIPTS / "storage" / "records.js").read_text("utf-8")
    (kinds,) = re.findall(r"FURTHER = \[([A-Z, ]+)\]", written)
    keys = dict(re.findall(r"export const ([A-Z]+) = '([a-z]+)/';", written))
    assert {keys[kind] for kind in kinds.split(", ")} == set(SPOKEN_OF)
    for where in (site, brand_site):
        said = words(article(where, address)).lower()
        assert [word for word in SPOKEN_OF.values() if word not in said] == [], where
    without = words(article(spare_site, address)).lower()
    assert [word for word in SPOKEN_OF.values() if word in without] == []


def test_what_a_copy_is_without_its_answers_do_not_promise() -> None:
    content = Guide(load(ROOT / "content")).content
    for hidden in ("feedback", "recruiting"):
        made = macros(Guide(content, [hidden]))
        said = made["data_protection"](ANSWERS) + made["privacy"](PRIVACY)
        assert ("candidate" in said) is (hidden != "recruiting")
        assert ("private key" in said) is (hidden != "feedback")


def test_nothing_of_the_theme_that_would_store_more_is_switched_on() -> None:
    settings = read_settings(ROOT / "mkdocs.yml")
    assert not {"content.tabs.link", "announce.dismiss"} & set(settings["theme"]["features"])
    assert not {"version", "consent", "analytics"} & set(settings["extra"])
    assert "repo_url" not in settings


def test_no_script_sets_a_cookie_or_keeps_files() -> None:
    assert re.findall(r"\.cookie\b|cookieStore|\bcaches\b|serviceWorker", code()) == []
