"""The pages for those who host a copy: what they name is there, and what is there they name."""

import importlib.util
import re
import tomllib
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from guide.command import guide
from guide.version import VERSION
from macros.brand.reader import LISTS, LOCAL
from macros.brand.scaffold import make
from macros.brand.settings import Brand
from macros.content.model.base import Part
from macros.guide.areas import AREAS, ON_REQUEST
from publish.host_settings import BESIDE, IN_SITE
from tests.support.build import ROOT

HOSTING = ROOT / "docs" / "hosting"
# Which page is for which of the files that a release writes for hosts.
PAGE_OF = {
    ".htaccess": "apache",
    "web.config": "iis",
    "staticwebapp.config.json": "azure",
    "_headers": "netlify cloudflare",
    "nginx.conf": "nginx",
    "nginx-site.conf": "nginx",
    "container.conf": "container",
    "apache.conf": "apache",
    "apache-site.conf": "apache",
    "README.md": "release",
}
HOSTS = """
    nginx apache iis azure netlify cloudflare github gitlab container sharepoint
"""
MOST_WORDS = {"brand": 1_250}  # a table of every setting, to look things up in
WORD = re.compile(r"`([a-z_]+)`")
MODULE = re.compile(r"python3? -m ([a-z][\w.]*)((?: [^\n<|\"&)]*)?)")
MAKE = re.compile(r"`make ([a-z-]+)((?: [A-Z_]+=[^\s`]+)*)`")
MARKDOWN = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def text(page: str) -> str:
    return (HOSTING / f"{page}.md").read_text(encoding="utf-8")


def pages() -> list[str]:
    return sorted(path.stem for path in HOSTING.glob("*.md"))


def settings(model: type[Part]) -> dict[str, set[str]]:
    """The settings of a model, each with those inside it."""
    inner = {
        kind.__name__: set(kind.model_fields)
        for kind in Part.__subclasses__()
        if kind.__module__ == Brand.__module__
    }
    return {
        name: next((own for kind, own in inner.items() if kind in str(field.annotation)), set())
        for name, field in model.model_fields.items()
    }


def test_every_setting_of_brand_yml_is_explained() -> None:
    cells = [row.split("|")[1] for row in text("brand").splitlines() if row.startswith("| `")]
    for name, inside in settings(Brand).items():
        rows = [set(WORD.findall(cell)) for cell in cells if f"`{name}`" in cell]
        assert rows, name
        assert not inside or inside <= set().union(*rows), (name, inside - set().union(*rows))


def test_the_page_explains_no_setting_that_there_is_not() -> None:
    known = set(settings(Brand)) | set().union(*settings(Brand).values())
    cells = [row.split("|")[1] for row in text("brand").splitlines() if row.startswith("| `")]
    assert {word for cell in cells for word in WORD.findall(cell)} <= known


def test_every_part_that_can_be_hidden_or_asked_for_is_named() -> None:
    assert {area for area in AREAS if f"`{area}`" not in text("brand")} == set()
    listed = f"`show` | Parts that are in a copy only if you list them: `{ON_REQUEST[0]}`"
    assert listed in text("brand")


def test_every_file_of_a_council_s_folder_is_named() -> None:
    named = text("local-content")
    assert [name for name in (*LISTS, LOCAL) if f"`{name}`" not in named] == []


@pytest.mark.parametrize("file", [*IN_SITE, *BESIDE])
def test_every_host_s_settings_are_named_on_its_page(file: str) -> None:
    for page in PAGE_OF[file].split():
        assert file in text(page), page


def test_the_page_for_nginx_says_what_a_name_that_has_a_server_already_must_be_without() -> None:
    said = text("nginx")
    assert "the server must then have nothing else" in said
    assert "`location ~* \\.(css|js|svg|woff2)$`" in said


BELOW_A_PATH = "nginx apache iis netlify cloudflare azure container"


@pytest.mark.parametrize("host", BELOW_A_PATH.split())
def test_every_host_s_page_says_what_to_do_below_a_path_of_a_website(host: str) -> None:
    assert "https://www.example.org/leadership/" in text(host)


# Hosts whose name a copy may share with pages of others.
SHARED = f"{BELOW_A_PATH} github gitlab"


@pytest.mark.parametrize("host", SHARED.split())
def test_where_others_have_pages_under_the_same_name_the_page_says_what_they_can_read(
    host: str,
) -> None:
    assert "can read what people write in the guide" in text(host)
    assert "(it.md#know-what-shares-its-address)" in text(host)
    assert "## Know what shares its address" in text("it")


def test_the_page_on_moving_is_led_to_and_names_both_settings() -> None:
    said = text("moving")
    assert "formerly_at: [/guide/]" in said
    assert "moved_to: https://" in said
    assert "(moving.md)" in text("index")
    assert "(moving.md)" in text("brand")
    assert "Do not redirect the old address before that." in said


@pytest.mark.parametrize("host", HOSTS.split())
def test_every_host_has_a_page_that_the_others_lead_to(host: str) -> None:
    assert f"({host}.md)" in text("index")
    assert host == "sharepoint" or f"({host}.md)" in text("release")


def test_the_template_and_the_workflow_of_azure_are_led_to() -> None:
    assert "(index.md#get-the-guide)" in text("github")
    assert "(index.md#get-the-guide)" in text("gitlab")
    assert "deploy/azure-static-web-apps.yml" in text("azure")
    assert (ROOT / "deploy" / "azure-static-web-apps.yml").is_file()


@pytest.mark.parametrize("host", ["github", "gitlab", "azure", "container", "release"])
def test_each_way_says_where_the_released_ids_are_kept(host: str) -> None:
    assert "`released-ids.txt`" in text(host)


GUIDE = re.compile(r"\bguide ([a-z]+)(?: northshire| --|[`\"])")


@pytest.mark.parametrize("task", pages())
def test_every_command_of_the_guide_that_a_page_names_is_one_that_there_is(task: str) -> None:
    assert set(GUIDE.findall(text(task))) <= set(guide.commands), task


def test_the_way_on_ones_own_computer_is_3_commands_long(site: Path) -> None:
    page = BeautifulSoup((site / "hosting/start/index.html").read_text("utf-8"), "html.parser")
    steps = page.find_all("h2", string=re.compile(r"^\d\."))
    assert [one.get_text()[0] for one in steps] == ["1", "2", "3"]
    for step in steps:
        commands = step.find_next("pre")
        assert commands
        assert len(commands.get_text().strip().splitlines()) == 1


def test_what_is_installed_is_named_by_the_site_s_own_address(site: Path) -> None:
    page = (site / "hosting/start/index.html").read_text("utf-8")
    assert f"download/five_attributes_guide-{VERSION}-py3-none-any.whl" in page


@pytest.mark.parametrize("task", pages())
def test_every_module_that_a_page_runs_is_there(task: str) -> None:
    for module, _ in MODULE.findall(text(task)):
        assert importlib.util.find_spec(module), module


@pytest.mark.parametrize("task", pages())
def test_every_command_of_ours_is_one_that_the_program_knows(task: str) -> None:
    chores = {
        "macros": re.findall(r'"([a-z-]+)": _|, "([a-z-]+)"\]', source("macros/__main__.py")),
        "macros.brand": re.findall(r'"([a-z-]+)": _()', source("macros/brand/__main__.py")),
        "guide": [(name, "") for name in guide.commands],
    }
    for module, rest in MODULE.findall(text(task)):
        if module in chores:
            assert rest.split()[0] in {one or other for one, other in chores[module]}, rest
        for option in re.findall(r" (--[a-z-]+)", rest) if module == "publish" else ():
            assert f'"{option}"' in source("publish/__main__.py")


@pytest.mark.parametrize("task", pages())
def test_every_make_target_and_variable_is_in_the_makefile(task: str) -> None:
    makefile = source("Makefile")
    for target, variables in MAKE.findall(text(task)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
        for name in re.findall(r"([A-Z_]+)=", variables):
            assert re.search(rf"^{name} \?=", makefile, re.MULTILINE), name


@pytest.mark.parametrize("task", pages())
def test_every_file_of_the_source_that_a_page_names_is_there(task: str) -> None:
    named = re.findall(
        r"`((?:[\w.-]+/)*(?:[A-Z]+|[\w-]+\.in|requirements\w*)\.(?:md|txt))`", text(task)
    )
    missing = [name for name in named if not (ROOT / name).exists()]
    assert set(missing) <= {"README.md", "security.txt", "released-ids.txt"}


def source(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_python_that_is_asked_for_is_the_one_that_is_needed() -> None:
    needed = tomllib.loads(source("pyproject.toml"))["tool"]["mypy"]["python_version"]
    assert f"Python {needed} or newer" in text("start")


def test_what_the_start_shows_is_what_a_new_folder_has(tmp_path: Path) -> None:
    folder = make(f"{tmp_path}/northshire")
    lines = (folder / "brand.yml").read_text(encoding="utf-8").splitlines()
    (line,) = set(re.findall(r"northshire/brand.yml(?::|`, line )(\d+)", text("start")))
    assert lines[int(line) - 1].startswith("site_name:")


def test_commands_stand_for_both_kinds_of_system(site: Path) -> None:
    page = BeautifulSoup((site / "hosting/start/index.html").read_text("utf-8"), "html.parser")
    for both in page.select(".commands"):
        windows, others = (one.text for one in both.select("pre"))
        assert [one.text for one in both.select(".commands__name")] == [
            "Windows (PowerShell)",
            "macOS and Linux",
        ]
        windows = windows.replace("py -m guide", "guide").replace("py ", "@ ")
        windows = windows.replace("@ -m pip install --user ", "pipx install ")
        others = others.replace(".venv/bin/python", "@").replace("python3 ", "@ ")
        windows = windows.replace("$env:HTTPS_PROXY = ", "export HTTPS_PROXY=").replace('"', "")
        others = others.replace('"', "")
        assert windows.replace(".venv\\Scripts\\python", "@") == others
        assert windows.count("\n") == others.count("\n")


def test_a_copy_has_these_pages_only_where_it_asks(site: Path, brand_site: Path) -> None:
    assert (site / "hosting" / "index.html").is_file()
    assert not (brand_site / "hosting").exists()


@pytest.mark.parametrize("task", pages())
def test_a_page_is_short(task: str) -> None:
    assert len(MARKDOWN.sub("", text(task)).split()) <= MOST_WORDS.get(task, 900)
