"""The command `guide`: make, look at, check, release and upgrade a council's copy.

`source` is the folder of the guide's source: inside this package in a wheel, around it in a
checkout. What the command is made of (`macros`, `publish`) is imported from there."""

import os
import sys
from pathlib import Path

_IN_WHEEL = Path(__file__).parent / "source"
SOURCE = _IN_WHEEL if _IN_WHEEL.is_dir() else Path(__file__).parents[1]

if str(SOURCE) not in sys.path:
    sys.path.insert(0, str(SOURCE))

# The theme prints a notice about its own future at each build otherwise.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
