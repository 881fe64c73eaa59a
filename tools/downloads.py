"""Make what the pages on hosting offer for download: `python -m tools.downloads FOLDER`.

The command `guide` to install (a wheel), the guide's source, and the template of a repository in
which a council keeps its folder."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEMPLATE = ROOT / "deploy" / "template"


def downloads(folder: Path) -> list[Path]:
    """Make them anew in `folder`; return them. Raises CalledProcessError if the wheel fails."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    command = ["-m", "hatchling", "build", "-t", "wheel", "-t", "sdist", "-d", str(folder)]
    subprocess.run([sys.executable, *command], cwd=ROOT, check=True, capture_output=True)
    version = next(folder.glob("*.whl")).name.split("-")[1]
    shutil.make_archive(str(folder / f"template-{version}"), "zip", TEMPLATE)
    return sorted(folder.iterdir())


if __name__ == "__main__":
    for made in downloads(Path(sys.argv[1])):
        sys.stdout.write(f"{made}\n")
