"""What any release has kept in a browser is opened by this one: all of it shows, and leaves."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.rounds.test_rounds import begin_round
from tests.browser.takeaway import documents
from tests.browser.takeaway.pages import choose, open_menu
from tests.browser.workbook.records import stored
from tests.releases.frozen import RELEASES, Release
from tests.support.status import READY

HERE = "workbooks/my-workbooks/"
OF_DEVICE = ("handle/", "ledger/", "undo/")
# By question, what the fields of a page show.
SHOWN = """(all) => Object.fromEntries(all.map((one) => [one.getAttribute("question"),
    one.querySelector("input:checked")?.value
        ?? one.querySelector("textarea, input[type=date]")?.value ?? ""]))"""


def held(release: Release) -> dict[str, Any]:
    """All records by their keys, wherever the browser has them."""
    local = {key: json.loads(text) for key, text in release.local.items() if key}
    return {**release.records, **{key.removeprefix(":"): one for key, one in local.items()}}


def of(release: Release, kind: str) -> Iterator[tuple[str, Any]]:
    """The records of a kind, each with the id of its question; a draft may be in local storage."""
    for key, record in held(release).items():
        if key.startswith(f"{kind}/"):
            yield key.split("/")[1], record


def has_rounds(release: Release) -> bool:
    """Whether a round of the self-reflection after the first one was begun in it."""
    return any(key.startswith("shelf/self-reflection/") for key in release.records)


def answers(release: Release) -> dict[str, str]:
    """The text that is to stand in the field of each question: of a draft, what was typed last."""
    return {own: one["value"] for kind in ("answer", "draft") for own, one in of(release, kind)}


def workbooks(site: Path, release: Release) -> list[str]:
    """The addresses of the copy's workbooks, then those of the named ones."""
    pages = sorted(site.glob("workbooks/*/index.html"))
    named = [key.split("/")[1:] for key in release.records if key.startswith("shelf/")]
    return [
        page.parent.relative_to(site).as_posix() + "/"
        for page in pages
        if "<workbook-question" in page.read_text(encoding="utf-8")
    ] + [f"workbooks/{workbook}/?workbook={own}" for workbook, own in named]


def opened(page: Page, address: str) -> dict[str, str]:
    """Open a workbook and wait until its answers are there; gives them by their questions."""
    page.goto(address)
    expect(page.locator("save-status").first).to_have_attribute("state", READY)
    progress = page.locator(".workbook-progress__text")
    expect(progress).to_have_text(re.compile(r"^\d+ of \d+ answered"))
    shown: dict[str, str] = page.locator("workbook-question").evaluate_all(SHOWN)
    _, _, named = address.partition("?workbook=")
    return {f"{own}.{named}": value for own, value in shown.items()} if named else shown


def asked(page: Page, address: str, site: Path, release: Release, own: str) -> Locator:
    """The question, on the workbook that asks it."""
    for workbook in workbooks(site, release):
        if own in opened(page, f"{address}{workbook}"):
            return page.locator(f'workbook-question[question="{own}"]')
    pytest.fail(f"no workbook asks {own}")


def test_a_frozen_profile_has_every_kind_of_record() -> None:
    kinds = {"answer", "version", "other", "draft", "aside", "undo", "ledger"}
    kinds |= {"profile", "request", "reply", "shelf"}
    for release in RELEASES:
        found = {key.split("/")[0] for key in held(release)}
        assert kinds <= found, release.version
        assert release.local[""], release.version
        assert {"text", "rating"} == {one["kind"] for _, one in of(release, "answer")}
        assert any(one["value"] == "" for _, one in of(release, "answer"))


def test_every_answer_shows_in_its_field_or_among_earlier_questions(
    holding: Page, frozen_url: str, frozen_site: Path, release: Release
) -> None:
    shown: dict[str, str] = {}
    for workbook in workbooks(frozen_site, release):
        shown |= opened(holding, f"{frozen_url}{workbook}")
    earlier = holding.locator("earlier-questions").all_text_contents()
    lost = {
        own: value
        for own, value in answers(release).items()
        if value and shown.get(own) != value and value not in "\n".join(earlier)
    }
    assert lost == {}


def test_every_earlier_version_can_be_read(
    holding: Page, frozen_url: str, frozen_site: Path, release: Release
) -> None:
    for own in dict(of(release, "version")):
        question = asked(holding, frozen_url, frozen_site, release, own)
        question.get_by_role("button", name=re.compile(r"earlier versions?$")).click()
        dialog = holding.get_by_role("dialog", name="Earlier versions")
        for which, version in of(release, "version"):
            if which == own:
                expect(dialog).to_contain_text(version["value"])
        holding.keyboard.press("Escape")


def test_every_text_that_waits_for_a_choice_is_offered(
    holding: Page, frozen_url: str, frozen_site: Path, release: Release
) -> None:
    for own, other in of(release, "other"):
        question = asked(holding, frozen_url, frozen_site, release, own)
        offered = question.get_by_role("group", name="2 versions of this answer")
        expect(offered).to_contain_text(other["value"])


@pytest.mark.parametrize(
    "name", ["Download as plain text", "Download as Markdown", "Download as Word"]
)
def test_every_answer_is_in_the_files_that_are_taken_away(
    holding: Page, frozen_url: str, frozen_site: Path, release: Release, name: str
) -> None:
    texts = []
    for workbook in workbooks(frozen_site, release):
        opened(holding, f"{frozen_url}{workbook}")
        open_menu(holding)
        with holding.expect_download() as download:
            choose(holding, name)
        data = Path(download.value.path()).read_bytes()
        texts.append(words(spoken(data) if name == "Download as Word" else data.decode()))
    whole = "\n".join(texts)
    wanted = [in_words(value) for value in answers(release).values() if len(value) > 1]
    assert wanted
    assert [value for value in wanted if words(value) not in whole] == []


def in_words(value: str) -> str:
    """An answer as files have it: a day in words."""
    is_day = re.fullmatch(r"\d{4}-\d\d-\d\d", value)
    return f"{datetime.fromisoformat(value):%-d %B %Y}" if is_day else value


def spoken(data: bytes) -> str:
    """The words of a Word document."""
    return "\n".join(paragraph.text for paragraph in documents.opened(data).paragraphs)


def words(text: str) -> str:
    """The text without what a kind of file puts between or before its words."""
    return " ".join(re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", text).replace("&amp;", "&").split())


def test_a_kept_profile_a_request_and_its_reply_are_where_they_were(
    holding: Page, frozen_url: str, release: Release
) -> None:
    holding.goto(f"{frozen_url}workbooks/profile/")
    for _, profile in of(release, "profile"):
        expect(holding.get_by_role("region", name="Over time")).to_contain_text(profile["title"])
    holding.goto(f"{frozen_url}workbooks/feedback/")
    for _, request in of(release, "request"):
        expect(holding.get_by_role("listitem").filter(has_text=request["title"])).to_contain_text(
            "1 reply"
        )


def test_a_backup_has_every_record_but_those_of_the_device(
    holding: Page, frozen_url: str, release: Release
) -> None:
    holding.goto(f"{frozen_url}{HERE}", wait_until="networkidle")  # it moves as it is filled
    holding.get_by_role("button", name="Save a backup", exact=True).click()
    with holding.expect_download() as download:
        holding.get_by_role("button", name="Save backup").click()
    file = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    there = {entry["key"]: entry["record"] for entry in file["records"]}
    drafts = dict(of(release, "draft"))  # which a page may have taken up by now
    wanted = {
        key: record
        for key, record in release.records.items()
        if not key.startswith(OF_DEVICE) and key.split("/")[1] not in drafts
    }
    assert {key: there.get(key) for key in wanted} == wanted
    for own, draft in drafts.items():
        texts = {one["value"] for key, one in there.items() if key.split("/")[1] == own}
        assert {draft["value"], release.records[f"answer/{own}"]["value"]} <= texts


def test_the_last_restore_can_still_be_undone(holding: Page, frozen_url: str) -> None:
    holding.goto(f"{frozen_url}{HERE}")
    holding.get_by_role("button", name="Undo this restore").click()
    expect(holding.get_by_text("The restore has been undone.")).to_be_visible()


def test_nothing_is_said_to_be_missing_and_what_was_put_aside_stays(
    holding: Page, frozen_url: str, release: Release
) -> None:
    holding.goto(f"{frozen_url}{HERE}")
    expect(holding.get_by_role("button", name="Save these items")).to_be_visible()
    expect(holding.get_by_text("Answers saved here are missing")).to_be_hidden()
    aside = {key: one for key, one in release.records.items() if key.startswith("aside/")}
    assert aside.items() <= stored(holding).items()


@pytest.mark.parametrize(
    "release", [one for one in RELEASES if not has_rounds(one)], indirect=True, ids=str
)
def test_what_a_release_kept_is_round_1_and_stays_as_it_was(
    holding: Page, frozen_url: str, release: Release
) -> None:
    address = f"{frozen_url}workbooks/self-reflection/"
    first = opened(holding, address)
    before = {key: one for key, one in stored(holding).items() if key.startswith("answer/")}
    begin_round(holding, f"Round 2 ({datetime.now():%B %Y})")
    written = [own for own, value in first.items() if value]
    assert len(written) > 3
    expect(holding.locator(".last-time")).to_have_count(len(written))
    shown = holding.locator("workbook-question:has(.last-time)").evaluate_all(
        "(all) => all.map((one) => one.getAttribute('question'))"
    )
    assert shown == written
    for part in holding.locator(".last-time").all()[:3]:
        expect(part).to_contain_text("Round 1, ")
    now = {key: one for key, one in stored(holding).items() if key.startswith("answer/")}
    assert now == before
    assert opened(holding, address) == first
