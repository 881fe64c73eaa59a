"""An editor checks and completes each record while it is typed."""

import json

from tests.support.build import ROOT

CONTENT = ROOT / "content"
BRANDS = ROOT / "brands"


def test_every_file_of_the_content_and_of_a_brand_has_the_schema_of_its_kind() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    schemas: dict[str, str] = settings["yaml.schemas"]
    mapped = {path for pattern in schemas.values() for path in ROOT.glob(pattern)}
    assert mapped == {*CONTENT.rglob("*.yml"), *BRANDS.glob("*/*.yml")}


def test_every_schema_is_used_for_some_files() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    schemas: dict[str, str] = settings["yaml.schemas"]
    assert {ROOT / schema for schema in schemas} == set((CONTENT / "schema").glob("*.json"))
