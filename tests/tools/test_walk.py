"""The walk with a screen reader: what it needs, and what it takes from Orca's log."""

from pathlib import Path

import pytest

from tests.readers import walk
from tests.readers.orca import SPOKEN, ReaderNotFoundError
from tests.readers.steps import PARTS

LOG = """\
15:03:17.980 - SPEECH OUTPUT: 'tab ' {'established': False}
15:03:18.165 - SPEECH OUTPUT: 'Skip to content link.'{'established': False, 'family': None}
SPEECH GENERATOR: Results: 'Skip to content' 'link'
15:03:19.780 - SPEECH OUTPUT: 'It's here |'{'established': False}
"""


def test_what_is_heard_is_what_is_said_without_the_keys_pressed() -> None:
    assert SPOKEN.findall(LOG) == ["Skip to content link.", "It's here |"]


def test_the_walk_goes_through_five_parts() -> None:
    assert list(PARTS) == ["Search", "A question", "A dialog", "The profile", "Feedback"]


def test_where_a_program_is_missing_and_cannot_be_got_it_says_which(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(walk, "rights", lambda: None)
    monkeypatch.setattr("shutil.which", lambda name: None if name == "orca" else name)
    with pytest.raises(ReaderNotFoundError, match="the walk needs orca: install them"):
        walk.get()


def test_where_it_may_it_installs_debian_s_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[tuple[str, ...]] = []
    monkeypatch.setattr(walk, "rights", lambda: ("sudo",))
    monkeypatch.setattr(walk, "run", lambda command, _environ: ran.append(command))
    monkeypatch.setattr(
        "shutil.which", lambda name: None if name == "orca" and len(ran) < 2 else name
    )
    walk.get()
    assert [command[:3] for command in ran] == [
        ("sudo", "apt-get", "--quiet"),
        ("sudo", "apt-get", "install"),
    ]
    assert set(walk.PACKAGES) <= set(ran[1])


def test_a_folder_that_is_no_site_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert walk.main([str(tmp_path)]) == 1
    assert "name the folder of a built site" in capsys.readouterr().err
