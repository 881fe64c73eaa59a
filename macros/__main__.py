"""Commands for the content: `python -m macros check`, `schema`, `release-ids` and `files`."""

import argparse
import sys
from pathlib import Path

from common.console import say
from common.problems import ProblemsError
from macros import define_env
from macros.build.generator import BuildStopped
from macros.build.mkdocs_yml import stand_in
from macros.content.load import load
from macros.content.located import parts
from macros.content.model.base import Record
from macros.content.model.files import Content
from macros.content.released_ids import HEADER, NAME, kinds_of, released_text
from macros.editor_schema import SCHEMAS, schema_text

ROOT = Path(__file__).parents[1]
CONTENT = ROOT / "content"
SETTINGS = ROOT / "mkdocs.yml"


def main(arguments: list[str] | None = None) -> int:
    """Run one command and print its result; return 1 if the content has problems, otherwise 0."""
    parser = argparse.ArgumentParser(prog="python -m macros", description=__doc__)
    chores = {"check": _check, "schema": _schema, "release-ids": _release_ids}
    parser.add_argument("chore", choices=[*chores, "files"])
    parser.add_argument("--content", type=Path, default=CONTENT, help="the content folder")
    parser.add_argument("-f", type=Path, default=SETTINGS, help="the settings that `files` is for")
    chosen = parser.parse_args(arguments)
    try:
        if chosen.chore == "files":
            say(_files(chosen.f))
        else:
            say(chores[chosen.chore](chosen.content))
    except (ProblemsError, BuildStopped) as problems:
        say(str(problems))
        return 1
    except OSError as error:
        hint = "check that it exists, and that you can read and write it"
        say(f"{error.filename}: {error.strerror or error}: {hint}")
        return 1
    return 0


def _check(folder: Path) -> str:
    return f"content is sound: {len(_ids(load(folder)))} records"


def _schema(folder: Path) -> str:
    (folder / "schema").mkdir(exist_ok=True)
    for name, model in SCHEMAS.items():
        (folder / "schema" / f"{name}.json").write_text(schema_text(model), encoding="utf-8")
    return f"{len(SCHEMAS)} schemas written"


def _release_ids(folder: Path) -> str:
    file = folder / NAME
    if not file.exists():
        file.write_text(HEADER, encoding="utf-8")
    content = load(folder)
    living = _ids(content)
    kinds = {own: kind for part in parts(content) for own, kind in kinds_of(part).items()}
    text = released_text(file.read_text(encoding="utf-8-sig"), living, kinds)
    file.write_text(text, encoding="utf-8")
    return f"{len(living)} living ids are released"


def _files(file: Path) -> str:
    """Write the generated files ahead of Zensical, which lists docs/ before `define_env` runs."""
    env = stand_in(file)
    define_env(env)
    return f"{env.conf['docs_dir']} has the files that pages ask for"


def _ids(content: Content) -> list[str]:
    return [part.id for part in parts(content) if isinstance(part, Record)]


if __name__ == "__main__":
    sys.exit(main())
