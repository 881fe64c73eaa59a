"""Run tests: several at a time, and then those that need the machine to themselves.

    python -m tools.run_tests [--again] EXPRESSION [pytest's arguments ...]

EXPRESSION chooses by marks, as pytest's `-m` does. With `--again`, what fails is run once more by
itself: what fails then fails the run, and what does not is in the output, to be looked at. At the
end is how long each part took.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Sequence

PASSED, FAILED, NONE_CHOSEN = 0, 1, 5
# What failed before, one at a time.
AGAIN = ("--last-failed", "--last-failed-no-failures=none", "--numprocesses=1")

Run = Callable[[Sequence[str]], int]


def pytest(arguments: Sequence[str]) -> int:
    """Run pytest in a process of its own; gives its exit code."""
    return subprocess.run([sys.executable, "-m", "pytest", *arguments], check=False).returncode


def run(expression: str, arguments: Sequence[str], again: bool, run_part: Run = pytest) -> int:
    """Run all tests of an expression; gives the exit code."""
    times: dict[str, float] = {}

    def part(name: str, *options: str) -> int:
        begun = time.monotonic()
        code = run_part([*arguments, *options])
        times[name] = time.monotonic() - begun
        return code

    codes = [
        part("several at a time", f"-m=({expression}) and not alone"),
        part("alone", f"-m=({expression}) and alone", "--numprocesses=0"),
    ]
    code = outcome(codes)
    if again and code == FAILED:
        code = part("again, what failed", f"-m={expression}", *AGAIN)
    for name, seconds in times.items():
        sys.stdout.write(f"{seconds:6.0f} s  {name}\n")
    return code


def outcome(codes: Sequence[int]) -> int:
    """The exit code of parts with these: one part may have no test, and the worst one counts."""
    bad = {*codes} - {PASSED, NONE_CHOSEN}
    if bad:
        return max(bad, key=abs)  # negative where a signal has ended it
    return PASSED if PASSED in codes else NONE_CHOSEN


def main() -> int:
    """Run what the command line says."""
    arguments = sys.argv[1:]
    again = "--again" in arguments[:1]
    expression, *rest = arguments[1:] if again else arguments
    return run(expression, rest, again)


if __name__ == "__main__":
    sys.exit(main())
