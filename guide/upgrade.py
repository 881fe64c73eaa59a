"""Say what changed between the version of the last release and this one."""

import json
import re
from pathlib import Path

from guide import SOURCE
from guide.release import release_folder
from publish.release_files import BILL

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_PART = re.compile(r"^### .*\n+", re.MULTILINE)  # what the entries below are for
_COUNCIL = re.compile(r"^- What a council must do\b", re.MULTILINE)
_MOST = 8  # changes that are told without being asked for
_NUMBER = re.compile(r"\d+(?:\.\d+)*")


def what_changed(folder: Path, whole: bool = False) -> tuple[str | None, str]:
    """Return the version of the folder's last release, and what changed since then.

    None if there is no release beside the folder; then the text is about this version. What a
    council must do comes first."""
    before = version_before(release_folder(folder))
    text = (SOURCE / "CHANGELOG.md").read_text(encoding="utf-8")
    return before, news(text, before, whole)


def version_before(release: Path) -> str | None:
    """Return the version of a release by its bill of materials; None if there is none."""
    try:
        bill = json.loads((release / BILL).read_text(encoding="utf-8"))
        return str(bill["metadata"]["component"]["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def news(changelog: str, before: str | None, whole: bool = False) -> str:
    """Return the entries of the versions after `before`, or of the newest one.

    Those that begin with "What a council must do" come first, all of them; of the others, as many
    as are read, or all where the `whole` is wanted."""
    _, *rest = _HEADING.split(changelog)
    versions = list(zip(rest[::2], rest[1::2], strict=True))
    wanted = [text for name, text in versions if before is None or _is_after(name, before)]
    entries = [one for text in wanted[: None if before else 1] for one in _entries(text)]
    for_councils = [one for one in entries if _COUNCIL.match(one)]
    others = [one for one in entries if not _COUNCIL.match(one)]
    shown = others if whole else others[:_MOST]
    left = len(others) - len(shown)
    more = [f"And {left} other changes: guide upgrade --all lists them."] if left else []
    return "\n".join([*for_councils, *shown, *more]) or "Nothing."


def _entries(text: str) -> list[str]:
    entries = re.split(r"^(?=- )", _PART.sub("", text), flags=re.MULTILINE)
    return [one.rstrip() for one in entries if one.strip()]


def _is_after(heading: str, before: str) -> bool:
    """Whether a version's heading, such as "1.1.0 (2 May 2027)" or "Next", is after a version."""
    found = _NUMBER.match(heading)
    return found is None or _numbers(found[0]) > _numbers(before)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(one) for one in _NUMBER.findall(version.split("+")[0])[0].split("."))
