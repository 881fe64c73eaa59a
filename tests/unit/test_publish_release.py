"""What a host serves: the built site under fingerprints, its scripts without comments."""

import os
from pathlib import Path

import pytest

from publish.fingerprint import FINGERPRINTED
from publish.previous_release import NotAReleaseError
from publish.problem import UnfitSiteError
from publish.release import NotASiteError, Release, release
from tests.unit.built import built

ADDRESS = "https://example.gov.uk/guide/"


def made(folder: Path, address: str = ADDRESS, before: Path | None = None) -> Release:
    """A release of a small site."""
    return release(built(folder, address), folder / "release", before)


def test_a_release_has_every_file_of_the_site_and_scripts_without_comments(tmp_path: Path) -> None:
    one = made(tmp_path)
    (assets,) = one.kept_for_ever
    files = {path.relative_to(one.site).as_posix() for path in one.site.rglob("*")}
    assert {"index.html", "data/report.json", f"{assets}/js/main.js", ".htaccess"} <= files
    assert "assets" not in files
    script = (one.site / assets / "js/main.js").read_text(encoding="utf-8")
    assert script.strip() == "export const a=1;"


@pytest.mark.parametrize("address", [ADDRESS, "https://example.gov.uk/", ""])
def test_every_address_of_a_file_follows_it_and_words_stay(tmp_path: Path, address: str) -> None:
    one = made(tmp_path, address)
    (assets,) = one.kept_for_ever
    home = (one.site / "index.html").read_text(encoding="utf-8")
    assert f'src="{assets}/js/main.js"' in home
    assert f'"search": "{assets}/js/search.js?a.js"' in home
    assert "<code>assets/js/</code>" in home
    assert f'src="../{assets}/js/main.js"' in (one.site / "quotes/index.html").read_text("utf-8")
    base = one.at.base
    assert f'href="{base}{assets}/css/site.css"' in (one.site / "404.html").read_text("utf-8")
    assert f'"{assets}/images/favicon.svg"' in (one.site / "manifest.webmanifest").read_text(
        "utf-8"
    )
    assert (one.site / "data/report.json").read_text("utf-8") == '{"assets": "assets/js/main.js"}'
    if address:
        assert f'content="{address}{assets}/images/favicon.svg"' in home


def test_the_site_s_place_is_what_its_pages_say(tmp_path: Path) -> None:
    at = made(tmp_path).at
    assert (at.origin, at.base, at.host) == ("https://example.gov.uk", "/guide/", "example.gov.uk")
    other = release(built(tmp_path / "other"), tmp_path / "other" / "release").at
    assert (other.known, other.base) == (False, "/")


def test_every_page_says_the_policy_first_and_once(tmp_path: Path) -> None:
    for page in made(tmp_path).site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        head = text.partition("<link")[0]
        assert head.count('http-equiv="Content-Security-Policy"') == 1
        assert "frame-ancestors" not in text  # browsers complain of it in a page
        assert head.index("charset") < head.index("http-equiv")


def test_the_name_changes_with_any_file_and_with_nothing_else(tmp_path: Path) -> None:
    first = made(tmp_path).kept_for_ever
    assert release(tmp_path / "site", tmp_path / "again").kept_for_ever == first
    page = tmp_path / "site/index.html"
    page.write_text(page.read_text("utf-8").replace("Look in", "See"), encoding="utf-8")
    assert release(tmp_path / "site", tmp_path / "again").kept_for_ever == first
    (tmp_path / "site/assets/css/site.css").write_text("p {}", encoding="utf-8")
    assert release(tmp_path / "site", tmp_path / "again").kept_for_ever != first


def test_the_scripts_of_the_3_releases_before_stay_and_those_before_them_go(tmp_path: Path) -> None:
    names, before = [], None
    for number in range(5):
        site = built(tmp_path / str(number), ADDRESS)
        (site / "assets/js/main.js").write_text(f"export const a = {number};\n", encoding="utf-8")
        one = release(site, tmp_path / f"release-{number}", before)
        names.append(one.kept_for_ever[0])
        there = sorted(path.name for path in one.site.glob("assets-*"))
        assert there == sorted(names[-4:])
        aged(one.site, number)
        before = one.folder
    own, old, *_ = one.kept_for_ever
    assert list(one.kept_for_ever) == names[:0:-1]
    for name in ("_headers", "web.config", "staticwebapp.config.json"):
        said = (one.site / name).read_text(encoding="utf-8")
        assert own in said
        assert old in said


def aged(site: Path, number: int) -> None:
    """Let the files of a release have been made when it was, an hour after the one before."""
    newest = FINGERPRINTED.search((site / "index.html").read_text(encoding="utf-8"))
    assert newest
    for path in (site / newest[0]).rglob("*"):
        os.utime(path, (number * 3600, number * 3600))


def test_the_release_before_may_lie_where_the_new_one_goes(tmp_path: Path) -> None:
    one = made(tmp_path)
    (tmp_path / "site/assets/js/main.js").write_text("export const a = 2;\n", encoding="utf-8")
    two = release(tmp_path / "site", one.folder, one.folder)
    assert two.kept_for_ever[1:] == one.kept_for_ever
    three = release(tmp_path / "site", one.folder, one.folder)  # nothing has changed since
    assert three.kept_for_ever == two.kept_for_ever


def test_what_is_no_release_cannot_be_the_one_before(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NotAReleaseError, match="no release here"):
        made(tmp_path, before=tmp_path / "empty")
    with pytest.raises(NotAReleaseError, match="no fingerprinted files"):
        made(tmp_path, before=tmp_path / "site")


def test_what_is_no_site_is_refused_and_another_folder_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(NotASiteError, match="make build"):
        release(tmp_path / "none", tmp_path / "release")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(NotASiteError, match="something else"):
        release(built(tmp_path), tmp_path / "mine")
    assert (tmp_path / "mine" / "letter.txt").read_text(encoding="utf-8") == "mine"


def test_a_release_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    made(tmp_path)
    (tmp_path / "site/data/report.json").unlink()
    one = release(tmp_path / "site", tmp_path / "release")
    assert not (one.site / "data/report.json").exists()


def test_a_release_never_takes_the_place_of_its_own_site(tmp_path: Path) -> None:
    site = built(tmp_path)
    for folder in (site, tmp_path, site / "release"):
        with pytest.raises(NotASiteError, match="choose another"):
            release(site, folder)
    assert (site / "index.html").is_file()


def test_files_that_are_not_in_utf_8_are_told_with_the_line(tmp_path: Path) -> None:
    site = built(tmp_path)
    for name in ("a.html", "a.css", "assets/js/a.js"):
        (site / name).write_bytes("one\ncafé\n".encode("latin-1"))
    with pytest.raises(UnfitSiteError) as told:
        release(site, tmp_path / "release")
    what = "the file is not in UTF-8: save it in UTF-8"
    names = ["a.css", "a.html", "assets/js/a.js"]
    assert str(told.value).splitlines() == [f"{name}:2: {what}" for name in names]


def test_a_site_with_problems_leaves_the_release_before_as_it_was(tmp_path: Path) -> None:
    one = made(tmp_path)
    site = built(tmp_path, ADDRESS, "<p style='color: red'>Red</p>")
    (site / "assets/js/base.js").unlink()
    with pytest.raises(UnfitSiteError) as caught:
        release(site, one.folder)
    lines = str(caught.value).splitlines()
    assert len(lines) == 4  # one style, and the missing script on three pages
    assert lines[0].startswith(
        "404.html:9: <script> loads assets/js/base.js, which does not exist: "
    )
    assert (one.site / "index.html").is_file()
