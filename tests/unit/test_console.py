"""Commands say what they have to say on a stream of any encoding."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.build import ROOT
from tests.unit.brands import SETTINGS, project_in
from tests.unit.built import built

ODD = "Tŷ Ŵyr"


def run(encoding: str, *arguments: str, **environ: str) -> tuple[int, str]:
    """The exit code of a command whose outputs have this encoding, and what it said."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": encoding, "NO_MKDOCS_2_WARNING": "1", **environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.returncode, done.stdout.decode(encoding.partition(":")[0])


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437", "utf-8"])
def test_every_command_says_its_words_whatever_encoding_its_output_has(
    encoding: str, tmp_path: Path
) -> None:
    new = tmp_path / ODD
    commands = {
        "new": ("guide", "new", str(new)),
        "assemble": ("macros.brand", "assemble", str(new), "--project", str(project_in(tmp_path))),
        "release-ids": ("macros.brand", "release-ids", str(new)),
        "publish": ("publish", str(built(tmp_path)), str(tmp_path / f"{ODD} release")),
        "check": ("macros", "check"),
    }
    for name, command in commands.items():
        code, said = run(encoding, *command)
        assert (code, "Traceback" in said) == (0, False), (name, said)
    assert ("T\\u0177" in said or ODD in said) or name == "check"


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_problems_are_told_whatever_encoding_the_output_has(encoding: str, tmp_path: Path) -> None:
    folder = tmp_path / "shire"
    folder.mkdir()
    text = SETTINGS.replace("northshire", ODD)
    (folder / "brand.yml").write_text(text, encoding="utf-8")
    content = tmp_path / ODD
    content.mkdir()
    commands = (
        ("macros.brand", "assemble", str(folder)),
        ("guide", "new", f"{tmp_path}/ŷ/…"),
        ("macros.brand", "assemble", str(content / "none")),
        ("macros", "check", "--content", str(content)),
        ("macros", "files", "-f", str(content / "mkdocs.yml")),
        ("publish", str(content), str(tmp_path / "out")),
    )
    for command in commands:
        code, said = run(encoding, *command)
        assert code == 1, said
        assert "Traceback" not in said
        assert ": " in said


@pytest.mark.parametrize("command", ["macros", "macros.brand", "publish", "bench", "guide"])
def test_every_command_explains_itself_in_plain_letters(command: str) -> None:
    code, said = run("ascii", command, "--help")
    assert (code, "usage: " in said.casefold()) == (0, True), said


def test_the_path_of_the_browser_reaches_the_shell_as_it_is(tmp_path: Path) -> None:
    program = tmp_path / ODD
    program.write_text("#!/bin/sh\necho Chromium 1.0\n", encoding="utf-8")
    program.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-m", "tools.get_browser"],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "CHROMIUM": str(program)},
        stdout=subprocess.PIPE,
        check=False,
    )
    assert os.fsdecode(done.stdout).strip() == str(program)


@pytest.mark.parametrize("seconds", ["-5", "4294967296", "99999999999999", "tomorrow"])
def test_a_time_of_the_build_that_is_none_stops_each_command_in_a_line(
    seconds: str, tmp_path: Path
) -> None:
    commands = (
        ("macros", "files"),
        ("mkdocs", "build", "--site-dir", str(tmp_path / "site")),
        ("publish", str(built(tmp_path / "other")), str(tmp_path / "out")),
    )
    for command in commands:
        code, said = run("utf-8", *command, SOURCE_DATE_EPOCH=seconds)
        assert code == 1, said
        assert "Traceback" not in said
        assert "SOURCE_DATE_EPOCH" in said
        assert "write the seconds since 1970" in said
