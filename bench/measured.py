"""What a command costs: its time and its peak memory.

The command is started by a small process of its own: on Linux a process counts the
memory of the one it was split off from, and this program has a browser's worth.
"""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

SECONDS = 400
_KILOBYTES = 1 if sys.platform == "darwin" else 1024


class CommandFailedError(Exception):
    """A command that is measured failed; the message is what it said."""


@dataclass(frozen=True)
class Cost:
    """Seconds from start to end, and bytes of memory at the peak."""

    seconds: float
    peak: int


def measure(command: list[str], folder: Path, environ: dict[str, str] | None = None) -> Cost:
    """The cost of `command`, run in `folder`. Raises CommandFailedError where it fails."""
    done = subprocess.run(
        [sys.executable, "-S", "-E", __file__, *command],
        cwd=folder,
        env={**os.environ, **(environ or {})},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    if done.returncode != 0:
        raise CommandFailedError(f"{' '.join(command)}\n{done.stderr}")
    found = json.loads(done.stdout)
    return Cost(found["seconds"], found["peak"])


def main(command: list[str]) -> int:
    """Run the command, its output on standard error; write its cost to standard output."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=sys.stderr)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    sys.stdout.write(json.dumps({"seconds": seconds, "peak": usage.ru_maxrss * _KILOBYTES}))
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
