"""What is left to do before a copy is published: told by the build, until brand.yml says it."""

import logging
import re
from datetime import date
from pathlib import Path

import pytest

from macros import define_env
from macros.brand.publication_checklist import to_do
from macros.brand.reader import FolderReading
from macros.brand.settings import Accessibility, Brand, DataProtection, Organisation
from macros.build.mkdocs_yml import read_settings, stand_in
from tests.unit.brands import folder_of, project_in

ROOT = Path(__file__).parents[2]
BARE = Brand(organisation=Organisation(id="northshire", name="Northshire"), site_name="Leading")


def names(brand: Brand) -> set[str]:
    return {one.name for one in to_do(brand)}


def test_a_new_folder_has_all_to_do_but_what_an_assessment_has_not_found() -> None:
    assert names(BARE) == {
        *("address", "contact", "response", "compliance", "tested", "sample", "statement"),
        *("controller", "officer", "registration", "host", "retention", "abroad", "notice"),
        *("answers", "security"),
    }


def test_an_organisation_that_is_no_public_body_need_have_no_data_protection_officer() -> None:
    own = BARE.organisation.model_copy(update={"public_body": False})
    assert names(BARE) - names(BARE.model_copy(update={"organisation": own})) == {"officer"}


def test_a_copy_is_left_unassessed_on_purpose_only_where_that_is_written() -> None:
    said = BARE.model_copy(update={"accessibility": Accessibility(compliance="not-assessed")})
    assert names(BARE) - names(said) == {"compliance"}


def test_what_goes_abroad_has_to_be_protected_there() -> None:
    abroad = BARE.model_copy(update={"data_protection": DataProtection(sent_abroad=True)})
    assert "transfer" in names(abroad)
    assert "abroad" not in names(abroad)
    here = BARE.model_copy(update={"data_protection": DataProtection(sent_abroad=False)})
    assert not {"transfer", "abroad"} & names(here)


def test_nothing_is_left_to_do_for_the_example() -> None:
    assert to_do(FolderReading(ROOT / "brands" / "example").folder_read.brand) == ()


def test_a_copy_that_is_not_wholly_accessible_must_say_what_is_not() -> None:
    partial = BARE.model_copy(update={"accessibility": Accessibility(compliance="partial")})
    assert "problems" in names(partial)
    full = BARE.model_copy(update={"accessibility": Accessibility(compliance="full")})
    assert "problems" not in names(full)


def test_each_names_a_setting_that_there_is() -> None:
    known = {
        name for model in (Brand, Accessibility, DataProtection) for name in model.model_fields
    }
    known |= set(re.findall(r"^#? *([a-z_]+):", blank(), re.MULTILINE)) | {"brand.yml"}
    for one in to_do(BARE):
        assert set(re.findall("`([^`]+)`", one.what_md)) <= known, one


def blank() -> str:
    return (ROOT / "macros" / "brand" / "blank" / "brand.yml").read_text(encoding="utf-8")


def test_the_build_tells_each_of_them(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    project = project_in(tmp_path)
    settings = project / "mkdocs.yml"
    env = stand_in(settings)
    env.conf["extra"]["brand_folder"] = str(folder_of(tmp_path))
    with caplog.at_level(logging.INFO, "mkdocs.macros.brand"):
        define_env(env)
    told = [one.getMessage() for one in caplog.records if "To do before you publish" in one.msg]
    assert len(told) == 1
    lines = told[0].splitlines()[1:]
    assert [line.split(":")[0].strip() for line in lines] == [one.page for one in to_do(BARE)]
    assert "site_address in brand.yml." in lines[0]


def test_the_day_of_the_release_s_tests_has_come() -> None:
    tested_on = read_settings(ROOT / "mkdocs.yml")["extra"]["tested_on"]
    assert date(2026, 11, 1) <= date.fromisoformat(tested_on) <= date.today()
