"""What a workflow or a container runs of others' is named so that it cannot change unseen."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.build import ROOT

FILES = [
    *sorted((ROOT / "deploy").glob("*.yml")),
    *sorted((ROOT / "deploy" / "template" / ".github" / "workflows").glob("*.yml")),
    *sorted((ROOT / ".github" / "workflows").glob("*.yml")),
    ROOT / "action.yml",
    ROOT / "Dockerfile",
]
ACTION = re.compile(r"[\w.-]+(/[\w.-]+)+@[0-9a-f]{40} # v\d+(\.\d+)*")
IMAGE = re.compile(r"[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}")
USED = re.compile(r"^\s*(?:- )?[\"']?(uses|image)[\"']?:\s*(.+?)\s*$", re.MULTILINE)
FROM = re.compile(r"^FROM\s+(?:--\S+\s+)?(\S+)", re.MULTILINE | re.IGNORECASE)


# The guide's own, at the tag of its version: what a council changes to take over a new one.
OWN = re.compile(
    r"\./\.guide|OWNER/five-attributes-guide(/\.github/workflows/[\w-]+\.yml)?@v\d+\.\d+\.\d+"
)
STAGE = re.compile(r"^FROM\s.*\sAS\s+(\S+)", re.MULTILINE)


def unpinned(text: str) -> Iterator[str]:
    """What of others' a workflow or a Dockerfile names by something that can be moved."""
    for kind, named in USED.findall(text):
        if not (ACTION if kind == "uses" else IMAGE).fullmatch(named) and not OWN.fullmatch(named):
            yield named
    own = STAGE.findall(text)
    yield from (one for one in FROM.findall(text) if not IMAGE.fullmatch(one) and one not in own)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_actions_are_named_by_commit_and_images_by_digest(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert USED.search(text) or FROM.search(text)
    assert list(unpinned(text)) == []


def test_one_action_or_image_has_one_pin_everywhere() -> None:
    texts = [one.read_text(encoding="utf-8") for one in FILES]
    named = [match for text in texts for match in (*USED.findall(text), *FROM.findall(text))]
    pins: dict[str, set[str]] = {}
    for one in named:
        name, _, pin = (one if isinstance(one, str) else one[1]).partition("@")
        pins.setdefault(name, set()).add(pin)
    assert [name for name, found in pins.items() if len(found) > 1] == []


@pytest.mark.parametrize(
    "text",
    [
        "      - uses: actions/checkout@v4",
        "        uses: actions/checkout@main",
        f"  - uses: actions/checkout@{'a' * 7} # v4",
        f"  - uses: actions/checkout@{'a' * 40}",
        f'  - "uses": actions/cache/restore@{"A" * 40} # v4',
        "  - uses: docker://alpine:3",
        "  image: python:3.11",
        f"FROM python@sha256:{'a' * 64}",
        "FROM debian:bookworm-slim",
        "from --platform=linux/arm64 debian:bookworm-slim AS build",
    ],
)
def test_what_can_be_moved_is_found(text: str) -> None:
    assert len(list(unpinned(f"steps:\n{text}\n"))) == 1
