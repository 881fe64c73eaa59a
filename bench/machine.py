"""Where and with what a run was made."""

import json
import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

from tests.support.build import ROOT

PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "playwright")


def machine() -> str:
    """The machine in a line: system, processor, cores, memory."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    system = f"{platform.system()} {platform.machine()}{_processor()}"
    return f"{system}, {os.cpu_count()} cores, {memory:.0f} GB"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.is_file() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f" ({names[0]})" if names else ""


def versions(browser: Path) -> list[str]:
    """The programs that a run's numbers hang on, with their versions."""
    said = subprocess.run([browser, "--version"], capture_output=True, text=True, check=True).stdout
    tools = json.loads((ROOT / "bench" / "package.json").read_text(encoding="utf-8"))
    return [
        f"Python {platform.python_version()}",
        *(f"{name} {version(name)}" for name in PACKAGES),
        " ".join(said.split()[:2]),
        *(f"{name} {pinned}" for name, pinned in tools["devDependencies"].items()),
    ]
