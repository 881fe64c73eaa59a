"""A disk of its own, so small that a test can fill it: a file system in memory (Linux).

It is mounted in a name space of one process, which takes it away when it ends. Programs see it
that are started in that name space; files on it are reached through the process's entry in /proc.
That needs root, or a system that lets people make name spaces.
"""

import os
import shlex
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

MEGABYTES = 80  # a new profile takes some 4, what the browser then writes to begin a new log 20
BLOCK = 64 * 1024


@dataclass(frozen=True)
class Disk:
    """A small disk: where it is mounted, the process that holds it, and how to enter there."""

    mounted: Path
    holder: int
    enter: tuple[str, ...]

    @property
    def folder(self) -> Path:
        """Its root, for those outside."""
        return Path(f"/proc/{self.holder}/root{self.mounted}")

    def browser(self, program: Path, start: Path) -> Path:
        """A program, written to `start`, that starts the browser with `profile` on the disk."""
        enter = shlex.join(["nsenter", "--target", str(self.holder), *self.enter, "--"])
        profile = shlex.quote(f"--user-data-dir={self.mounted / 'profile'}")
        start.write_text(f'#!/bin/sh\nexec {enter} {shlex.quote(str(program))} "$@" {profile}\n')
        start.chmod(0o755)
        return start

    def fill(self) -> None:
        """Leave room for not a byte more."""
        for size in (BLOCK, 1):
            with (self.folder / "stuffing").open("ab", buffering=0) as file, suppress(OSError):
                while file.write(b"\0" * size) == size:
                    pass

    def make_room(self) -> None:
        """Take away what `fill` has put there."""
        (self.folder / "stuffing").unlink()


@contextmanager
def small_disk(folder: Path) -> Iterator[Disk]:
    """A disk of MEGABYTES, mounted on `folder` as one process sees it, until the block ends."""
    folder.mkdir(parents=True)
    is_root = os.geteuid() == 0
    own = [] if is_root else ["--user", "--map-root-user"]
    enter = ("--mount",) if is_root else ("--mount", "--user", "--preserve-credentials")
    mount = f"mount -t tmpfs -o size={MEGABYTES}m tmpfs '{folder}' && echo mounted && exec cat"
    holder = subprocess.Popen(
        ["unshare", "--mount", *own, "sh", "-c", mount],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        if holder.stdout is None or holder.stdout.readline() != b"mounted\n":
            why = holder.communicate()[1].decode(errors="replace").strip()
            pytest.fail(f"no small disk could be made ({why}): run as root", pytrace=False)
        yield Disk(folder, holder.pid, enter)
    finally:
        holder.kill()
        holder.communicate()
