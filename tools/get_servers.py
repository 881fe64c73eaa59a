"""Get the web servers that the hosting tests start, if this system has none.

`python -m tools.get_servers` downloads Debian's packages and unpacks them into `.cache/servers`,
which needs no root rights and starts no service. Elsewhere it uses the system's package manager, if
this user may use it without a password."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tools.get_browser import SECONDS_TO_INSTALL, rights, run, say
from tools.servers import UNPACKED, ServerNotFoundError, missing

DEBIAN = ("nginx", "libnginx-mod-http-brotli-static", "apache2-bin", "wrk", "openssl")
OTHERS = {"dnf": ("dnf install --assumeyes nginx nginx-mod-brotli httpd mod_ssl wrk openssl",)}
QUIET = {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}


def from_debian(environ: Mapping[str, str], folder: Path = UNPACKED) -> bool:
    """Unpack Debian's packages into `folder`, with dependencies that this system lacks."""
    if shutil.which("apt-get") is None or shutil.which("dpkg") is None:
        return False
    before = rights()
    if before is not None:
        run((*before, "apt-get", "--quiet", "update"), environ)
    packages = folder / "packages"
    packages.mkdir(parents=True, exist_ok=True)
    names = needed(_output(("apt-get", "install", *_SIMULATE, *DEBIAN), environ, packages))
    if names and _output(("apt-get", "download", *names), environ, packages) is None:
        return False
    for package in packages.glob("*.deb"):
        if _output(("dpkg", "-x", str(package), str(folder)), environ, packages) is None:
            return False
    shutil.rmtree(packages)
    return bool(names)


_SIMULATE = ("--simulate", "--no-install-recommends")


def needed(said: str | None) -> list[str]:
    """Return the packages that `apt-get install --simulate` says it would install."""
    lines = [line.split() for line in (said or "").splitlines()]
    return [words[1] for words in lines if words[:1] == ["Inst"] and len(words) > 1]


def _output(command: tuple[str, ...], environ: Mapping[str, str], folder: Path) -> str | None:
    say(f"$ {' '.join(command)}")
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env={**environ, **QUIET},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            timeout=SECONDS_TO_INSTALL,
            check=False,
        )
    except subprocess.TimeoutExpired:
        say(f"not done after {SECONDS_TO_INSTALL} seconds: ended")
        return None
    return done.stdout if done.returncode == 0 else None


def from_system(environ: Mapping[str, str]) -> bool:
    """Install with the system's package manager; True if it reports success."""
    before = rights()
    manager = next((name for name in OTHERS if shutil.which(name)), None)
    if before is None or manager is None:
        return False
    return all(run((*before, *step.split()), environ) for step in OTHERS[manager])


def get(environ: Mapping[str, str] = os.environ) -> None:
    """Get what is missing. Raises ServerNotFoundError if that fails."""
    for way in (from_debian, from_system):
        lacking = missing()
        if not lacking:
            return
        say(f"The tests of hosting lack {', '.join(lacking)}: installing them.")
        way(environ)
    if lacking := missing():
        raise ServerNotFoundError(
            f"the tests of hosting need {', '.join(lacking)}, and could not get them from here: "
            "install them (on Debian: `apt-get install nginx libnginx-mod-http-brotli-static "
            "apache2-bin wrk openssl`), and run this again"
        )


def main() -> int:
    """Get what is missing and return 0, or say what is wrong and return 1."""
    try:
        get()
    except ServerNotFoundError as error:
        sys.stderr.write(f"Error: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
