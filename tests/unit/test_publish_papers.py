"""The papers of a release: checksums that hold, a zip that is the same each time, a bill."""

import errno
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from common.build_time import build_time
from common.problems import ProblemsError
from publish.__main__ import main, refusals, version
from publish.release import release
from publish.release_files import papers
from tests.support.build import ROOT
from tests.unit.built import built

MOMENT = datetime(2026, 11, 23, 12, 0, 1, tzinfo=UTC)


def made(folder: Path, when: datetime = MOMENT) -> Path:
    """A release with its papers; gives its zip."""
    one = release(built(folder, "https://example.gov.uk/guide/"), folder / "release")
    return papers(one, "1.2.3", when)


def test_every_file_has_its_checksum_and_only_files_that_are_there(tmp_path: Path) -> None:
    folder = made(tmp_path).parent
    lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    said = {name: found for found, _, name in (line.partition("  ") for line in lines)}
    for name, found in said.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == found
    packed = {path.name for path in folder.glob("*.zip*")} | {"SHA256SUMS"}
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert set(said) == there - packed - {".five-attributes-release"}


def test_the_zip_holds_what_is_handed_over_with_one_time(tmp_path: Path) -> None:
    packed = made(tmp_path)
    with zipfile.ZipFile(packed) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert {one.date_time for one in archive.infolist()} == {(2026, 11, 23, 12, 0, 0)}
        archive.extractall(tmp_path / "unpacked")
    assert all(name.startswith("five-attributes-1.2.3/") for name in names)
    for part in ("SHA256SUMS", "bom.cdx.json", "site/.htaccess", "hosts/nginx.conf"):
        assert f"five-attributes-1.2.3/{part}" in names
    assert not [name for name in names if name.endswith((".zip", ".five-attributes-release"))]


def test_files_have_the_time_of_the_release_for_tags_that_agree(tmp_path: Path) -> None:
    folder = made(tmp_path).parent
    times = {path.stat().st_mtime for path in (folder / "site").rglob("*") if path.is_file()}
    assert times == {MOMENT.timestamp() - 1}


def test_the_same_site_gives_the_same_zip_and_another_time_another(tmp_path: Path) -> None:
    first = made(tmp_path / "a").read_bytes()
    assert made(tmp_path / "b").read_bytes() == first
    later = made(tmp_path / "c", MOMENT + timedelta(seconds=2)).read_bytes()
    assert later != first


def test_the_zip_has_its_checksum(tmp_path: Path) -> None:
    packed = made(tmp_path)
    said = packed.with_name(f"{packed.name}.sha256").read_text(encoding="utf-8")
    assert said == f"{hashlib.sha256(packed.read_bytes()).hexdigest()}  {packed.name}\n"


def test_the_bill_is_cyclonedx_and_names_every_package_and_file(tmp_path: Path) -> None:
    folder = made(tmp_path).parent
    text = (folder / "bom.cdx.json").read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    bill = json.loads(text)
    pins = {f"{one['name']}=={one['version']}" for one in bill["components"]}
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert pins == {line.split()[0] for line in lock.splitlines() if line[:1].isalnum()}
    for one in bill["components"]:
        assert one["externalReferences"][0]["hashes"]
    served = bill["metadata"]["component"]["components"]
    files = [path for path in (folder / "site").rglob("*") if path.is_file()]
    assert {one["name"] for one in served} == {p.relative_to(folder).as_posix() for p in files}
    material = next(one for one in bill["components"] if one["name"] == "mkdocs-material")
    assert material["scope"] == "required"
    assert material["licenses"]
    assert bill["metadata"]["timestamp"] == "2026-11-23T12:00:00Z"


def test_the_command_makes_it_all_and_says_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    site, folder = built(tmp_path), tmp_path / "out"
    assert main([str(site), str(folder), "--version", "9.9"]) == 0
    said = capsys.readouterr()
    assert f"{folder}/five-attributes-9.9.zip" in said.out
    assert "SITE_URL" in said.err  # the small site says no address
    assert "site_address into the council's brand.yml" in said.err
    assert (folder / "site/index.html").stat().st_mtime == 1_800_000_000


def test_the_command_tells_every_problem_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = built(tmp_path, extra="<p style='a'><script>b</script>")
    assert main([str(site), str(tmp_path / "out")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 2
    assert not (tmp_path / "out").exists()


def test_the_version_is_that_of_the_site() -> None:
    assert version('extra:\n  release: "1.0.0"\n') == "1.0.0"
    assert version("extra:\n  other: 1\n") == "0"
    assert version((ROOT / "mkdocs.yml").read_text(encoding="utf-8")) != "0"


def test_the_time_is_now_or_the_one_that_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert build_time() == datetime.fromtimestamp(1_800_000_000, UTC)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert abs(build_time() - datetime.now(UTC)) < timedelta(minutes=1)


@pytest.mark.parametrize("seconds", ["today", "1e9", "-1", "4294967296", "9" * 30])
def test_a_time_that_is_none_is_told(
    seconds: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    with pytest.raises(ProblemsError, match="SOURCE_DATE_EPOCH:1: "):
        build_time()
    assert main([str(built(tmp_path)), str(tmp_path / "out")]) == 1
    assert "is not a time: write" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["file", "file/out"])
def test_a_place_where_nothing_can_be_written_is_told_in_a_line(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert main([str(built(tmp_path)), str(tmp_path / name)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{tmp_path / 'file'}")
    assert (
        f": Not a directory: make it readable, or publish into a folder other than {tmp_path}"
        in (line)
    )


def test_a_place_that_may_only_be_read_is_told_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    site = built(tmp_path)
    monkeypatch.setattr(os, "mkdir", refuse)
    assert main([str(site), str(tmp_path / "out")]) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"{tmp_path / 'out.unfinished'}: Permission denied: ")
    assert len(told.splitlines()) == 1


def test_a_place_that_was_missing_is_made(tmp_path: Path) -> None:
    assert main([str(built(tmp_path)), str(tmp_path / "new" / "out")]) == 0
    assert (tmp_path / "new" / "out" / "site" / "index.html").is_file()


def test_each_file_that_could_not_be_copied_is_told() -> None:
    problem = shutil.Error(
        [("a", "b", "[Errno 28] No space left on device: 'b'"), ("c", "d", "no")]
    )
    first, second = refusals(problem, Path("out"))
    assert first.startswith("b: No space left on device: make it readable, or publish")
    assert second.startswith("d: no: ")


def test_it_runs_as_a_module(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "publish", str(tmp_path), str(tmp_path / "out")]
    done = subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, check=False)
    assert done.returncode == 1
    assert b"make build" in done.stderr


@pytest.mark.parametrize("seconds", ["0", "2147483648", "4294967295"])
def test_a_release_can_be_of_any_time_that_its_files_can_have(
    seconds: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    assert main([str(built(tmp_path)), str(tmp_path / "out")]) == 0
    (packed,) = (tmp_path / "out").glob("*.zip")
    with zipfile.ZipFile(packed) as archive:
        assert archive.testzip() is None
        years = {entry.date_time[0] for entry in archive.infolist()}
    assert years == {max(1980, datetime.fromtimestamp(int(seconds), UTC).year)}
