"""Find the web servers and other programs that the hosting tests and the benchmark start.

Looked for on this system first, then in `.cache/servers`, where `tools/get_servers.py` puts what
the system lacks. Installs nothing."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

UNPACKED = Path(__file__).resolve().parents[1] / ".cache" / "servers"
# Our name for each program, and its possible commands.
PROGRAMS = {
    "nginx": ("nginx",),
    "Apache": ("apache2", "httpd"),
    "wrk": ("wrk",),
    "OpenSSL": ("openssl",),
}
BROTLI = "ngx_http_brotli_static_module.so"
HEADERS = "mod_headers.so"
MODULES = {"nginx's Brotli module": BROTLI, "Apache's modules": HEADERS}
MODULE_FOLDERS = ("lib*/nginx/modules", "lib*/apache2/modules", "lib*/httpd/modules")
SECONDS_TO_ANSWER = 30


class ServerNotFoundError(Exception):
    """A program that the hosting tests need is missing; the message says what to do."""


@dataclass(frozen=True)
class Program:
    """A program, the environment to start it in, and the user id to start it as (None: our own)."""

    path: Path
    environ: dict[str, str]
    user: int | None = None

    def ask(self, *arguments: str) -> str:
        """Return its output for these arguments, both streams together; "" if it fails."""
        try:
            done = subprocess.run(
                [self.path, *arguments],
                env=self.environ,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
                timeout=SECONDS_TO_ANSWER,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return ""
        return done.stdout if done.returncode in (0, 1) else ""  # wrk prints its version, exits 1


def roots() -> Iterator[Path]:
    """Yield the folders with the system's programs, and the one with those that we unpack."""
    yield from (Path("/"), Path("/usr/local"), Path("/opt/homebrew"), UNPACKED)


def program(name: str) -> Program:
    """Return the program called `name` in PROGRAMS. Raises ServerNotFoundError."""
    for root in roots():
        for folder in ("usr/sbin", "usr/bin", "sbin", "bin"):
            for command in PROGRAMS[name]:
                path = root / folder / command
                if os.access(path, os.X_OK) and path.is_file():
                    return Program(path, _environ(root))
    for command in PROGRAMS[name]:
        if found := shutil.which(command):
            return Program(Path(found), dict(os.environ))
    raise ServerNotFoundError(f"there is no {name}: {MEND}")


def module(file: str) -> Path:
    """Return the path of a server module by its file name. Raises ServerNotFoundError."""
    for root in roots():
        for folder in MODULE_FOLDERS:
            for path in (*root.glob(f"usr/{folder}/{file}"), *root.glob(f"{folder}/{file}")):
                return path
    raise ServerNotFoundError(f"there is no {file}: {MEND}")


def missing() -> list[str]:
    """Return the names of programs and modules that are not there."""
    lacking = []
    for name in PROGRAMS:
        try:
            program(name)
        except ServerNotFoundError:
            lacking.append(name)
    for name, file in MODULES.items():
        try:
            module(file)
        except ServerNotFoundError:
            lacking.append(name)
    return lacking


def _environ(root: Path) -> dict[str, str]:
    libraries = [str(path) for path in (root / "usr" / "lib").glob("*-linux-gnu*")]
    if root != UNPACKED or not libraries:
        return dict(os.environ)
    return {**os.environ, "LD_LIBRARY_PATH": ":".join(libraries)}


MEND = "run `make test-release`, or `.venv/bin/python -m tools.get_servers`, which gets them"
