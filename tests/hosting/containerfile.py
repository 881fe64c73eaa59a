"""The Dockerfile as steps that can be run here: what is copied, run and started, and as whom."""

import json
import re
from dataclasses import dataclass, field


@dataclass
class Stage:
    """One stage: its image and name, and its instructions in order."""

    image: str
    name: str
    steps: list[tuple[str, str]] = field(default_factory=list)

    def all(self, instruction: str) -> list[str]:
        """What comes after each instruction of this kind."""
        return [rest for kind, rest in self.steps if kind == instruction]


def stages(text: str) -> list[Stage]:
    """The stages of a Dockerfile."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    found: list[Stage] = []
    for line in re.sub(r"\\\n\s*", "", "\n".join(lines)).splitlines():
        kind, _, rest = line.strip().partition(" ")
        if kind == "FROM":
            image, _, name = rest.partition(" AS ")
            found.append(Stage(image, name))
        elif kind:
            found[-1].steps.append((kind, rest))
    return found


def command(stage: Stage) -> list[str]:
    """What the container runs."""
    given: list[str] = json.loads(stage.all("CMD")[-1])
    return given
