"""The version of the guide, as mkdocs.yml gives it."""

from guide import SOURCE
from publish.__main__ import version

VERSION = version((SOURCE / "mkdocs.yml").read_text(encoding="utf-8"))
