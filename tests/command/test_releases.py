"""Whole releases by the command: of a new folder, from a wheel, again, and what a preview shows."""

import json
import os
import re
import subprocess
import sys
import sysconfig
import time
import venv
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from common.problems import ProblemsError
from guide.check import checked
from guide.release import make_release
from publish.fingerprint import FINGERPRINTED
from publish.release import Release
from tests.support.brand import EXAMPLE
from tests.support.build import ROOT
from tests.support.hosts import free_ports
from tests.unit.brand_problems import QUESTION
from tests.unit.brands import SETTINGS
from tools.downloads import downloads

pytestmark = pytest.mark.release
OWN = QUESTION.replace("on-values", "reflect-on-values")


def run(python: Path, *words: str, here: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """What comes of a command of the installed program, in a folder."""
    return subprocess.run(
        [python, *words],
        cwd=here,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | more,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the pages offer to install."""
    made = downloads(tmp_path_factory.mktemp("downloads") / "download")
    return next(one for one in made if one.suffix == ".whl")


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an empty environment with the wheel; what it needs is that of the tests."""
    place = tmp_path_factory.mktemp("environment")
    venv.create(place, with_pip=True, symlinks=True)
    python = place / "bin" / "python"
    quiet = ("--quiet", "--disable-pip-version-check", "--no-index", "--no-deps")
    done = run(python, "-m", "pip", "install", *quiet, str(wheel), here=place)
    assert done.returncode == 0, done.stderr
    (site,) = place.glob("lib/python*/site-packages")
    (site / "needed.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    return python


def test_the_wheel_asks_for_what_the_lock_has_and_nothing_is_in_it_that_git_ignores(
    wheel: Path,
) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (about,) = (one for one in names if one.endswith("METADATA"))
        asked = re.findall(r"^Requires-Dist: (\S+)$", archive.read(about).decode(), re.MULTILINE)
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert len(asked) > 8
    assert [pin for pin in asked if f"\n{pin} " not in f"\n{lock}"] == []
    tops = {name.split("/")[0] for name in names}
    assert tops == {"guide", next(one for one in tops if one.endswith(".dist-info"))}
    made = ("site.css", "docs/data/", "docs/search/", "docs/download/", "__pycache__")
    assert [name for name in names if any(one in name for one in made)] == []


def test_an_installed_wheel_makes_checks_and_releases_a_copy_from_any_folder(
    installed: Path, tmp_path: Path
) -> None:
    program = installed.with_name("guide")
    new = run(program, "new", "northshire", "--colour", "#0c4f5c", here=tmp_path)
    assert new.returncode == 0, new.stderr
    before = sorted(path.name for path in installed.parents[1].rglob("*.yml"))
    assert run(program, "check", here=tmp_path).returncode == 0
    done = run(program, "release", "northshire", here=tmp_path)
    assert done.returncode == 0, done.stderr
    assert sorted(one.name for one in tmp_path.iterdir()) == ["northshire", "northshire-release"]
    home = (tmp_path / "northshire-release" / "site" / "index.html").read_text(encoding="utf-8")
    assert "Northshire Council" in home
    assert sorted(path.name for path in installed.parents[1].rglob("*.yml")) == before


def test_a_release_keeps_ids_and_the_scripts_of_the_one_before(tmp_path: Path) -> None:
    folder = tmp_path / "northshire"
    folder.mkdir()
    (folder / "brand.yml").write_text(SETTINGS, encoding="utf-8")
    to = tmp_path / "northshire-release"
    first, _ = make_release(folder, to)
    assert (first.ids, first.before) == (0, None)
    (folder / "questions.yml").write_text(OWN, encoding="utf-8")
    (folder / "brand.yml").write_text(f"{SETTINGS}colours:\n  main: teal\n", encoding="utf-8")
    second, _ = make_release(folder, to)
    assert (second.ids, second.before) == (1, to)
    assert "northshire-why text" in (folder / "released-ids.txt").read_text(encoding="utf-8")
    kept = [one.name for one in (to / "site").iterdir() if FINGERPRINTED.fullmatch(one.name)]
    assert len(kept) == 2


def test_all_that_only_a_build_finds_is_told_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "northshire"
    (folder / "pages").mkdir(parents=True)
    (folder / "brand.yml").write_text(SETTINGS, encoding="utf-8")
    text = "---\ntitle: Us\n---\n[a](#nothing)\n\n<p style='color: red'>Red</p>\n"
    (folder / "pages" / "us.md").write_text(text, encoding="utf-8")
    with pytest.raises(ProblemsError) as caught:
        checked(folder)
    assert [(one.file, one.line) for one in caught.value.problems] == [
        ("northshire/pages/us.md", 4),
        ("northshire/pages/us.md", 6),
    ]


def test_what_the_command_releases_is_what_the_browser_tests_open(
    brand_released: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Byte by byte, but for the day on which security.txt ends, and how hard Brotli tries."""
    monkeypatch.setenv("SITE_URL", "http://127.0.0.1/guide/")
    made, _ = make_release(EXAMPLE, tmp_path / "release")
    there, here = files_of(brand_released.site), files_of(made.folder / "site")
    assert sorted(there) == sorted(here)
    differing = [name for name, content in there.items() if here[name] != content]
    assert [name for name in differing if not name.endswith(("security.txt", ".br"))] == []


def files_of(site: Path) -> dict[str, bytes]:
    """The files of a site by their paths."""
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def test_a_release_whose_site_was_taken_away_is_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "northshire"
    folder.mkdir()
    (folder / "brand.yml").write_text(SETTINGS, encoding="utf-8")
    to = tmp_path / "northshire-release"
    make_release(folder, to)
    (to / "site").rename(tmp_path / "www")
    made, _ = make_release(folder, to)
    assert made.before is None
    assert (to / "site" / "index.html").is_file()


def test_where_a_release_cannot_be_put_the_one_of_before_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "northshire"
    folder.mkdir()
    (folder / "brand.yml").write_text(SETTINGS, encoding="utf-8")
    to = tmp_path / "northshire-release"
    make_release(folder, to)
    before = files_of(to)
    real = Path.rename

    def denied(path: Path, target: Path) -> Path:
        if path.name.endswith(".unfinished") and target == to:
            raise PermissionError(13, "is locked", str(target))
        return real(path, target)

    monkeypatch.setattr(Path, "rename", denied)
    with pytest.raises(PermissionError):
        make_release(folder, to)
    assert files_of(to) == before


def test_a_failure_leaves_the_release_of_before(tmp_path: Path) -> None:
    folder = tmp_path / "northshire"
    folder.mkdir()
    (folder / "brand.yml").write_text(SETTINGS, encoding="utf-8")
    to = tmp_path / "northshire-release"
    make_release(folder, to)
    before = {path: path.stat().st_mtime_ns for path in to.rglob("*")}
    page = '---\ntitle: Us\n---\n<p style="color: red">Red</p>\n'
    (folder / "pages").mkdir()
    (folder / "pages" / "us.md").write_text(page, encoding="utf-8")
    with pytest.raises(ProblemsError, match=r"northshire/pages/us.md:4: "):
        make_release(folder, to)
    assert {path: path.stat().st_mtime_ns for path in to.rglob("*")} == before


@pytest.mark.parametrize("generator", ["properdocs", "zensical"])
def test_another_generator_makes_a_release_with_pages(generator: str, tmp_path: Path) -> None:
    made, _ = make_release(ROOT / "brands" / "example", tmp_path / "release", generator)
    page = (made.folder / "site" / "pages" / "who-can-help" / "index.html").read_text("utf-8")
    assert "Who can help" in page
    assert "../../our-council/" in page


@contextmanager
def previewed(folder: Path) -> Iterator[str]:
    """The address of a preview that runs."""
    (port,) = free_ports(1)
    command = [sys.executable, "-m", "guide", "preview", str(folder), "--no-browser"]
    with subprocess.Popen(
        [*command, "--port", str(port)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()


def shows(address: str, words: str) -> bool:
    """Whether a page comes to have these words, within a minute."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            with urlopen(address, timeout=30) as answer:  # noqa: S310 (of this machine)
                if words in answer.read().decode():
                    return True
        except URLError:
            pass
        time.sleep(0.2)
    return False


def test_a_preview_shows_what_is_wrong_and_then_the_copy_again(tmp_path: Path) -> None:
    folder = tmp_path / "northshire"
    folder.mkdir()
    file = folder / "brand.yml"
    file.write_text(f"{SETTINGS}analytics: x\n", encoding="utf-8")
    with previewed(folder) as address:
        assert shows(address, "1 thing has to be fixed in northshire")
        assert shows(address, "northshire/brand.yml, line 5")
        file.write_text(SETTINGS, encoding="utf-8")
        assert shows(address, "This copy is published by Northshire Council")
        file.write_text(f"{SETTINGS}nav: x\n", encoding="utf-8")
        assert shows(f"{address}quotes/", "nav is not a setting of a copy")


def test_the_bill_of_a_release_has_the_version_that_an_upgrade_reads(tmp_path: Path) -> None:
    made, _ = make_release(ROOT / "brands" / "example", tmp_path / "release")
    bill = json.loads((made.folder / "bom.cdx.json").read_text(encoding="utf-8"))
    assert bill["metadata"]["component"]["version"]
